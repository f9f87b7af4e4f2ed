package io.crosswalk.template;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that may be installed.
 *
 * @param name as on the path
 */
public record Tool(String name) {
    private static final int PATIENCE_SECONDS = 180;

    /** Exit code, and everything that was printed. */
    public record Said(int exit, String text) {}

    /** Whether it is there, and says so itself. */
    public boolean works(String... arguments) throws InterruptedException {
        try {
            return run(arguments).exit() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    public Said run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(name));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(name + " did not end");
        }
        return new Said(process.exitValue(), text.strip());
    }
}
