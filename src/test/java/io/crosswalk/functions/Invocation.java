package io.crosswalk.functions;

import io.crosswalk.journey.Http;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Invokes the exported function with a recorded event, through the mock of Lambda's Runtime API.
 */
final class Invocation {
    private Invocation() {}

    /**
     * @param event a file of {@code src/test/resources/aws}
     * @param recordId stands where the file says RECORD_ID
     */
    static Http.Answer of(String event, String recordId) {
        return lambda().send("POST", "/", read(event).replace("RECORD_ID", recordId));
    }

    private static Http lambda() {
        String port =
                ConfigProvider.getConfig()
                        .getValue("quarkus.lambda.mock-event-server.test-port", String.class);
        return new Http("http://localhost:" + port);
    }

    private static String read(String event) {
        try (InputStream file = Invocation.class.getResourceAsStream("/aws/" + event)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
