package io.crosswalk.simulation;

import java.util.Locale;
import java.util.StringJoiner;

/** How often each fault was injected. */
final class FaultCounts {
    private final long[] counts = new long[Fault.values().length];

    void count(Fault fault) {
        counts[fault.ordinal()]++;
    }

    void add(FaultCounts more) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += more.counts[i];
        }
    }

    long total() {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        return total;
    }

    /** {@code crash 12, read failed 80, …} */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ");
        for (Fault fault : Fault.values()) {
            String name = fault.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            text.add(String.format("%s %,d", name, counts[fault.ordinal()]));
        }
        return text.toString();
    }
}
