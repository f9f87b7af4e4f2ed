package io.crosswalk.console;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Both simulated CRMs, and the API, for what a page's test needs around it. */
final class Crms {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;

    Crms(URI base) {
        this.base = "http://localhost:" + base.getPort();
    }

    String get(String path) {
        return send("GET", path, "");
    }

    String post(String path, String body) {
        return send("POST", path, body);
    }

    void delete(String path) {
        send("DELETE", path, "");
    }

    private String send(String method, String path, String body) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A person edits a contact in HubSpot. */
    void putHubspot(String id, String property, String value) {
        send(
                "PATCH",
                "/sandbox/hubspot/crm/v3/objects/contacts/" + id,
                "{\"properties\":{\"" + property + "\":\"" + value + "\"}}");
    }

    /** Waits until reconcile has linked it. */
    void untilLinked(String contact) {
        await().atMost(SOON)
                .until(
                        () ->
                                get("/api/links/contact/" + contact)
                                        .contains("\"salesforceId\":\"003"));
    }

    /** Waits until the path answers with the text. */
    void until(String path, String text) {
        await().atMost(SOON).until(() -> get(path).contains(text));
    }
}
