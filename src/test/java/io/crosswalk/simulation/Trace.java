package io.crosswalk.simulation;

import java.util.function.Supplier;

/** What happened, as a hash that two runs of one seed share, and as text if somebody reads it. */
final class Trace {
    private final VirtualClock clock;
    private final boolean shown;
    private final StringBuilder text = new StringBuilder();
    private long hash = 0xcbf29ce484222325L;

    Trace(VirtualClock clock, boolean shown) {
        this.clock = clock;
        this.shown = shown;
    }

    void add(String what, Object... details) {
        mix(clock.now());
        mix(what.hashCode());
        for (Object detail : details) {
            mix(String.valueOf(detail).hashCode());
        }
        if (shown) {
            text.append(clock.instant()).append("  ").append(what);
            for (Object detail : details) {
                text.append(' ').append(detail);
            }
            text.append('\n');
        }
    }

    /** For what is only worth its text when somebody reads it. */
    void note(Supplier<String> what) {
        if (shown) {
            add(what.get());
        }
    }

    private void mix(long value) {
        hash = (hash ^ value) * 0x100000001b3L;
    }

    long hash() {
        return hash;
    }

    String text() {
        return text.toString();
    }
}
