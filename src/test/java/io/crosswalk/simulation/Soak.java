package io.crosswalk.simulation;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Many seeds, a world per thread: each seed stays in one. */
final class Soak {
    private static final int SEEDS_AT_ONCE = 50;
    private static final long TOLD_EVERY_SECONDS = 5;

    /** Held here, because the log manager forgets loggers that nobody holds. */
    private static final Logger LEDGER = Logger.getLogger("io.crosswalk.budget.Ledger");

    private static final Logger CATCH_UP = Logger.getLogger("io.crosswalk.reconcile.CatchUp");

    private final long from;
    private final long seeds;
    private final PrintStream out;
    private final AtomicLong next;
    private final Tally tally = new Tally();
    private final long began = System.nanoTime();

    private Soak(long from, long seeds, PrintStream out) {
        this.from = from;
        this.seeds = seeds;
        this.out = out;
        this.next = new AtomicLong(from);
    }

    /**
     * @param out where progress and summary are printed
     */
    static Tally run(long from, long seeds, int threads, PrintStream out) {
        doNotTellOfInjectedFaults();
        Soak soak = new Soak(from, seeds, out);
        soak.run(threads);
        out.print(soak.tally.summary(soak.seconds()));
        return soak.tally;
    }

    static void doNotTellOfInjectedFaults() {
        CATCH_UP.setLevel(Level.OFF);
        LEDGER.setLevel(Level.OFF);
    }

    private void run(int threads) {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(workers.submit((Callable<Void>) this::work));
            }
            workers.shutdown();
            while (!workers.awaitTermination(TOLD_EVERY_SECONDS, TimeUnit.SECONDS)) {
                tell();
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The soak was interrupted.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The simulation itself failed.", e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private Void work() {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long end = from + seeds;
        for (long first = next(); first < end; first = next()) {
            long cpu = clock.getCurrentThreadCpuTime();
            Tally its = new Tally();
            for (long seed = first; seed < Math.min(end, first + SEEDS_AT_ONCE); seed++) {
                its.add(Simulation.run(Schedule.of(seed), Planted.NONE, false));
            }
            its.cpuNanos = clock.getCurrentThreadCpuTime() - cpu;
            synchronized (tally) {
                tally.add(its);
            }
        }
        return null;
    }

    private long next() {
        return next.getAndAdd(SEEDS_AT_ONCE);
    }

    private double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }

    private void tell() {
        synchronized (tally) {
            double perSecond = tally.seeds / seconds();
            out.printf(
                    "%,d of %,d seeds, %.0f/s, %,d faults, %,d with violations %s, %.0f s left%n",
                    tally.seeds,
                    seeds,
                    perSecond,
                    tally.faults.total(),
                    tally.failed,
                    tally.violations,
                    (seeds - tally.seeds) / Math.max(1, perSecond));
        }
    }
}
