package io.crosswalk.reconcile;

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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Notes which records were to be tried again. */
final class RecordedRetries implements RecordStore {
    final List<RecordKey> retried = new ArrayList<>();

    @Override
    public boolean retry(RecordKey link, @Nullable String mappingId) {
        return retried.add(link);
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
    public Map<RecordKey, Link> intend(Map<Link, Map<String, Intent>> intents, Instant until) {
        throw new AssertionError("not asked for");
    }

    @Override
    public Set<RecordKey> acknowledge(Map<Link, Acknowledgement> acknowledgements) {
        throw new AssertionError("not asked for");
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
