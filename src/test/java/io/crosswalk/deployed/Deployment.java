package io.crosswalk.deployed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The packaged functions around a {@link World}, each started when it is needed first. */
final class Deployment implements AutoCloseable {
    private static final Path ZIP = Path.of("target/function.zip");

    final World world;
    final Artifact artifact;
    private final Map<String, FunctionProcess> running = new HashMap<>();
    private final List<String> measured = new ArrayList<>();

    /**
     * @param folder empty; the zip is unpacked there
     */
    Deployment(Path folder) throws Exception {
        this(ZIP, folder);
    }

    /** Of another zip than the one that was packaged last. */
    Deployment(Path zip, Path folder) throws Exception {
        artifact = Artifact.unpacked(zip, folder.resolve("task"));
        assumeTrue(artifact.runsHere(), "The executable is for another system than this one");
        world = new World();
    }

    FunctionProcess function(String name) throws IOException {
        FunctionProcess known = running.get(name);
        if (known == null) {
            known = start(name, Map.of());
            running.put(name, known);
        }
        return known;
    }

    /** One more process, which the caller closes. */
    FunctionProcess start(String name, Map<String, String> environment) throws IOException {
        Map<String, String> all = world.environment(name);
        all.putAll(environment);
        return new FunctionProcess(artifact, name, all);
    }

    /** The answer to an event; an error that the function reports fails the test. */
    JsonNode answered(String name, String event) throws IOException {
        boolean first = !running.containsKey(name);
        FunctionProcess process = function(name);
        RuntimeApi.Outcome outcome = process.invoke(event);
        assertThat(outcome.failed()).as(outcome.body() + "\n" + process.output()).isFalse();
        if (first) {
            measured.add(process.measured());
        }
        return Events.json(outcome.body().isEmpty() ? "null" : outcome.body());
    }

    /** What the REST API answers; its body is a text where it is no JSON. */
    JsonNode api(String method, String path, String query, String body, int status)
            throws IOException {
        JsonNode answer = answered("api", Events.request(method, path, query, body));
        assertThat(answer.path("statusCode").asInt())
                .as("%s %s: %s\n%s", method, path, answer, function("api").output())
                .isEqualTo(status);
        boolean json = answer.path("headers").path("content-type").asText().contains("json");
        return json ? Events.json(answer.path("body").asText()) : answer.path("body");
    }

    JsonNode api(String path) throws IOException {
        return api("GET", path, "", "", 200);
    }

    /** A reconcile, and the links of the contacts that HubSpot's own integration had linked. */
    List<JsonNode> linked() throws IOException {
        answered("reconcile", Events.scheduled());
        String contacts =
                world.hubspot.url()
                        + "/crm/v3/objects/contacts?limit=100&properties=salesforcecontactid";
        List<JsonNode> links = new ArrayList<>();
        for (JsonNode contact : person("GET", contacts, "").path("results")) {
            JsonNode partner = contact.path("properties").path("salesforcecontactid");
            if (!partner.asText("").isEmpty()) {
                links.add(api("/api/links/contact/" + contact.path("id").asText()));
            }
        }
        return links;
    }

    /** What a person does in a CRM. */
    static JsonNode person(String method, String url, String body) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .header("content-type", "application/json")
                        .build();
        try {
            String answer =
                    HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.ofString())
                            .body();
            return Events.json(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (FunctionProcess process : running.values()) {
            process.close();
        }
        world.close();
        System.out.printf(
                "%s package, from start to first response, and memory then:%n",
                artifact.isNative() ? "Native" : "JVM");
        measured.forEach(line -> System.out.println("  " + line));
    }
}
