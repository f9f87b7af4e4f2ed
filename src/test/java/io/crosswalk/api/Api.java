package io.crosswalk.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.crosswalk.sandbox.Choices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.Collectors;

/** The REST API as a client has it: every header and every byte of the answer. */
final class Api {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String base;

    Api(URI base) {
        this.base = "http://" + base.getAuthority();
    }

    record Answer(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String text() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            try {
                return header("content-type").contains("json")
                        ? JSON.readTree(text())
                        : MissingNode.getInstance();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The items of a list. */
        JsonNode items() {
            return json().path("items");
        }

        String at(String pointer) {
            return json().at(pointer).asText();
        }

        /** A whole problem, which gives nothing away. */
        Answer isRefused(int status, String code) {
            assertThat(status()).as(text()).isEqualTo(status);
            assertThat(header("content-type")).startsWith("application/problem+json");
            assertThat(at("/code")).isEqualTo(code);
            assertThat(json().path("status").asInt()).isEqualTo(status);
            assertThat(at("/detail")).isNotEmpty();
            assertThat(text()).doesNotContain("Exception", "at io.");
            return this;
        }

        Answer is(int status) {
            assertThat(status()).as(text()).isEqualTo(status);
            return this;
        }
    }

    Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    Answer delete(String path, String... headers) {
        return send("DELETE", path, BodyPublishers.noBody(), headers);
    }

    Answer post(String path, String json) {
        return send("POST", path, json, "content-type", "application/json");
    }

    Answer put(String path, String json, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "content-type";
        all[1] = "application/json";
        return send("PUT", path, json, all);
    }

    Answer send(String method, String path, String body, String... headers) {
        return send(method, path, BodyPublishers.ofString(body), headers);
    }

    Answer send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(Duration.ofSeconds(20))
                        .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String mapping(String property, String field, String rule) {
        return "{\"hubspotProperty\":\"%s\",\"salesforceField\":\"%s\",\"syncRule\":\"%s\"}"
                .formatted(property, field, rule);
    }

    /** Makes a mapping and returns its path. */
    String made(String object, String property, String field, String rule) {
        Answer answer =
                post("/api/objects/" + object + "/mappings", mapping(property, field, rule));
        return answer.is(201).header("location").replace(base, "");
    }

    /** Puts every object back to what dev mode starts with: as shipped, with stages paired. */
    void reset() {
        String pairs =
                Choices.DEAL_STAGES.stream()
                        .map(pair -> "\"" + pair.getKey() + "\":\"" + pair.getValue() + "\"")
                        .collect(Collectors.joining(","));
        String stages =
                "{\"hubspotProperty\":\"dealstage\",\"salesforceField\":\"StageName\","
                        + "\"syncRule\":\"PREFER_SALESFORCE_UNLESS_BLANK\",\"optionPairs\":{"
                        + pairs
                        + "}}";
        String shipped =
                "{\"objects\":{\"contact\":{\"mappings\":[]},"
                        + "\"company\":{\"syncEnabled\":true,\"mappings\":[]},"
                        + "\"deal\":{\"syncEnabled\":true,\"mappings\":["
                        + stages
                        + "]}}}";
        post("/api/config/apply", shipped).is(200);
    }
}
