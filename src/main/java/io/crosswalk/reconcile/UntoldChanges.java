package io.crosswalk.reconcile;

import io.crosswalk.budget.Calls;
import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.MappingPlans;
import io.crosswalk.mapping.MatchKey;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.Difference;
import io.crosswalk.records.Link;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.rules.Side;
import io.crosswalk.salesforce.SalesforceClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Holds both sides of links against their bases. Where nothing has moved, that costs a read of
 * storage and no write; the others sync has to look at, and so it does at those that the last look
 * left with something open.
 */
@ApplicationScoped
class UntoldChanges implements LinkCheck {
    private static final Logger LOG = Logger.getLogger(UntoldChanges.class);

    /** Sides that differ so are left as they are by every look, until somebody edits one. */
    private static final Set<Difference.Reason> FOR_GOOD =
            Set.of(
                    Difference.Reason.FIRST_CONTACT,
                    Difference.Reason.RULE_KEEPS,
                    Difference.Reason.UNDONE,
                    Difference.Reason.NO_COUNTERPART);

    private final RecordStore store;
    private final MappingPlans plans;
    private final HubspotClient hubspot;
    private final SalesforceClient salesforce;
    private final Differences differences;
    private final PageCalls calls;

    UntoldChanges(
            RecordStore store,
            MappingPlans plans,
            HubspotClient hubspot,
            SalesforceClient salesforce,
            Differences differences,
            PageCalls calls) {
        this.store = store;
        this.plans = plans;
        this.hubspot = hubspot;
        this.salesforce = salesforce;
        this.differences = differences;
        this.calls = calls;
    }

    /** What both CRMs hold. */
    private record Sides(ReadOutcome hubspot, ReadOutcome salesforce) {
        /** Merged records are left out however often they are asked for. */
        boolean areKnown() {
            boolean unclear =
                    hubspot.failure() != null
                            && HubspotClient.UNCLEAR.equals(hubspot.failure().code());
            return (unclear || hubspot.notRead().isEmpty()) && salesforce.notRead().isEmpty();
        }
    }

    @Override
    public @Nullable Set<RecordKey> worthALook(ObjectPair object, Collection<RecordKey> links) {
        try {
            MappingPlan plan = plans.planInForce(object);
            return plan == null ? Set.of() : worthALook(plan, links);
        } catch (CrmUnavailable e) {
            LOG.warnf(
                    "Could not audit links of object '%s': %s (%s). The next run tries again.",
                    object.name(), e.getMessage(), e.code());
            return null;
        }
    }

    private @Nullable Set<RecordKey> worthALook(MappingPlan plan, Collection<RecordKey> keys) {
        List<Link> links = new ArrayList<>();
        for (Link link : store.load(keys).values()) {
            // One that is due is looked at anyway.
            if (link.partnerId() != null && link.due().state() == Link.State.QUIET) {
                links.add(link);
            }
        }
        Sides sides = links.isEmpty() ? null : read(plan, links);
        if (sides == null || !sides.areKnown()) {
            return links.isEmpty() ? Set.of() : null;
        }
        Set<RecordKey> found = new HashSet<>();
        for (Link link : links) {
            if (hasOpenEnds(plan, link)
                    || moved(plan, link, Side.HUBSPOT, sides)
                    || moved(plan, link, Side.SALESFORCE, sides)) {
                found.add(link.key());
            }
        }
        return found;
    }

    private @Nullable Sides read(MappingPlan plan, List<Link> links) {
        ObjectPair object = plan.object();
        return calls.call(
                Calls.onBothSides(links.size()),
                () ->
                        new Sides(
                                hubspot.read(
                                        object.hubspotType(),
                                        links.stream().map(l -> id(l, Side.HUBSPOT)).toList(),
                                        plan.hubspotProperties()),
                                salesforce.read(
                                        object.salesforceType(),
                                        links.stream().map(l -> id(l, Side.SALESFORCE)).toList(),
                                        plan.salesforceFields())));
    }

    /**
     * What was held back or could not be written may be possible now; and a pair of which both
     * records are gone is forgotten once neither can come back, which no event tells.
     */
    private static boolean hasOpenEnds(MappingPlan plan, Link link) {
        return link.parked().keySet().stream().anyMatch(id -> mayBeTaken(plan, id))
                || link.gone().size() == Side.values().length
                || link.findings().differences().values().stream()
                        .anyMatch(difference -> !FOR_GOOD.contains(difference.reason()));
    }

    /** What belongs to a mapping that does not sync any more waits for nothing that comes. */
    private static boolean mayBeTaken(MappingPlan plan, String parked) {
        return parked.equals(Link.ANY_MAPPING)
                || parked.equals(MatchKey.PARTNER)
                || plan.fields().stream().anyMatch(field -> field.mapping().id().equals(parked));
    }

    private boolean moved(MappingPlan plan, Link link, Side side, Sides sides) {
        String id = id(link, side);
        ReadOutcome read = side == Side.HUBSPOT ? sides.hubspot() : sides.salesforce();
        CrmRecord record = read.found().get(id);
        // A merge's loser answers with the winner, or is not read.
        boolean gone = record == null || !record.currentId().equals(id);
        return gone
                ? !link.gone().contains(side)
                : differences.worthALook(plan, link, side, record);
    }

    private static String id(Link link, Side side) {
        return side == Side.HUBSPOT ? link.key().recordId() : String.valueOf(link.partnerId());
    }
}
