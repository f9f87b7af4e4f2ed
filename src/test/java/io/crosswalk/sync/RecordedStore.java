package io.crosswalk.sync;

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

/** Notes what was acknowledged and what was to be tried again. */
final class RecordedStore implements RecordStore {
    final List<@Nullable String> retried = new ArrayList<>();
    final List<Acknowledgement> acknowledged = new ArrayList<>();
    boolean turnIsTaken;
    Runnable beforeAcknowledging = () -> {};

    @Override
    public boolean retry(RecordKey link, @Nullable String mappingId) {
        return retried.add(mappingId);
    }

    @Override
    public void mark(Map<RecordKey, List<Noted>> hints) {
        throw new AssertionError("not asked for");
    }

    @Override
    public Map<RecordKey, Link> load(Collection<RecordKey> keys) {
        throw new AssertionError("not asked for");
    }

    @Override
    public boolean link(String object, String hubspotId, String salesforceId) {
        throw new AssertionError("not asked for");
    }

    @Override
    public void unlink(String object, String hubspotId, String salesforceId) {
        throw new AssertionError("not asked for");
    }

    @Override
    public @Nullable Link intend(Link link, Map<String, Intent> intents, Instant until) {
        throw new AssertionError("not asked for");
    }

    @Override
    public boolean acknowledge(Link link, Acknowledgement acknowledgement) {
        beforeAcknowledging.run();
        acknowledged.add(acknowledgement);
        return !turnIsTaken;
    }

    @Override
    public List<RecordKey> overdue(Instant now, Duration after, int limit) {
        throw new AssertionError("not asked for");
    }

    @Override
    public void wake(Collection<RecordKey> keys) {
        throw new AssertionError("not asked for");
    }
}
