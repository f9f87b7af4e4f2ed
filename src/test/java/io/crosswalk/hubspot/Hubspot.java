package io.crosswalk.hubspot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswalk.records.CrmWrite;
import io.crosswalk.sandbox.LocalCrm;
import io.crosswalk.sandbox.SandboxRequest;
import io.crosswalk.sandbox.SandboxResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A HubSpot that answers what the test says, and a client of it. JSON has single quotes. */
final class Hubspot implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    Instant now = Instant.parse("2026-11-24T10:40:00Z");
    HubspotCredentials.Login login = new HubspotCredentials.PrivateApp("pat-1");
    final List<String> calls = new ArrayList<>();
    final LocalCrm crm;
    final HttpHubspotClient client;
    private final Deque<SandboxResponse> answers = new ArrayDeque<>();

    /** Answers in the order of {@link #answers}, and after the last one with 500. */
    Hubspot() {
        this.crm = new LocalCrm("", request -> next());
        this.client = client(crm.url(), Duration.ofSeconds(5));
    }

    Hubspot(Function<SandboxRequest, SandboxResponse> rule) {
        this.crm = new LocalCrm("", rule);
        this.client = client(crm.url(), Duration.ofSeconds(5));
    }

    private synchronized SandboxResponse next() {
        SandboxResponse answer = answers.poll();
        return answer == null ? json(500, "{'message':'no answer scripted'}") : answer;
    }

    HttpHubspotClient client(String url, Duration timeout) {
        return client(url, "/oauth/v3/token", timeout);
    }

    /** Another client of it, that logs in elsewhere. */
    HttpHubspotClient clientOf(String tokenPath) {
        return client(crm.url(), tokenPath, Duration.ofSeconds(5));
    }

    private HttpHubspotClient client(String url, String tokenPath, Duration timeout) {
        Clock clock =
                new Clock() {
                    @Override
                    public ZoneId getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        return this;
                    }

                    @Override
                    public Instant instant() {
                        return now;
                    }
                };
        HubspotCredentials credentials =
                new HubspotCredentials() {
                    @Override
                    public Optional<Login> login() {
                        return Optional.ofNullable(login);
                    }

                    @Override
                    public List<String> webhookSecrets() {
                        return List.of();
                    }
                };
        return new HttpHubspotClient(
                new HubspotSettings(
                        URI.create(url),
                        tokenPath,
                        timeout,
                        Duration.ofMinutes(5),
                        OptionalLong.empty()),
                credentials,
                clock,
                JSON,
                (kind, records, status, millis) -> {
                    synchronized (calls) {
                        calls.add(kind + " " + records + " " + status);
                    }
                });
    }

    Hubspot answers(int status, String json) {
        return answers(json(status, json));
    }

    synchronized Hubspot answers(SandboxResponse answer) {
        answers.add(answer);
        return this;
    }

    /** The bytes go out as they are, numbers included. */
    static SandboxResponse json(int status, String json) {
        String text = json.replace("\\'", "\\\"").replace('\'', '"');
        return new SandboxResponse(
                status,
                Map.of("Content-Type", "application/json"),
                text.getBytes(StandardCharsets.UTF_8));
    }

    JsonNode body(int request) {
        return tree(crm.requests.get(request).text());
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(json, broken);
        }
    }

    static String resource(String name) {
        try (var stream = Hubspot.class.getResourceAsStream("/hubspot/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException absent) {
            throw new AssertionError(name, absent);
        }
    }

    /** 1, 2, 3, ... */
    static List<String> ids(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
    }

    static List<CrmWrite> writes(int count) {
        return ids(count).stream().map(id -> new CrmWrite(id, Map.of("city", "Ulm"))).toList();
    }

    @Override
    public void close() {
        crm.close();
    }
}
