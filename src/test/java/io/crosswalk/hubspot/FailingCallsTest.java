package io.crosswalk.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.sandbox.SandboxResponse;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailingCallsTest {
    private final Hubspot hubspot = new Hubspot();

    @AfterEach
    void close() {
        hubspot.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    429 | {'policyName':'TEN_SECONDLY_ROLLING'}              | 10   | TEN_SECONDLY_ROLLING
                    429 | {'policyName':'SECONDLY'}                          | 1    | SECONDLY
                    429 | {'message':'You have reached your secondly limit.'}| 1    | SECONDLY
                    429 | {'policyName':'DAILY'}                             | 1200 | DAILY
                    429 | {}                                                 | 10   | RATE_LIMIT
                    423 | {}                                                 | 2    | LOCKED
                    477 | {}                                                 | 3600 | MIGRATION_IN_PROGRESS
                    502 | {}                                                 | 0    | TIMEOUT
                    503 | {}                                                 | 0    | HTTP_503
                    524 | {}                                                 | 0    | TIMEOUT
                    403 | {'category':'MISSING_SCOPES'}                      | 0    | MISSING_SCOPES
                    404 | {}                                                 | 0    | HTTP_404
                    302 | {}                                                 | 0    | HTTP_302
                    """)
    void passingStatus_isNotReadAndSaysHowLongToWait(
            int status, String body, long seconds, String code) {
        hubspot.answers(status, body);

        ReadOutcome.Failure failure = read().failure();

        assertThat(failure.after()).hasSeconds(seconds);
        assertThat(failure.code()).isEqualTo(code);
        assertThat(hubspot.crm.requests).hasSize(1);
    }

    @Test
    void retryAfterAndInterval_areTakenFromHeadersWithinBounds() {
        hubspot.answers(Hubspot.json(477, "{}").with("Retry-After", "120"))
                .answers(Hubspot.json(477, "{}").with("Retry-After", "999999999"))
                .answers(
                        Hubspot.json(429, "{}")
                                .with("X-HubSpot-RateLimit-Interval-Milliseconds", "7000"));

        assertThat(read().failure().after()).hasSeconds(120);
        assertThat(read().failure().after()).hasHours(24);
        assertThat(read().failure().after()).hasSeconds(7);
    }

    @Test
    void searchThatCameTooSoon_isSentAgain() {
        hubspot.answers(tooSoon())
                .answers(tooSoon())
                .answers(200, "{'total':1,'results':[{'id':'7','properties':{}}]}");

        assertThat(search().records()).extracting(CrmRecord::id).containsExactly("7");
        assertThat(hubspot.crm.requests).hasSize(3);
    }

    @Test
    void searchThatIsTooSoonAgainAndAgain_isLeftForLater() {
        for (int i = 0; i < 10; i++) {
            hubspot.answers(tooSoon());
        }

        assertThatThrownBy(this::search)
                .isInstanceOfSatisfying(
                        CrmUnavailable.class,
                        later -> assertThat(later.code()).isEqualTo("SECONDLY"));
        assertThat(hubspot.crm.requests).hasSize(5);
    }

    @Test
    void searchThatIsToWaitLonger_isLeftForLaterAtOnce() {
        hubspot.answers(Hubspot.json(429, "{'policyName':'SECONDLY'}").with("Retry-After", "3"));

        assertThatThrownBy(this::search).isInstanceOf(CrmUnavailable.class);
        assertThat(hubspot.crm.requests).hasSize(1);
    }

    private static SandboxResponse tooSoon() {
        return Hubspot.json(429, "{'policyName':'SECONDLY'}").with("Retry-After", "0");
    }

    private HubspotClient.SearchPage search() {
        return hubspot.client.search(
                "contacts", List.of(), "hs_object_id", List.of("email"), 10, null);
    }

    @Test
    void answerWithoutResults_doesNotMakeRecordsMissing() {
        hubspot.answers(200, "{}").answers(SandboxResponse.empty(200));

        assertThat(read().notRead()).containsExactly("1");
        assertThat(read().notRead()).containsExactly("1");
    }

    @Test
    void htmlInsteadOfJson_isNotRead() {
        hubspot.answers(new SandboxResponse(200, Map.of(), "<html>".getBytes()));

        assertThat(read().failure().code()).isEqualTo("TIMEOUT");
    }

    @Test
    void noAnswerInTime_isATimeout() {
        HttpHubspotClient hasty = hubspot.client(hubspot.crm.url(), Duration.ofMillis(200));
        hubspot.answers(Hubspot.json(200, "{}").delayed(Duration.ofMinutes(1)));

        assertThat(hasty.read("contacts", List.of("1"), List.of()).failure().code())
                .isEqualTo("TIMEOUT");
        assertThat(hubspot.calls).containsExactly("BATCH_READ 1 0");
    }

    /** The headers come at once and the body never does. */
    @Test
    void bodyThatNeverComes_isATimeout() throws Exception {
        try (ServerSocket stalling = new ServerSocket(0)) {
            AtomicReference<Socket> held = new AtomicReference<>();
            Thread server =
                    new Thread(
                            () -> {
                                try {
                                    held.set(stalling.accept());
                                    held.get()
                                            .getOutputStream()
                                            .write(
                                                    "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"
                                                            .getBytes());
                                } catch (IOException closed) {
                                    // The test is over.
                                }
                            });
            server.start();
            HttpHubspotClient hasty =
                    hubspot.client(
                            "http://127.0.0.1:" + stalling.getLocalPort(), Duration.ofMillis(300));

            assertThat(hasty.read("contacts", List.of("1"), List.of()).failure().code())
                    .isEqualTo("TIMEOUT");
            server.join();
            held.get().close();
        }
    }

    @Test
    void nobodyThere_isUnreachable() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0)) {
            port = taken.getLocalPort();
        }
        HttpHubspotClient lonely =
                hubspot.client("http://127.0.0.1:" + port, Duration.ofSeconds(5));

        assertThat(lonely.read("contacts", List.of("1"), List.of()).failure().code())
                .isEqualTo("UNREACHABLE");
    }

    @Test
    void budget_isWhatTheHeadersSaidLast() {
        hubspot.answers(
                        Hubspot.json(200, "{}")
                                .with("X-HubSpot-RateLimit-Max", "190")
                                .with("X-HubSpot-RateLimit-Remaining", "188")
                                .with("X-HubSpot-RateLimit-Daily-Remaining", "oops"))
                .answers(Hubspot.json(200, "{}"));
        assertThat(hubspot.client.budget()).isEqualTo(CallBudget.UNKNOWN);

        Instant said = hubspot.now;
        read();
        hubspot.now = said.plusSeconds(1);
        read();

        assertThat(hubspot.client.budget()).isEqualTo(new CallBudget(190L, null, null, said));
    }

    private ReadOutcome read() {
        return hubspot.client.read("contacts", List.of("1"), List.of());
    }
}
