package io.crosswalk.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.sandbox.hubspot.HubspotSettings.EventStyle;
import io.crosswalk.sandbox.hubspot.HubspotSettings.Subscriptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WebhooksTest {
    private static final String SECRET = "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy";

    private final Portal portal = new Portal();

    @Test
    void propertyChange_hasTheDocumentedFields() {
        String id = portal.contact("a@example.com");
        portal.eventsAfterAMoment();
        portal.patch("/crm/v3/objects/contacts/" + id, "{'properties':{'firstname':'Ana'}}");
        assertThat(portal.events()).isEmpty();
        List<JsonNode> events = portal.eventsAfterAMoment();
        assertThat(events).hasSize(1);
        JsonNode event = events.get(0);
        assertThat(event.path("subscriptionType").asText()).isEqualTo("contact.propertyChange");
        assertThat(event.path("objectId").asText()).isEqualTo(id);
        assertThat(event.path("propertyName").asText()).isEqualTo("firstname");
        assertThat(event.path("propertyValue").asText()).isEqualTo("Ana");
        assertThat(event.path("changeSource").asText()).isEqualTo("CRM_UI");
        assertThat(event.path("sourceId").asText()).isEqualTo("userId:75514701");
        assertThat(event.path("attemptNumber").isInt()).isTrue();
        assertThat(event.path("occurredAt").isNumber()).isTrue();
        assertThat(event.path("portalId").asLong()).isEqualTo(4_242_001);
        assertThat(event.path("appId").asLong()).isEqualTo(7_001);
    }

    @Test
    void origin_tellsOurAppFromAnother() {
        String id = portal.contact("a@example.com");
        portal.eventsAfterAMoment();
        String uri = "/crm/v3/objects/contacts/" + id;
        portal.byApp("PATCH", uri, "{'properties':{'firstname':'A'}}");
        portal.call("PATCH", uri, "{'properties':{'firstname':'B'}}", "sandbox");
        List<JsonNode> events = portal.eventsAfterAMoment();
        assertThat(events)
                .extracting(e -> e.path("changeSource").asText())
                .containsOnly("INTEGRATION");
        assertThat(events)
                .extracting(e -> e.path("sourceId").asText())
                .containsExactly("7001", "225309");
    }

    @Test
    void lifecycle_isTold() {
        String winner = portal.contact("a@example.com");
        String loser = portal.create("contacts", "{'city':'Cork'}");
        portal.post(
                "/crm/v3/objects/contacts/merge",
                "{'primaryObjectId':'" + winner + "','objectIdToMerge':'" + loser + "'}");
        portal.delete("/crm/v3/objects/contacts/" + winner);
        portal.post("/_control/restore", "{'type':'contacts','id':'" + winner + "'}");
        portal.post("/crm/v3/objects/contacts/gdpr-delete", "{'objectId':'" + winner + "'}");
        List<JsonNode> events = portal.eventsAfterAMoment();
        assertThat(events)
                .extracting(e -> e.path("subscriptionType").asText())
                .containsExactly(
                        "contact.creation",
                        "contact.propertyChange",
                        "contact.creation",
                        "contact.propertyChange",
                        "contact.propertyChange",
                        "contact.merge",
                        "contact.deletion",
                        "contact.restore",
                        "contact.privacyDeletion",
                        "contact.deletion");
        JsonNode merge = events.get(5);
        assertThat(merge.path("primaryObjectId").asText()).isEqualTo(winner);
        assertThat(merge.path("mergedObjectIds").path(0).asText()).isEqualTo(loser);
        assertThat(merge.path("newObjectId").asText()).isEqualTo(winner);
        assertThat(merge.path("numberOfPropertiesMoved").asInt()).isEqualTo(1);
        assertThat(events.get(6).path("changeFlag").asText()).isEqualTo("DELETED");
    }

    @Test
    void values_areMillisecondsForTimesAndEmptyWhenCleared() {
        String id = portal.create("contacts", "{'birthday':'1970-01-02'}");
        portal.patch("/crm/v3/objects/contacts/" + id, "{'properties':{'birthday':''}}");
        assertThat(portal.eventsAfterAMoment())
                .filteredOn(e -> e.has("propertyName"))
                .extracting(e -> e.path("propertyValue").asText())
                .containsExactly("86400000", "");
    }

    @Test
    void styles_renameEvents() {
        Portal generic = portal(EventStyle.GENERIC, Set.of());
        generic.create("deals", "{}");
        JsonNode event = generic.eventsAfterAMoment().get(0);
        assertThat(event.path("subscriptionType").asText()).isEqualTo("object.creation");
        assertThat(event.path("objectTypeId").asText()).isEqualTo("0-3");
        Portal old = portal(EventStyle.EVENT_TYPE_ONLY, Set.of());
        old.create("deals", "{}");
        event = old.eventsAfterAMoment().get(0);
        assertThat(event.path("eventType").asText()).isEqualTo("deal.creation");
        assertThat(event.has("subscriptionType")).isFalse();
    }

    @Test
    void subscriptions_chooseProperties() {
        Portal some = portal(EventStyle.LEGACY, Set.of("contact.city"));
        some.create("contacts", "{'city':'Cork','state':'x'}");
        assertThat(some.eventsAfterAMoment())
                .filteredOn(e -> e.has("propertyName"))
                .extracting(e -> e.path("propertyName").asText())
                .containsExactly("city");
    }

    @Test
    void batches_holdAtMost100AndTenAreInFlight() {
        for (int i = 0; i < 1_250; i++) {
            portal.create("companies", "{}");
        }
        List<WebhookDelivery> first = portal.sandbox.due();
        assertThat(first).hasSize(10);
        assertThat(first).allMatch(delivery -> Json.tree(delivery.body()).size() == 100);
        assertThat(portal.sandbox.due()).isEmpty();
        portal.sandbox.delivered(first.get(0).id(), 200);
        assertThat(portal.sandbox.due()).hasSize(1);
        JsonNode state = portal.get("/_control/webhooks").json();
        assertThat(state.path("inFlight").asInt()).isEqualTo(10);
        assertThat(state.path("queued").asInt()).isEqualTo(1);
        assertThat(state.path("collecting").asInt()).isEqualTo(50);
        assertThat(state.path("delivered").asInt()).isEqualTo(1);
    }

    @Test
    void failedDelivery_isRetriedTenTimesWithGrowingDelays() {
        portal.create("companies", "{}");
        portal.pass(Duration.ofMillis(50));
        List<Long> delays = new ArrayList<>();
        List<Integer> attempts = new ArrayList<>();
        int[] statuses = {500, 404, 0, 302, 503, 400, 500, 500, 500, 500, 500};
        for (int status : statuses) {
            WebhookDelivery delivery = portal.sandbox.due().get(0);
            attempts.add(Json.tree(delivery.body()).path(0).path("attemptNumber").asInt());
            portal.sandbox.delivered(delivery.id(), status);
            if (portal.sandbox.nextDueAt() != null) {
                Duration delay = Duration.between(portal.now(), portal.sandbox.nextDueAt());
                delays.add(delay.toMillis());
                portal.pass(delay);
            }
        }
        assertThat(attempts).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(delays).hasSize(10);
        for (int i = 0; i < delays.size(); i++) {
            assertThat(delays.get(i)).isBetween(500L << i, 1_500L << i);
        }
        assertThat(portal.get("/_control/webhooks").json().path("failed").asInt()).isEqualTo(1);
    }

    @Test
    void signatures_matchHubspotsVectors() {
        byte[] body = "{'example_field':'example_value'}".getBytes(StandardCharsets.UTF_8);
        String uri = "https://www.example.com/webhook_uri";
        assertThat(WebhookSignatures.v3(SECRET, "POST", uri, body, 1693657560000L))
                .isEqualTo("K36dawei4A+QBNolUOqo7s91KQDWQ5MXZ/QufNYuk/Y=");
        assertThat(
                        WebhookSignatures.v3(
                                SECRET,
                                "POST",
                                "https://www.example.com/hook?src=%2Fa%40b%20c%26d",
                                "[{\"eventId\":1}]".getBytes(StandardCharsets.UTF_8),
                                1700000000000L))
                .isEqualTo("TiLs9vTtUXfdzQX5EaS2rPZ76gIaz9RSwlmGEfj6uxI=");
        assertThat(WebhookSignatures.v1(SECRET, body))
                .isEqualTo("69fc6631a867edd4f9e9e627fc5c1148e3fbdd8b21837b6d2b8901c1fa57f750");
    }

    @Test
    void delivery_isSignedAtTheTimeOfSending() {
        portal.create("companies", "{}");
        portal.pass(Duration.ofMinutes(3));
        WebhookDelivery delivery = portal.sandbox.due().get(0);
        long now = portal.now().toEpochMilli();
        assertThat(delivery.headers().get("X-HubSpot-Request-Timestamp")).isEqualTo("" + now);
        assertThat(delivery.headers().get("X-HubSpot-Signature-v3"))
                .isEqualTo(
                        WebhookSignatures.v3(
                                "sandbox-client-secret",
                                "POST",
                                "http://localhost:8080/webhooks/hubspot",
                                delivery.body(),
                                now));
    }

    @Test
    void faults_loseDuplicateDelayAndReorder() {
        portal.post("/_control/faults", "{'webhooks':{'lose':1}}");
        portal.create("companies", "{}");
        assertThat(portal.eventsAfterAMoment()).isEmpty();
        portal.post(
                "/_control/faults",
                "{'webhooks':{'lose':0,'duplicate':1,'delay':1,'reorder':1,'delayMillis':9000}}");
        portal.create("companies", "{'name':'a','domain':'b','city':'c','state':'d','zip':'e'}");
        portal.eventsAfterAMoment();
        portal.pass(Duration.ofSeconds(9));
        List<Long> ids = new ArrayList<>();
        portal.events().forEach(event -> ids.add(event.path("eventId").asLong()));
        assertThat(ids).hasSize(12).isNotEqualTo(ids.stream().sorted().toList());
        assertThat(Set.copyOf(ids)).hasSize(6);
    }

    @Test
    void style_canBeChangedWhileItRuns() {
        portal.post("/_control/faults", "{'webhooks':{'style':'EVENT_TYPE_ONLY'}}");
        portal.create("companies", "{}");
        JsonNode changed = portal.eventsAfterAMoment().get(0);
        portal.delete("/_control/faults");
        portal.create("companies", "{}");

        assertThat(changed.path("eventType").asText()).isEqualTo("company.creation");
        assertThat(portal.eventsAfterAMoment().get(0).path("subscriptionType").asText())
                .isEqualTo("company.creation");
    }

    private static Portal portal(EventStyle style, Set<String> properties) {
        Subscriptions like = HubspotSettings.defaults().webhooks();
        return new Portal(
                HubspotSettings.defaults()
                        .with(
                                new Subscriptions(
                                        like.target(),
                                        like.signedUri(),
                                        style,
                                        properties,
                                        like.window(),
                                        like.retryBase())));
    }
}
