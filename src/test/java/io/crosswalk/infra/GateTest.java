package io.crosswalk.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** {@code .ci/run}, with a Maven and a toolchain that do as they are told. */
@EnabledIf("io.crosswalk.infra.PretendedAws#canRunScripts")
class GateTest {
    private static final String DRIVEN = "The native executable was built and driven.";
    private static final String NOT_DRIVEN = "No native executable was built and driven: ";
    private static final String TESTS = "--batch-mode --no-transfer-progress verify";

    /** Ends only when it is told to. */
    private static final String FOR_EVER = "exec tail -f /dev/null";

    private static final String MAVEN =
            """
            #!/usr/bin/env bash
            echo "$*" >> "$SHARED/calls"
            case "$*" in
              *-Dnative*) pwd > "$SHARED/native-folder"; echo $$ > "$SHARED/native"; eval "$NATIVE_DOES" ;;
              *test-compile) ;;
              *) touch "$SHARED/tests"; eval "$TESTS_DO" ;;
            esac
            """;

    @TempDir Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private Path kit;

    private record Ended(int exit, List<String> lines) {
        String last() {
            return lines.get(lines.size() - 1);
        }
    }

    @BeforeEach
    void start() throws IOException {
        Path gate = Path.of(".ci/run");
        String script =
                replaced(
                        replaced(
                                replaced(Files.readString(gate), "/proc/meminfo", "$SHARED/memory"),
                                "/sys/fs/cgroup/memory.max",
                                "$SHARED/limit"),
                        "patience=1680",
                        "patience=${PATIENCE:-60}");
        script = replaced(script, "alone=480", "alone=1");
        program("repository/.ci/run", script);
        program("repository/mvnw", MAVEN);
        kit = program("shared/native/build-home.sh", "#!/bin/sh\nmkdir -p \"$1\"\n");
        program("programs/gcc", "#!/bin/sh\n");
        program("programs/nproc", "#!/bin/sh\necho 2\n");
        // Nothing is installed for whoever is not root.
        program("programs/id", "#!/bin/sh\necho 1000\n");
        Files.createDirectories(folder.resolve("repository/target"));
        Files.createDirectories(folder.resolve("temporary"));
        Files.writeString(folder.resolve("memory"), "MemAvailable:   20971520 kB\n");
        environment.put("SHARED", folder.toString());
        environment.put("TMPDIR", folder.resolve("temporary").toString());
        environment.put("JAVA25_HOME", folder.toString());
        environment.put("NATIVE_DOES", "");
        environment.put("TESTS_DO", "");
        environment.put("NATIVE", "");
    }

    @Test
    void nativeBuild_goesBesideTheTestsInAFolderOfItsOwn() throws Exception {
        environment.put("NATIVE_DOES", until("tests"));
        environment.put("TESTS_DO", until("native"));

        Ended ended = run();

        assertThat(ended.exit()).as(ended.lines().toString()).isZero();
        assertThat(ended.last()).isEqualTo(DRIVEN);
        assertThat(calls()).hasSize(3).contains(TESTS);
        String own = Files.readString(folder.resolve("native-folder")).strip();
        assertThat(own).startsWith(folder.resolve("temporary").toString());
        assertThat(Path.of(own)).doesNotExist();
    }

    @Test
    void nativeBuildThatFails_failsTheGate() throws Exception {
        environment.put("NATIVE_DOES", "echo Not registered; exit 3");

        Ended ended = run();

        assertThat(ended.exit()).isEqualTo(3);
        assertThat(ended.lines()).contains("Not registered").doesNotContain(DRIVEN);
    }

