package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.KEY;
import static io.crosswalk.sync.SampleLink.NOON;
import static io.crosswalk.sync.SampleLink.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.hubspot.SaidAccess;
import io.crosswalk.hubspot.UnaskedHubspot;
import io.crosswalk.mapping.HubspotScopes;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.OneMapping;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.mapping.ScopeProblems;
import io.crosswalk.mapping.Stages;
import io.crosswalk.records.Base;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.CrmWrite;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Link;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.WriteOutcome;
import io.crosswalk.rules.Conversion;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.HubspotType;
import io.crosswalk.rules.Limits;
import io.crosswalk.rules.OptionGroups;
import io.crosswalk.rules.SalesforceType;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.Value;
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

/** Deals of three pipelines, and a stage that two of them have: sales and renewals. */
class StageMovesTest {
    private static final OptionGroups PIPELINES = new OptionGroups(pipelines());

    private static final Map<String, String> PAIRS =
            Map.of("s-new", "New", "s-won", "Won", "r-due", "Due", "r-won", "Won");

    private final LinkDecisions decisions =
            new LinkDecisions(SampleLink.FINGERPRINTS, new Quarantine(3, Duration.ofMinutes(10)));

    private static Map<String, String> pipelines() {
        Map<String, String> pipelines = new LinkedHashMap<>();
        pipelines.put("s-new", "sales");
        pipelines.put("s-won", "sales");
        pipelines.put("r-due", "renewals");
        pipelines.put("r-won", "renewals");
        pipelines.put("t-lead", "trials");
        return pipelines;
    }

    private static PlannedField stage(boolean moving) {
        return field(
                "stage", "dealstage", "StageName", PAIRS, PIPELINES, new Stages(PIPELINES, moving));
    }

    private static PlannedField pipeline() {
        return field("pipe", "pipeline", "Kind__c", Map.of(), OptionGroups.NONE, null);
    }

    private static PlannedField field(
            String id,
            String property,
            String name,
            Map<String, String> pairs,
            OptionGroups groups,
            Stages stages) {
        return new PlannedField(
                new Mapping(
                        id,
                        "deal",
                        property,
                        name,
                        SyncRule.PREFER_SALESFORCE_UNLESS_BLANK,
                        Fill.NONE,
                        false,
                        1),
                HubspotType.SELECT,
                SalesforceType.PICKLIST,
                Conversion.between(
                        HubspotType.SELECT,
                        SalesforceType.PICKLIST,
                        Limits.NONE,
                        Limits.NONE,
                        pairs,
                        groups,
                        ZoneOffset.UTC),
                null,
                stages);
    }

    /** A deal that was in step, with what Salesforce has now. */
    private static Observation seen(
            Map<String, String> hubspot, Map<String, String> before, Map<String, String> now) {
        Map<String, Base> bases = new LinkedHashMap<>();
        if (before.containsKey("StageName")) {
            bases.put("stage", base("stage", hubspot.get("dealstage"), before.get("StageName")));
        }
        if (before.containsKey("Kind__c")) {
            bases.put("pipe", base("pipe", hubspot.get("pipeline"), before.get("Kind__c")));
        }
        bases.put("m", base("m", "1", "1"));
        Findings none = new Findings(Map.of(), Set.of(), Map.of(), 0, Map.of(), Map.of(), 0);
        Link link =
                new Link(
                        KEY,
                        PARTNER,
                        Link.Due.quiet(1, Link.Turn.FIRST, List.of()),
                        bases,
                        Map.of(),
                        none);
        return Observation.of(
                link,
                new CrmRecord("501", "501", Map.copyOf(hubspot), NOON),
                new CrmRecord(PARTNER, PARTNER, Map.copyOf(now), NOON));
    }

    private static Base base(String id, String hubspot, String salesforce) {
        return SampleLink.FINGERPRINTS.base(KEY, id, Value.of(hubspot), Value.of(salesforce));
    }

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
}
