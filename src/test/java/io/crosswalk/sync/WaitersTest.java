package io.crosswalk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.mapping.MatchKey;
import io.crosswalk.records.Base;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Link;
import io.crosswalk.records.Link.Turn;
import io.crosswalk.records.Noted;
import io.crosswalk.records.Priority;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.UnaskedRecordStore;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.simulation.InMemoryMatchNotes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whoever linked two may have stopped before those that waited for them were told. */
class WaitersTest {
    private static final RecordKey WAITING = RecordKey.hubspot("contact", "502");
    private static final RecordKey POINTER = RecordKey.salesforce("contact", SampleLink.PARTNER);

    private final List<RecordKey> due = new ArrayList<>();
    private final InMemoryMatchNotes notes = new InMemoryMatchNotes();
    private final Waiters waiters =
            new Waiters(
                    new UnaskedRecordStore() {
                        @Override
                        public Map<RecordKey, Link> mark(
                                Map<RecordKey, List<Noted>> hints, Priority priority) {
                            due.addAll(hints.keySet());
                            return Map.of();
                        }
                    },
                    notes);

    private static LinkWork look(Map<String, Base> bases) {
        Link link =
                new Link(
                        SampleLink.KEY,
                        SampleLink.PARTNER,
                        Link.Due.quiet(1, Turn.FIRST, List.of()),
                        bases,
                        Map.of(),
                        Findings.NONE);
        return new LinkWork(new SampleLink().seen(link, "1", "1"), List.of());
    }

    @Test
    void firstLookAtAPair_releasesWhoWaitedForEitherOfThem() {
        waiters.await(Set.of(POINTER), WAITING);

        waiters.releaseBy(
                SampleLink.plan(SampleLink.field(SyncRule.TWO_WAY)), List.of(look(Map.of())));

        assertThat(due).containsExactly(WAITING);
        assertThat(notes.load(Set.of(POINTER))).isEmpty();
    }

    @Test
    void pairWhoseRecordWasLookedAtAloneBefore_isNewAllTheSame() {
        waiters.await(Set.of(SampleLink.KEY), WAITING);

        waiters.releaseBy(
                SampleLink.plan(SampleLink.field(SyncRule.TWO_WAY)),
                List.of(look(Map.of(MatchKey.PARTNER, Base.OF_NOTHING))));

        assertThat(due).containsExactly(WAITING);
    }

    @Test
    void laterLooks_askForNobody() {
        waiters.await(Set.of(SampleLink.KEY), WAITING);

        waiters.releaseBy(
                SampleLink.plan(SampleLink.field(SyncRule.TWO_WAY)),
                List.of(look(Map.of("m", Base.OF_NOTHING))));

        assertThat(due).isEmpty();
        assertThat(notes.load(Set.of(SampleLink.KEY))).isNotEmpty();
    }
}
