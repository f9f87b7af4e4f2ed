package io.crosswalk.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.Base;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Link;
import io.crosswalk.records.Link.Due;
import io.crosswalk.records.Link.State;
import io.crosswalk.records.Link.Turn;
import io.crosswalk.records.Noted;
import io.crosswalk.records.Priority;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.UnaskedRecordStore;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Contacts with partners, of which some are due; sync looks when it is told to. */
final class DueLinks extends UnaskedRecordStore {
    private final Map<RecordKey, Link> links = new HashMap<>();
    private Runnable whenMarked = () -> {};

    /** Links that were read in one go. */
    int mostLoaded;

    static RecordKey key(String id) {
        return RecordKey.hubspot("contact", id);
    }

    void add(String id) {
        put(id, quiet(List.of()), Findings.NONE);
    }

    /** One of which a mapping's value could not be written; nothing is to be looked at. */
    void addRefused(String id, String mappingId) {
        put(id, quiet(List.of()), Findings.NONE.withParked(Map.of(mappingId, Base.OF_NOTHING)));
    }

    private void put(String id, Due due, Findings findings) {
        links.put(key(id), new Link(key(id), "003" + id, due, Map.of(), Map.of(), findings));
    }

    private static Due quiet(List<Noted> hints) {
        return Due.quiet(0, Turn.FIRST, hints);
    }

    private static Due due(State state, @Nullable Instant since, List<Noted> hints) {
        return new Due(state, Instant.EPOCH, since, 1, Turn.FIRST, 0, Priority.BACKFILL, hints);
    }

    /** Something happens right after links were marked. */
    void whenMarked(Runnable then) {
        whenMarked = then;
    }

    List<Noted> hints(String id) {
        return links.get(key(id)).due().hints();
    }

    /** They are looked at, and every field settled. */
    void syncLooks(String... ids) {
        List.of(ids).forEach(this::add);
    }

    /** Its value is refused, and to be tried again some time; what was asked for stays. */
    void syncIsRefused(String id) {
        Link link = links.get(key(id));
        put(id, due(State.WAITING, null, link.due().hints()), link.findings());
    }

    @Override
    public Map<RecordKey, Link> load(Collection<RecordKey> keys) {
        mostLoaded = Math.max(mostLoaded, keys.size());
        Map<RecordKey, Link> found = new HashMap<>();
        for (RecordKey key : keys) {
            @Nullable Link link = links.get(key);
            if (link != null) {
                found.put(key, link);
            }
        }
        return found;
    }

    @Override
    public Map<RecordKey, Link> mark(Map<RecordKey, List<Noted>> hints, Priority priority) {
        assertThat(priority).isEqualTo(Priority.BACKFILL);
        hints.forEach(
                (key, its) ->
                        put(
                                key.recordId(),
                                due(State.DUE, Instant.EPOCH, its),
                                links.get(key).findings()));
        whenMarked.run();
        return Map.of();
    }
}
