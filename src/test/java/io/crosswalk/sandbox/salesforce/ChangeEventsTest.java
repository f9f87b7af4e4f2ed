package io.crosswalk.sandbox.salesforce;

import static io.crosswalk.sandbox.salesforce.SalesforceOrg.header;
import static io.crosswalk.sandbox.salesforce.SalesforceOrg.payload;
import static io.crosswalk.sandbox.salesforce.SalesforceOrg.quoted;
import static io.crosswalk.sandbox.salesforce.SalesforceOrg.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeEventsTest {
    private final SalesforceOrg org = new SalesforceOrg().asIntegration();
    private String contact = "";

    @BeforeEach
    void oneContact() {
        contact = org.create("Contact", quoted("{'LastName':'Holm','Phone':'1'}"));
    }

    private JsonNode only() {
        List<JsonNode> events = org.events();
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    @Test
    void create_carriesWhatIsFilled() {
        JsonNode event = only();
        assertThat(event.path("detail-type").asText()).isEqualTo("ContactChangeEvent");
        assertThat(event.path("source").asText())
                .matches("aws\\.partner/salesforce\\.com/00D\\w{15}/0YL\\w{15}");
        assertThat(header(event).path("changeType").asText()).isEqualTo("CREATE");
        assertThat(texts(header(event).path("changedFields"))).isEmpty();
        assertThat(payload(event).path("Name").path("LastName").asText()).isEqualTo("Holm");
        assertThat(payload(event).path("CreatedDate").asText())
                .isEqualTo("2026-11-24T10:00:00.000Z");
        assertThat(payload(event).has("Title")).isFalse();
        assertThat(payload(event).has("Full_Title__c")).isFalse();
    }

    @Test
    void update_carriesOnlyWhatChanged() {
        org.events();
        org.pass(Duration.ofMillis(1750));
        org.set(
                "Contact",
                contact,
                quoted(
                        "{'FirstName':'Edda','MailingStreet':'A 1','Phone':null,'LastName':'Holm'}"));
        JsonNode event = only();
        JsonNode header = header(event);
        assertThat(texts(header.path("recordIds"))).containsExactly(contact);
        assertThat(header.path("changeType").asText()).isEqualTo("UPDATE");
        assertThat(texts(header.path("changedFields")))
                .containsExactlyInAnyOrder(
                        "Name.FirstName", "MailingAddress.Street", "Phone", "LastModifiedDate");
        assertThat(texts(header.path("nulledFields"))).containsExactly("Phone");
        assertThat(header.path("changeOrigin").asText())
                .isEqualTo("com/salesforce/api/rest/62.0;client=crosswalk");
        assertThat(header.path("commitUser").asText()).isEqualTo(Sessions.INTEGRATION.userId());
        assertThat(header.path("commitTimestamp").asLong()).isEqualTo(org.now.toEpochMilli());
        assertThat(payload(event).path("Name")).hasSize(1);
        assertThat(payload(event).path("MailingAddress").path("Street").asText()).isEqualTo("A 1");
        assertThat(payload(event).path("Phone").isNull()).isTrue();
        assertThat(payload(event).path("LastModifiedDate").asText())
                .isEqualTo("2026-11-24T10:00:02.000Z");
        assertThat(payload(event).has("LastModifiedById")).isFalse();
    }

    @Test
    void writeOfTheSameValue_saysNothing() {
        org.events();
        org.set("Contact", contact, quoted("{'Phone':'1'}"));
        assertThat(org.events()).isEmpty();
    }

    @Test
    void person_hasNoOrigin() {
        org.events();
        org.asPerson().set("Contact", contact, quoted("{'Phone':'2'}"));
        JsonNode event = only();
        assertThat(header(event).path("changeOrigin").asText()).isEmpty();
        assertThat(header(event).path("commitUser").asText())
                .startsWith("005")
                .isNotEqualTo(Sessions.INTEGRATION.userId());
        assertThat(texts(header(event).path("changedFields"))).contains("LastModifiedById");
    }

    @Test
    void deleteAndUndelete_areTold_purgeIsNot() {
        org.events();
        org.data("DELETE", "/sobjects/Contact/" + contact, "");
        JsonNode deleted = only();
        assertThat(header(deleted).path("changeType").asText()).isEqualTo("DELETE");
        assertThat(payload(deleted)).hasSize(1);
        org.control("undelete", quoted("{'ids':['" + contact + "']}"));
        JsonNode undeleted = only();
        assertThat(header(undeleted).path("changeType").asText()).isEqualTo("UNDELETE");
        assertThat(payload(undeleted).path("Phone").asText()).isEqualTo("1");
        org.data("DELETE", "/sobjects/Contact/" + contact, "");
        org.events();
        org.control("purge", quoted("{'ids':['" + contact + "']}"));
        assertThat(org.events()).isEmpty();
        assertThat(org.data("GET", "/sobjects/Contact/" + contact, "").text())
                .contains("NOT_FOUND");
    }

    @Test
    void sameChangeOnSeveralRecords_isOneEvent() {
        String other = org.create("Contact", quoted("{'LastName':'Other','Phone':'1'}"));
        org.events();
        String records =
                "[{'attributes':{'type':'Contact'},'id':'%s','Title':'a'},"
                        + "{'attributes':{'type':'Contact'},'id':'%s','Title':'a'}]";
        org.data(
                "PATCH",
                "/composite/sobjects",
                quoted("{'records':" + String.format(records, contact, other) + "}"));
        assertThat(texts(header(only()).path("recordIds"))).containsExactly(contact, other);
    }

    @Test
    void differentChangesOfOneCall_shareTheTransaction() {
        String other = org.create("Contact", quoted("{'LastName':'Other'}"));
        org.events();
        String records =
                "[{'attributes':{'type':'Contact'},'id':'%s','Title':'a'},"
                        + "{'attributes':{'type':'Contact'},'id':'%s','Title':'b'}]";
        org.data(
                "PATCH",
                "/composite/sobjects",
                quoted("{'records':" + String.format(records, contact, other) + "}"));
        List<JsonNode> events = org.events();
        assertThat(events).hasSize(2);
        assertThat(events)
                .extracting(e -> header(e).path("transactionKey").asText())
                .containsOnly(header(events.get(0)).path("transactionKey").asText());
        assertThat(events)
                .extracting(e -> header(e).path("sequenceNumber").asInt())
                .containsExactly(1, 2);
    }

    @Test
    void flow_isInTheCallersEvent() {
        org.events();
        org.control(
                "automation",
                quoted("{'object':'Contact','when':'Title','set':'Department','value':'Board'}"));
        org.set("Contact", contact, quoted("{'Title':'CEO'}"));
        JsonNode event = only();
        assertThat(payload(event).path("Department").asText()).isEqualTo("Board");
        assertThat(header(event).path("changeOrigin").asText()).endsWith(";client=crosswalk");
    }

    @Test
    void longText_isADiff() {
        org.set("Contact", contact, quoted("{'Notes__c':'" + "long ".repeat(300) + "\\nend'}"));
        org.events();
        org.set("Contact", contact, quoted("{'Notes__c':'" + "long ".repeat(300) + "\\nfin'}"));
        JsonNode event = only();
        assertThat(texts(header(event).path("diffFields"))).containsExactly("Notes__c");
        assertThat(payload(event).path("Notes__c").asText()).contains("-end").contains("+fin");
    }

    @Test
    void fullBodies_nameEveryFieldAndUseMilliseconds() {
        org.events();
        org.control("faults", quoted("{'fullBodies':1,'omitHeaderLists':1}"));
        org.set("Contact", contact, quoted("{'Birthdate':'1970-01-02'}"));
        JsonNode event = only();
        assertThat(payload(event).path("Birthdate").asLong()).isEqualTo(86_400_000L);
        assertThat(payload(event).path("Phone").isNull()).isTrue();
        assertThat(payload(event).path("LastModifiedDate").isNumber()).isTrue();
        assertThat(header(event).has("nulledFields")).isFalse();
        assertThat(header(event).has("diffFields")).isFalse();
        assertThat(texts(header(event).path("changedFields"))).contains("Birthdate");
    }

    @Test
    void merge_deletesTheLoserForTheWinner() {
        String loser = org.create("Contact", quoted("{'LastName':'Holm','Phone':'9'}"));
        org.events();
        org.control(
                "merge",
                quoted(
                        "{'winner':'%s','loser':'%s','values':{'Phone':'9'}}"
                                .formatted(contact, loser)));
        assertThat(org.events())
                .extracting(e -> header(e).path("changeType").asText())
                .containsExactly("DELETE", "UPDATE");
        String soql = "SELECT MasterRecordId FROM Contact WHERE Id = '" + loser + "'";
        assertThat(org.data("GET", "/queryAll?q=" + SalesforceOrg.encoded(soql), "").text())
                .contains(contact);
    }

    @Test
    void userAndLead_haveNoEvents() {
        org.events();
        org.create(
                "Lead", quoted("{'LastName':'L','Company':'C','Status':'Open - Not Contacted'}"));
        assertThat(org.events()).isEmpty();
    }
}
