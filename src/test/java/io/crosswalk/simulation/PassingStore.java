package io.crosswalk.simulation;

import io.crosswalk.records.Intent;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.Priority;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.rules.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Passes everything on. */
class PassingStore implements RecordStore {
    private final RecordStore store;

    PassingStore(RecordStore store) {
        this.store = store;
    }

    @Override
    public Map<RecordKey, Link> mark(Map<RecordKey, List<Noted>> hints, Priority priority) {
        return store.mark(hints, priority);
    }

    @Override
    public Map<RecordKey, Link> load(Collection<RecordKey> keys) {
        return store.load(keys);
    }

    @Override
    public boolean link(String object, String hubspotId, String salesforceId) {
        return store.link(object, hubspotId, salesforceId);
    }

    @Override
    public boolean move(Pair pair, Side merged, String winnerId, List<Noted> hints) {
        return store.move(pair, merged, winnerId, hints);
    }

    @Override
    public boolean forget(Link link) {
        return store.forget(link);
    }

    @Override
    public void unlink(String object, String hubspotId, String salesforceId) {
        store.unlink(object, hubspotId, salesforceId);
    }

    @Override
    public Map<RecordKey, Taken> intend(Map<Link, Map<String, Intent>> intents, Instant until) {
        return store.intend(intents, until);
    }

    @Override
    public Set<RecordKey> acknowledge(Map<Link, Acknowledgement> acknowledgements) {
        return store.acknowledge(acknowledgements);
    }

    @Override
    public LinkPage links(String object, int limit, @Nullable String after) {
        return store.links(object, limit, after);
    }

    @Override
    public boolean retry(RecordKey link, @Nullable String mappingId) {
        return store.retry(link, mappingId);
    }

    @Override
    public List<RecordKey> overdue(Instant now, Duration after, int limit) {
        return store.overdue(now, after, limit);
    }

    @Override
    public void defer(Map<Link, Instant> until) {
        store.defer(until);
    }

    @Override
    public DueSummary due(int max) {
        return store.due(max);
    }

    @Override
    public void wake(Collection<RecordKey> keys) {
        store.wake(keys);
    }
}
