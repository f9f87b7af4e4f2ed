package io.crosswalk.mapping;

import io.crosswalk.records.Intent;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One contact and one deal wait; notes which are woken. */
final class WokenRecords implements RecordStore {
    static final RecordKey WAITING_CONTACT = RecordKey.hubspot("contact", "1");
    static final RecordKey WAITING_DEAL = RecordKey.hubspot("deal", "2");

    final List<RecordKey> woken = new ArrayList<>();

    @Override
    public List<RecordKey> overdue(Instant now, Duration after, int limit) {
        return List.of(WAITING_CONTACT, WAITING_DEAL);
    }

    @Override
    public void wake(Collection<RecordKey> keys) {
        woken.addAll(keys);
    }

    @Override
    public void mark(Map<RecordKey, List<Noted>> hints) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<RecordKey, Link> load(Collection<RecordKey> keys) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean link(String object, String hubspotId, String salesforceId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void unlink(String object, String hubspotId, String salesforceId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable Link intend(Link link, Map<String, Intent> intents, Instant until) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean acknowledge(Link link, Acknowledgement acknowledgement) {
        throw new UnsupportedOperationException();
    }
}
