package io.crosswalk.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The schema file, as it is shipped. */
final class ConfigSchema {
    private static final String FILE = "/config-schema.json";

    private ConfigSchema() {}

    static String text() {
        try (InputStream file = ConfigSchema.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("The file " + FILE + " is not shipped");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
