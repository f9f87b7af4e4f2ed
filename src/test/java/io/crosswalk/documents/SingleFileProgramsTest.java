package io.crosswalk.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is run as {@code java Some.java}, and compiled by no build, compiles. */
class SingleFileProgramsTest {
    @TempDir Path classes;

    @Test
    void programs_compileOnTheOldestJavaThatWePromise() throws Exception {
        List<Path> programs = new ArrayList<>();
        for (String folder : List.of("infra", "src/bench", "src/build")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(programs::add);
            }
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("--release", "17", "-d", classes.toString());
            var sources = files.getJavaFileObjectsFromPaths(programs);

            boolean compiled = compiler.getTask(said, files, null, options, null, sources).call();

            assertThat(compiled).as(said.toString()).isTrue();
        }
        assertThat(programs).hasSizeGreaterThanOrEqualTo(4);
    }
}
