package io.crosswalk.functions;

import io.crosswalk.journey.Http;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Invokes the exported function with a recorded event, through the mock of Lambda's Runtime API.
 */
final class Invocation {
    private static final Http LAMBDA = new Http("http://localhost:8187");

    private Invocation() {}

    /**
     * @param event a file of {@code src/test/resources/aws}
     * @param recordId stands where the file says RECORD_ID
     */
    static Http.Answer of(String event, String recordId) {
        return LAMBDA.send("POST", "/", read(event).replace("RECORD_ID", recordId));
    }

    private static String read(String event) {
        try (InputStream file = Invocation.class.getResourceAsStream("/aws/" + event)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
