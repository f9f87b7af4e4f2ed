package io.crosswalk.reconcile;

import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.MatchKey;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Base;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Difference;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.Link;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import io.crosswalk.salesforce.SalesforceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells whether one side of a record has moved away from its base. */
@ApplicationScoped
public class Differences {
    private final Fingerprints fingerprints;

    public Differences(Fingerprints fingerprints) {
        this.fingerprints = fingerprints;
    }

    /**
     * Whether a record is to look for a partner: it has none, and came back, or has something to be
     * found by that was not looked for yet.
     */
    boolean seeksPartner(
            MappingPlan plan, RecordKey key, @Nullable Link link, Side side, CrmRecord record) {
        if (link != null && (link.partnerId() != null || isDue(link))) {
            return false;
        }
        Value all = plan.partnerValues(side, record.values());
        if (all.isBlank() && !plan.linking().create().in(side.other())) {
            return false;
        }
        Base looked = link == null ? null : link.base().get(MatchKey.PARTNER);
        return looked == null
                || link.gone().contains(side)
                || !looked.of(side).equals(fingerprints.of(key, MatchKey.PARTNER, side, all));
    }

    /**
     * Whether a link is to be marked: it was never looked at, came back, names another partner, or
     * differs from its base. One that is due already is not: it will be looked at, or is being
     * looked at, and what such a look might miss is still within the overlap of the next run.
     */
    boolean worthALook(MappingPlan plan, Link link, Side side, CrmRecord record) {
        if (isDue(link)) {
            return false;
        }
        return link.gone().contains(side)
                || side == Side.HUBSPOT && namesAnother(plan, link, record)
                || isAny(EnumSet.complementOf(EnumSet.of(Field.SAME)), plan, link, side, record);
    }

    /** One that was looked at and only waits to be tried again is not: nothing came since. */
    static boolean isDue(Link link) {
        boolean waitsToBeTriedAgain =
                link.due().state() == Link.State.WAITING && link.due().since() == null;
        return link.due().state() != Link.State.QUIET && !waitsToBeTriedAgain;
    }

    /**
     * Whether an event should have told of a change: nothing made the link due, and a value has
     * left its base. After every write of ours and every look the base is what the record holds.
     */
    boolean isUntold(MappingPlan plan, Link link, Side side, CrmRecord record) {
        return link.due().state() == Link.State.QUIET
                && !link.gone().contains(side)
                && isAny(EnumSet.of(Field.MOVED), plan, link, side, record);
    }

    /** How a value stands to its base. */
    private enum Field {
        SAME,
        MOVED,
        /** Without a base, as all values are at first contact, and those of new mappings. */
        NEW
    }

    private boolean isAny(
            Set<Field> wanted, MappingPlan plan, Link link, Side side, CrmRecord record) {
        Map<String, Base> bases = plan.upToDate(link).base();
        for (PlannedField field : plan.fields()) {
            String id = field.mapping().id();
            if (!record.values().containsKey(field.name(side))) {
                // Hidden or deleted since the plan was made: what cannot be seen is no difference.
                continue;
            }
            Value value = field.value(side, record.values());
            // What is parked is a pair: either side may have left it by going back to its base.
            Base known = link.parked().getOrDefault(id, bases.get(id));
            boolean rests = side == Side.HUBSPOT && value.isBlank() && rests(link, field);
            if (!rests && wanted.contains(compared(link, id, side, value, known))) {
                return true;
            }
        }
        return false;
    }

    /** Its company was deleted in HubSpot and taken off it, as a look has found: no edit. */
    private static boolean rests(Link link, PlannedField field) {
        Difference known = link.findings().differences().get(field.mapping().id());
        return field.reference() != null
                && known != null
                && known.reason() == Difference.Reason.RULE_KEEPS
                && !field.mapping().syncRule().mayClear(Side.SALESFORCE);
    }

    /** But for one that a look has found to be nobody. */
    private boolean namesAnother(MappingPlan plan, Link link, CrmRecord record) {
        String named =
                SalesforceId.named(record.values().get(plan.object().salesforceIdProperty()));
        if (named.isEmpty() || named.equals(link.partnerId())) {
            return false;
        }
        Base nobody = link.base().get(MatchKey.NAMED);
        return nobody == null
                || !nobody.hubspot()
                        .equals(
                                fingerprints.of(
                                        link.key(), MatchKey.NAMED, Side.HUBSPOT, Value.of(named)));
    }

    private Field compared(Link link, String id, Side side, Value value, @Nullable Base known) {
        if (known == null) {
            return Field.NEW;
        }
        boolean same = fingerprints.of(link.key(), id, side, value).equals(known.of(side));
        return same ? Field.SAME : Field.MOVED;
    }
}
