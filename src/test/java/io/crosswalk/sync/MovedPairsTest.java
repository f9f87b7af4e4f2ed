package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.FINGERPRINTS;
import static io.crosswalk.sync.SampleLink.KEY;
import static io.crosswalk.sync.SampleLink.NOON;
import static io.crosswalk.sync.SampleLink.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.mapping.MatchKey;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.InMemoryRunTallies;
import io.crosswalk.records.Link;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.Value;
import io.crosswalk.salesforce.UnaskedSalesforce;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A pair whose HubSpot record names somebody else. */
class MovedPairsTest {
    private static final String GONE = "003000000000009AAA";

    private final RecordedStore store = new RecordedStore();

    /** Has nobody. */
    private static final class EmptySalesforce extends UnaskedSalesforce {
        @Override
        public ReadOutcome read(String type, Collection<String> ids, Collection<String> names) {
            return new ReadOutcome(Map.of(), Set.copyOf(ids), Set.of(), null);
        }
    }

    private MovedPairs moved() {
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        Settlement settlement =
                new Settlement(
                        store,
                        new RecordProblems(new RecordedProblems()),
                        new LinkFindings(new Quarantine(12, Duration.ofMinutes(10))),
                        new Tallying(new InMemoryRunTallies(), FINGERPRINTS),
                        new Backoff(new SplittableRandom(1)),
                        new Turns(store, Duration.ofMinutes(2), clock),
                        LookListener.NONE,
                        clock);
        LostWrites lost =
                new LostWrites(
                        new RecordedJournal(),
                        new JournalWriter(false, FINGERPRINTS),
                        new ArrivedWrites(FINGERPRINTS));
        return new MovedPairs(store, new EmptySalesforce(), settlement, lost, FINGERPRINTS);
    }

    @Test
    void itIsNotThere_thePairStaysAndIsNotLookedAtForItAgain() {
        Link link = new SampleLink().acknowledged("1", "1").link();
        Observation seen =
                Observation.of(
                        link,
                        new CrmRecord("501", "501", Map.of("salesforcecontactid", GONE), NOON),
                        new CrmRecord(PARTNER, PARTNER, Map.of(), NOON));

        List<Observation> staying =
                moved().staying(SampleLink.plan(SampleLink.field(SyncRule.TWO_WAY)), List.of(seen));

        assertThat(staying)
                .singleElement()
                .satisfies(
                        it ->
                                assertThat(it.link().base())
                                        .containsEntry(
                                                MatchKey.NAMED,
                                                FINGERPRINTS.base(
                                                        KEY,
                                                        MatchKey.NAMED,
                                                        Value.of(GONE),
                                                        Value.BLANK))
                                        .containsKey("m"));
    }
}
