package io.crosswalk.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.crosswalk.records.Hint;
import io.crosswalk.rules.Side;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookEventsTest {
    private static final WebhookEvents EVENTS =
            new WebhookEvents(Hubspot.JSON, OptionalLong.of(7001), OptionalLong.of(33));

    @Test
    void sample_becomesOneHintPerRecord() {
        var batch = (WebhookBatch.Accepted) EVENTS.parse(bytes(Hubspot.resource("webhook.json")));

        assertThat(batch.ignored()).isZero();
        assertThat(batch.hints())
                .containsExactly(
                        hint("contacts", "501", Hint.Kind.MERGED, "777"),
                        hint("contacts", "502", Hint.Kind.MERGED, "777"),
                        hint("deals", "601", Hint.Kind.DELETED, null),
                        hint("contacts", "777", Hint.Kind.CREATED, null));
    }

    @Test
    void events_areKnownByTheRecordsThatTheyTellOf() {
        String again = withId("11", change("city", "'Ulm'", 2000));
        WebhookBatch.Accepted batch =
                accepted(
                        again,
                        again,
                        withId("'x'", change("zip", "'1'", 1)),
                        withId("12", event("contact.deletion", 1).replace(":5", ":6")),
                        withId("13", event("note.creation", 1)));

        assertThat(batch.eventIds("contacts", "5")).containsExactly("11");
        assertThat(batch.eventIds("contacts", "6")).containsExactly("12");
        assertThat(batch.events()).hasSize(2);
        assertThat(batch.eventIds("deals", "5")).isEmpty();
    }

    @Test
    void merge_isToldOfByItsEventWithEveryRecord() {
        var batch = (WebhookBatch.Accepted) EVENTS.parse(bytes(Hubspot.resource("webhook.json")));

        for (String record : List.of("501", "502", "777")) {
            assertThat(batch.eventIds("contacts", record)).contains("100005");
        }
    }

    @Test
    void severalChangesOfARecord_areOneHintWithTheNewestOfEach() {
        List<Hint> hints =
                hints(
                        change("city", "'Ulm'", 2000),
                        change("city", "'Bonn'", 1000),
                        change("phone", "''", 1500),
                        change("fax", "null", 1500),
                        "{'portalId':33,'subscriptionType':'contact.propertyChange',"
                                + "'occurredAt':1700,'objectId':5,'propertyName':'zip'}");

        assertThat(hints).hasSize(1);
        assertThat(hints.get(0).kind()).isEqualTo(Hint.Kind.CHANGED);
        assertThat(hints.get(0).changes())
                .containsExactly(
                        new Hint.Change("city", Instant.ofEpochMilli(2000), "Ulm", true),
                        new Hint.Change("phone", Instant.ofEpochMilli(1500), null, true),
                        new Hint.Change("fax", Instant.ofEpochMilli(1500), null, true),
                        new Hint.Change("zip", Instant.ofEpochMilli(1700), null, false));
    }

    @Test
    void eventTypeInsteadOfSubscriptionType_isReadToo() {
        assertThat(
                        hints(
                                "{'portalId':33,'eventType':'company.creation','occurredAt':1,'objectId':5}"))
                .containsExactly(hint("companies", "5", Hint.Kind.CREATED, null));
    }

    @Test
    void privacyDeletion_isNotHiddenByTheDeletion() {
        List<Hint> hints =
                hints(event("contact.privacyDeletion", 1000), event("contact.deletion", 2000));

        assertThat(hints).containsExactly(hint("contacts", "5", Hint.Kind.PRIVACY_DELETED, null));
    }

    @Test
    void deletedAndRestored_theLaterCounts() {
        assertThat(hints(event("contact.restore", 2000), event("contact.deletion", 1000)))
                .containsExactly(hint("contacts", "5", Hint.Kind.RESTORED, null));
        assertThat(hints(event("contact.restore", 1000), event("contact.deletion", 2000)))
                .containsExactly(hint("contacts", "5", Hint.Kind.DELETED, null));
    }

    @Test
    void createdWithProperties_keepsTheirTimes() {
        List<Hint> hints = hints(event("contact.creation", 1000), change("city", "'Ulm'", 1000));

        assertThat(hints).hasSize(1);
        assertThat(hints.get(0).kind()).isEqualTo(Hint.Kind.CREATED);
        assertThat(hints.get(0).changes()).hasSize(1);
    }

    @Test
    void mergeIntoThePrimary_tellsTheLosersAndReadsTheWinner() {
        String merge =
                "{'portalId':33,'subscriptionType':'contact.merge','occurredAt':1,'objectId':5,"
                        + "'primaryObjectId':5,'mergedObjectIds':[6,7],'newObjectId':5}";

        assertThat(hints(merge, change("city", "'Ulm'", 1)))
                .containsExactly(
                        hint("contacts", "6", Hint.Kind.MERGED, "5"),
                        hint("contacts", "7", Hint.Kind.MERGED, "5"),
                        new Hint(
                                Side.HUBSPOT,
                                "contacts",
                                "5",
                                Hint.Kind.CHANGED,
                                List.of(
                                        new Hint.Change(
                                                "city", Instant.ofEpochMilli(1), "Ulm", true)),
                                false,
                                null),
                        hint("contacts", "5", Hint.Kind.CHANGED, null));
    }

    @Test
    void associationTakenAway_isReadOnce() {
        String association =
                "{'portalId':33,'subscriptionType':'contact.associationChange','occurredAt':1,"
                        + "'associationType':'CONTACT_TO_COMPANY','fromObjectId':5,'toObjectId':8,"
                        + "'associationRemoved':true,'isPrimaryAssociation':";

        var batch = accepted(association + "false}", association + "true}");

        assertThat(batch.hints()).containsExactly(hint("contacts", "5", Hint.Kind.CHANGED, null));
        assertThat(batch.ignored()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "company, COMPANY_TO_CONTACT, 0-2, 0-1",
        "company, COMPANY_TO_DEAL, 0-2, 0-3",
        "company, COMPANY_TO_COMPANY, 0-2, 0-2",
        "contact, CONTACT_TO_DEAL, 0-1, 0-3",
        "deal, DEAL_TO_CONTACT, 0-3, 0-1",
        "contact, CONTACT_TO_TICKET, 0-1, 0-5"
    })
    void associationThatIsNoCompanyOfTheRecord_concernsNobody(
            String object, String association, String from, String to) {
        String rest =
                "'portalId':33,'occurredAt':1,'associationType':'"
                        + association
                        + "','fromObjectId':8,'toObjectId':5,'isPrimaryAssociation':true";
        var batch =
                accepted(
                        "{'subscriptionType':'" + object + ".associationChange'," + rest + "}",
                        "{'subscriptionType':'object.associationChange','objectTypeId':'"
                                + from
                                + "','fromObjectTypeId':'"
                                + from
                                + "','toObjectTypeId':'"
                                + to
                                + "',"
                                + rest
                                + "}");

        assertThat(batch.hints()).isEmpty();
        assertThat(batch.ignored()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "contact, CONTACT_TO_COMPANY, contacts, associatedcompanyid",
        "deal, DEAL_TO_COMPANY, deals, hs_primary_associated_company"
    })
    void primaryCompanySet_isAChangeOfThePropertyThatShowsIt(
            String object, String association, String type, String property) {
        var batch =
                accepted(
                        "{'portalId':33,'subscriptionType':'"
                                + object
                                + ".associationChange','occurredAt':7,'associationType':'"
                                + association
                                + "','fromObjectId':5,'toObjectId':8,'isPrimaryAssociation':true,"
                                + "'associationRemoved':false}");

        assertThat(batch.hints())
                .containsExactly(
                        new Hint(
                                Side.HUBSPOT,
                                type,
                                "5",
                                Hint.Kind.CHANGED,
                                List.of(
                                        new Hint.Change(
                                                property, Instant.ofEpochMilli(7), "8", true)),
                                false,
                                null));
    }

    @Test
    void primaryCompanyTakenAway_hasTheRecordRead() {
        var batch =
                accepted(
                        "{'portalId':33,'subscriptionType':'contact.associationChange',"
                                + "'occurredAt':7,'associationType':'CONTACT_TO_COMPANY',"
                                + "'fromObjectId':5,'toObjectId':8,'isPrimaryAssociation':true,"
                                + "'associationRemoved':true}");

        assertThat(batch.hints()).containsExactly(hint("contacts", "5", Hint.Kind.CHANGED, null));
    }

    @ParameterizedTest
    @CsvSource({
        "INTEGRATION, 7001, true",
        "API, 7001, true",
        "INTEGRATION, appId:7001, true",
        "INTEGRATION, 7002, false",
        "INTEGRATION, 17001, false",
        "CRM_UI, 7001, false",
        "API, userId:7001, false"
    })
    void ours_isWhatOurAppDid(String source, String sourceId, boolean ours) {
        String event =
                "{'portalId':33,'subscriptionType':'contact.creation','occurredAt':1,'objectId':5,"
                        + "'changeSource':'"
                        + source
                        + "','sourceId':'"
                        + sourceId
                        + "'}";

        assertThat(hints(event).get(0).ours()).isEqualTo(ours);
        assertThat(hints(event, change("city", "'Ulm'", 1)).get(0).ours()).isFalse();
    }

    @Test
    void ourChangeBesideSomebodyElses_staysOurs() {
        String ours =
                change("jobtitle", "'CEO'", 2)
                        .replace("}", ",'changeSource':'INTEGRATION','sourceId':'7001'}");
        String before = change("jobtitle", "'CTO'", 1);
        String workflows = change("city", "'Ulm'", 2);

        List<Hint> hints = hints(ours, before, workflows);

        assertThat(hints).hasSize(2);
        assertThat(hints.get(0).ours()).isFalse();
        assertThat(hints.get(0).changes())
                .extracting(Hint.Change::name, Hint.Change::wire)
                .containsExactlyInAnyOrder(tuple("jobtitle", "CTO"), tuple("city", "Ulm"));
        assertThat(hints.get(1).ours()).isTrue();
        assertThat(hints.get(1).changes()).extracting(Hint.Change::wire).containsExactly("CEO");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'portalId':34,'subscriptionType':'contact.creation','occurredAt':1,'objectId':5",
                "'subscriptionType':'contact.creation','occurredAt':1,'objectId':5",
                "'portalId':33,'subscriptionType':'ticket.creation','occurredAt':1,'objectId':5",
                "'portalId':33,'subscriptionType':'contact.newThing','occurredAt':1,'objectId':5",
                "'portalId':33,'subscriptionType':'contact','occurredAt':1,'objectId':5",
                "'portalId':33,'subscriptionType':'0-1.creation','occurredAt':1,'objectId':5",
                "'portalId':33,'occurredAt':1,'objectId':5",
                "'portalId':33,'subscriptionType':'object.creation','objectTypeId':'2-9',"
                        + "'occurredAt':1,'objectId':5",
                "'portalId':33,'subscriptionType':'object.creation','occurredAt':1,'objectId':5",
                "'portalId':33,'subscriptionType':'contact.creation','occurredAt':1",
                "'portalId':33,'subscriptionType':'contact.creation','occurredAt':1,'objectId':-5",
                "'portalId':33,'subscriptionType':'contact.creation','occurredAt':1,'objectId':1e99",
                "'portalId':33,'subscriptionType':'contact.creation','occurredAt':1,"
                        + "'objectId':99999999999999999999",
                "'portalId':33,'subscriptionType':'contact.creation','occurredAt':-1,'objectId':5",
                "'portalId':33,'subscriptionType':'contact.creation','objectId':5,"
                        + "'occurredAt':9223372036854775807",
                "'portalId':33,'subscriptionType':'contact.propertyChange','occurredAt':1,"
                        + "'objectId':5",
                "'portalId':33,'subscriptionType':'contact.merge','occurredAt':1",
                "'portalId':33,'subscriptionType':'contact.associationChange','occurredAt':1,"
                        + "'objectId':5,'associationType':'TICKET_TO_CONTACT'"
            })
    void eventOfNoUse_isIgnoredAndCounted(String event) {
        var batch = accepted("{" + event + "}", event("contact.creation", 1));

        assertThat(batch.hints()).hasSize(1);
        assertThat(batch.ignored()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|NOT_JSON",
                "[|NOT_JSON",
                "[] x|NOT_JSON",
                "{}|NOT_AN_ARRAY",
                "null|NOT_AN_ARRAY",
                "[1]|NOT_AN_EVENT",
                "[{},[]]|NOT_AN_EVENT"
            })
    void bodyThatHubspotDoesNotSend_isRefused(String body, String code) {
        assertThat(EVENTS.parse(bytes(body)))
                .isInstanceOfSatisfying(
                        WebhookBatch.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void moreThanAHundredEvents_areRefused() {
        String hundred = "{},".repeat(99) + "{}";

        assertThat(EVENTS.parse(bytes("[" + hundred + "]")))
                .isEqualTo(new WebhookBatch.Accepted(List.of(), 100, Map.of()));
        assertThat(EVENTS.parse(bytes("[" + hundred + ",{}]")))
                .isInstanceOfSatisfying(
                        WebhookBatch.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("TOO_MANY_EVENTS"));
    }

    private static String event(String subscription, long at) {
        return "{'portalId':33,'objectId':5,'subscriptionType':'"
                + subscription
                + "','occurredAt':"
                + at
                + "}";
    }

    private static String withId(String id, String event) {
        return event.replace("{", "{'eventId':" + id + ",");
    }

    private static String change(String property, String value, long at) {
        return event("contact.propertyChange", at).replace("}", "")
                + ",'propertyName':'"
                + property
                + "','propertyValue':"
                + value
                + "}";
    }

    private static Hint hint(String type, String id, Hint.Kind kind, String otherId) {
        return new Hint(Side.HUBSPOT, type, id, kind, List.of(), false, otherId);
    }

    private static List<Hint> hints(String... events) {
        return accepted(events).hints();
    }

    private static WebhookBatch.Accepted accepted(String... events) {
        String body = "[" + String.join(",", events).replace('\'', '"') + "]";
        return (WebhookBatch.Accepted) EVENTS.parse(bytes(body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
