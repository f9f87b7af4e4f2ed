package io.crosswalk.reconcile;

import jakarta.enterprise.context.ApplicationScoped;

/** The scheduled run: catches up, looks after the mappings' health, and counts drift. */
@ApplicationScoped
public class Reconcile {
    private final CatchUp catchUp;
    private final HealthCheck health;
    private final RetryAll retries;
    private final BreakerRelease releases;
    private final DriftSweep drift;
    private final LinkAudit audit;

    Reconcile(
            CatchUp catchUp,
            HealthCheck health,
            RetryAll retries,
            BreakerRelease releases,
            DriftSweep drift,
            LinkAudit audit) {
        this.catchUp = catchUp;
        this.health = health;
        this.retries = retries;
        this.releases = releases;
        this.drift = drift;
        this.audit = audit;
    }

    /**
     * @throws RuntimeException what one of them threw, after all of them had their turn
     */
    public CatchUp.Report run() {
        CatchUp.Report report = catchUp.run();
        InTurn.run(health::run, retries::run, releases::run, drift::run, audit::run);
        return report;
    }
}
