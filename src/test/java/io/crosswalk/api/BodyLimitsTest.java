package io.crosswalk.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.api.Api.Answer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are too large, or no text, or of another kind; methods and addresses likewise. */
@QuarkusTest
class BodyLimitsTest {
    private static final String PATH = "/api/objects/deal/mappings";
    private static final String[] JSON = {"content-type", "application/json"};

    @TestHTTPResource("/")
    URI base;

    private Api api;

    @BeforeEach
    void api() {
        api = new Api(base);
    }

    private static String large(int bytes) {
        return "{\"hubspotProperty\":\"" + "x".repeat(bytes) + "\"}";
    }

    @Test
    void overAMegabyte_isRefusedAndSaidSo() {
        api.post(PATH, large(1_000_001)).isRefused(413, "PAYLOAD_TOO_LARGE");
        api.post("/api/config/plan", large(5_000_000)).isRefused(413, "PAYLOAD_TOO_LARGE");
    }

    @Test
    void chunkedOverAMegabyte_isRefused() {
        byte[] body = large(2_000_000).getBytes(StandardCharsets.UTF_8);

        api.send(
                        "POST",
                        PATH,
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                        JSON)
                .isRefused(413, "PAYLOAD_TOO_LARGE");
    }

    /** The server's own limit, which is there for webhooks, comes before ours. */
    @Test
    void overTenMegabytes_isRefusedOneWayOrTheOther() {
        byte[] body = large(11_000_000).getBytes(StandardCharsets.UTF_8);

        assertThat(statusOrCut("POST", body, false)).isEqualTo(413);
        assertThat(statusOrCut("POST", body, true)).isEqualTo(413);
        assertThat(api.get("/api/objects").status()).isEqualTo(200);
    }

    /**
     * A server may close the connection on who goes on sending: then there is no answer to read.
     */
    private int statusOrCut(String method, byte[] body, boolean chunked) {
        try {
            Answer answer =
                    api.send(
                            method,
                            PATH,
                            chunked
                                    ? BodyPublishers.ofInputStream(
                                            () -> new ByteArrayInputStream(body))
                                    : BodyPublishers.ofByteArray(body),
                            JSON);
            assertThat(answer.text()).doesNotContain("Exception", "io.crosswalk");
            return answer.status();
        } catch (UncheckedIOException e) {
            return 413;
        }
    }

    @Test
    void bytesThatAreNoText_areRefused() {
        byte[] body = {'{', '"', (byte) 0xC3, '"', ':', '1', '}'};

        api.send("POST", PATH, BodyPublishers.ofByteArray(body), JSON)
                .isRefused(400, "BODY_MALFORMED");
    }

    @Test
    void otherMediaTypes_areRefused() {
        api.send("POST", PATH, "a=b", "content-type", "application/x-www-form-urlencoded")
                .isRefused(415, "UNSUPPORTED_MEDIA_TYPE");
        api.get("/api/config", "accept", "text/html").isRefused(406, "NOT_ACCEPTABLE");
        api.get("/api/nowhere").isRefused(404, "NOT_FOUND");
    }

    /** Also where the paths of several resources begin alike. */
    @ParameterizedTest
    @CsvSource({
        "GET, /api/config/plan, POST",
        "DELETE, /api/objects, 'GET, HEAD'",
        "PATCH, /api/objects/contact/mappings, 'GET, HEAD, POST'",
        "PUT, /api/objects/contact/mappings/, 'GET, HEAD, POST'",
        "POST, /api/objects/contact/mappings/contact-city, 'DELETE, GET, HEAD, PUT'",
        "GET, /api/objects/contact/mappings/contact-city/refresh, POST",
        "DELETE, /api/objects/contact/properties, 'GET, HEAD'",
        "GET, /api/links/contact/100016/forget, POST",
    })
    void methodThatThePathDoesNotHave_isToldWithThoseThatItHas(
            String method, String path, String allowed) {
        assertThat(
                        api.send(method, path, "{}", JSON)
                                .isRefused(405, "METHOD_NOT_ALLOWED")
                                .header("allow"))
                .isEqualTo(allowed);
    }

    @Test
    void whatIsNotThere_isNotFoundWhateverTheMethodIs() {
        api.get("/api/objects/contact/mappings/nope").isRefused(404, "MAPPING_NOT_FOUND");
        api.send("PATCH", "/api/objects/contact/mappings/a/b/c", "{}", JSON)
                .isRefused(404, "NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/objects/contact/mappings?search=%zz",
                "/api/objects/contact/mappings?search=100%",
                "/api/objects/con%tact",
                "/pages/objects/contact?search=%4"
            })
    void percentSignThatEncodesNothing_isRefusedByTheServerItself(String path) {
        assertThat(raw(path)).startsWith("HTTP/1.1 400").contains("content-length: 0");
    }

    /** The JDK's client sends no such address. */
    private String raw(String path) {
        try (Socket socket = new Socket("localhost", base.getPort())) {
            String request =
                    "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
