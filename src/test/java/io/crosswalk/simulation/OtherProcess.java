package io.crosswalk.simulation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The soak in a process of its own, whose hashes of constants and of immutable sets are others. */
final class OtherProcess {
    private static final Pattern ALL_TRACES = Pattern.compile("all traces (\\S+)");

    private OtherProcess() {}

    /** The figure that stands for all traces of these seeds. */
    static String allTraces(long from, long seeds) throws IOException {
        Process soak =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-Xmx256m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-Dfrom=" + from,
                                "-Dseeds=" + seeds,
                                "-Dthreads=1",
                                SoakMain.class.getName())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(soak.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher figure = ALL_TRACES.matcher(said);
        if (!figure.find()) {
            throw new IllegalStateException("The other process said: " + said);
        }
        return figure.group(1);
    }
}
