package io.crosswalk.deployed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What the starts of one kind of function took. */
final class Starts {
    private final String kind;
    private final List<Long> millis = new ArrayList<>();
    private final List<Long> processor = new ArrayList<>();
    private final List<Long> megabytes = new ArrayList<>();

    /** Starts a process and returns it when it has given its first response. */
    interface Start {
        FunctionProcess run() throws IOException;
    }

    Starts(String kind) {
        this.kind = kind;
    }

    void add(Start start) throws IOException {
        try (FunctionProcess process = start.run()) {
            millis.add(process.firstResponseMillis());
            processor.add(process.processorMillis());
            megabytes.add(process.residentMegabytes());
        }
    }

    String line() {
        return String.format(
                "%-38s %,6d ms (%,d to %,d), %,6d ms of processor, resident %4d MB",
                kind,
                median(millis),
                millis.stream().min(Long::compare).orElseThrow(),
                millis.stream().max(Long::compare).orElseThrow(),
                median(processor),
                median(megabytes));
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
