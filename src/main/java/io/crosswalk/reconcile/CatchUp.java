package io.crosswalk.reconcile;

import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.MappingPlans;
import io.crosswalk.records.Arrivals;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.rules.Side;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Finds what no hint told of and what stayed due, object by object. */
@ApplicationScoped
public class CatchUp {
    private static final Logger LOG = Logger.getLogger(CatchUp.class);

    /** Per shard of the due set; what is left is taken by the next run. */
    private static final int REDRIVE_MAX = 1_000;

    private final RecordStore store;
    private final MappingPlans plans;
    private final HubspotCatchUp hubspot;
    private final SalesforceCatchUp salesforce;
    private final Cursors cursors;
    private final Arrivals arrivals;
    private final ReconcileConfig config;
    private final Clock clock;

    public CatchUp(
            RecordStore store,
            MappingPlans plans,
            HubspotCatchUp hubspot,
            SalesforceCatchUp salesforce,
            Cursors cursors,
            Arrivals arrivals,
            ReconcileConfig config,
            Clock clock) {
        this.store = store;
        this.plans = plans;
        this.hubspot = hubspot;
        this.salesforce = salesforce;
        this.cursors = cursors;
        this.arrivals = arrivals;
        this.config = config;
        this.clock = clock;
    }

    /**
     * @param redriven due records that were waiting or had stayed behind
     * @param marked records that had changed without a hint, or were linked
     * @param failed objects that could not be caught up with now; the next run tries again
     */
    public record Report(int redriven, int marked, int failed) {}

    public Report run() {
        int redriven = redrive();
        Instant end = clock.instant().plus(config.catchUpFor());
        List<ObjectPair> objects = ObjectPairs.all();
        int sides = objects.size() * Side.values().length;
        int marked = 0;
        int failed = 0;
        for (ObjectPair object : objects) {
            boolean whole = true;
            MappingPlan plan = null;
            try {
                plan = plans.planInForce(object);
            } catch (RuntimeException e) {
                whole = false;
                tell(object, "", e);
                // Without its plan neither side can be looked through, whoever is away.
                note(object, List.of(Side.values()), e);
            }
            for (Side side : Side.values()) {
                // Taken for each, and not at the start of a run: a run that stops at its last page
                // goes on there, however many records changed within the overlap.
                Share share = Share.of(clock, config.overlap(), end, sides--);
                try {
                    marked += plan == null ? 0 : catchUp(plan, side, share);
                } catch (RuntimeException e) {
                    // The other CRM may answer.
                    whole = false;
                    tell(object, " in " + side.label(), e);
                    note(object, List.of(side), e);
                }
            }
            failed += whole ? 0 : 1;
        }
        return new Report(redriven, marked, failed);
    }

    /** For people; what cannot be stored is in the log all the same. */
    private void note(ObjectPair object, List<Side> sides, RuntimeException e) {
        CatchUpFailure why = CatchUpFailure.of(e, clock.instant());
        try {
            sides.forEach(side -> cursors.failed(object.name(), side, why));
        } catch (RuntimeException unstored) {
            LOG.warn("That catching up failed could not be stored", unstored);
        }
    }

    private static void tell(ObjectPair object, String where, RuntimeException e) {
        if (e instanceof CrmUnavailable away) {
            LOG.warnf(
                    "Could not catch up with object '%s'%s: %s (%s). The next run tries again.",
                    object.name(), where, away.getMessage(), away.code());
        } else {
            LOG.errorf(
                    e,
                    "Catching up with object '%s'%s failed. The next run tries again.",
                    object.name(),
                    where);
        }
    }

    /** What waited its time, and what a function that stopped left behind. */
    public int redrive() {
        List<RecordKey> keys = store.overdue(clock.instant(), config.redriveAfter(), REDRIVE_MAX);
        store.wake(keys);
        return keys.size();
    }

    private int catchUp(MappingPlan plan, Side side, Share share) {
        Caught caught =
                switch (side) {
                    case HUBSPOT -> hubspot.run(plan, share);
                    case SALESFORCE -> salesforce.run(plan, share);
                };
        if (!caught.refused()) {
            // One that got no calls has not looked: its age is what tells people.
            cursors.succeeded(plan.object().name(), side, clock.instant());
        }
        if (caught.untold() > 0) {
            arrivals.found(side, clock.instant());
        }
        return caught.marked();
    }
}
