package io.crosswalk.sync;

import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Base;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.Intent;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Converted;
import io.crosswalk.rules.Decision;
import io.crosswalk.rules.Evaluator;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.Hinted;
import io.crosswalk.rules.Later;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import io.crosswalk.sync.FieldDecision.Action;
import io.crosswalk.sync.FieldDecision.AskHistory;
import io.crosswalk.sync.FieldDecision.Keep;
import io.crosswalk.sync.FieldDecision.Refuse;
import io.crosswalk.sync.FieldDecision.Settle;
import io.crosswalk.sync.FieldDecision.Write;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the evaluator about every mapped field of a link. Touches nothing. */
final class LinkDecisions {
    private final Fingerprints fingerprints;

    LinkDecisions(Fingerprints fingerprints) {
        this.fingerprints = fingerprints;
    }

    /**
     * A property or field that a CRM left out of its answer (hidden or deleted since the plan was
     * made) is not decided about: what cannot be seen is not blank.
     *
     * @param historyKnown whether HubSpot's history was asked already: then what is still unknown
     *     stays so
     */
    List<FieldDecision> decide(MappingPlan plan, Observation seen, boolean historyKnown) {
        List<FieldDecision> decisions = new ArrayList<>(plan.fields().size());
        for (PlannedField field : plan.fields()) {
            if (seen.shows(field)) {
                decisions.add(decide(field, seen, historyKnown));
            }
        }
        return decisions;
    }

    private FieldDecision decide(PlannedField field, Observation seen, boolean historyKnown) {
        Value hubspot = seen.hubspot(field);
        Value salesforce = seen.salesforce(field);
        RecordKey key = seen.link().key();
        String id = field.mapping().id();
        Base now = fingerprints.base(key, id, hubspot, salesforce);
        Base before = base(seen, id, now);
        boolean inStep = field.conversion().inStep(hubspot, salesforce);
        Later later =
                Later.of(
                        seen.hubspotAt(field),
                        seen.salesforceAt(field),
                        seen.salesforce().modifiedAt());
        Decision decision =
                before == null
                        ? firstContact(field, seen, inStep, hubspot, salesforce, later)
                        : Evaluator.decide(
                                field.mapping().syncRule(),
                                inStep,
                                hubspot.isBlank(),
                                salesforce.isBlank(),
                                !now.hubspot().equals(before.hubspot()),
                                !now.salesforce().equals(before.salesforce()),
                                later);
        boolean asks = !historyKnown && wantsHistory(field, seen, before, now, inStep, later);
        Action action =
                asks
                        ? new AskHistory()
                        : action(field, key, now, decision, seen, hubspot, salesforce);
        return new FieldDecision(field, hubspot, salesforce, before, now, decision, action);
    }

    /**
     * The base, or what it became by a write of ours that was never acknowledged: a target that
     * holds what was intended is our own write.
     */
    static @Nullable Base base(Observation seen, String mappingId, Base now) {
        Intent intent = seen.link().intents().get(mappingId);
        return intent != null && arrived(intent, now)
                ? intent.after()
                : seen.link().base().get(mappingId);
    }

    private static boolean arrived(Intent intent, Base now) {
        return now.of(intent.side()).equals(intent.after().of(intent.side()));
    }

    /**
     * Also where the CRM stored another form than was sent (trimmed, in lower case): the sides are
     * in step then, and what was carried over is still the same.
     */
    static boolean arrived(Intent intent, FieldDecision decided) {
        Side from = intent.side().other();
        return arrived(intent, decided.now())
                || decided.decision() == Decision.IN_STEP
                        && decided.now().of(from).equals(intent.after().of(from));
    }

    private static Decision firstContact(
            PlannedField field,
            Observation seen,
            boolean inStep,
            Value hubspot,
            Value salesforce,
            Later later) {
        return Evaluator.firstContact(
                field.mapping().syncRule(),
                inStep,
                hubspot.isBlank(),
                salesforce.isBlank(),
                hinted(field, seen),
                field.mapping().fill(),
                later);
    }

    private static Hinted hinted(PlannedField field, Observation seen) {
        return Hinted.of(seen.hubspotAt(field) != null, seen.salesforceAt(field) != null);
    }

    private static boolean wantsHistory(
            PlannedField field,
            Observation seen,
            @Nullable Base before,
            Base now,
            boolean inStep,
            Later later) {
        if (inStep || later != Later.UNKNOWN || seen.hubspotAt(field) != null) {
            return false;
        }
        if (before == null) {
            return field.mapping().fill() == Fill.ALIGN;
        }
        return !now.hubspot().equals(before.hubspot())
                && !now.salesforce().equals(before.salesforce());
    }

    private Action action(
            PlannedField field,
            RecordKey key,
            Base now,
            Decision decision,
            Observation seen,
            Value hubspot,
            Value salesforce) {
        Side side = decision.writes();
        boolean parked = now.equals(seen.link().parked().get(field.mapping().id()));
        boolean firstContact = !seen.link().base().containsKey(field.mapping().id());
        if (parked && (side != null || firstContact && decision != Decision.IN_STEP)) {
            return new Keep();
        }
        if (side == null) {
            return new Settle();
        }
        Converted converted =
                side == Side.HUBSPOT
                        ? field.conversion().toHubspot(salesforce)
                        : field.conversion().toSalesforce(hubspot);
        if (converted instanceof Converted.Refused refused) {
            return new Refuse(refused);
        }
        if (converted instanceof Converted.Ok ok) {
            Value value = ok.value();
            Base after =
                    side == Side.HUBSPOT
                            ? fingerprints.base(key, field.mapping().id(), value, salesforce)
                            : fingerprints.base(key, field.mapping().id(), hubspot, value);
            return new Write(side, value, after);
        }
        throw new AssertionError(converted);
    }
}