    @Test
    void testsThatFail_failTheGateAndEndTheBuild() throws Exception {
        environment.put("NATIVE_DOES", FOR_EVER);
        environment.put("TESTS_DO", until("native") + "; exit 4");

        Ended ended = run();

        assertThat(ended.exit()).isEqualTo(4);
        long build = Long.parseLong(Files.readString(folder.resolve("native")).strip());
        assertThat(ProcessHandle.of(build).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void buildThatIsNotDone_isToldLast() throws Exception {
        environment.put("NATIVE_DOES", FOR_EVER);
        environment.put("TESTS_DO", until("native"));
        environment.put("PATIENCE", "0");

        Ended ended = run();

        assertThat(ended.exit()).as(ended.lines().toString()).isZero();
        assertThat(ended.last()).startsWith(NOT_DRIVEN + "it was not done");
    }

    @Test
    void buildThatIsNotDone_failsWhereItIsRequired() throws Exception {
        environment.put("NATIVE_DOES", FOR_EVER);
        environment.put("TESTS_DO", until("native"));
        environment.put("PATIENCE", "0");
        environment.put("NATIVE", "required");

        assertThat(run().exit()).isEqualTo(1);
    }

    @Test
    void withoutTheToolchain_theTestsRunAndTheLastLineSaysSo() throws Exception {
        Files.delete(kit);

        Ended ended = run();

        assertThat(ended.exit()).isZero();
        assertThat(calls()).containsExactly(TESTS);
        assertThat(ended.last())
                .isEqualTo(NOT_DRIVEN + "../shared/native/build-home.sh is not there.");
    }

    @Test
    void withoutTheToolchain_failsAtOnceWhereItIsRequired() throws Exception {
        Files.delete(kit);
        environment.put("NATIVE", "required");

        assertThat(run().exit()).isEqualTo(1);
        assertThat(calls()).isEmpty();
    }

    @Test
    void withoutRoomForBoth_theNativeBuildGoesAfterTheTests() throws Exception {
        Files.writeString(folder.resolve("limit"), "8589934592\n");

        Ended ended = run();

        assertThat(ended.exit()).isZero();
        assertThat(ended.last()).isEqualTo(DRIVEN);
        assertThat(calls()).hasSize(2);
        assertThat(calls().get(0)).isEqualTo(TESTS);
        assertThat(calls().get(1)).contains("-Dnative");
    }

    @Test
    void withoutRoomForBoth_aNativeBuildThatFailsFailsTheGate() throws Exception {
        program("programs/nproc", "#!/bin/sh\necho 1\n");
        environment.put("NATIVE_DOES", "exit 3");

        assertThat(run().exit()).isEqualTo(3);
    }

    @Test
    void withoutRoomForBothAndWithSlowTests_theLastLineSaysThatNothingWasDriven() throws Exception {
        Files.writeString(folder.resolve("limit"), "8589934592\n");
        environment.put("PATIENCE", "0");

        Ended ended = run();

        assertThat(ended.exit()).isZero();
        assertThat(ended.last()).startsWith(NOT_DRIVEN + "the tests took");
        assertThat(calls()).containsExactly(TESTS);
    }

    private List<String> calls() throws IOException {
        Path calls = folder.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    /** Waits for a file that the other one makes. */
    private static String until(String file) {
        return "until [ -e \"$SHARED/" + file + "\" ]; do sleep 0.05; done";
    }

    private static String replaced(String script, String text, String by) {
        assertThat(script).contains(text);
        return script.replace(text, by);
    }

    private Path program(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private Ended run() throws Exception {
        Path said = folder.resolve("said");
        ProcessBuilder builder =
                new ProcessBuilder(folder.resolve("repository/.ci/run").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        String programs = folder.resolve("programs").toString();
        builder.environment().merge("PATH", programs, (path, ours) -> ours + ":" + path);
        Process gate = builder.start();
        if (!gate.waitFor(60, TimeUnit.SECONDS)) {
            gate.descendants().forEach(ProcessHandle::destroyForcibly);
            gate.destroyForcibly();
            throw new AssertionError("Did not end: " + Files.readString(said));
        }
        try (Stream<String> lines = Files.lines(said)) {
            return new Ended(gate.exitValue(), lines.toList());
        }
    }
}
