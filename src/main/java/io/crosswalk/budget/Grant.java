package io.crosswalk.budget;

import io.crosswalk.records.Priority;
import java.time.Duration;

/**
 * The governor's answer: calls that may be made now, none or fewer than asked for perhaps. To be
 * closed when they were made; what was not made goes to whoever asks next.
 */
public final class Grant implements AutoCloseable {
    private final Governor governor;
    private final Priority priority;
    private final Calls calls;
    private final Duration after;
    private final long slot;
    private boolean closed;

    Grant(Governor governor, Priority priority, Calls calls, Duration after, long slot) {
        this.governor = governor;
        this.priority = priority;
        this.calls = calls;
        this.after = after;
        this.slot = slot;
    }

    public Calls calls() {
        return calls;
    }

    /** When to ask again for what was not granted; zero if all was. Without jitter. */
    public Duration after() {
        return after;
    }

    /** Whether all was granted that was asked for. */
    public boolean isWhole() {
        return after.isZero();
    }

    Priority priority() {
        return priority;
    }

    long slot() {
        return slot;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            governor.done(this);
        }
    }
}
