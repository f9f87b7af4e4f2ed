package io.crosswalk.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.crosswalk.backend.DynamoServer;
import io.crosswalk.journey.Http;
import io.crosswalk.journey.Portal;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** The sync function behind the stream of the records table. */
@QuarkusTest
@TestProfile(SyncFunctionTest.Exported.class)
class SyncFunctionTest {
    /** The deployed function is picked the same way. */
    public static class Exported implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.funqy.export", "sync", "crosswalk.local.stream", "false");
        }
    }

    @TestHTTPResource("/")
    URI base;

    private Portal portal() {
        return new Portal("http://" + base.getAuthority());
    }

    @Test
    void recordedStreamEvent_isEnoughForSalesforceToFollow() {
        Portal portal = portal();
        Portal.Pair pair = portal.linkedContacts().get(51);
        await().until(() -> isDue(portal, pair));
        Invocation.of("dynamodb-stream-due.json", pair.hubspotId());
        portal.syncUntilQuiet(pair);
        portal.putHubspot(pair, "jobtitle", "Head of Streams");
        await().until(() -> isDue(portal, pair));

        Http.Answer answer = Invocation.of("dynamodb-stream-due.json", pair.hubspotId());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("batchItemFailures")).isEmpty();
        assertThat(answer.body().has("batchItemFailures")).isTrue();
        portal.salesforceShows(pair, "Title", "Head of Streams");
        portal.syncUntilQuiet(pair);
    }

    @Test
    @DisabledIfSystemProperty(
            named = DynamoServer.KIND,
            matches = "moto",
            disabledReason = "moto takes keys of any length")
    void storageFailing_theBatchIsAnsweredAsFailedFromItsFirstRecord() {
        Http.Answer answer = Invocation.of("dynamodb-stream-due.json", "x".repeat(3_000));

        assertThat(answer.body().path("batchItemFailures").path(0).path("itemIdentifier").asText())
                .isEqualTo("4421584500000000017450439091");
    }

    private static boolean isDue(Portal portal, Portal.Pair pair) {
        return portal.http()
                .get("/api/links/contact/" + pair.hubspotId())
                .body()
                .path("state")
                .asText()
                .equals("DUE");
    }
}
