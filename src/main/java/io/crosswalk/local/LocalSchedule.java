package io.crosswalk.local;

import io.crosswalk.backfill.RunAdvance;
import io.crosswalk.functions.EventBridgeEvent;
import io.crosswalk.functions.ReconcileFunction;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Stands where EventBridge Scheduler stands. */
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class LocalSchedule {
    private static final Logger LOG = Logger.getLogger(LocalSchedule.class);

    private final LocalConfig config;
    private final ReconcileFunction reconcile;
    private final RunAdvance runs;
    private @Nullable ScheduledExecutorService executor;

    LocalSchedule(LocalConfig config, ReconcileFunction reconcile, RunAdvance runs) {
        this.config = config;
        this.reconcile = reconcile;
        this.runs = runs;
    }

    void start(@Observes @Priority(200) StartupEvent event) {
        if (config.reconcile()) {
            executor =
                    Executors.newSingleThreadScheduledExecutor(
                            work -> {
                                Thread thread = new Thread(work, "local-schedule");
                                thread.setDaemon(true);
                                return thread;
                            });
            long every = config.reconcileEvery().toMillis();
            executor.scheduleWithFixedDelay(this::run, 500, every, TimeUnit.MILLISECONDS);
            long soon = config.runsEvery().toMillis();
            executor.scheduleWithFixedDelay(this::advanceRuns, soon, soon, TimeUnit.MILLISECONDS);
        }
    }

    private void run() {
        try {
            reconcile.reconcile(EventBridgeEvent.scheduled());
        } catch (RuntimeException e) {
            // A thrown exception would end the schedule.
            warn("Reconcile failed and will run again", e);
        }
    }

    /** Whoever tries the product asks for a backfill and looks at once. */
    private void advanceRuns() {
        try {
            runs.run();
        } catch (RuntimeException e) {
            warn("A run failed and will be tried again", e);
        }
    }

    /** Whoever stops the process interrupts what is under way; it goes on the next time. */
    private void warn(String what, RuntimeException e) {
        if (executor != null && !executor.isShutdown()) {
            LOG.warn(what, e);
        }
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        if (executor != null) {
            executor.shutdownNow();
        }
    }
}
