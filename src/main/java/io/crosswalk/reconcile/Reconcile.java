package io.crosswalk.reconcile;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scheduled run: catches up, looks after the mappings' health, and counts drift. */
@ApplicationScoped
public class Reconcile {
    private final CatchUp catchUp;
    private final HealthCheck health;
    private final BreakerRelease releases;
    private final DriftSweep drift;
    private final LinkAudit audit;

    Reconcile(
            CatchUp catchUp,
            HealthCheck health,
            BreakerRelease releases,
            DriftSweep drift,
            LinkAudit audit) {
        this.catchUp = catchUp;
        this.health = health;
        this.releases = releases;
        this.drift = drift;
        this.audit = audit;
    }

    /**
     * @throws RuntimeException what one of them threw, after all of them had their turn
     */
    public CatchUp.Report run() {
        CatchUp.Report report = catchUp.run();
        @Nullable RuntimeException failure = null;
        for (Runnable each :
                List.<Runnable>of(health::run, releases::run, drift::run, audit::run)) {
            try {
                each.run();
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
        return report;
    }
}
