package io.crosswalk.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.Shipped;
import io.crosswalk.reconcile.HealthState.Retry;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A person has everything tried again that a mapping could not write. */
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
}
