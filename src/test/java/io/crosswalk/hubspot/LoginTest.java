package io.crosswalk.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswalk.Shipped;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.WriteOutcome;
import io.crosswalk.sandbox.SandboxRequest;
import io.crosswalk.sandbox.SandboxResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoginTest {
    private static final HubspotCredentials.OAuthApp APP =
            new HubspotCredentials.OAuthApp("client", "s&cret", "refresh");

    private static final String OK = "{'results':[]}";

    /** HubSpot turns version 1 off in February 2027. */
    @Test
    void byDefault_logsInWhereHubspotStaysOn() {
        assertThat(Shipped.config(HubspotConfig.class).tokenPath()).isEqualTo("/oauth/v3/token");
    }

    @Test
    void token_isKeptUntilShortlyBeforeItExpires() {
        try (Hubspot hubspot = oauth()) {
            hubspot.answers(200, token("t1")).answers(200, OK).answers(200, OK);
            hubspot.answers(200, token("t2")).answers(200, OK);

            read(hubspot);
            hubspot.now = hubspot.now.plus(Duration.ofSeconds(1_739));
            read(hubspot);
            hubspot.now = hubspot.now.plus(Duration.ofSeconds(2));
            read(hubspot);

            assertThat(hubspot.calls)
                    .containsExactly(
                            "LOGIN 0 200",
                            "BATCH_READ 1 200",
                            "BATCH_READ 1 200",
                            "LOGIN 0 200",
                            "BATCH_READ 1 200");
            SandboxRequest login = hubspot.crm.requests.get(0);
            assertThat(login.path()).isEqualTo("/oauth/v3/token");
            assertThat(SandboxRequest.pairs(login.text()).get("client_secret"))
                    .containsExactly("s&cret");
            assertThat(hubspot.crm.requests.get(4).header("authorization")).isEqualTo("Bearer t2");
        }
    }

    @Test
    void tokenRefused_isRenewedOnceAndTheCallRepeatedOnce() {
        try (Hubspot hubspot = oauth()) {
            hubspot.answers(200, token("t1")).answers(401, "{}");
            hubspot.answers(200, token("t2")).answers(401, "{}");

            ReadOutcome outcome = read(hubspot);

            assertThat(outcome.failure().code()).isEqualTo("UNAUTHORIZED");
            assertThat(hubspot.crm.requests).hasSize(4);
        }
    }

    @Test
    void loginThatHangs_leavesNoDoubtAboutTheWrite() {
        try (Hubspot hubspot = oauth()) {
            hubspot.answers(Hubspot.json(200, token("t1")).delayed(Duration.ofMinutes(1)));
            HttpHubspotClient hasty = hubspot.client(hubspot.crm.url(), Duration.ofMillis(200));

            assertThat(hasty.write("contacts", Hubspot.writes(1)))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            WriteOutcome.RetryLater.class,
                            later -> assertThat(later.mayHaveHappened()).isFalse());
        }
    }

    @Test
    void privateAppTokenRefused_isNotTriedTwice() {
        try (Hubspot hubspot = new Hubspot()) {
            hubspot.answers(401, "{}");

            assertThat(read(hubspot).failure().code()).isEqualTo("UNAUTHORIZED");
            assertThat(hubspot.crm.requests).hasSize(1);
        }
    }

    @Test
    void deadRefreshToken_saysWhatToDoAndNotTheSecrets() {
        try (Hubspot hubspot = oauth()) {
            hubspot.answers(400, "{'status':'BAD_REFRESH_TOKEN','message':'missing or invalid'}")
                    .answers(400, "{'error':'invalid_grant'}");

            assertThatThrownBy(() -> hubspot.client.properties("contacts"))
                    .isInstanceOfSatisfying(
                            CrmUnavailable.class,
                            dead -> assertThat(dead.code()).isEqualTo("UNAUTHORIZED"))
                    .hasMessageContaining("BAD_REFRESH_TOKEN")
                    .hasMessageContaining("Install the app")
                    .hasMessageNotContaining("s&cret");
            assertThat(hubspot.client.write("contacts", Hubspot.writes(1)))
                    .allSatisfy(
                            outcome ->
                                    assertThat(((WriteOutcome.RetryLater) outcome).code())
                                            .isEqualTo("UNAUTHORIZED"));
        }
    }

    @Test
    void noCredentials_saysWhichKeysToSet() {
        try (Hubspot hubspot = new Hubspot()) {
            hubspot.login = null;

            assertThatThrownBy(() -> hubspot.client.owners(false))
                    .hasMessageContaining("crosswalk.hubspot.private-app-token");
            assertThat(hubspot.crm.requests).isEmpty();
        }
    }

    @Test
    void tokenThatFitsIntoNoHeader_isNotQuoted() {
        try (Hubspot hubspot = new Hubspot()) {
            hubspot.login = new HubspotCredentials.PrivateApp("pat-secret\nx");

            assertThat(read(hubspot).failure().message()).doesNotContain("pat-secret");
            assertThat(hubspot.login.toString()).doesNotContain("pat-secret");
        }
    }

    @Test
    void manyThreadsWithoutAToken_logInOnce() throws Exception {
        AtomicInteger logins = new AtomicInteger();
        CountDownLatch allWait = new CountDownLatch(1);
        try (Hubspot hubspot =
                new Hubspot(
                        request -> {
                            if (!request.path().startsWith("/oauth")) {
                                return Hubspot.json(200, OK);
                            }
                            logins.incrementAndGet();
                            await(allWait);
                            return Hubspot.json(200, token("t1"));
                        })) {
            hubspot.login = APP;
            ExecutorService threads = Executors.newFixedThreadPool(8);
            Callable<ReadOutcome> read = () -> read(hubspot);
            List<Future<ReadOutcome>> reads =
                    IntStream.range(0, 8).mapToObj(i -> threads.submit(read)).toList();
            allWait.countDown();

            for (Future<ReadOutcome> one : reads) {
                assertThat(one.get().failure()).isNull();
            }
            threads.shutdown();
            assertThat(logins).hasValue(1);
        }
    }

    @Test
    void loginFailed_isTriedAgainByTheNextCall() {
        try (Hubspot hubspot = oauth()) {
            hubspot.answers(SandboxResponse.empty(503));
            hubspot.answers(200, token("t1")).answers(200, OK);

            assertThat(read(hubspot).failure().code()).isEqualTo("HTTP_503");
            assertThat(read(hubspot).failure()).isNull();
        }
    }

    private static Hubspot oauth() {
        Hubspot hubspot = new Hubspot();
        hubspot.login = APP;
        return hubspot;
    }

    private static String token(String token) {
        return "{'access_token':'" + token + "','expires_in':1800}";
    }

    private static ReadOutcome read(Hubspot hubspot) {
        return hubspot.client.read("contacts", List.of("1"), List.of());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
