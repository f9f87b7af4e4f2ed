package io.crosswalk.api;

import io.crosswalk.api.RecordView.FieldState;
import io.crosswalk.api.RecordView.RecordFieldView;
import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.ObjectMetadata;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Difference;
import io.crosswalk.records.Link;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.salesforce.SalesforceField;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one record, side by side.
 *
 * @param last per mapping id the newest journal entry
 */
record RecordFields(
        MappingPlan plan,
        ObjectMetadata metadata,
        RecordReads.Read hubspot,
        RecordReads.Read salesforce,
        @Nullable Link link,
        Map<String, EntryView> last) {

    /** What a field is, and why. */
    private record Judged(FieldState state, @Nullable Difference difference, String why) {
        Judged(FieldState state, String why) {
            this(state, null, why);
        }
    }

    RecordFieldView view(Mapping mapping) {
        Judged judged = judged(mapping);
        boolean shown = judged.state() != FieldState.NOT_SYNCED;
        Difference difference = judged.difference();
        String inHubspot = shown ? value(hubspot.record(), mapping.hubspotProperty()) : null;
        String inSalesforce = shown ? value(salesforce.record(), mapping.salesforceField()) : null;
        return new RecordFieldView(
                mapping.id(),
                mapping.hubspotProperty(),
                hubspotLabel(mapping),
                mapping.salesforceField(),
                salesforceLabel(mapping),
                mapping.syncRule().name(),
                mapping.syncRule().label(),
                inHubspot,
                inSalesforce,
                person(mapping, Side.HUBSPOT, inHubspot),
                person(mapping, Side.SALESFORCE, inSalesforce),
                judged.state(),
                difference == null ? null : difference.reason(),
                difference == null ? null : difference.since(),
                judged.why(),
                last.get(mapping.id()));
    }

    private @Nullable String person(Mapping mapping, Side side, @Nullable String wire) {
        PlannedField field = plan.ofProperty(mapping.hubspotProperty());
        return wire == null || field == null || field.colleagues() == null
                ? null
                : field.colleagues().called(side, field.of(side, wire).text());
    }

    private String hubspotLabel(Mapping mapping) {
        HubspotProperty property = metadata.property(mapping.hubspotProperty());
        return property == null ? mapping.hubspotProperty() : property.label();
    }

    private String salesforceLabel(Mapping mapping) {
        SalesforceField field = metadata.field(mapping.salesforceField());
        return field == null ? mapping.salesforceField() : field.label();
    }

    private static @Nullable String value(@Nullable CrmRecord record, String name) {
        String value = record == null ? null : record.values().get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    private Judged judged(Mapping mapping) {
        if (mapping.syncRule() == SyncRule.DONT_SYNC) {
            return new Judged(
                    FieldState.NOT_SYNCED, "The rule is Don't sync: nothing is read or compared.");
        }
        PlannedField field = plan.ofProperty(mapping.hubspotProperty());
        CrmRecord inHubspot = hubspot.record();
        CrmRecord inSalesforce = salesforce.record();
        if (inHubspot == null || inSalesforce == null) {
            return new Judged(FieldState.UNKNOWN, "Only read on both sides can it be compared.");
        }
        if (field == null
                || !inHubspot.values().containsKey(mapping.hubspotProperty())
                || !inSalesforce.values().containsKey(mapping.salesforceField())) {
            return new Judged(
                    FieldState.NOT_VISIBLE,
                    "A CRM does not show it, or the types do not fit any more: see the mapping's"
                            + " status.");
        }
        boolean inStep =
                field.conversion()
                        .inStep(
                                field.hubspot(inHubspot.values()),
                                field.salesforce(inSalesforce.values()));
        return inStep ? inStep(mapping) : differs(mapping);
    }

    private Judged inStep(Mapping mapping) {
        EntryView entry = last.get(mapping.id());
        return new Judged(
                FieldState.IN_STEP, entry == null ? "Nothing had to be written." : entry.reason());
    }

    private Judged differs(Mapping mapping) {
        if (!plan.syncEnabled()) {
            return new Judged(FieldState.DIFFERS, "Sync of this object is off.");
        }
        Difference known = link == null ? null : link.findings().differences().get(mapping.id());
        if (link != null && link.due().state() != Link.State.QUIET) {
            return new Judged(
                    FieldState.DIFFERS,
                    known,
                    "There is something to look at: the record is due and looked at next.");
        }
        if (known == null) {
            return new Judged(
                    FieldState.DIFFERS,
                    "It changed a moment ago, or no look has compared it yet. Resync looks now.");
        }
        return new Judged(FieldState.DIFFERS, known, Sentences.of(known.reason()));
    }
}
