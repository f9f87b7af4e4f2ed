package io.crosswalk.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** What is deployed holds the functions, and nothing that belongs to a developer's machine. */
class FunctionZipIT {
    private static final Path ZIP = Path.of("target/function.zip");

    /** The executable of a native zip. */
    private static final String BOOTSTRAP = "bootstrap";

    private static List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        try (InputStream file = Files.newInputStream(ZIP);
                ZipInputStream zip = new ZipInputStream(file)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    @Test
    void functionZip_holdsNoSimulatorNoLocalDriverAndNoDynamoDbLocal() throws IOException {
        assertThat(names())
                .isNotEmpty()
                .noneMatch(name -> name.startsWith("io/crosswalk/sandbox/"))
                .noneMatch(name -> name.startsWith("sandbox/"))
                .noneMatch(name -> name.startsWith("io/crosswalk/local/"))
                .noneMatch(name -> name.contains("DynamoDBLocal") || name.contains("sqlite"));
    }

    @Test
    void functionZip_holdsTheFunctions() throws IOException {
        List<String> names = names();
        assumeFalse(
                names.contains(BOOTSTRAP), "The functions of a native zip are in its executable");

        assertThat(names)
                .contains("io/crosswalk/functions/SyncFunction.class")
                .contains("io/crosswalk/functions/HubspotWebhookFunction.class");
    }

    /**
     * Apache-2.0 wants its text and the NOTICE to come along, MIT its own; Lambda minds neither.
     */
    @Test
    void functionZip_carriesTheLicencesOfWhatIsInIt() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(ZIP)) {
            assertThat(Files.readString(zip.getPath("LICENSE")))
                    .isEqualTo(Files.readString(Path.of("LICENSE")));
            assertThat(Files.readString(zip.getPath("NOTICE-THIRD-PARTY.txt")))
                    .contains("(MIT) SLF4J API Module", "slf4j-api-")
                    .containsIgnoringWhitespaces("Permission is hereby granted, free of charge")
                    .contains("Apache License", "The Apache Software Foundation");
        }
    }

    @Test
    void nativeFunctionZip_canStillBeRun() throws IOException {
        try (FileSystem zip =
                FileSystems.newFileSystem(ZIP, Map.of("enablePosixFileAttributes", true))) {
            Path bootstrap = zip.getPath(BOOTSTRAP);
            assumeTrue(Files.exists(bootstrap), "A zip for the JVM has no executable");

            assertThat(Files.getPosixFilePermissions(bootstrap))
                    .contains(PosixFilePermission.OTHERS_EXECUTE);
        }
    }

    /** The AWS SDK would have its own in it, as resources: 22 MB. */
    @Test
    void nativeFunctionZip_carriesNoClassFiles() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(ZIP)) {
            Path bootstrap = zip.getPath(BOOTSTRAP);
            assumeTrue(Files.exists(bootstrap), "A zip for the JVM is made of class files");

            assertThat(classFiles(ByteBuffer.wrap(Files.readAllBytes(bootstrap)))).isZero();
        }
    }

    /** Each begins with a magic number, and a minor version of 0 (JVM specification, 4.1). */
    private static long classFiles(ByteBuffer executable) {
        return IntStream.range(0, executable.limit() - Long.BYTES)
                .filter(at -> executable.getInt(at) == 0xCAFEBABE)
                .filter(at -> executable.getShort(at + Integer.BYTES) == 0)
                .count();
    }
}
