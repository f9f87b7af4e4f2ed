package io.crosswalk.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.crosswalk.hubspot.CallListener;
import io.crosswalk.sandbox.LocalCrm;
import io.crosswalk.sandbox.SandboxRequest;
import io.crosswalk.sandbox.SandboxResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests of the HTTP API pass to a server on loopback, and its answers back. */
class ApiFunctionTest {
    private static final byte[] BINARY = {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xff};

    private SandboxResponse answer =
            new SandboxResponse(
                    200,
                    Map.of("Content-Type", "application/json"),
                    "{\"ok\":true}".getBytes(StandardCharsets.UTF_8));
    private final LocalCrm server = new LocalCrm("", request -> answer);
    private final ApiFunction api = api(URI.create(server.url()).getPort());

    @AfterEach
    void close() {
        server.close();
    }

    private static ApiFunction api(int port) {
        return api(port, Duration.ofSeconds(20));
    }

    private static ApiFunction api(int port, Duration timeout) {
        return new ApiFunction(new Loopback(() -> port), timeout, Metrics.NOWHERE);
    }

    /** An event as the HTTP API makes it, to be changed. */
    private static APIGatewayV2HTTPEvent event(String method, String path) {
        return APIGatewayV2HTTPEvent.builder()
                .withRawPath(path)
                .withRawQueryString("")
                .withHeaders(new HashMap<>(Map.of("accept", "*/*")))
                .withRequestContext(
                        APIGatewayV2HTTPEvent.RequestContext.builder()
                                .withStage("$default")
                                .withDomainName("x.example")
                                .withAuthorizer(
                                        new APIGatewayV2HTTPEvent.RequestContext.Authorizer())
                                .withHttp(
                                        APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                                                .withMethod(method)
                                                .withPath(path)
                                                .build())
                                .build())
                .build();
    }

    private SandboxRequest received() {
        assertThat(server.requests).hasSize(1);
        return server.requests.get(0);
    }

    @Test
    void everyRequest_isFollowedByTheCallsThatItMade() {
        CallCounts calls = new CallCounts();
        List<String> lines = new ArrayList<>();
        Metrics metrics = new EmbeddedMetrics("s", calls::take, Clock.systemUTC(), lines::add);
        int port = URI.create(server.url()).getPort();
        ApiFunction counted =
                new ApiFunction(new Loopback(() -> port), Duration.ofSeconds(20), metrics);
        calls.called(CallListener.Kind.BATCH_READ, 1, 200, 40);

        counted.api(event("GET", "/console"));
        counted.api(event("GET", "/console"));

        assertThat(lines).singleElement().asString().contains("\"HubspotCalls\":1");
    }

    @Test
    void methodPathQueryAndBody_arrive() {
        APIGatewayV2HTTPEvent event = event("PATCH", "/api/objects/contact");
        event.setRawQueryString("limit=5&after=a%2Bb&search=%C3%BC");
        event.setBody("{\"name\":\"Zoë\"}");

        api.api(event);

        SandboxRequest received = received();
        assertThat(received.method()).isEqualTo("PATCH");
        assertThat(received.path()).isEqualTo("/api/objects/contact");
        assertThat(received.queryValue("after")).isEqualTo("a+b");
        assertThat(received.queryValue("search")).isEqualTo("ü");
        assertThat(received.text()).isEqualTo("{\"name\":\"Zoë\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "prod, /prod/api/status, /api/status",
        "prod, /prod, /",
        "prod, /product/api, /product/api",
        "$default, /prod/api, /prod/api"
    })
    void stageInThePath_isTakenAway(String stage, String raw, String path) {
        APIGatewayV2HTTPEvent event = event("GET", raw);
        event.getRequestContext().setStage(stage);

        api.api(event);

        assertThat(received().path()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/a b", "/api/ü", "/api/100%", "/api/[x]|\"y\"", "/api/a%2Fb"})
    void pathThatTheHttpApiDecoded_isSentAllTheSame(String raw) {
        APIGatewayV2HTTPResponse response = api.api(event("GET", raw));

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(received().path()).isEqualTo(raw.replace("%2F", "/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/../api/journal",
                "/console/%2e%2e/api/journal",
                "/console/%2E./api/journal",
                "/console/.;x/..;y/api/journal",
                "/console//api/journal",
                "//api/journal",
                "/console/%61pi",
                "/console/assets/./console.css"
            })
    void pathThatTheServerWouldTakeForAnother_isNotSent(String raw) {
        APIGatewayV2HTTPResponse response = api.api(event("GET", raw));

        assertThat(response.getStatusCode()).isEqualTo(404);
        assertThat(response.getBody()).contains("NOT_FOUND");
        assertThat(server.requests).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/console, 200",
        "/console/, 200",
        "/console/objects/contact, 200",
        "/api/status, 401",
        "/pages/status, 401",
        "/consoles, 401",
        "/, 401"
    })
    void withoutAnAuthorizer_onlyTheShellIsReached(String path, int status) {
        APIGatewayV2HTTPEvent event = event("GET", path);
        event.getRequestContext().setAuthorizer(null);

        APIGatewayV2HTTPResponse response = api.api(event);

        assertThat(response.getStatusCode()).isEqualTo(status);
        assertThat(server.requests).hasSize(status == 200 ? 1 : 0);
    }

