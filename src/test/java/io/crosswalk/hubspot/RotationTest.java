package io.crosswalk.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.ReadOutcome;
import io.crosswalk.sandbox.LocalCrm;
import io.crosswalk.sandbox.SandboxRequest;
import io.crosswalk.sandbox.SandboxResponse;
import io.crosswalk.secrets.KeptSecret;
import io.crosswalk.secrets.MemoryVault;
import io.crosswalk.secrets.SecretVault.Stage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A secret is replaced while Crosswalk runs. */
class RotationTest {
    private static final String OK = "{'status':'COMPLETE','results':[]}";

    private Instant now = Instant.parse("2026-11-24T10:00:00Z");
    private String goodToken = "pat-1";
    private String goodRefreshToken = "r1";
    private String nextRefreshToken = "r1";
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final MemoryVault vault = new MemoryVault();
    private final SecretHubspotCredentials credentials =
            new SecretHubspotCredentials(new KeptSecret(vault, MemoryVault.ID, clock));
    private final LocalCrm crm = new LocalCrm("", this::answer);
    private final HttpHubspotClient client =
            new HttpHubspotClient(
                    new HubspotSettings(
                            URI.create(crm.url()),
                            "/oauth/v3/token",
                            Duration.ofSeconds(5),
                            Duration.ofMinutes(5),
                            OptionalLong.empty()),
                    credentials,
                    clock,
                    Hubspot.JSON,
                    CallListener.NONE);

    @AfterEach
    void close() {
        crm.close();
    }

    private SandboxResponse answer(SandboxRequest request) {
        if (request.path().startsWith("/oauth")) {
            return request.text().endsWith("refresh_token=" + goodRefreshToken)
                    ? Hubspot.json(
                            200,
                            "{'access_token':'t-"
                                    + goodRefreshToken
                                    + "','expires_in':1800,'refresh_token':'"
                                    + nextRefreshToken
                                    + "'}")
                    : Hubspot.json(400, "{'status':'BAD_REFRESH_TOKEN','message':'no'}");
        }
        boolean good = ("Bearer " + goodToken).equals(request.headers().get("authorization"));
        return good ? Hubspot.json(200, OK) : Hubspot.json(401, "{'message':'expired'}");
    }

    private ReadOutcome.Failure read() {
        return client.read("contacts", List.of("1"), List.of()).failure();
    }

    @Test
    void privateAppTokenReplaced_theNextCallSucceedsWithTheNewOne() {
        vault.store(Stage.CURRENT, "{'privateAppToken':'pat-1'}", now);
        assertThat(read()).isNull();

        goodToken = "pat-2";
        vault.rotate("{'privateAppToken':'pat-2'}", now);
        now = now.plusSeconds(61);

        assertThat(read()).isNull();
    }

    @Test
    void tokenRefusedForGood_theSecretIsReadOnceAMinuteAtMost() {
        vault.store(Stage.CURRENT, "{'privateAppToken':'pat-0'}", now);
        for (int i = 0; i < 20; i++) {
            read();
            now = now.plusSeconds(6);
        }

        assertThat(vault.reads).isBetween(2, 3);
    }

    @Test
    void refreshTokenReplaced_theLoginIsMadeWithTheNewOne() {
        vault.store(Stage.CURRENT, oauth("r1"), now);
        goodToken = "t-r1";
        assertThat(read()).isNull();

        goodRefreshToken = "r2";
        goodToken = "t-r2";
        vault.rotate(oauth("r2"), now);
        now = now.plusSeconds(61);

        assertThat(read()).isNull();
    }

    @Test
    void hubspotAnswersAnotherRefreshToken_itIsStored() {
        vault.store(Stage.CURRENT, oauth("r1"), now);
        goodToken = "t-r1";
        nextRefreshToken = "r9";

        assertThat(read()).isNull();

        assertThat(vault.read(MemoryVault.ID, Stage.CURRENT).orElseThrow().text()).contains("r9");
    }

    @Test
    void hubspotAnswersTheSameRefreshToken_nothingIsStored() {
        vault.store(Stage.CURRENT, oauth("r1"), now);
        goodToken = "t-r1";

        assertThat(read()).isNull();

        assertThat(vault.read(MemoryVault.ID, Stage.PREVIOUS)).isEmpty();
    }

    @Test
    void clientSecretReplaced_aSignatureByTheNewOneFitsAtOnce() {
        vault.store(Stage.CURRENT, "{'clientSecret':'old'}", now);
        WebhookSignature signature = new WebhookSignature(credentials, false);
        assertThat(check(signature, "old")).isEqualTo(WebhookSignature.Result.OK);

        now = now.plusSeconds(61);
        vault.rotate("{'clientSecret':'new'}", now);

        assertThat(check(signature, "new")).isEqualTo(WebhookSignature.Result.OK);
        assertThat(check(signature, "old")).isEqualTo(WebhookSignature.Result.OK);
        assertThat(check(signature, "other")).isEqualTo(WebhookSignature.Result.MISMATCH);
    }

    private static String oauth(String refreshToken) {
        return "{'clientId':'id','clientSecret':'s','refreshToken':'" + refreshToken + "'}";
    }

    private WebhookSignature.Result check(WebhookSignature signature, String secret) {
        String time = Long.toString(now.toEpochMilli());
        String signed = signed(secret, "POSThttps://x.example/webhooks/hubspot[]" + time);
        return signature.check(
                "POST",
                "https://x.example/webhooks/hubspot",
                Map.of("x-hubspot-signature-v3", signed, "x-hubspot-request-timestamp", time)::get,
                "[]".getBytes(StandardCharsets.UTF_8),
                now);
    }

    private static String signed(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
