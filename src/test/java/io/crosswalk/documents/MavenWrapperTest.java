package io.crosswalk.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JDK is enough for {@code ./mvnw}: what its generated script lacks is added to it. */
class MavenWrapperTest {
    private static final Path BIN = Path.of("/usr/bin");

    @TempDir private Path folder;

    /** As an update of the wrapper would leave it out. */
    private static String addition() throws IOException {
        String script = Files.readString(Path.of("mvnw"));
        int javaHome = script.indexOf("set_java_home() {");
        int from = script.indexOf("# Not of the generated script");
        assertThat(from).as("what was added to mvnw").isPositive();
        return script.substring(javaHome, script.indexOf("\n}\n", javaHome) + 3)
                + script.substring(from, script.indexOf("# select .zip or .tar.gz", from));
    }

    private Path maven() throws IOException {
        Path zip = folder.resolve("maven.zip");
        try (ZipOutputStream entries = new ZipOutputStream(Files.newOutputStream(zip))) {
            entries.putNextEntry(new ZipEntry("apache-maven/bin/mvn"));
            entries.closeEntry();
        }
        return zip;
    }

    @Test
    void machineWithoutUnzip_unpacksMavenByTheJdk() throws Exception {
        assumeTrue(Files.isExecutable(BIN.resolve("find")), "No /usr/bin/find: not a Unix");
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : List.of("find", "chmod")) {
            Path call = tools.resolve(tool);
            Files.writeString(call, "#!/bin/sh\nexec " + BIN.resolve(tool) + " \"$@\"\n");
            assertThat(call.toFile().setExecutable(true)).isTrue();
        }
        Path target = Files.createDirectory(folder.resolve("target"));
        String script =
                "set -euf\n" + addition() + "unzip -q '" + maven() + "' -d '" + target + "'\n";
        ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-c", script);
        shell.environment().put("PATH", tools.toString());
        shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
        shell.redirectErrorStream(true).redirectOutput(folder.resolve("said").toFile());

        Process process = shell.start();

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(folder.resolve("said"))).isEmpty();
        assertThat(target.resolve("apache-maven/bin/mvn")).isExecutable();
    }
}
