package io.crosswalk.sync;

import static io.crosswalk.sync.SampleDeal.pipeline;
import static io.crosswalk.sync.SampleDeal.seen;
import static io.crosswalk.sync.SampleDeal.stage;
import static io.crosswalk.sync.SampleLink.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Difference;
import io.crosswalk.records.Noted;
import io.crosswalk.rules.Side;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A stage and its pipeline, of which one may not be written: see {@link SampleDeal}. */
class StageGuardsTest {
    private final LinkDecisions decisions =
            new LinkDecisions(SampleLink.FINGERPRINTS, new Quarantine(3, Duration.ofMinutes(10)));

    private static Map<String, String> sent(LinkWork work) {
        return work.crmWrite(Side.HUBSPOT, work.writes(Side.HUBSPOT)).values();
    }

    private LinkWork work(Observation seen, PlannedField... fields) {
        return new LinkWork(seen, decisions.decide(SampleLink.plan(fields), seen, false, NOON));
    }

    /** Salesforce has another pipeline and another stage for a deal. */
    private LinkWork moving() {
        Observation moved =
                seen(
                        Map.of("dealstage", "s-new", "pipeline", "sales"),
                        Map.of("StageName", "New", "Kind__c", "sales"),
                        Map.of("StageName", "Won", "Kind__c", "renewals"));
        return work(moved, pipeline(), stage(false));
    }

    private static Map<String, FieldDecision.Action> held(LinkWork work) {
        Map<String, FieldDecision.Action> held = new LinkedHashMap<>();
        for (FieldDecision decided : work.decisions()) {
            if (decided.action() instanceof FieldDecision.Hold) {
                held.put(decided.mappingId(), decided.action());
            }
        }
        return held;
    }

    @Test
    void mappedPipelineIsPaused_stageThatNeedsItWaitsWithIt() {
        for (Set<String> paused : List.of(Set.of("pipe"), Set.of("pipe", "stage"))) {
            LinkWork work = moving();

            Breaker.holdPaused(paused, List.of(work));

            FieldDecision.Hold hold = new FieldDecision.Hold(Difference.Reason.PAUSED);
            assertThat(held(work)).isEqualTo(Map.of("pipe", hold, "stage", hold));
            assertThat(work.parked()).containsOnlyKeys("pipe", "stage");
            assertThat(sent(work)).isEmpty();
        }
    }

    @Test
    void mappedPipelineIsPaused_stageOfTheDealsOwnIsWritten() {
        Observation moved =
                seen(
                        Map.of("dealstage", "s-won", "pipeline", "sales"),
                        Map.of("StageName", "Won", "Kind__c", "sales"),
                        Map.of("StageName", "New", "Kind__c", "renewals"));
        LinkWork work = work(moved, pipeline(), stage(false));

        Breaker.holdPaused(Set.of("pipe"), List.of(work));

        assertThat(held(work)).containsOnlyKeys("pipe");
        assertThat(sent(work)).isEqualTo(Map.of("dealstage", "s-new"));
    }

    private static Noted edit(String property) {
        return new Noted(Side.HUBSPOT, Noted.Kind.CHANGED, property, NOON, false);
    }

    @Test
    void mappedPipelineWasEditedSinceTheLook_stageThatNeedsItIsNotSentEither() {
        LinkWork work = moving();

        work.skipWhatNewsTouches(List.of(edit("pipeline")));

        assertThat(sent(work)).isEmpty();
    }

    @Test
    void stageWasEditedSinceTheLook_pipelineDoesNotReplaceIt() {
        LinkWork both = moving();
        Observation moved =
                seen(
                        Map.of("dealstage", "s-won", "pipeline", "sales"),
                        Map.of("StageName", "Won", "Kind__c", "sales"),
                        Map.of("StageName", "Won", "Kind__c", "renewals"));
        LinkWork alone = work(moved, pipeline(), stage(false));

        for (LinkWork work : List.of(both, alone)) {
            work.skipWhatNewsTouches(List.of(edit("dealstage")));

            assertThat(sent(work)).isEmpty();
        }
    }

    @Test
    void pipelineWasEditedSinceTheLook_stageDoesNotMoveTheDealAnyMore() {
        Observation renewal =
                seen(
                        Map.of("dealstage", "r-due"),
                        Map.of("StageName", "Due"),
                        Map.of("StageName", "New"));
        LinkWork work = work(renewal, stage(true));

        work.skipWhatNewsTouches(List.of(edit("pipeline")));

        assertThat(sent(work)).isEmpty();
    }

    @Test
    void otherPropertyWasEditedSinceTheLook_pipelineAndStageAreSent() {
        LinkWork work = moving();

        work.skipWhatNewsTouches(List.of(edit("amount")));

        assertThat(sent(work)).isEqualTo(Map.of("dealstage", "r-won", "pipeline", "renewals"));
    }
}
