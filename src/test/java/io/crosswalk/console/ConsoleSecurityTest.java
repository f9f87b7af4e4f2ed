package io.crosswalk.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may load and ask what, told byte by byte: clients add headers that a test must leave out. */
@QuarkusTest
class ConsoleSecurityTest {
    private static final String TOGGLE = "PUT /pages/objects/contact/sync";
    private static final String OURS = "X-Crosswalk-Console: 1";

    @TestHTTPResource("/")
    URI base;

    /** The whole answer as text. */
    private String answer(String request, String... headers) {
        try (Socket socket = new Socket("127.0.0.1", base.getPort())) {
            String text =
                    request
                            + " HTTP/1.1\r\nConnection: close\r\nContent-Length: 0\r\n"
                            + String.join("\r\n", headers)
                            + "\r\n\r\n";
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(request, e);
        }
    }

    private String host() {
        return "Host: localhost:" + base.getPort();
    }

    @Test
    void shell_allowsNoInlineScriptNoFrameAndNoOtherOrigin() {
        assertThat(answer("GET /console/objects/contact", host()))
                .startsWith("HTTP/1.1 200")
                .contains("default-src 'none'; script-src 'self'; style-src 'self';")
                .contains("connect-src 'self';")
                .contains("frame-ancestors 'none'")
                .contains("X-Content-Type-Options: nosniff", "Referrer-Policy: same-origin")
                .doesNotContain("style=\"", "onclick");
    }

    @Test
    void pages_areNotKept() {
        assertThat(answer("GET /pages/objects/contact", host()))
                .startsWith("HTTP/1.1 200")
                .contains("Cache-Control: no-store");
    }

    @Test
    void assetUnderItsVersion_isKeptForEver() {
        String shell = answer("GET /console/", host());
        int at = shell.indexOf("/console/assets/console.css");
        String path = shell.substring(at, shell.indexOf('"', at));

        assertThat(answer("GET " + path, host())).contains("immutable");
        assertThat(answer("GET /console/assets/console.css", host())).contains("no-cache");
        assertThat(answer("GET /console/assets/..%2Fapplication.properties", host()))
                .doesNotContain("crosswalk.");
    }

    @Test
    void foreignHost_isRefused() {
        assertThat(answer("GET /api/objects", "Host: evil.example:" + base.getPort()))
                .startsWith("HTTP/1.1 403")
                .contains("HOST_NOT_ALLOWED");
        assertThat(answer("GET /api/objects", "Host: [::1]:" + base.getPort()))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void otherSitesChange_isRefused() {
        assertThat(answer(TOGGLE, host(), OURS, "Sec-Fetch-Site: cross-site"))
                .contains("CROSS_SITE_REQUEST");
        assertThat(answer(TOGGLE, host(), OURS, "Sec-Fetch-Site: same-site"))
                .contains("CROSS_SITE_REQUEST");
        assertThat(answer(TOGGLE, host())).contains("CROSS_SITE_REQUEST");
        assertThat(answer("PUT /api/objects/contact", host(), "Sec-Fetch-Site: cross-site"))
                .contains("CROSS_SITE_REQUEST");
        assertThat(answer("PUT /api/objects/contact", host(), "Origin: https://evil.example"))
                .contains("CROSS_SITE_REQUEST");
    }

    @Test
    void otherSitesChange_isRefusedHoweverItsPathIsWritten() {
        String foreign = "Origin: https://evil.example";
        for (String path :
                List.of("//api/objects/contact", "/%61pi/objects/contact", "/x/../api/objects/x")) {
            assertThat(answer("PUT " + path, host(), foreign)).contains("CROSS_SITE_REQUEST");
        }
        for (String path :
                List.of("/%70ages/objects/contact/sync", "/x/../pages/objects/contact/sync")) {
            assertThat(answer("PUT " + path, host())).contains("CROSS_SITE_REQUEST");
        }
        assertThat(answer("GET /%70ages/objects/contact", host()))
                .startsWith("HTTP/1.1 200")
                .contains("Cache-Control: no-store")
                .contains("Content-Security-Policy");
    }

    /** What the guard lets through is refused for what it asks, or lacks. */
    private static void passes(String answer) {
        assertThat(answer.substring(0, "HTTP/1.1 400".length()))
                .as(answer)
                .isIn("HTTP/1.1 400", "HTTP/1.1 409", "HTTP/1.1 415");
        assertThat(answer).doesNotContain("CROSS_SITE_REQUEST");
    }

    @Test
    void consoleAndPrograms_passTheGuard() {
        String api = "PUT /api/objects/contact";
        passes(answer(TOGGLE, host(), OURS, "Sec-Fetch-Site: same-origin"));
        passes(answer(api, host()));
        passes(answer(api, host(), "Origin: http://" + host().substring(6)));
        passes(answer(api, host(), "Origin: https://other.example", "Authorization: Bearer t"));
    }
}
