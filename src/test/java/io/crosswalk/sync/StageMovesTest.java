package io.crosswalk.sync;

import static io.crosswalk.sync.SampleDeal.pipeline;
import static io.crosswalk.sync.SampleDeal.seen;
import static io.crosswalk.sync.SampleDeal.stage;
import static io.crosswalk.sync.SampleLink.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.hubspot.SaidAccess;
import io.crosswalk.hubspot.UnaskedHubspot;
import io.crosswalk.mapping.HubspotScopes;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.OneMapping;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.mapping.ScopeProblems;
import io.crosswalk.mapping.Stages;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.CrmWrite;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Link;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.WriteOutcome;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The deals of {@link SampleDeal}. */
class StageMovesTest {
    private final LinkDecisions decisions =
            new LinkDecisions(SampleLink.FINGERPRINTS, new Quarantine(3, Duration.ofMinutes(10)));

    private Map<String, String> sent(Observation seen, PlannedField... fields) {
        MappingPlan plan = SampleLink.plan(fields);
        LinkWork work = new LinkWork(seen, decisions.decide(plan, seen, false, NOON));
        return work.crmWrite(Side.HUBSPOT, work.writes(Side.HUBSPOT)).values();
    }

    @Test
    void stageThatBothPipelinesHave_becomesThatOfTheDealsOwn() {
        Observation renewal =
                seen(
                        Map.of("dealstage", "r-due"),
                        Map.of("StageName", "Due"),
                        Map.of("StageName", "Won"));

        assertThat(sent(renewal, stage(true))).isEqualTo(Map.of("dealstage", "r-won"));

        Observation sale =
                seen(
                        Map.of("dealstage", "s-new"),
                        Map.of("StageName", "New"),
                        Map.of("StageName", "Won"));

        assertThat(sent(sale, stage(true))).isEqualTo(Map.of("dealstage", "s-won"));
    }

    @Test
    void stageThatItsPipelineLacks_movesTheDealToThePipelineThatHasIt() {
        Observation renewal =
                seen(
                        Map.of("dealstage", "r-due"),
                        Map.of("StageName", "Due"),
                        Map.of("StageName", "New"));

        assertThat(sent(renewal, stage(true)))
                .isEqualTo(Map.of("dealstage", "s-new", "pipeline", "sales"));
    }

    @Test
    void dealWithoutAStage_getsThatOfTheFirstPipeline() {
        Observation deal =
                seen(Map.of("dealstage", ""), Map.of("StageName", ""), Map.of("StageName", "Won"));

        assertThat(sent(deal, stage(true)))
                .isEqualTo(Map.of("dealstage", "s-won", "pipeline", "sales"));
    }

    @Test
    void mappedPipeline_isWrittenWithItsOwnValueAndTheStageThatGoesWithIt() {
        Observation moved =
                seen(
                        Map.of("dealstage", "s-new", "pipeline", "sales"),
                        Map.of("StageName", "New", "Kind__c", "sales"),
                        Map.of("StageName", "Won", "Kind__c", "renewals"));

        assertThat(sent(moved, stage(false), pipeline()))
                .isEqualTo(Map.of("dealstage", "r-won", "pipeline", "renewals"));
    }

    @Test
    void mappedPipelineAlone_takesTheStageThereThatMeansTheSame() {
        Observation moved =
                seen(
                        Map.of("dealstage", "s-won", "pipeline", "sales"),
                        Map.of("StageName", "Won", "Kind__c", "sales"),
                        Map.of("StageName", "Won", "Kind__c", "renewals"));

        assertThat(sent(moved, stage(false), pipeline()))
                .isEqualTo(Map.of("dealstage", "r-won", "pipeline", "renewals"));
    }

    @Test
    void mappedPipelineThatLacksTheStage_isWrittenAlone() {
        Observation moved =
                seen(
                        Map.of("dealstage", "r-won", "pipeline", "renewals"),
                        Map.of("StageName", "Won", "Kind__c", "renewals"),
                        Map.of("StageName", "Won", "Kind__c", "trials"));

        assertThat(sent(moved, stage(false), pipeline())).isEqualTo(Map.of("pipeline", "trials"));
    }

    /** HubSpot will say what it thinks of it: the deal is not moved against its mapping. */
    @Test
    void stageThatTheMappedPipelineLacks_doesNotMoveTheDeal() {
        Observation renewal =
                seen(
                        Map.of("dealstage", "r-due", "pipeline", "renewals"),
                        Map.of("StageName", "Due", "Kind__c", "renewals"),
                        Map.of("StageName", "New", "Kind__c", "renewals"));

        assertThat(sent(renewal, stage(false), pipeline())).isEqualTo(Map.of("dealstage", "s-new"));
    }

    @Test
    void stagesOfBothPipelinesThatMeanTheSame_areInStep() {
        for (String stage : List.of("s-won", "r-won")) {
            Observation won =
                    seen(Map.of("dealstage", stage), Map.of(), Map.of("StageName", "Won"));

            assertThat(decisions.decide(SampleLink.plan(stage(true)), won, false, NOON))
                    .extracting(decided -> decided.action())
                    .allMatch(FieldDecision.Settle.class::isInstance);
            assertThat(sent(won, stage(true))).isEmpty();
        }
    }

