package io.crosswalk.simulation;

import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
            mixIn(detail);
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

    /** What the text would say, without making it. */
    private void mixIn(@Nullable Object detail) {
        if (detail instanceof String text) {
            mix(text.hashCode());
        } else if (detail instanceof Number number) {
            mix(number.longValue());
        } else if (detail instanceof Enum<?> constant) {
            mix(constant.name().hashCode());
        } else if (detail instanceof Map<?, ?> map) {
            mix(map.size());
            map.forEach(this::mixIn);
        } else if (detail instanceof Collection<?> all) {
            mix(all.size());
            all.forEach(this::mixIn);
        } else {
            mix(String.valueOf(detail).hashCode());
        }
    }

    private void mixIn(@Nullable Object name, @Nullable Object value) {
        mixIn(name);
        mixIn(value);
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
