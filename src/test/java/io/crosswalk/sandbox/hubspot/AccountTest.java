package io.crosswalk.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.sandbox.hubspot.HubspotSettings.Limits;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Owners, tokens, limits, faults and counts. */
class AccountTest {
    private static final String CONTACTS = "/crm/v3/objects/contacts";
    private static final String REFRESH =
            "grant_type=refresh_token&client_id=crosswalk-app&client_secret=sandbox-client-secret"
                    + "&refresh_token=sandbox-refresh-token";

    private final Portal portal = new Portal();

    @Test
    void owners_pageWithAndWithoutSlash() {
        assertThat(portal.get("/crm/v3/owners").json().path("results")).hasSize(5);
        Portal.Answer first = portal.get("/crm/v3/owners/?limit=3&archived=false");
        assertThat(first.json().path("results")).hasSize(3);
        String after = first.json().at("/paging/next/after").asText();
        assertThat(portal.get("/crm/v3/owners/?limit=3&after=" + after).json().path("results"))
                .hasSize(2);
        assertThat(portal.get("/crm/v3/owners?archived=true").json().path("results")).hasSize(1);
        String email = first.json().at("/results/1/email").asText();
        assertThat(portal.get("/crm/v3/owners?email=" + email).json().at("/results/0/id").asText())
                .isEqualTo("5102");
    }

    @Test
    void owner_isFoundByIdOrUserId() {
        assertThat(portal.get("/crm/v3/owners/5101").json().path("userId").asLong())
                .isEqualTo(75_514_701);
        assertThat(portal.get("/crm/v3/owners/75514701?idProperty=userId").status()).isEqualTo(200);
        assertThat(portal.get("/crm/v3/owners/5105").status()).isEqualTo(404);
        assertThat(portal.get("/crm/v3/owners/5105?archived=true").status()).isEqualTo(200);
    }

