package io.crosswalk.simulation;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What goes wrong in the step that is under way. Calm unless a step says otherwise. */
final class Faults {
    /** How a write fails. */
    enum Answer {
        FINE,
        LATER,
        TIMEOUT_WRITTEN,
        TIMEOUT_NOT_WRITTEN,
        ONE_LOCKED
    }

    private final VirtualClock clock;
    private final Trace trace;
    private @Nullable SplittableRandom random;
    private int crashIn;
    private boolean calm = true;
    private boolean inside;

    /** Runs inside a CRM call, at most once per step: another function, or a person. */
    private @Nullable Runnable meanwhile;

    private int meanwhileIn;
    long injected;

    Faults(VirtualClock clock, Trace trace) {
        this.clock = clock;
        this.trace = trace;
    }

    void calm() {
        calm = true;
        crashIn = 0;
        meanwhile = null;
        random = null;
    }

    void stormy(SplittableRandom random, boolean mayCrash) {
        this.random = random;
        calm = false;
        crashIn = mayCrash && random.nextInt(5) == 0 ? 1 + random.nextInt(24) : 0;
        meanwhile = null;
    }

    void meanwhile(Runnable what, int afterCalls) {
        meanwhile = what;
        meanwhileIn = afterCalls;
    }

    /** A place between two awaits, where a function can die. */
    void point(String where) {
        if (crashIn > 0 && --crashIn == 0) {
            injected++;
            trace.add("CRASH", where);
            throw new Crash(where);
        }
    }

    /** Every call to a CRM takes time, and other things happen meanwhile. */
    void call(String what) {
        clock.pass(random == null ? 7 : 1 + random.nextInt(random.nextInt(8) == 0 ? 2_000 : 60));
        point(what);
        if (meanwhile != null && !inside && --meanwhileIn <= 0) {
            Runnable now = meanwhile;
            meanwhile = null;
            inside = true;
            trace.add("meanwhile");
            try {
                now.run();
            } finally {
                inside = false;
                trace.add("back to", what);
            }
        }
    }

    boolean readFails() {
        return happens(25);
    }

    boolean happens(int oneIn) {
        boolean now = !calm && random != null && random.nextInt(oneIn) == 0;
        injected += now ? 1 : 0;
        return now;
    }

    Answer write() {
        if (calm || random == null || random.nextInt(6) != 0) {
            return Answer.FINE;
        }
        injected++;
        return Answer.values()[1 + random.nextInt(4)];
    }
}
