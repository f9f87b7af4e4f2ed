package io.crosswalk.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build says for which processor its zip is, as {@code sam deploy} has to be told. */
class DeployAsTest {
    private static final int X86_64 = 62;
    private static final int AARCH64 = 183;

    @TempDir Path folder;

    private String said(String entry, int... content) throws Exception {
        Path zip = folder.resolve("function.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry(entry));
            for (int one : content) {
                out.write(one);
            }
            out.write(new byte[100]);
        }
        Tool java = new Tool(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        return java.run("src/build/DeployAs.java", zip.toString()).text();
    }

    /** The header of a 64-bit executable that begins with the lower byte. */
    private static int[] elf(int machine) {
        int[] header = Arrays.copyOf(new int[] {0x7f, 'E', 'L', 'F', 2, 1, 1}, 20);
        header[16] = 2;
        header[18] = machine;
        return header;
    }

    @Test
    void executable_isDeployedOnTheProcessorThatItWasBuiltFor() throws Exception {
        assertThat(said("bootstrap", elf(X86_64))).endsWith("Packaging=native Architecture=x86_64");
        assertThat(said("bootstrap", elf(AARCH64))).endsWith("Packaging=native Architecture=arm64");
    }

    /** As a GraalVM on macOS makes it. */
    @Test
    void executableOfAnotherSystem_isToBeBuiltInAContainer() throws Exception {
        assertThat(said("bootstrap", 0xcf, 0xfa, 0xed, 0xfe)).contains("container-build=true");
    }

    @Test
    void javaPackage_isDeployedOnEither() throws Exception {
        assertThat(said("io/crosswalk/Some.class")).contains("Packaging=jvm", "either");
    }
}
