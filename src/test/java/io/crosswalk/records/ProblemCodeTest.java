package io.crosswalk.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemCodeTest {

    /** The rows as they must stand in docs/problems.md, in the enum's order. */
    private static List<String> rows() {
        return Arrays.stream(ProblemCode.values())
                .map(
                        code ->
                                "| `%s` | %s | %s | %s | `%s` |"
                                        .formatted(
                                                code,
                                                code.severity(),
                                                code.meaning(),
                                                code.mending(),
                                                code.action()))
                .toList();
    }

    @Test
    void docs_sayOfEveryCodeWhatTheProductSays() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("docs/problems.md"))) {
            assertThat(lines.filter(line -> line.matches("\\| `[A-Z_]+` \\| (WARNING|ISSUE) .*")))
                    .containsExactlyElementsOf(rows());
        }
    }

    @Test
    void docs_nameEveryAction() throws IOException {
        String docs = Files.readString(Path.of("docs/problems.md"));

        for (ProblemAction action : ProblemAction.values()) {
            assertThat(docs).contains("| `" + action + "` | " + action.label() + " |");
        }
    }

    @Test
    void sentences_endLikeSentences() {
        assertThat(ProblemCode.values())
                .allSatisfy(
                        code -> {
                            assertThat(code.meaning()).endsWith(".");
                            assertThat(code.mending()).endsWith(".");
                        });
    }
}
