package io.crosswalk.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingStatuses.Assessed;
import io.crosswalk.reconcile.HealthState.Retry;
import io.crosswalk.reconcile.HealthState.Seen;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.SyncRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Refused values are tried again when what refused them has moved, and at no other time. */
class HealthRetriesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Duration SETTLED = Duration.ofMinutes(12);
    private static final ObjectPair CONTACT = ObjectPairs.named("contact").orElseThrow();
    private static final Seen OLD = new Seen(Map.of("m", "old"), Map.of(), null);

    private final RecordedRetries records = new RecordedRetries();
    private final ListedProblems problems = new ListedProblems();

    private HealthRetries at(Instant now) {
        ReconcileConfig config =
                new ReconcileConfig() {
                    @Override
                    public Set<SyncRule> checkedRules() {
                        return Set.of();
                    }

                    @Override
                    public Duration writesCheckedAfter() {
                        return Duration.ZERO;
                    }

                    @Override
                    public Duration overlap() {
                        return Duration.ZERO;
                    }

                    @Override
                    public Duration redriveAfter() {
                        return Duration.ZERO;
                    }

                    @Override
                    public int pagesMax() {
                        return 1;
                    }

                    @Override
                    public Duration catchUpFor() {
                        return Duration.ZERO;
                    }

                    @Override
                    public Duration healthEvery() {
                        return Duration.ZERO;
                    }

                    @Override
                    public Duration metadataSettledAfter() {
                        return SETTLED;
                    }

                    @Override
                    public int healthRetriesMax() {
                        return 200;
                    }
                };
        return new HealthRetries(problems, records, config, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static List<Assessed> assessed(SyncRule rule, String signature) {
        return List.of(new Assessed(mapping("m", rule), List.of(), signature));
    }

    private static Mapping mapping(String id, SyncRule rule) {
        return new Mapping(id, "contact", "phone", "Phone", rule, Fill.NONE, false, 1);
    }

    private static List<Assessed> assessed(String signature) {
        return assessed(SyncRule.TWO_WAY, signature);
    }

    private static RecordKey record(int number) {
        return RecordKey.hubspot("contact", Integer.toString(number));
    }

    @Test
    void mappingSeenForTheFirstTime_isTriedOnce() {
        problems.open("m", 3);

        Seen seen = at(NOW).run(CONTACT, assessed("new"), new Seen(Map.of(), Map.of(), null));

        assertThat(records.retried).isEmpty();
        seen = at(NOW.plus(SETTLED)).run(CONTACT, assessed("new"), seen);
        assertThat(records.retried).containsExactlyInAnyOrder(record(0), record(1), record(2));
        assertThat(seen).isEqualTo(new Seen(Map.of("m", "new"), Map.of(), null));
    }

    @Test
    void mappingsWithoutProblems_takeNothingFromWhatARunTries() {
        problems.open("m", 200);
        List<Assessed> many = new ArrayList<>();
        Map<String, Retry> retries = new HashMap<>();
        for (String id : List.of("a", "b", "c", "m")) {
            many.add(new Assessed(mapping(id, SyncRule.TWO_WAY), List.of(), "same"));
            retries.put(id, new Retry(NOW, null));
        }
        Map<String, String> same = Map.of("a", "same", "b", "same", "c", "same", "m", "same");

        Seen seen = at(NOW).run(CONTACT, many, new Seen(same, retries, null));

        assertThat(records.retried).hasSize(200);
        assertThat(seen.retries()).isEmpty();
    }

    @Test
    void nothingMoved_triesNothing() {
        problems.open("m", 3);

        assertThat(at(NOW).run(CONTACT, assessed("old"), OLD)).isEqualTo(OLD);

        assertThat(records.retried).isEmpty();
    }

    @Test
    void metadataMoved_triesOnceEveryFunctionHasSeenIt() {
        problems.open("m", 3);

        Seen seen = at(NOW).run(CONTACT, assessed("new"), OLD);

        assertThat(seen.retries()).containsEntry("m", new Retry(NOW.plus(SETTLED), null));
        assertThat(records.retried).isEmpty();
        seen = at(NOW.plus(SETTLED)).run(CONTACT, assessed("new"), seen);
        assertThat(records.retried).containsExactlyInAnyOrder(record(0), record(1), record(2));
        assertThat(seen).isEqualTo(new Seen(Map.of("m", "new"), Map.of(), null));
    }

    @Test
    void moreThanOneRunTries_isGoneOnWithByTheNext() {
        problems.open("m", 250);
        Seen seen = new Seen(Map.of("m", "new"), Map.of("m", new Retry(NOW, null)), null);

        seen = at(NOW).run(CONTACT, assessed("new"), seen);

        assertThat(records.retried).hasSize(200).doesNotHaveDuplicates();
        assertThat(seen.retries()).containsKey("m");
        seen = at(NOW).run(CONTACT, assessed("new"), seen);
        assertThat(records.retried).hasSize(250).doesNotHaveDuplicates();
        assertThat(seen.retries()).isEmpty();
    }

    @Test
    void movedAgainOnTheWay_startsOver() {
        problems.open("m", 3);
        Seen half = new Seen(Map.of("m", "old"), Map.of("m", new Retry(NOW, "1")), null);

        Seen seen = at(NOW).run(CONTACT, assessed("new"), half);

        assertThat(seen.retries()).containsEntry("m", new Retry(NOW.plus(SETTLED), null));
    }

    @Test
    void mappingThatSyncsNoMore_losesItsProblemsAndItsParkedPairs() {
        problems.open("m", 3);

        Seen seen = at(NOW).run(CONTACT, assessed(SyncRule.DONT_SYNC, "new"), OLD);

        assertThat(problems.open).isEmpty();
        assertThat(records.retried).containsExactlyInAnyOrder(record(0), record(1), record(2));
        assertThat(seen).isEqualTo(new Seen(Map.of(), Map.of(), null));
    }

    @Test
    void deletedMapping_losesItsProblemsOverAsManyRunsAsItTakes() {
        problems.open("m", 250);

        Seen seen = at(NOW).run(CONTACT, List.of(), OLD);

        assertThat(problems.open).hasSize(50);
        seen = at(NOW).run(CONTACT, List.of(), seen);
        assertThat(problems.open).isEmpty();
        assertThat(seen.signatures()).isEmpty();
    }

    @Test
    void mappingThatNoCheckHasSeen_losesItsProblemsAndThoseOfOthersStay() {
        problems.open("m", 3);
        problems.open("unseen", 3);
        problems.openOfMapping("unseen");
        problems.openOfRecord(7);

        Seen seen = at(NOW).run(CONTACT, assessed("old"), OLD);

        assertThat(problems.open)
                .extracting(problem -> problem.id().text())
                .containsExactly(
                        "contact.m.0.TOO_LONG",
                        "contact.m.1.TOO_LONG",
                        "contact.m.2.TOO_LONG",
                        "contact.unseen.FIELD_GONE",
                        "contact.-.7.RECORD_GONE");
        assertThat(records.retried).containsExactlyInAnyOrder(record(0), record(1), record(2));
        assertThat(seen).isEqualTo(OLD);
    }

    @Test
    void moreProblemsThanOneRunLooksAt_areGoneOnWithByTheNext() {
        problems.open("m", 250);
        problems.open("unseen", 30);

        Seen seen = at(NOW).run(CONTACT, assessed("old"), OLD);

        assertThat(problems.open).hasSize(280);
        seen = at(NOW).run(CONTACT, assessed("old"), seen);
        assertThat(problems.open).hasSize(250);
        assertThat(seen).isEqualTo(OLD);
    }
}
