package io.crosswalk.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.journey.Http;
import io.crosswalk.journey.Portal;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The reconcile function behind a schedule. */
@QuarkusTest
@TestProfile(ReconcileFunctionTest.Exported.class)
class ReconcileFunctionTest {
    /** The deployed function is picked the same way. */
    public static class Exported implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.funqy.export", "reconcile", "crosswalk.local.reconcile", "false");
        }
    }

    @TestHTTPResource("/")
    URI base;

    private Portal portal() {
        return new Portal("http://" + base.getAuthority());
    }

    @Test
    void recordedScheduledEvent_linksWhatHubspotsOwnIntegrationHadLinked() {
        Portal portal = portal();
        Portal.Pair pair = portal.linkedContacts().get(52);
        String link = "/api/links/contact/" + pair.hubspotId();
        assertThat(portal.http().get(link).status()).isEqualTo(404);

        Http.Answer answer = Invocation.of("scheduled.json", "");

        assertThat(answer.status()).isBetween(200, 204);
        assertThat(portal.http().get(link).body().path("salesforceId").asText())
                .isEqualTo(pair.salesforceId());
        portal.syncUntilQuiet(pair);
    }
}
