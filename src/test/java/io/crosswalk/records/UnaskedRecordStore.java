package io.crosswalk.records;

import io.crosswalk.rules.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Expects no call; a fake overrides those that its test expects. */
public class UnaskedRecordStore implements RecordStore {
    private static AssertionError unasked() {
        return new AssertionError("not asked for");
    }

    @Override
    public Map<RecordKey, Link> mark(Map<RecordKey, List<Noted>> hints, Priority priority) {
        throw unasked();
    }

    @Override
    public Map<RecordKey, Link> load(Collection<RecordKey> keys) {
        throw unasked();
    }

    @Override
    public boolean link(String object, String hubspotId, String salesforceId) {
        throw unasked();
    }

    @Override
    public boolean move(Pair pair, Side merged, String winnerId, List<Noted> hints) {
        throw unasked();
    }

    @Override
    public boolean forget(Link link) {
        throw unasked();
    }

    @Override
    public void unlink(String object, String hubspotId, String salesforceId) {
        throw unasked();
    }

    @Override
    public Map<RecordKey, Taken> intend(Map<Link, Map<String, Intent>> intents, Instant until) {
        throw unasked();
    }

    @Override
    public Set<RecordKey> acknowledge(Map<Link, Acknowledgement> acknowledgements) {
        throw unasked();
    }

    @Override
    public boolean retry(RecordKey link, @Nullable String mappingId) {
        throw unasked();
    }

    @Override
    public List<RecordKey> overdue(Instant now, Duration after, int limit) {
        throw unasked();
    }

    @Override
    public void defer(Map<Link, Instant> until) {
        throw unasked();
    }

    @Override
    public DueSummary due(int max) {
        throw unasked();
    }

    @Override
    public void wake(Collection<RecordKey> keys) {
        throw unasked();
    }

    @Override
    public LinkPage links(String object, int limit, @Nullable String after) {
        throw unasked();
    }
}
