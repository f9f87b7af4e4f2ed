package io.crosswalk.infra;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A folder for the path with an {@code aws} that answers what it was told to, and keeps what it was
 * called with.
 */
final class PretendedAws {
    /** The first answer whose words all stand in the command is given; none is a failure. */
    private static final String SCRIPT =
            """
            #!/usr/bin/env bash
            here=$(dirname "$0")
            echo "$*" >> "$here/calls"
            for argument in "$@"; do
              if [ "$argument" = file:///dev/stdin ]; then cat >> "$here/stdin"; fi
            done
            while IFS=$'\\t' read -r words answer; do
              fits=yes
              for word in $words; do
                case " $* " in *"$word"*) ;; *) fits=no ;; esac
              done
              if [ "$fits" = yes ]; then printf '%b' "$answer"; exit 0; fi
            done < "$here/answers"
            echo "An error occurred (NotThere) when calling something" >&2
            exit 254
            """;

    private final Path folder;
    private final StringBuilder answers = new StringBuilder();

    PretendedAws(Path folder) throws IOException {
        this.folder = folder;
        Path script = folder.resolve("aws");
        Files.writeString(script, SCRIPT);
        if (!script.toFile().setExecutable(true)) {
            throw new IOException("Cannot make " + script + " executable");
        }
    }

    /**
     * @param words separated by blanks
     * @param answer without backslashes
     */
    PretendedAws says(String words, String answer) {
        answers.append(words).append('\t').append(answer.replace("\n", "\\n")).append('\n');
        return this;
    }

    List<String> calls() throws IOException {
        return Files.exists(folder.resolve("calls"))
                ? Files.readAllLines(folder.resolve("calls"))
                : List.of();
    }

    String stdin() throws IOException {
        return Files.readString(folder.resolve("stdin"));
    }

    /**
     * @param out everything that was printed
     */
    record Ended(int exit, String out) {
        List<String> lines(String start) {
            return out.lines().filter(line -> line.startsWith(start)).toList();
        }
    }

    Ended run(Map<String, String> environment, String input, String... command) throws Exception {
        Files.writeString(folder.resolve("answers"), answers);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().merge("PATH", folder.toString(), (path, ours) -> ours + ":" + path);
        builder.environment().merge("PATH", javaFolder(), (path, ours) -> path + ":" + ours);
        Process process = builder.start();
        try (var out = process.getOutputStream()) {
            out.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It ended without reading everything.
        }
        String said = read(process.getInputStream());
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("Did not end: " + said);
        }
        return new Ended(process.exitValue(), said);
    }

    private static String read(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String javaFolder() {
        return Path.of(System.getProperty("java.home"), "bin").toString();
    }

    static boolean canRunScripts() {
        return Stream.of("/bin/bash", "/usr/bin/bash")
                .anyMatch(bash -> Files.exists(Path.of(bash)));
    }
}
