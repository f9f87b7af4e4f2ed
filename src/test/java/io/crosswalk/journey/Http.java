package io.crosswalk.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** JSON over HTTP, as a user with curl has it. */
public final class Http {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String base;

    /**
     * @param base without a slash at its end
     */
    public Http(String base) {
        this.base = base;
    }

    /** A status and a body; the body is missing where there is none. */
    public record Answer(int status, String contentType, JsonNode body) {}

    public Answer get(String path) {
        return send("GET", path, "", Map.of());
    }

    public Answer send(String method, String path, String body) {
        return send(method, path, body, Map.of("content-type", "application/json"));
    }

    public Answer send(String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofString());
            String type = response.headers().firstValue("content-type").orElse("");
            JsonNode json =
                    response.body().isEmpty() || !type.contains("json")
                            ? MissingNode.getInstance()
                            : JSON.readTree(response.body());
            return new Answer(response.statusCode(), type, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