    @Test
    void token_worksUntilItExpires() {
        for (String path :
                new String[] {"/oauth/v1/token", "/oauth/v3/token", "/oauth/2026-03/token"}) {
            Portal.Answer answer = portal.post(path, REFRESH);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().path("expires_in").asInt()).isEqualTo(1_800);
            String token = answer.json().path("access_token").asText();
            assertThat(token.length()).isGreaterThan(300);
            assertThat(portal.call("GET", CONTACTS, "", token).status()).isEqualTo(200);
            assertThat(portal.get("/oauth/v1/access-tokens/" + token).json().path("app_id").asInt())
                    .isEqualTo(7_001);
            portal.pass(Duration.ofMinutes(30));
            Portal.Answer expired = portal.call("GET", CONTACTS, "", token);
            assertThat(expired.status()).isEqualTo(401);
            assertThat(expired.json().path("category").asText())
                    .isEqualTo("EXPIRED_AUTHENTICATION");
        }
    }

    @Test
    void badCredentials_areRefused() {
        assertThat(portal.call("GET", CONTACTS, "", "stolen").json().path("category").asText())
                .isEqualTo("INVALID_AUTHENTICATION");
        Portal.Answer dead = portal.post("/oauth/v1/token", REFRESH + "x");
        assertThat(dead.status()).isEqualTo(400);
        assertThat(dead.json().path("status").asText()).isEqualTo("BAD_REFRESH_TOKEN");
        assertThat(portal.post("/oauth/v1/token", REFRESH.replace("secret=s", "secret=x")).status())
                .isEqualTo(400);
        portal.post("/_control/tokens", "{'refreshTokenDead':true}");
        assertThat(portal.post("/oauth/v1/token", REFRESH).status()).isEqualTo(400);
    }

    @Test
    void burst_isLimitedPerRollingTenSecondsForTheAppOnly() {
        Portal small = new Portal(HubspotSettings.defaults().with(new Limits(true, 3, 5, 2)));
        assertThat(small.byApp("GET", CONTACTS, "").headers())
                .containsEntry("X-HubSpot-RateLimit-Max", "3")
                .containsEntry("X-HubSpot-RateLimit-Remaining", "2")
                .containsEntry("X-HubSpot-RateLimit-Interval-Milliseconds", "10000")
                .containsEntry("X-HubSpot-RateLimit-Daily-Remaining", "4");
        small.pass(Duration.ofSeconds(5));
        small.byApp("GET", CONTACTS, "");
        small.byApp("GET", CONTACTS, "");
        Portal.Answer over = small.byApp("GET", CONTACTS, "");
        assertThat(over.status()).isEqualTo(429);
        assertThat(over.json().path("policyName").asText()).isEqualTo("TEN_SECONDLY_ROLLING");
        assertThat(over.json().path("errorType").asText()).isEqualTo("RATE_LIMIT");
        assertThat(small.get(CONTACTS).status()).isEqualTo(200);
        small.pass(Duration.ofSeconds(5));
        assertThat(small.byApp("GET", CONTACTS, "").status()).isEqualTo(200);
        small.pass(Duration.ofSeconds(10));
        small.byApp("GET", CONTACTS, "");
        assertThat(small.byApp("GET", CONTACTS, "").json().path("policyName").asText())
                .isEqualTo("DAILY");
        small.pass(Duration.ofDays(1));
        assertThat(small.byApp("GET", CONTACTS, "").status()).isEqualTo(200);
    }

    @Test
    void limits_canBeChangedWhileItRuns() {
        portal.call("POST", "/_control/limits", "{\"tenSecondly\":1}", "pat-crosswalk");
        Portal.Answer first = portal.call("GET", CONTACTS, "", "pat-crosswalk");
        assertThat(first.headers()).containsEntry("X-HubSpot-RateLimit-Max", "1");
        Portal.Answer over = portal.call("GET", CONTACTS, "", "pat-crosswalk");
        assertThat(over.status()).isEqualTo(429);
        assertThat(over.headers()).containsEntry("X-HubSpot-RateLimit-Remaining", "0");

        portal.call("DELETE", "/_control/limits", "", "pat-crosswalk");

        assertThat(portal.call("GET", CONTACTS, "", "pat-crosswalk").status()).isEqualTo(200);
    }

    @Test
    void othersHaveUsedTheDay_theAppIsRefused() {
        portal.call(
                "POST", "/_control/limits", "{\"daily\":1000,\"usedToday\":999}", "pat-crosswalk");
        assertThat(portal.call("GET", CONTACTS, "", "pat-crosswalk").headers())
                .containsEntry("X-HubSpot-RateLimit-Daily-Remaining", "0");

        Portal.Answer over = portal.call("GET", CONTACTS, "", "pat-crosswalk");

        assertThat(over.status()).isEqualTo(429);
        assertThat(over.json().path("policyName").asText()).isEqualTo("DAILY");
    }

    @Test
    void searches_haveTheirOwnLimitAndNoHeaders() {
        for (int i = 0; i < 5; i++) {
            Portal.Answer answer = portal.byApp("POST", CONTACTS + "/search", "{}");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers()).doesNotContainKey("X-HubSpot-RateLimit-Max");
        }
        Portal.Answer over = portal.byApp("POST", CONTACTS + "/search", "{}");
        assertThat(over.json().path("message").asText())
                .isEqualTo("You have reached your secondly limit.");
        portal.pass(Duration.ofSeconds(1));
        assertThat(portal.byApp("POST", CONTACTS + "/search", "{}").status()).isEqualTo(200);
    }

    @Test
    void faults_strikeTheAppAsOftenAsTold() {
        portal.post(
                "/_control/faults",
                "{'calls':[{'kind':'list','answer':'477','times':1,'retryAfter':7},"
                        + "{'kind':'list','answer':'DAILY','times':1},"
                        + "{'kind':'list','answer':'423','times':1}]}");
        assertThat(portal.get(CONTACTS).status()).isEqualTo(200);
        Portal.Answer migrating = portal.byApp("GET", CONTACTS, "");
        assertThat(migrating.status()).isEqualTo(477);
        assertThat(migrating.headers()).containsEntry("Retry-After", "7");
        assertThat(portal.byApp("GET", CONTACTS, "").json().path("policyName").asText())
                .isEqualTo("DAILY");
        assertThat(portal.byApp("GET", CONTACTS, "").status()).isEqualTo(423);
        assertThat(portal.byApp("GET", CONTACTS, "").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'calls':[{'answer':'x'}]}",
                "{'calls':[{'kind':'batch-read','answer':'503'}]}",
                "{'calls':[{'kind':'batch_read','answer':'503','time':1}]}",
                "{'webhook':{'lose':1}}",
                "{'webhooks':{'loose':1}}",
                "{'webhooks':{'style':'NEW'}}",
                "{'searchLag':5000}",
                "{'missingScopes':['crm.objects.cats.read']}"
            })
    void faultThatIsNone_isRefusedAndChangesNothing(String typo) {
        Portal.Answer refused = portal.post("/_control/faults", typo);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(portal.get("/_control/faults").json())
                .isEqualTo(new Portal().get("/_control/faults").json());
    }

    @Test
    void pipelines_areShownToWhoeverMaySeeTheDeals() {
        portal.post("/_control/faults", "{'missingScopes':['crm.objects.deals.write']}");
        assertThat(portal.byApp("GET", "/crm/v3/pipelines/deals", "").status()).isEqualTo(200);

        portal.post(
                "/_control/faults",
                "{'missingScopes':['crm.objects.deals.write','crm.objects.deals.read',"
                        + "'crm.schemas.deals.read']}");
        assertThat(portal.byApp("GET", "/crm/v3/pipelines/deals", "").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "crm.objects.contacts.read,   POST,  /crm/v3/objects/contacts/search",
        "crm.objects.contacts.read,   GET,   /crm/v3/objects/contacts",
        "crm.objects.contacts.write,  POST,  /crm/v3/objects/contacts",
        "crm.objects.contacts.write,  POST,  /crm/v3/objects/contacts/batch/update",
        "crm.schemas.contacts.write,  PATCH, /crm/v3/properties/contacts/city",
        "crm.objects.owners.read,     GET,   /crm/v3/owners"
    })
    void callOfAScopeThatTheAppLacks_isRefusedByName(String scope, String method, String uri) {
        portal.post("/_control/faults", "{'missingScopes':['" + scope + "']}");

        Portal.Answer refused = portal.byApp(method, uri, "{'properties':{},'inputs':[]}");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("category").asText()).isEqualTo("MISSING_SCOPES");
        assertThat(refused.json().at("/errors/0/context/requiredGranularScopes/0").asText())
                .isEqualTo(scope);
        assertThat(portal.get("/_control/faults").json().at("/missingScopes/0").asText())
                .isEqualTo(scope);
        portal.delete("/_control/faults");
        assertThat(portal.byApp(method, uri, "{'properties':{},'inputs':[]}").status())
                .isNotEqualTo(403);
    }

    @Test
    void propertiesAreShown_toWhoMaySeeTheRecordsOrTheProperties() {
        String properties = "/crm/v3/properties/contacts";
        portal.post("/_control/faults", "{'missingScopes':['crm.schemas.contacts.read']}");
        assertThat(portal.byApp("GET", properties, "").status()).isEqualTo(200);

        portal.post(
                "/_control/faults",
                "{'missingScopes':['crm.schemas.contacts.read','crm.objects.contacts.read',"
                        + "'crm.objects.contacts.write']}");

        assertThat(portal.byApp("GET", properties, "").status()).isEqualTo(403);
        assertThat(portal.get(properties).status()).isEqualTo(200);
    }

    @Test
    void tokenOfAPrivateApp_isDescribedToWhoHoldsIt() {
        portal.post("/_control/faults", "{'missingScopes':['crm.objects.deals.read']}");
        String path = "/oauth/v2/private-apps/get/access-token-info";

        Portal.Answer answer = portal.byApp("POST", path, "{'tokenKey':'pat-crosswalk'}");

        assertThat(answer.json().path("hubId").asLong()).isEqualTo(4_242_001);
        assertThat(answer.json().path("appId").asLong()).isEqualTo(7_001);
        assertThat(answer.json().path("scopes"))
                .extracting(scope -> scope.asText())
                .contains("crm.objects.deals.write")
                .doesNotContain("crm.objects.deals.read");
        assertThat(answer.headers()).containsKey("X-HubSpot-RateLimit-Daily");
        assertThat(portal.post(path, "{'tokenKey':'pat-crosswalk'}").status()).isEqualTo(200);
        assertThat(portal.post(path, "{'tokenKey':'pat-other'}").status()).isEqualTo(401);
        assertThat(portal.call("POST", path, "{'tokenKey':'pat-crosswalk'}", "stolen").status())
                .isEqualTo(401);
        assertThat(portal.get("/_control/calls").json().at("/app/access/calls").asInt())
                .isEqualTo(3);
    }

    @Test
    void introspection_tellsOfATokenThatIsNoneThatItIsNone() {
        String token = portal.post("/oauth/v3/token", REFRESH).json().path("access_token").asText();
        String asked = REFRESH + "&token=" + token;

        assertThat(portal.post("/oauth/v3/token/introspect", asked).json().path("app_id").asInt())
                .isEqualTo(7_001);
        portal.pass(Duration.ofMinutes(30));
        Portal.Answer expired = portal.post("/oauth/v3/token/introspect", asked);

        assertThat(expired.json().path("active").asBoolean(true)).isFalse();
        assertThat(expired.json().has("scopes")).isFalse();
    }

    @Test
    void timeoutAfterCommit_hasWrittenAndAnswersTooLate() {
        String id = portal.create("contacts", "{}");
        portal.post(
                "/_control/faults",
                "{'latencyMillis':200,'calls':[{'kind':'patch','answer':'TIMEOUT_AFTER_COMMIT',"
                        + "'delayMillis':30000}]}");
        Portal.Answer answer =
                portal.byApp("PATCH", CONTACTS + "/" + id, "{'properties':{'city':'Cork'}}");
        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.delay()).isEqualTo(Duration.ofMillis(30_200));
        assertThat(portal.get(CONTACTS + "/" + id + "?properties=city").property("city").asText())
                .isEqualTo("Cork");
        portal.delete("/_control/faults");
        assertThat(portal.byApp("GET", CONTACTS, "").delay()).isZero();
    }

    @Test
    void calls_areCountedByKindWithTheirRecords() {
        String id = portal.create("contacts", "{}");
        portal.byApp(
                "POST", CONTACTS + "/batch/read", "{'inputs':[{'id':'" + id + "'},{'id':'9'}]}");
        portal.byApp("POST", CONTACTS + "/batch/read", "{'inputs':[{'id':'" + id + "'}]}");
        portal.byApp("GET", CONTACTS + "/9", "");
        portal.post("/oauth/v1/token", REFRESH);
        var counts = portal.get("/_control/calls").json();
        assertThat(counts.at("/app/batch_read/calls").asInt()).isEqualTo(2);
        assertThat(counts.at("/app/batch_read/records").asInt()).isEqualTo(3);
        assertThat(counts.at("/app/get/refused").asInt()).isEqualTo(1);
        assertThat(counts.at("/app/token/calls").asInt()).isEqualTo(1);
        assertThat(counts.at("/others/create/calls").asInt()).isEqualTo(1);
        portal.delete("/_control/calls");
        assertThat(portal.get("/_control/calls").json().path("app")).isEmpty();
    }
}
