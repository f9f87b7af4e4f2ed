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

/** The change event function behind an EventBridge rule. */
@QuarkusTest
@TestProfile(SalesforceChangeFunctionTest.Exported.class)
class SalesforceChangeFunctionTest {
    /** The deployed function is picked the same way. */
    public static class Exported implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.funqy.export", "salesforceChange");
        }
    }

    @TestHTTPResource("/")
    URI base;

    private Portal portal() {
        return new Portal("http://" + base.getAuthority());
    }

    @Test
    void recordedChangeEvent_isEnoughForHubspotToFollow() {
        Portal portal = portal();
        Portal.Pair pair = portal.linkedContacts().get(50);
        portal.syncUntilQuiet(pair);
        portal.http().send("POST", FAULTS, "{\"eventLoss\":1}");
        portal.putSalesforce(pair, "Title", "Head of Events");

        Http.Answer answer = Invocation.of("eventbridge-contact-change.json", pair.salesforceId());

        assertThat(answer.status()).isBetween(200, 204);
        portal.hubspotShows(pair, "jobtitle", "Head of Events");
        portal.http().send("DELETE", FAULTS, "");
    }

    private static final String FAULTS = "/sandbox/salesforce/_control/faults";
}
