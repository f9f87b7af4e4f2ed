package io.crosswalk.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.Shipped;
import io.crosswalk.mapping.MatchKey;
import io.crosswalk.reconcile.HealthState.Retry;
import io.crosswalk.reconcile.RetryAll.Asked;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.RecordKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A person has everything tried again that a mapping could not write, or that was not made. */
class RetryAllTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final ObjectPair CONTACT = ObjectPairs.named("contact").orElseThrow();

    /** Of contacts; nobody asks for anything else. */
    private static final class KeptAsked implements AskedRetries {
        final Map<String, Retry> asked = new HashMap<>();

        @Override
        public Map<String, Retry> of(String object) {
            return object.equals(CONTACT.name()) ? Map.copyOf(asked) : Map.of();
        }

        @Override
        public void ask(String object, String mappingId, Retry from) {
            asked.put(mappingId, from);
        }

        @Override
        public void goOn(String object, String mappingId, Retry from, @Nullable Retry to) {
            asked.computeIfPresent(mappingId, (id, now) -> now.equals(from) ? to : now);
        }
    }

    private final RecordedRetries records = new RecordedRetries();
    private final ListedProblems problems = new ListedProblems();
    private final KeptAsked asked = new KeptAsked();
    private final RetryAll retries =
            new RetryAll(
                    asked,
                    problems,
                    records,
                    Shipped.config(
                            ReconcileConfig.class,
                            Map.of("crosswalk.reconcile.health-retries-max", "200")),
                    Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void fewProblems_areTriedAtOnce() {
        problems.open("m", 3);
        problems.open("other", 3);

        assertThat(retries.ask(CONTACT, "m")).isEqualTo(3);

        assertThat(records.retried).hasSize(3);
        assertThat(asked.asked).isEmpty();
    }

    @Test
    void thousandsOfProblems_areGoneThroughByTheNextRuns_eachOnce() {
        problems.open("m", 450);

        retries.ask(CONTACT, "m");
        assertThat(records.retried).hasSize(100);
        retries.run();
        assertThat(records.retried).hasSize(300);
        retries.run();
        assertThat(records.retried).hasSize(450).doesNotHaveDuplicates();

        assertThat(asked.asked).isEmpty();
        retries.run();
        assertThat(records.retried).hasSize(450);
    }

    @Test
    void severalMappings_shareWhatARunTries() {
        problems.open("m", 300);
        problems.open("n", 300);
        retries.ask(CONTACT, "m");
        retries.ask(CONTACT, "n");

        retries.run();
        assertThat(records.retried).hasSize(400);
        retries.run();

        assertThat(records.retried).hasSize(600);
        assertThat(asked.asked).isEmpty();
    }

    /** Only so is a partner made for those that were there before that was wanted. */
    @Test
    void recordsThatWereNotMade_areLookedAtAsIfEachHadBeenEdited() {
        problems.openNotCreated(1, 2);
        problems.openOfRecord(7);
        problems.open("m", 3);

        assertThat(retries.ask(CONTACT, ProblemCode.NOT_CREATED)).isEqualTo(new Asked(2, false));

        RecordKey one = RecordKey.hubspot("contact", "1");
        RecordKey two = RecordKey.hubspot("contact", "2");
        assertThat(records.retried).containsExactly(one, two);
        assertThat(records.marked)
                .containsOnlyKeys(one, two)
                .containsEntry(one, List.of(MatchKey.asked(one, NOW)));
        assertThat(asked.asked).isEmpty();
    }

    @Test
    void thousandsThatWereNotMade_areGoneThroughByTheNextRunsBesideAMapping() {
        problems.openNotCreated(1_000, 250);
        problems.open("m", 250);

        assertThat(retries.ask(CONTACT, ProblemCode.NOT_CREATED)).isEqualTo(new Asked(100, true));
        retries.ask(CONTACT, "m");
        retries.run();
        retries.run();

        assertThat(records.retried).hasSize(500).doesNotHaveDuplicates();
        assertThat(records.marked).hasSize(250);
        assertThat(asked.asked).isEmpty();
    }

    /** That there is no such record is to be said of each: all at once could make twins. */
    @Test
    void recordsThatMayHaveBeenMade_areNotAmongThem() {
        assertThat(RetryAll.OF_RECORDS).doesNotContain(ProblemCode.CREATION_UNCERTAIN);
    }
}
