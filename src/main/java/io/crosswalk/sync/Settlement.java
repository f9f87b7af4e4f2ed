package io.crosswalk.sync;

import io.crosswalk.records.Link;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.records.RecordStore.Acknowledgement;
import io.crosswalk.rules.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ends that a look at a link can come to. */
final class Settlement {
    private final RecordStore store;
    private final RecordProblems problems;
    private final Backoff backoff;
    private final Clock clock;

    Settlement(RecordStore store, RecordProblems problems, Backoff backoff, Clock clock) {
        this.store = store;
        this.problems = problems;
        this.backoff = backoff;
        this.clock = clock;
    }

    /** Everything that was written and found is acknowledged, and told to people. */
    void settle(List<LinkWork> works) {
        problems.tell(works);
        Map<Link, Acknowledgement> acknowledgements = new LinkedHashMap<>();
        for (LinkWork work : works) {
            acknowledgements.put(
                    work.link,
                    new Acknowledgement(
                            work.bases(),
                            work.findings(),
                            work.keptIntents,
                            work.keptHints(),
                            work.again));
        }
        Set<RecordKey> done = store.acknowledge(acknowledgements);
        for (LinkWork work : works) {
            if (!done.contains(work.link.key())) {
                // Somebody else has decided meanwhile: another look brings the problems in line.
                work.told().forEach(id -> store.retry(work.link.key(), id));
            }
        }
    }

    /** Nothing to do for it; what is known of it stays. */
    void quiet(Link link) {
        keep(link, link.gone(), null);
    }

    /** The record is not there any more on a side: nothing is written until it is back. */
    void gone(Link link, Set<Side> sides) {
        problems.gone(link, sides);
        keep(link, sides, null);
    }

    /** It could not be looked at; the hints stay. */
    void postpone(Link link, ReadOutcome.@Nullable Failure failure) {
        postpone(link, failure == null ? Duration.ZERO : failure.after());
    }

    void postpone(Link link, Duration atLeast) {
        Instant again = clock.instant().plus(backoff.delay(link.due().attempts(), atLeast));
        keep(link, link.gone(), again);
    }

    private void keep(Link link, Set<Side> gone, @Nullable Instant again) {
        Acknowledgement kept =
                new Acknowledgement(
                        Map.of(),
                        link.findings().withGone(gone),
                        link.intents().keySet(),
                        Set.copyOf(link.due().hints()),
                        again);
        store.acknowledge(Map.of(link, kept));
    }
}
