package io.crosswalk.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.salesforce.SalesforceCredentials.ClientCredentials;
import io.crosswalk.salesforce.SalesforceCredentials.JwtBearer;
import io.crosswalk.secrets.KeptSecret;
import io.crosswalk.secrets.MemoryVault;
import io.crosswalk.secrets.SecretVault.Stage;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the members of Salesforce's secret mean. */
class SecretSalesforceCredentialsTest {
    private final MemoryVault vault = new MemoryVault();
    private final SecretSalesforceCredentials credentials =
            new SecretSalesforceCredentials(
                    new KeptSecret(vault, MemoryVault.ID, Clock.systemUTC()));

    private void stored(String json) {
        vault.store(Stage.CURRENT, json, Instant.EPOCH);
    }

    @Test
    void privateKey_signsTheLogin() {
        stored("{'clientId':'key','username':'u','privateKey':'PEM','clientSecret':'s'}");

        assertThat(credentials.login()).contains(new JwtBearer("key", "u", "PEM"));
    }

    @Test
    void clientSecret_isTheLoginWithoutAKey() {
        stored("{'clientId':'key','clientSecret':'s'}");

        assertThat(credentials.login()).contains(new ClientCredentials("key", "s"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|no member 'clientId'",
                "{'clientId':'key'}|neither 'privateKey' nor 'clientSecret'",
                "{'clientId':'key','privateKey':'PEM'}|no member 'username'"
            })
    void memberMissing_isNamed(String json, String says) {
        stored(json);

        assertThatThrownBy(credentials::login)
                .isInstanceOf(CrmUnavailable.class)
                .hasMessageStartingWith("Cannot log in to Salesforce: Secret '" + MemoryVault.ID)
                .hasMessageContaining(says);
    }
}
