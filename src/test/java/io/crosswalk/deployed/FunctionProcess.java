package io.crosswalk.deployed;

import io.crosswalk.backend.DynamoServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A function in a process of its own, as Lambda starts it. */
final class FunctionProcess implements AutoCloseable {
    /** Far more than it takes, but for a machine that is busy otherwise. */
    private static final Duration LONG = Duration.ofMinutes(3);

    private static final Pattern RSS = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final String function;
    private final RuntimeApi api = new RuntimeApi();
    private final Path log;
    private final Process process;
    private final long startedAt = System.nanoTime();
    private long firstResponseMillis = -1;

    /**
     * @param environment besides what Lambda itself sets
     */
    FunctionProcess(Artifact artifact, String function, Map<String, String> environment)
            throws IOException {
        this.function = function;
        this.log = Files.createTempFile("crosswalk-" + function + "-", ".log");
        ProcessBuilder builder = new ProcessBuilder(artifact.command());
        builder.directory(artifact.root().toFile());
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        Map<String, String> env = builder.environment();
        env.keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("CROSSWALK_"));
        env.put("AWS_LAMBDA_RUNTIME_API", api.authority());
        env.put("AWS_LAMBDA_FUNCTION_NAME", "crosswalk-" + function);
        env.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        env.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
        env.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/crosswalk-" + function);
        env.put("AWS_LAMBDA_LOG_STREAM_NAME", "2026/11/24/[$LATEST]0123456789abcdef");
        env.put("AWS_REGION", DynamoServer.REGION);
        env.put("AWS_ACCESS_KEY_ID", "test");
        env.put("AWS_SECRET_ACCESS_KEY", "test");
        env.put("_HANDLER", artifact.isNative() ? "bootstrap" : Artifact.HANDLER);
        env.put("LAMBDA_TASK_ROOT", artifact.root().toString());
        env.put("QUARKUS_FUNQY_EXPORT", function);
        env.putAll(environment);
        this.process = builder.start();
    }

    /** Waits for the answer. */
    RuntimeApi.Outcome invoke(String event) {
        try {
            CompletableFuture<RuntimeApi.Outcome> answer =
                    api.invoke(event, Duration.ofSeconds(30));
            // Whoever has ended never answers.
            process.onExit().thenRun(() -> answer.cancel(false));
            RuntimeApi.Outcome outcome = answer.get(LONG.toSeconds(), TimeUnit.SECONDS);
            if (firstResponseMillis < 0) {
                firstResponseMillis = (System.nanoTime() - startedAt) / 1_000_000;
            }
            return outcome;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException | CancellationException e) {
            throw new AssertionError(
                    "'"
                            + function
                            + "' has not answered"
                            + (process.isAlive() ? "" : " and has ended " + process.exitValue())
                            + ". Its output:\n"
                            + output(),
                    e);
        }
    }

    /** Waits until it asks for work. */
    void ready() throws Exception {
        api.asked().get(LONG.toSeconds(), TimeUnit.SECONDS);
    }

    /** Waits until it has ended by itself. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("'" + function + "' goes on. Its output:\n" + output());
        }
        return process.exitValue();
    }

    /** All that it has written to standard output and standard error. */
    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "cannot be read: " + e.getMessage();
        }
    }

    /** As Lambda ends it: SIGTERM, and a moment. Returns its exit code. */
    int terminate() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("'" + function + "' did not end. Its output:\n" + output());
        }
        return process.exitValue();
    }

    /** A line for people: measured, not asserted, because machines differ. */
    String measured() {
        return String.format(
                "%-17s first response after %5d ms, resident %4d MB",
                function, firstResponseMillis, residentMegabytes());
    }

    /** From the start of the process. */
    long firstResponseMillis() {
        return firstResponseMillis;
    }

    /** Of all its threads since it started. */
    long processorMillis() {
        return process.toHandle().info().totalCpuDuration().map(Duration::toMillis).orElse(-1L);
    }

    long residentMegabytes() {
        try {
            Matcher rss =
                    RSS.matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
            return rss.find() ? Long.parseLong(rss.group(1)) / 1024 : -1;
        } catch (IOException e) {
            // Not Linux, or it has ended.
            return -1;
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        api.close();
        Files.deleteIfExists(log);
    }
}
