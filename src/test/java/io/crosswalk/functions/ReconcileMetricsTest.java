package io.crosswalk.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.Shipped;
import io.crosswalk.budget.Governor;
import io.crosswalk.budget.InMemoryBudgetStore;
import io.crosswalk.budget.ShippedTerms;
import io.crosswalk.mapping.BreakerConfig;
import io.crosswalk.mapping.PausedMappings;
import io.crosswalk.records.Difference;
import io.crosswalk.records.DriftFigure;
import io.crosswalk.records.InMemoryArrivals;
import io.crosswalk.records.InMemoryBreakerStore;
import io.crosswalk.records.InMemoryDriftStore;
import io.crosswalk.records.Link.State;
import io.crosswalk.records.MassChange;
import io.crosswalk.records.Problem;
import io.crosswalk.records.ProblemCause;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.ProblemPlace;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.UnaskedRecordStore;
import io.crosswalk.rules.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The figures that reconcile tells, from what is stored. Contacts sync, nothing else does. */
class ReconcileMetricsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final List<String> lines = new ArrayList<>();
    private final StoredFigures stored = new StoredFigures();
    private final InMemoryArrivals arrivals = new InMemoryArrivals();
    private final InMemoryDriftStore drift = new InMemoryDriftStore();
    private final InMemoryBreakerStore breaker = new InMemoryBreakerStore();
    private DueRecords due = new DueRecords(Map.of(), null);

    /** Only asked for what is due. */
    private static final class DueRecords extends UnaskedRecordStore {
        private final Map<State, Integer> counts;
        private final @Nullable Instant oldest;

        DueRecords(Map<State, Integer> counts, @Nullable Instant oldest) {
            this.counts = counts;
            this.oldest = oldest;
        }

        @Override
        public DueSummary due(int max) {
            return new DueSummary(counts, false, oldest);
        }
    }

    private String put() {
        Metrics metrics = new EmbeddedMetrics("s", Map::of, CLOCK, lines::add);
        new ReconcileMetrics(
                        metrics,
                        due,
                        stored.problems(),
                        stored.mappings(),
                        new PausedMappings(
                                breaker,
                                stored.mappings(),
                                stored.problems(),
                                Shipped.config(BreakerConfig.class),
                                CLOCK),
                        new Governor(
                                new InMemoryBudgetStore(),
                                ShippedTerms.terms(),
                                CLOCK,
                                new Random(1)),
                        stored.cursors(),
                        arrivals,
                        drift,
                        CLOCK)
                .put();
        return String.join("\n", lines);
    }

    @Test
    void allQuiet_everyFigureIsTold() {
        stored.caughtUp("contact", Side.HUBSPOT, NOW.minusSeconds(30));
        stored.caughtUp("contact", Side.SALESFORCE, NOW.minusSeconds(90));

        assertThat(put())
                .isEqualTo(
                        "{\"_aws\":{\"Timestamp\":1795514400000,\"CloudWatchMetrics\":[{"
                                + "\"Namespace\":\"Crosswalk\",\"Dimensions\":[[\"Stack\"]],"
                                + "\"Metrics\":[{\"Name\":\"OldestDueAge\",\"Unit\":\"Seconds\"},"
                                + "{\"Name\":\"DueLinks\",\"Unit\":\"Count\"},"
                                + "{\"Name\":\"ProblemsOpen\",\"Unit\":\"Count\"},"
                                + "{\"Name\":\"IssuesOpen\",\"Unit\":\"Count\"},"
                                + "{\"Name\":\"PausedMappings\",\"Unit\":\"Count\"},"
                                + "{\"Name\":\"HubspotDailyBudgetUsed\",\"Unit\":\"Percent\"},"
                                + "{\"Name\":\"SalesforceDailyBudgetUsed\",\"Unit\":\"Percent\"},"
                                + "{\"Name\":\"CursorAge\",\"Unit\":\"Seconds\"},"
                                + "{\"Name\":\"HubspotSilence\",\"Unit\":\"Seconds\"},"
                                + "{\"Name\":\"SalesforceSilence\",\"Unit\":\"Seconds\"},"
                                + "{\"Name\":\"MappedFields\",\"Unit\":\"Count\"},"
                                + "{\"Name\":\"FieldsInStep\",\"Unit\":\"Count\"}]}]},"
                                + "\"Stack\":\"s\",\"OldestDueAge\":0,\"DueLinks\":0,"
                                + "\"ProblemsOpen\":0,\"IssuesOpen\":0,\"PausedMappings\":0,"
                                + "\"HubspotDailyBudgetUsed\":0,\"SalesforceDailyBudgetUsed\":0,"
                                + "\"CursorAge\":90,\"HubspotSilence\":0,"
                                + "\"SalesforceSilence\":0,\"MappedFields\":0,\"FieldsInStep\":0}");
    }

    @Test
    void recordsAreDue_howManyAndSinceWhen() {
        due = new DueRecords(Map.of(State.DUE, 3, State.WAITING, 4), NOW.minusSeconds(600));

        assertThat(put()).contains("\"OldestDueAge\":600,\"DueLinks\":7,");
    }

    @Test
    void changesAreFoundOfWhichSalesforceHasNotTold_forHowLong() {
        arrivals.taken(Side.SALESFORCE, NOW.minusSeconds(90_000));
        arrivals.found(Side.SALESFORCE, NOW.minusSeconds(7_200));
        arrivals.found(Side.SALESFORCE, NOW.minusSeconds(60));

        assertThat(put()).contains("\"HubspotSilence\":0,\"SalesforceSilence\":7200,");
    }

    /** Reconcile may see an edit a moment before its webhook comes. */
    @Test
    void webhookCameSinceAChangeWasFound_hubspotIsNotSilent() {
        arrivals.taken(Side.HUBSPOT, NOW.minusSeconds(90_000));
        arrivals.found(Side.HUBSPOT, NOW.minusSeconds(7_205));
        arrivals.taken(Side.HUBSPOT, NOW.minusSeconds(7_200));

        assertThat(put()).contains("\"HubspotSilence\":0,");
    }

    /** Arrivals are noted once a minute: one may have come after the change was found. */
    @Test
    void changeFoundWithinAMinuteOfAnArrival_isNotSilence() {
        arrivals.taken(Side.HUBSPOT, NOW.minusSeconds(7_259));
        arrivals.found(Side.HUBSPOT, NOW.minusSeconds(7_200));

        assertThat(put()).contains("\"HubspotSilence\":0,");
    }

    /** Without change events there is nobody who could be silent. */
    @Test
    void noEventEverArrived_nobodyIsSilent() {
        arrivals.found(Side.SALESFORCE, NOW.minusSeconds(7_200));

        assertThat(put()).contains("\"SalesforceSilence\":0,");
    }

    @Test
    void problemsAreOpen_issuesAreCountedApart() {
        stored.open(problem("1", ProblemCode.NOT_A_NUMBER));
        stored.open(problem("2", ProblemCode.NOT_A_NUMBER));
        stored.open(problem("3", warning()));

        assertThat(put()).contains("\"ProblemsOpen\":3,\"IssuesOpen\":2,");
    }

    @Test
    void moreProblemsThanArePutOnAPage_areCountedToAThousand() {
        for (int i = 0; i < 1_200; i++) {
            stored.open(problem(Integer.toString(i), ProblemCode.NOT_A_NUMBER));
        }

        assertThat(put()).contains("\"ProblemsOpen\":1000,");
    }

    @Test
    void mappingPaused_isCountedUntilItIsReleased() {
        breaker.pause(
                "contact",
                "jobtitle",
                new MassChange(NOW, Side.HUBSPOT, 300, 0, 1_000L, Duration.ofHours(1)));
        breaker.pause(
                "contact",
                "phone",
                new MassChange(NOW, Side.HUBSPOT, 300, 0, 1_000L, Duration.ofHours(1)));
        breaker.release("contact", "phone", NOW, NOW.plusSeconds(3_600));

        assertThat(put()).contains("\"PausedMappings\":1,");
    }

    @Test
    void objectNeverCaughtUp_isADayOld() {
        stored.caughtUp("contact", Side.HUBSPOT, NOW);

        assertThat(put()).contains("\"CursorAge\":86400,");
    }

    @Test
    void sweepsCounted_fieldsInStepAreOfThem() {
        drift.publish(
                "contact",
                new DriftFigure(
                        NOW,
                        NOW,
                        10,
                        0,
                        80,
                        Map.of("jobtitle", Map.of(Difference.Reason.values()[0], 5L)),
                        null,
                        List.of()));

        assertThat(put()).contains("\"MappedFields\":80,\"FieldsInStep\":75}");
    }

    @Test
    void storageFails_nothingIsToldAndNothingIsThrown() {
        stored.fail();

        assertThat(put()).isEmpty();
    }

    private static ProblemCode warning() {
        for (ProblemCode code : ProblemCode.values()) {
            if (code.severity() == io.crosswalk.records.ProblemSeverity.WARNING) {
                return code;
            }
        }
        throw new AssertionError("no code is a warning");
    }

    private static Problem problem(String id, ProblemCode code) {
        return new Problem(
                ProblemPlace.record(RecordKey.hubspot("contact", id), null),
                new ProblemCause(code, code.action(), "text", Map.of(), null),
                NOW,
                NOW,
                1);
    }
}
