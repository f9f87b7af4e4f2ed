package io.crosswalk.salesforce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.function.Function;
import java.util.stream.IntStream;

/** A Salesforce that answers what the test says, and a client of it. JSON has single quotes. */
final class Salesforce implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    Instant now = Instant.parse("2026-11-24T10:40:00Z");
    SalesforceCredentials.Login login =
            new SalesforceCredentials.ClientCredentials("app", "s&cret");
    final List<String> calls = new ArrayList<>();
    final LocalCrm crm;
    final HttpSalesforceClient client;
    private final Deque<SandboxResponse> answers = new ArrayDeque<>();

    /** Answers in the order of {@link #answers}, and after the last one with 500. */
    Salesforce() {
        this.crm = new LocalCrm("", request -> next());
        this.client = client(crm.url(), Duration.ofSeconds(5));
    }

    Salesforce(Function<SandboxRequest, SandboxResponse> rule) {
        this.crm = new LocalCrm("", rule);
        this.client = client(crm.url(), Duration.ofSeconds(5));
    }

    private synchronized SandboxResponse next() {
        SandboxResponse answer = answers.poll();
        return answer == null ? json(500, "{'message':'no answer scripted'}") : answer;
    }

    HttpSalesforceClient client(String url, Duration timeout) {
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
        SalesforceCredentials credentials = () -> Optional.ofNullable(login);
        return new HttpSalesforceClient(
                new SalesforceSettings(
                        URI.create(url),
                        "62.0",
                        "crosswalk",
                        Optional.empty(),
                        timeout,
                        Duration.ofMinutes(5)),
                credentials,
                clock,
                JSON,
                (kind, records, status, millis) -> {
                    synchronized (calls) {
                        calls.add(kind + " " + records + " " + status);
                    }
                });
    }

    Salesforce answers(int status, String json) {
        return answers(json(status, json));
    }

    synchronized Salesforce answers(SandboxResponse answer) {
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
        try (var stream = Salesforce.class.getResourceAsStream("/salesforce/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException absent) {
            throw new AssertionError(name, absent);
        }
    }

    /** 003000000000001AAA, ... */
    static List<String> ids(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Salesforce::id).toList();
    }

    static String id(int number) {
        return RecordId.of(String.format("003%012d", number));
    }

    /** The login comes first; its instance is this server. */
    Salesforce loggedIn() {
        return answers(200, "{'access_token':'t1','instance_url':'" + crm.url() + "'}");
    }

    static final String DESCRIBE =
            "{'fields':[{'name':'Id','type':'id'},{'name':'SystemModstamp','type':'datetime'},"
                    + "{'name':'IsDeleted','type':'boolean'},"
                    + "{'name':'City','type':'string','updateable':true,'nillable':true},"
                    + "{'name':'Size__c','type':'double','updateable':true},"
                    + "{'name':'Active__c','type':'boolean','updateable':true},"
                    + "{'name':'OwnerId','type':'reference','updateable':true},"
                    + "{'name':'Sum__c','type':'currency','updateable':true,'calculated':true}]}";

    @Override
    public void close() {
        crm.close();
    }
}
