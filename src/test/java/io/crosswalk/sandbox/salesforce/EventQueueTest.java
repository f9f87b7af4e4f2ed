package io.crosswalk.sandbox.salesforce;

import static io.crosswalk.sandbox.salesforce.SalesforceOrg.header;
import static io.crosswalk.sandbox.salesforce.SalesforceOrg.json;
import static io.crosswalk.sandbox.salesforce.SalesforceOrg.payload;
import static io.crosswalk.sandbox.salesforce.SalesforceOrg.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventQueueTest {
    private final SalesforceOrg org = new SalesforceOrg().asIntegration();
    private String one = "";
    private String two = "";

    @BeforeEach
    void twoContacts() {
        one = org.create("Contact", quoted("{'LastName':'One'}"));
        two = org.create("Contact", quoted("{'LastName':'Two'}"));
        org.events();
    }

    private void title(String id, String title) {
        org.set("Contact", id, quoted("{'Title':'" + title + "'}"));
    }

    private static String titleIn(QueuedEvent event) {
        return payload(SalesforceOrg.parsed(event.json())).path("Title").asText();
    }

    @Test
    void secondEventOfARecord_waitsForTheFirst() {
        title(one, "a");
        title(one, "b");
        title(two, "c");
        List<QueuedEvent> first = org.sandbox.due(10);
        assertThat(first).extracting(EventQueueTest::titleIn).containsExactly("a", "c");
        assertThat(org.sandbox.due(10)).isEmpty();
        org.sandbox.delivered(first.get(0).number());
        assertThat(org.sandbox.due(10)).extracting(EventQueueTest::titleIn).containsExactly("b");
    }

    @Test
    void failedDelivery_isRepeatedLaterWithTheSameText() {
        title(one, "a");
        QueuedEvent event = org.sandbox.due(10).get(0);
        org.sandbox.failed(event.number());
        assertThat(org.sandbox.due(10)).isEmpty();
        assertThat(org.sandbox.nextDue()).hasValue(org.now.plusMillis(500));
        org.pass(Duration.ofMillis(500));
        QueuedEvent again = org.sandbox.due(10).get(0);
        assertThat(again.json()).isEqualTo(event.json());
        assertThat(again.attempts()).isEqualTo(1);
    }

    @Test
    void after24Hours_theEventIsLostAndTheNextOneGoes() {
        title(one, "a");
        title(one, "b");
        QueuedEvent event = org.sandbox.due(10).get(0);
        org.pass(Duration.ofHours(25));
        org.sandbox.failed(event.number());
        assertThat(org.sandbox.due(10)).extracting(EventQueueTest::titleIn).containsExactly("b");
        JsonNode counts = json(org.call("GET", "/_control/events", ""));
        assertThat(counts.path("lost").asInt()).isEqualTo(1);
    }

    @Test
    void lostEvents_neverCome() {
        org.control("faults", quoted("{'eventLoss':1}"));
        title(one, "a");
        assertThat(org.sandbox.nextDue()).isEmpty();
    }

    @Test
    void duplicates_comeTwice() {
        org.control("faults", quoted("{'eventDuplicate':1,'eventDelayMillis':1000}"));
        title(one, "a");
        List<JsonNode> events = new ArrayList<>(org.events());
        org.pass(Duration.ofSeconds(2));
        events.addAll(org.events());
        assertThat(events).hasSize(2);
        assertThat(events.get(1)).isEqualTo(events.get(0));
    }

    @Test
    void reorderedEvents_areOvertaken() {
        org.control("faults", quoted("{'eventReorder':1,'eventDelayMillis':60000}"));
        title(one, "a");
        org.control("faults", quoted("{'eventReorder':0}"));
        title(one, "b");
        assertThat(org.events())
                .extracting(e -> payload(e).path("Title").asText())
                .containsExactly("b");
        org.pass(Duration.ofMinutes(2));
        assertThat(org.events())
                .extracting(e -> payload(e).path("Title").asText())
                .containsExactly("a");
    }

    @Test
    void delayedEvent_holdsTheNextOneBack() {
        org.control("faults", quoted("{'eventDelay':1,'eventDelayMillis':60000}"));
        title(one, "a");
        org.control("faults", quoted("{'eventDelay':0}"));
        title(one, "b");
        assertThat(org.events()).isEmpty();
        org.pass(Duration.ofMinutes(2));
        assertThat(org.events())
                .extracting(e -> payload(e).path("Title").asText())
                .containsExactly("a", "b");
    }

    @Test
    void gap_hasIdsAndNothingElse() {
        org.control("faults", quoted("{'eventGap':1}"));
        title(one, "a");
        JsonNode event = org.events().get(0);
        assertThat(header(event).path("changeType").asText()).isEqualTo("GAP_UPDATE");
        assertThat(header(event).path("recordIds").path(0).asText()).isEqualTo(one);
        assertThat(header(event).path("changedFields")).isEmpty();
        assertThat(payload(event)).hasSize(1);
    }

    @Test
    void overflow_hasNoIds() {
        org.control("faults", quoted("{'eventOverflow':1}"));
        title(one, "a");
        JsonNode header = header(org.events().get(0));
        assertThat(header.path("changeType").asText()).isEqualTo("GAP_OVERFLOW");
        assertThat(header.path("entityName").asText()).isEqualTo("Contact");
        assertThat(header.path("recordIds")).isEmpty();
    }

    @Test
    void sameSeedAndCalls_giveTheSameEvents() {
        SalesforceOrg first = new SalesforceOrg().asIntegration();
        SalesforceOrg second = new SalesforceOrg().asIntegration();
        for (SalesforceOrg each : List.of(first, second)) {
            each.control(
                    "faults", quoted("{'eventLoss':0.3,'eventDelay':0.3,'eventDuplicate':0.3}"));
            for (int i = 0; i < 20; i++) {
                each.create("Contact", quoted("{'LastName':'L" + i + "'}"));
            }
            each.pass(Duration.ofMinutes(1));
        }
        assertThat(first.events()).isEqualTo(second.events()).hasSizeBetween(8, 32);
    }
}
