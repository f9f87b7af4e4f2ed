package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.KEY;
import static io.crosswalk.sync.SampleLink.NOON;
import static io.crosswalk.sync.SampleLink.PARTNER;

import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.mapping.Stages;
import io.crosswalk.records.Base;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Link;
import io.crosswalk.rules.Conversion;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.HubspotType;
import io.crosswalk.rules.Limits;
import io.crosswalk.rules.OptionGroups;
import io.crosswalk.rules.SalesforceType;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.Value;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Deals of three pipelines, and a stage that two of them have: sales and renewals. */
final class SampleDeal {
    private static final OptionGroups PIPELINES = new OptionGroups(pipelines());

    private static final Map<String, String> PAIRS =
            Map.of("s-new", "New", "s-won", "Won", "r-due", "Due", "r-won", "Won");

    private SampleDeal() {}

    private static Map<String, String> pipelines() {
        Map<String, String> pipelines = new LinkedHashMap<>();
        pipelines.put("s-new", "sales");
        pipelines.put("s-won", "sales");
        pipelines.put("r-due", "renewals");
        pipelines.put("r-won", "renewals");
        pipelines.put("t-lead", "trials");
        return pipelines;
    }

    static PlannedField stage(boolean moving) {
        return field(
                "stage", "dealstage", "StageName", PAIRS, PIPELINES, new Stages(PIPELINES, moving));
    }

    static PlannedField pipeline() {
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
    static Observation seen(
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
}
