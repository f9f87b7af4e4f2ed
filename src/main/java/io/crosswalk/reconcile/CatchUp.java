package io.crosswalk.reconcile;

import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.MappingPlans;
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
    private final ReconcileConfig config;
    private final Clock clock;

    public CatchUp(
            RecordStore store,
            MappingPlans plans,
            HubspotCatchUp hubspot,
            SalesforceCatchUp salesforce,
            Cursors cursors,
            ReconcileConfig config,
            Clock clock) {
        this.store = store;
        this.plans = plans;
        this.hubspot = hubspot;
        this.salesforce = salesforce;
        this.cursors = cursors;
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
        int marked = 0;
        int failed = 0;
        for (ObjectPair object : ObjectPairs.all()) {
            try {
                marked += catchUp(object);
            } catch (CrmUnavailable e) {
                failed++;
                LOG.warnf(
                        "Could not catch up with object '%s': %s (%s). The next run tries again.",
                        object.name(), e.getMessage(), e.code());
            } catch (RuntimeException e) {
                failed++;
                LOG.errorf(
                        e,
                        "Catching up with object '%s' failed. The next run tries again.",
                        object.name());
            }
        }
        return new Report(redriven, marked, failed);
    }

    /** What waited its time, and what a function that stopped left behind. */
    public int redrive() {
        List<RecordKey> keys = store.overdue(clock.instant(), config.redriveAfter(), REDRIVE_MAX);
        store.wake(keys);
        return keys.size();
    }

    private int catchUp(ObjectPair object) {
        MappingPlan plan = plans.planInForce(object);
        if (plan == null) {
            return 0;
        }
        // Kept back here and not at the start of a run: a run that stops at its last page goes on
        // there, however many records changed within the overlap.
        Instant settled = clock.instant().minus(config.overlap());
        int marked = noted(object, Side.HUBSPOT, hubspot.run(plan, settled));
        return marked + noted(object, Side.SALESFORCE, salesforce.run(plan, settled));
    }

    /** A run that got no calls has not looked: its age is what tells people. */
    private int noted(ObjectPair object, Side side, Caught caught) {
        if (!caught.refused()) {
            cursors.succeeded(object.name(), side, clock.instant());
        }
        return caught.marked();
    }
}