    @Test
    void headersAndCookies_arriveWithoutThoseOfTheConnection() {
        APIGatewayV2HTTPEvent event = event("GET", "/api/status");
        event.getHeaders().put("If-Match", "\"3\"");
        event.getHeaders().put("connection", "close, x");
        event.getHeaders().put("te", "trailers");
        event.getHeaders().put("host", "x.example");
        event.setCookies(List.of("a=1", "b=2"));

        api.api(event);

        assertThat(received().headers())
                .containsEntry("if-match", "\"3\"")
                .containsEntry("cookie", "a=1; b=2")
                .doesNotContainKey("te")
                .hasEntrySatisfying("host", host -> assertThat(host).startsWith("127.0.0.1"));
    }

    @Test
    void base64Body_arrivesAsBytes() {
        APIGatewayV2HTTPEvent event = event("POST", "/api/config/plan");
        event.setIsBase64Encoded(true);
        event.setBody(Base64.getEncoder().encodeToString("a,ü".getBytes(StandardCharsets.UTF_8)));

        api.api(event);

        assertThat(received().text()).isEqualTo("a,ü");
    }

    @Test
    void jsonAnswer_isText() {
        APIGatewayV2HTTPResponse response = api.api(event("GET", "/api/status"));

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(response.getBody()).isEqualTo("{\"ok\":true}");
        assertThat(response.getIsBase64Encoded()).isFalse();
        assertThat(response.getHeaders())
                .containsEntry("content-type", "application/json")
                .doesNotContainKeys("content-length", "connection");
    }

    @Test
    void binaryAnswer_isBase64() {
        answer = new SandboxResponse(200, Map.of("Content-Type", "image/png"), BINARY);

        APIGatewayV2HTTPResponse response = api.api(event("GET", "/console/icon.png"));

        assertThat(response.getIsBase64Encoded()).isTrue();
        assertThat(Base64.getDecoder().decode(response.getBody())).isEqualTo(BINARY);
    }

    @Test
    void compressedAnswer_isBase64() {
        answer =
                new SandboxResponse(
                        200,
                        Map.of("Content-Type", "text/css", "Content-Encoding", "gzip"),
                        BINARY);

        assertThat(api.api(event("GET", "/console/x.css")).getIsBase64Encoded()).isTrue();
    }

    @Test
    void cookiesOfTheAnswer_areAListOfTheirOwn() {
        answer = new SandboxResponse(204, Map.of("Set-Cookie", "a=1; Path=/"), new byte[0]);

        APIGatewayV2HTTPResponse response = api.api(event("GET", "/console/"));

        assertThat(response.getStatusCode()).isEqualTo(204);
        assertThat(response.getCookies()).containsExactly("a=1; Path=/");
        assertThat(response.getHeaders()).doesNotContainKey("set-cookie");
    }

    @Test
    void refusal_passesWithItsStatus() {
        answer =
                new SandboxResponse(
                        404,
                        Map.of("Content-Type", "application/problem+json"),
                        "{\"code\":\"NOT_FOUND\"}".getBytes(StandardCharsets.UTF_8));

        APIGatewayV2HTTPResponse response = api.api(event("GET", "/api/nothing"));

        assertThat(response.getStatusCode()).isEqualTo(404);
        assertThat(response.getBody()).isEqualTo("{\"code\":\"NOT_FOUND\"}");
    }

    @Test
    void redirect_isNotFollowed() {
        answer = new SandboxResponse(303, Map.of("Location", "/console/"), new byte[0]);

        APIGatewayV2HTTPResponse response = api.api(event("GET", "/"));

        assertThat(response.getStatusCode()).isEqualTo(303);
        assertThat(response.getHeaders()).containsEntry("location", "/console/");
    }

    @Test
    void locationOnTheServerItself_isAPathForWhoeverIsOutside() {
        answer =
                new SandboxResponse(
                        201, Map.of("Location", server.url() + "/api/x?y=1"), new byte[0]);

        APIGatewayV2HTTPResponse response = api.api(event("POST", "/api/x"));

        assertThat(response.getHeaders()).containsEntry("location", "/api/x?y=1");
    }

    @Test
    void locationElsewhere_staysAsItIs() {
        answer = new SandboxResponse(302, Map.of("Location", "https://id.example/"), new byte[0]);

        APIGatewayV2HTTPResponse response = api.api(event("GET", "/console/"));

        assertThat(response.getHeaders()).containsEntry("location", "https://id.example/");
    }

    @Test
    void serverThatIsSilent_isAGatewayTimeout() {
        answer = answer.delayed(Duration.ofSeconds(30));

        ApiFunction impatient = api(URI.create(server.url()).getPort(), Duration.ofMillis(200));
        APIGatewayV2HTTPResponse response = impatient.api(event("POST", "/api/backfills"));

        assertThat(response.getStatusCode()).isEqualTo(504);
        assertThat(response.getBody()).contains("\"GATEWAY_TIMEOUT\"");
        assertThat(response.getHeaders()).containsEntry("content-type", "application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void serverThatDoesNotListen_isABadGateway(int port) {
        APIGatewayV2HTTPResponse response = api(port).api(event("GET", "/api/status"));

        assertThat(response.getStatusCode()).isEqualTo(502);
        assertThat(response.getBody()).contains("\"BAD_GATEWAY\"");
    }

    @Test
    void answerLargerThanLambdaPassesOn_isABadGatewayThatSaysWhatToDo() {
        byte[] large = new byte[HttpApiAnswer.BODY_MAX + 1];
        java.util.Arrays.fill(large, (byte) 'x');
        answer = new SandboxResponse(200, Map.of("Content-Type", "text/plain"), large);

        APIGatewayV2HTTPResponse response = api.api(event("GET", "/api/config"));

        assertThat(response.getStatusCode()).isEqualTo(502);
        assertThat(response.getBody()).contains("Ask for less");
    }
}
