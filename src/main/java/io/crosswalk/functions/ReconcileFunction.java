package io.crosswalk.functions;

import io.crosswalk.backfill.RunAdvance;
import io.crosswalk.reconcile.CatchUp;
import io.crosswalk.reconcile.InTurn;
import io.crosswalk.reconcile.Reconcile;
import io.quarkus.funqy.Funq;
import org.jboss.logging.Logger;

/** On a schedule: catches up, drives again what stayed due, and takes runs further. */
public class ReconcileFunction {
    private static final Logger LOG = Logger.getLogger(ReconcileFunction.class);

    private final Reconcile reconcile;
    private final RunAdvance runs;
    private final ReconcileMetrics metrics;

    ReconcileFunction(Reconcile reconcile, RunAdvance runs, ReconcileMetrics metrics) {
        this.reconcile = reconcile;
        this.runs = runs;
        this.metrics = metrics;
    }

    @Funq("reconcile")
    public void reconcile(EventBridgeEvent event) {
        try {
            // Backfills last, so that a run never keeps an edit waiting.
            InTurn.run(this::catchUp, this::takeRunsFurther);
        } finally {
            // What stands still has to be told of above all when a run fails.
            metrics.put();
        }
    }

    private void catchUp() {
        CatchUp.Report report = reconcile.run();
        if (report.redriven() + report.marked() + report.failed() > 0) {
            LOG.infof(
                    "Reconcile: %d driven again, %d found changed or new, %d objects failed",
                    report.redriven(), report.marked(), report.failed());
        }
    }

    private void takeRunsFurther() {
        int steps = runs.run();
        if (steps > 0) {
            LOG.infof("Backfill: %d steps", steps);
        }
    }
}
