package io.crosswalk.sync;

import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Base;
import io.crosswalk.records.Noted;
import io.crosswalk.rules.Decision;
import io.crosswalk.rules.Evaluator;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.Hinted;
import io.crosswalk.rules.Later;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.Value;
import org.jspecify.annotations.Nullable;

/**
 * What the rule's table says of one field, for whichever side is the later.
 *
 * @param before null at first contact, and where a run asks that the field be taken for one
 * @param hubspotChanged whether the property differs from its base; meaningless without a base
 * @param retyped the side that holds its base, but only because a person set it to that again; null
 *     if there is none
 */
record FieldTable(
        PlannedField field,
        boolean inStep,
        boolean hubspotBlank,
        boolean salesforceBlank,
        @Nullable Base before,
        boolean hubspotChanged,
        boolean salesforceChanged,
        Hinted hinted,
        Fill fill,
        @Nullable Side retyped) {

    static FieldTable of(PlannedField field, Observation seen, @Nullable Base before, Base now) {
        Value hubspot = seen.hubspot(field);
        Value salesforce = seen.salesforce(field);
        boolean hubspotChanged = before != null && !now.hubspot().equals(before.hubspot());
        boolean salesforceChanged = before != null && !now.salesforce().equals(before.salesforce());
        boolean aligned = seen.asked().aligns(field.mapping(), before, now);
        Hinted edited =
                Hinted.of(
                        isEdited(field, seen, Side.HUBSPOT),
                        isEdited(field, seen, Side.SALESFORCE));
        return new FieldTable(
                field,
                field.conversion().inStep(hubspot, salesforce),
                hubspot.isBlank(),
                salesforce.isBlank(),
                aligned ? null : before,
                hubspotChanged,
                salesforceChanged,
                before == null ? edited : Hinted.NONE,
                aligned ? Fill.ALIGN : field.mapping().fill(),
                hubspotChanged == salesforceChanged
                        ? null
                        : retyped(
                                field, seen, now, hubspotChanged ? Side.SALESFORCE : Side.HUBSPOT));
    }

    /** While the mapping did not sync nobody was told what came after such an edit. */
    private static boolean isEdited(PlannedField field, Observation seen, Side side) {
        Noted edit = seen.edit(field, side);
        Mapping.Since since = field.mapping().saved().since();
        return edit != null && (since == null || !edit.at().isBefore(since.at()));
    }

    private static @Nullable Side retyped(
            PlannedField field, Observation seen, Base now, Side unchanged) {
        Noted edit = seen.edit(field, unchanged);
        boolean again = edit != null && now.of(unchanged).equals(edit.value());
        return again && field.mapping().syncRule() == SyncRule.TWO_WAY ? unchanged : null;
    }

    Decision decide(FieldTimes times) {
        // From A to B and back to A, while the other side became C: the later of A and C counts.
        boolean retypedLater = retyped != null && times.later() == winner(retyped);
        return decide(times.later(), retypedLater);
    }

    private Decision decide(Later later, boolean bothChanged) {
        SyncRule rule = field.mapping().syncRule();
        return before == null
                ? Evaluator.firstContact(
                        rule, inStep, hubspotBlank, salesforceBlank, hinted, fill, later)
                : Evaluator.decide(
                        rule,
                        inStep,
                        hubspotBlank,
                        salesforceBlank,
                        hubspotChanged || bothChanged,
                        salesforceChanged || bothChanged,
                        later);
    }

    /**
     * Whether the times decide, and HubSpot's own history is to be asked for them: a hint may be
     * late, and a later one lost.
     */
    boolean asksHistory(FieldTimes times) {
        if (retyped != null) {
            return times.hubspotAt() == null || times.later() == winner(retyped);
        }
        Decision hubspotLater = decide(Later.HUBSPOT, false);
        return hubspotLater != decide(Later.SALESFORCE, false)
                || hubspotLater != decide(Later.UNKNOWN, false);
    }

    private static Later winner(Side side) {
        return side == Side.HUBSPOT ? Later.HUBSPOT : Later.SALESFORCE;
    }
}