    /** Takes no pipeline, and says so. */
    private static final class Refusing extends UnaskedHubspot {
        private final List<Set<String>> sent = new ArrayList<>();

        @Override
        public Side side() {
            return Side.HUBSPOT;
        }

        @Override
        public List<HubspotProperty> properties(String type) {
            return List.of();
        }

        @Override
        public List<WriteOutcome> write(String type, List<CrmWrite> writes) {
            CrmWrite write = writes.get(0);
            sent.add(write.values().keySet());
            return List.of(
                    write.values().containsKey(Stages.PIPELINE)
                            ? new WriteOutcome.Rejected(
                                    write.id(), "INVALID_OPTION", "no", List.of(Stages.PIPELINE))
                            : new WriteOutcome.Written(write.id(), Map.of()));
        }
    }

    @Test
    void pipelineThatHubspotRefuses_isARefusalOfTheStageAlone() {
        Observation renewal =
                seen(
                        Map.of("dealstage", "r-due", "phone", "1"),
                        Map.of("StageName", "Due"),
                        Map.of("StageName", "New", "Phone", "2"));
        MappingPlan plan =
                SampleLink.plan(stage(true), SampleLink.field(SyncRule.ALWAYS_USE_SALESFORCE));
        LinkWork work = new LinkWork(renewal, decisions.decide(plan, renewal, true, NOON));
        Refusing hubspot = new Refusing();

        new Writes(
                        new RecordedJournal(),
                        SampleLink.FINGERPRINTS,
                        new Backoff(new Random(1)),
                        new ScopeProblems(
                                new HubspotScopes(
                                        new OneMapping(), new UnaskedHubspot(), new SaidAccess()),
                                new RecordedProblems(),
                                Clock.fixed(NOON, ZoneOffset.UTC)),
                        LookListener.NONE,
                        Clock.fixed(NOON, ZoneOffset.UTC))
                .send(hubspot, ObjectPairs.named("deal").orElseThrow(), List.of(work));

        assertThat(work.refusals()).containsOnlyKeys("stage");
        assertThat(hubspot.sent)
                .containsExactly(Set.of("dealstage", "pipeline", "phone"), Set.of("phone"));
    }

    /** What a deal would be made of for an opportunity. */
    private static Map<String, String> made(Map<String, String> opportunity, PlannedField... all) {
        List<PlannedField> fields = new ArrayList<>(List.of(all));
        fields.add(SampleLink.field("n", "dealname", "Name", SyncRule.TWO_WAY));
        Map<String, String> values = new LinkedHashMap<>(opportunity);
        values.put("Name", "Purchase");
        Link link =
                new Link(
                        RecordKey.salesforce("deal", "006000000000001AAA"),
                        null,
                        Link.Due.quiet(1, Link.Turn.FIRST, List.of()),
                        Map.of(),
                        Map.of(),
                        new Findings(Map.of(), Set.of(), Map.of(), 0, Map.of(), Map.of(), 0));
        CrmRecord record = new CrmRecord("006000000000001AAA", "006000000000001AAA", values, NOON);
        MappingPlan plan = new MappingPlan(ObjectPairs.named("deal").orElseThrow(), true, fields);
        Map<String, String> made =
                new LinkedHashMap<>(
                        new NewRecords(new Refusing()).of(plan, new Seeker(link, record)).values());
        made.remove("dealname");
        return made;
    }

    @Test
    void newDeal_isMadeInTheFirstPipelineThatHasItsStage() {
        assertThat(made(Map.of("StageName", "Won"), stage(true)))
                .isEqualTo(Map.of("dealstage", "s-won", "pipeline", "sales"));
        assertThat(made(Map.of("StageName", "Due"), stage(true)))
                .isEqualTo(Map.of("dealstage", "r-due", "pipeline", "renewals"));
    }

    @Test
    void newDealWhosePipelineIsMapped_isMadeThere() {
        assertThat(
                        made(
                                Map.of("StageName", "Won", "Kind__c", "renewals"),
                                stage(false),
                                pipeline()))
                .isEqualTo(Map.of("dealstage", "r-won", "pipeline", "renewals"));
    }

    @Test
    void newDealWhosePipelineIsMappedAndBlank_isMadeInThatOfItsStage() {
        assertThat(made(Map.of("StageName", "Due"), stage(false), pipeline()))
                .isEqualTo(Map.of("dealstage", "r-due", "pipeline", "renewals"));
    }

    @Test
    void newDealWhoseMappedPipelineLacksItsStage_isNotMadeInAnother() {
        assertThat(made(Map.of("StageName", "Won", "Kind__c", "trials"), stage(false), pipeline()))
                .isEqualTo(Map.of("dealstage", "s-won", "pipeline", "trials"));
    }
}
