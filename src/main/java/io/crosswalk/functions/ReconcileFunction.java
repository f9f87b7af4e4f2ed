package io.crosswalk.functions;

import io.crosswalk.reconcile.CatchUp;
import io.crosswalk.reconcile.Reconcile;
import io.quarkus.funqy.Funq;
import org.jboss.logging.Logger;

/** On a schedule: catches up, and drives again what stayed due. */
public class ReconcileFunction {
    private static final Logger LOG = Logger.getLogger(ReconcileFunction.class);

    private final Reconcile reconcile;

    public ReconcileFunction(Reconcile reconcile) {
        this.reconcile = reconcile;
    }

    @Funq("reconcile")
    public void reconcile(EventBridgeEvent event) {
        CatchUp.Report report = reconcile.run();
        if (report.redriven() + report.marked() + report.failed() > 0) {
            LOG.infof(
                    "Reconcile: %d driven again, %d found changed or new, %d objects failed",
                    report.redriven(), report.marked(), report.failed());
        }
    }
}
