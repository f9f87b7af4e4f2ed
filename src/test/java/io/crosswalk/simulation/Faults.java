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

    /** Those that may make the engine write again. */
    long injected;

    final FaultCounts counts = new FaultCounts();

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

    boolean isCalm() {
        return calm;
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
            counts.count(Fault.CRASH);
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
            counts.count(Fault.SOMETHING_DURING_A_CALL);
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
        boolean now = !calm && random != null && random.nextInt(25) == 0;
        if (now) {
            injected++;
            counts.count(Fault.READ_FAILED);
        }
        return now;
    }

    /** Between functions' clocks there are seconds. */
    long clockOff() {
        if (calm || random == null || random.nextInt(4) > 0) {
            return 0;
        }
        counts.count(Fault.CLOCK_OFF);
        return random.nextInt(6_001) - 3_000;
    }

    Answer write() {
        if (calm || random == null || random.nextInt(6) != 0) {
            return Answer.FINE;
        }
        injected++;
        Answer answer = Answer.values()[1 + random.nextInt(4)];
        counts.count(
                switch (answer) {
                    case LATER -> Fault.WRITE_BUSY;
                    case TIMEOUT_WRITTEN -> Fault.WRITE_TIMED_OUT_BUT_DONE;
                    case TIMEOUT_NOT_WRITTEN -> Fault.WRITE_TIMED_OUT;
                    case ONE_LOCKED -> Fault.ONE_RECORD_LOCKED;
                    case FINE -> throw new AssertionError(answer);
                });
        return answer;
    }
}
