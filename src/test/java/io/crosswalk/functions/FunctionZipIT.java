package io.crosswalk.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** What is deployed holds the functions, and nothing that belongs to a developer's machine. */
class FunctionZipIT {
    private static final Path ZIP = Path.of("target/function.zip");

    private static List<String> names() throws IOException {
        List<String> names = new java.util.ArrayList<>();
        try (InputStream file = Files.newInputStream(ZIP);
                ZipInputStream zip = new ZipInputStream(file)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static boolean isNative(List<String> names) {
        return names.contains("bootstrap");
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
        if (!isNative(names)) {
            assertThat(names)
                    .contains("io/crosswalk/functions/SyncFunction.class")
                    .contains("io/crosswalk/functions/HubspotWebhookFunction.class");
        }
    }
}
