package io.crosswalk.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswalk.hubspot.HubspotCredentials.OAuthApp;
import io.crosswalk.hubspot.HubspotCredentials.PrivateApp;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.secrets.KeptSecret;
import io.crosswalk.secrets.MemoryVault;
import io.crosswalk.secrets.SecretUnusable;
import io.crosswalk.secrets.SecretVault.Stage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What the members of HubSpot's secret mean. */
class SecretHubspotCredentialsTest {
    private Instant now = Instant.parse("2026-11-24T10:00:00Z");
    private final MemoryVault vault = new MemoryVault();
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final SecretHubspotCredentials credentials =
            new SecretHubspotCredentials(new KeptSecret(vault, MemoryVault.ID, clock));

    private void stored(String json) {
        vault.store(Stage.CURRENT, json, now);
    }

    @Test
    void privateAppToken_isTheLogin() {
        stored("{'privateAppToken':'pat-1','refreshToken':'r'}");

        assertThat(credentials.login()).contains(new PrivateApp("pat-1"));
    }

    @Test
    void refreshToken_isTheLoginOfAPublicApp() {
        stored("{'clientId':'id','clientSecret':'s','refreshToken':'r'}");

        assertThat(credentials.login()).contains(new OAuthApp("id", "s", "r"));
    }

    @Test
    void neither_aPersonIsToldWhatToStore() {
        stored("{'clientId':'id'}");

        assertThatThrownBy(credentials::login)
                .isInstanceOf(CrmUnavailable.class)
                .hasMessageContaining("'" + MemoryVault.ID + "'")
                .hasMessageContaining("neither 'privateAppToken' nor 'refreshToken'");
    }

    @Test
    void clientSecretMissing_isNamed() {
        stored("{'clientId':'id','refreshToken':'r'}");

        assertThatThrownBy(credentials::login)
                .isInstanceOf(CrmUnavailable.class)
                .hasMessageContaining("no member 'clientSecret'");
    }

    @Test
    void webhookClientSecrets_comeBeforeTheClientSecret() {
        stored("{'clientSecret':'s','webhookClientSecrets':['new','old']}");

        assertThat(credentials.webhookSecrets()).containsExactly("new", "old");
    }

    @Test
    void replacedLately_theWebhookSecretBeforeIsGoodToo() {
        stored("{'clientSecret':'old'}");
        vault.rotate("{'clientSecret':'new'}", now);
        now = now.plus(Duration.ofHours(1));

        assertThat(credentials.webhookSecrets()).containsExactly("new", "old");
    }

    @Test
    void noWebhookSecret_fails() {
        stored("{'privateAppToken':'pat-1'}");

        assertThatThrownBy(credentials::webhookSecrets)
                .isInstanceOf(SecretUnusable.class)
                .hasMessageContaining("neither 'webhookClientSecrets' nor 'clientSecret'");
    }

    @Test
    void refreshTokenReplacedByHubspot_isStored() {
        stored("{'clientId':'id','clientSecret':'s','refreshToken':'r'}");
        credentials.login();

        credentials.replaced("r2");

        assertThat(vault.read(MemoryVault.ID, Stage.CURRENT).orElseThrow().text())
                .contains("\"refreshToken\":\"r2\"");
    }

    @Test
    void refreshTokenReplacedButNotStored_isUsedAllTheSame() {
        stored("{'clientId':'id','clientSecret':'s','refreshToken':'r'}");
        credentials.login();
        vault.failure = new SecretUnusable("Secret 'crosswalk/hubspot' cannot be stored.");

        credentials.replaced("r2");

        assertThat(credentials.login()).contains(new OAuthApp("id", "s", "r2"));
    }
}
