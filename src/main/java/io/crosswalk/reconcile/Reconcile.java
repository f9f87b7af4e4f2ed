package io.crosswalk.reconcile;

import jakarta.enterprise.context.ApplicationScoped;

/** The scheduled run: catches up, and looks after the mappings' health. */
@ApplicationScoped
public class Reconcile {
    private final CatchUp catchUp;
    private final HealthCheck health;

    Reconcile(CatchUp catchUp, HealthCheck health) {
        this.catchUp = catchUp;
        this.health = health;
    }

    public CatchUp.Report run() {
        CatchUp.Report report = catchUp.run();
        health.run();
        return report;
    }
}
