package io.crosswalk.sync;

import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.mapping.Stages;
import io.crosswalk.records.Base;
import io.crosswalk.records.Difference;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.Link;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.Retry;
import io.crosswalk.rules.Converted;
import io.crosswalk.rules.Decision;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import io.crosswalk.sync.FieldDecision.Action;
import io.crosswalk.sync.FieldDecision.Hold;
import io.crosswalk.sync.FieldDecision.Keep;
import io.crosswalk.sync.FieldDecision.Refuse;
import io.crosswalk.sync.FieldDecision.Settle;
import io.crosswalk.sync.FieldDecision.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Asks the evaluator about every mapped field of a link. Touches nothing. */
final class LinkDecisions {
    private final Fingerprints fingerprints;
    private final ArrivedWrites arrivedWrites;
    private final Quarantine quarantine;
    private final Undoing undoing;

    LinkDecisions(Fingerprints fingerprints, Quarantine quarantine) {
        this.fingerprints = fingerprints;
        this.arrivedWrites = new ArrivedWrites(fingerprints);
        this.undoing = new Undoing(fingerprints);
        this.quarantine = quarantine;
    }

    /**
     * A property or field that a CRM left out of its answer (hidden or deleted since the plan was
     * made) is not decided about: what cannot be seen is not blank.
     *
     * @param historyKnown whether HubSpot's history was asked already: then what is still unknown
     *     stays so
     */
    List<FieldDecision> decide(
            MappingPlan plan, Observation seen, boolean historyKnown, Instant now) {
        List<FieldDecision> decisions = new ArrayList<>(plan.fields().size());
        for (PlannedField field : plan.fields()) {
            if (seen.shows(field)) {
                String pipeline = pipeline(plan, field, seen, historyKnown, now);
                decisions.add(decide(field, seen, pipeline, historyKnown, now));
            }
        }
        return decisions;
    }

    /** The pipeline that the HubSpot record will be in: it decides which stage a value becomes. */
    private String pipeline(
            MappingPlan plan,
            PlannedField field,
            Observation seen,
            boolean historyKnown,
            Instant now) {
        PlannedField mapped = field.stages() == null ? null : plan.ofProperty(Stages.PIPELINE);
        if (mapped != null && seen.shows(mapped)) {
            Write write = decide(mapped, seen, "", historyKnown, now).write();
            if (write != null && write.side() == Side.HUBSPOT) {
                return write.value().text();
            }
        }
        return field.pipeline(seen.hubspot(field));
    }

    private FieldDecision decide(
            PlannedField field,
            Observation seen,
            String pipeline,
            boolean historyKnown,
            Instant instant) {
        Value hubspot = seen.hubspot(field);
        Value salesforce = seen.salesforce(field);
        String id = field.mapping().id();
        RestingCompany resting = seen.resting(field);
        Value shown = resting == null ? hubspot : Value.of(resting.company().recordId());
        Base now = fingerprints.base(seen.link().key(), id, shown, salesforce);
        Base before = arrivedWrites.base(seen, field, now);
        FieldTimes times = FieldTimes.of(seen, field, now);
        FieldTable table = FieldTable.of(field, seen, before, now);
        Decision decision = resting == null ? table.decide(times) : Decision.IN_STEP;
        FieldDecision decided =
                new FieldDecision(
                        field,
                        hubspot,
                        salesforce,
                        before,
                        now,
                        times,
                        decision,
                        new FieldDecision.AskHistory());
        FieldDecision undone = undoing.decide(decided, seen);
        if (undone != null) {
            return undone;
        }
        if (resting != null) {
            return decided.with(decision, new Settle());
        }
        return !historyKnown && table.asksHistory(times)
                ? decided
                : decided.with(decision, action(decided, seen, pipeline, instant));
    }

    private static boolean isHeldAnew(Link link, String mappingId) {
        Difference known = link.findings().differences().get(mappingId);
        return known != null && known.isHeldAnew();
    }

    private Action action(FieldDecision decided, Observation seen, String pipeline, Instant now) {
        Side side = decided.decision().writes();
        String id = decided.mappingId();
        // Of a sync that stopped nobody knows what it has told people of: that is told again.
        boolean parked =
                decided.now().equals(seen.link().parked().get(id))
                        && !isHeldAnew(seen.link(), id)
                        && !seen.link().due().turn().isOpen()
                        && !seen.link().parked().containsKey(Link.ANY_MAPPING);
        boolean firstContact = !seen.link().base().containsKey(id);
        boolean open = side != null || firstContact && decided.decision() != Decision.IN_STEP;
        if (side != null && quarantine.lasts(seen.link(), id)) {
            return new Hold(Difference.Reason.QUARANTINED);
        }
        Retry retry = seen.link().findings().retries().get(id);
        boolean triedAgain = retry != null && !retry.at().isAfter(now);
        if (parked && open && !triedAgain) {
            return new Keep();
        }
        Action action = side == null ? new Settle() : carryOver(decided, seen, side, pipeline);
        return action instanceof Write write && quarantine.holds(seen, decided, write, now)
                ? new Hold(Difference.Reason.QUARANTINED)
                : action;
    }

    private Action carryOver(FieldDecision decided, Observation seen, Side side, String pipeline) {
        PlannedField field = decided.field();
        Converted converted = field.convertedTo(side, decided.value(side.other()), pipeline);
        if (converted instanceof Converted.Refused refused) {
            return new Refuse(refused);
        }
        if (converted instanceof Converted.Ok ok) {
            Value value = ok.value();
            RecordKey key = seen.link().key();
            Base after =
                    side == Side.HUBSPOT
                            ? fingerprints.base(
                                    key, decided.mappingId(), value, decided.salesforce())
                            : fingerprints.base(key, decided.mappingId(), decided.hubspot(), value);
            return new Write(side, value, after);
        }
        throw new AssertionError(converted);
    }
}
