package io.crosswalk.sandbox.salesforce;

import static io.crosswalk.sandbox.salesforce.SalesforceOrg.json;
import static io.crosswalk.sandbox.salesforce.SalesforceOrg.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.sandbox.SandboxResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordsTest {
    private static final String GONE = "003000000000000AAA";

    private final SalesforceOrg org = new SalesforceOrg().asIntegration();
    private String contact = "";

    @BeforeEach
    void oneContact() {
        contact = org.create("Contact", quoted("{'LastName':'Holm','Tier__c':'Gold'}"));
    }

    private void assertRefused(SandboxResponse response, int status, String code) {
        assertThat(response.status()).as(response.text()).isEqualTo(status);
        assertThat(json(response).path(0).path("errorCode").asText()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Title          | ' CEO '                      | 'CEO'",
                "Title          | ''                           | null",
                "Title          | '  '                         | null",
                "Title          | null                         | null",
                "Score__c       | 12.345                       | 12.35",
                "Score__c       | 7                            | 7.0",
                "Score__c       | '7.5'                        | 7.5",
                "Lifetime_Value__c | 12345678                  | 1.2345678E7",
                "Last_Visit__c  | '2026-01-02T03:04:05.678Z'   | '2026-01-02T03:04:05.000+0000'",
                "Last_Visit__c  | '2026-01-02T03:04:05+02:00'  | '2026-01-02T01:04:05.000+0000'",
                "Birthdate      | '2000-02-29'                 | '2000-02-29'",
                "Interests__c   | 'Mobile;Billing;Own;Billing' | 'Billing;Mobile;Own'",
                "Salutation     | 'Sir'                        | 'Sir'",
                "LeadSource     | 'trade show'                 | 'Trade Show'",
                "Tier__c        | null                         | null",
                "DoNotCall      | true                         | true",
                "Email          | 'a.b+c@sub.x.example'        | 'a.b+c@sub.x.example'",
                "Secret_Code__c | 'abcd'                       | 'XXXX'"
            })
    void acceptedValues_readBackAsStored(String field, String written, String read) {
        org.set("Contact", contact, quoted("{'" + field + "':" + written + "}"));
        assertThat(org.shows("Contact", contact, field).toString()).isEqualTo(quoted(read));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Title             | 5                        | JSON_PARSER_ERROR",
                "Title             | {}                       | JSON_PARSER_ERROR",
                "Score__c          | 'many'                   | JSON_PARSER_ERROR",
                "Score__c          | 10000                    | NUMBER_OUTSIDE_VALID_RANGE",
                "Score__c          | 9999.999                 | NUMBER_OUTSIDE_VALID_RANGE",
                "Birthdate         | '2026-02-30'             | JSON_PARSER_ERROR",
                "Last_Visit__c     | '2026-01-02'             | JSON_PARSER_ERROR",
                "DoNotCall         | null                     | JSON_PARSER_ERROR",
                "Email             | 'nobody'                 | INVALID_EMAIL_ADDRESS",
                "FirstName         | '12345678901234567890123456789012345678901' | STRING_TOO_LONG",
                "Tier__c           | 'Tin'                    | INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                "LastName          | null                     | REQUIRED_FIELD_MISSING",
                "Full_Title__c     | 'x'                      | INVALID_FIELD_FOR_INSERT_UPDATE",
                "Name              | 'x'                      | INVALID_FIELD_FOR_INSERT_UPDATE",
                "MailingAddress    | 'x'                      | INVALID_FIELD_FOR_INSERT_UPDATE",
                "HubSpot_Rating__c | 'x'                      | INVALID_FIELD_FOR_INSERT_UPDATE",
                "Contact_Number__c | 'x'                      | INVALID_FIELD_FOR_INSERT_UPDATE",
                "SystemModstamp    | '2026-01-02T00:00:00Z'   | INVALID_FIELD_FOR_INSERT_UPDATE",
                "Nope__c           | 'x'                      | INVALID_FIELD",
                "AccountId         | 'x'                      | MALFORMED_ID",
                "AccountId         | '003000000000001AAA'     | MALFORMED_ID",
                "AccountId         | '001000000000001AAA'     | INVALID_CROSS_REFERENCE_KEY",
                "Id                | '003000000000001AAA'     | INVALID_FIELD"
            })
    void otherValues_areRefusedAndChangeNothing(String field, String written, String code) {
        org.events();
        SandboxResponse response =
                org.data(
                        "PATCH",
                        "/sobjects/Contact/" + contact,
                        quoted("{'Title':'new','" + field + "':" + written + "}"));
        assertRefused(response, 400, code);
        assertThat(org.events()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Contact, '{}', LastName", "Account, '{}', Name"})
    void missingRequiredFields_areNamed(String type, String body, String field) {
        SandboxResponse response = org.data("POST", "/sobjects/" + type, body);
        assertRefused(response, 400, "REQUIRED_FIELD_MISSING");
        assertThat(json(response).path(0).path("fields").path(0).asText()).isEqualTo(field);
    }

    @Test
    void opportunity_needsNameStageAndCloseDate() {
        assertThat(
                        SalesforceOrg.texts(
                                json(org.data("POST", "/sobjects/Opportunity", "{}"))
                                        .path(0)
                                        .path("fields")))
                .containsExactlyInAnyOrder("Name", "StageName", "CloseDate");
    }

    @Test
    void stage_bringsProbabilityAndFormulas() {
        String deal =
                org.create(
                        "Opportunity",
                        quoted(
                                "{'Name':'D','StageName':'Closed Won','CloseDate':'2026-05-06','Amount':10}"));
        assertThat(org.shows("Opportunity", deal, "Probability").asInt()).isEqualTo(100);
        assertThat(org.shows("Opportunity", deal, "IsWon").asBoolean()).isTrue();
        assertThat(org.shows("Opportunity", deal, "ExpectedRevenue").asDouble()).isEqualTo(10);
        assertThat(org.shows("Opportunity", deal, "FiscalQuarter").asInt()).isEqualTo(2);
    }

    @Test
    void formulaAndCompounds_areComputedOnRead() {
        org.set(
                "Contact",
                contact,
                quoted("{'FirstName':'Edda','Title':'CEO','MailingCity':'Oslo'}"));
        assertThat(org.shows("Contact", contact, "Name").asText()).isEqualTo("Edda Holm");
        assertThat(org.shows("Contact", contact, "Full_Title__c").asText())
                .isEqualTo("Edda Holm, CEO");
        assertThat(org.shows("Contact", contact, "MailingAddress").path("city").asText())
                .isEqualTo("Oslo");
    }

    @Test
    void shortId_findsTheRecordAndTheFullOneComesBack() {
        assertThat(org.shows("Contact", contact.substring(0, 15), "Id").asText())
                .isEqualTo(contact)
                .hasSize(18);
    }

    @Test
    void goneRecords_are404() {
        org.data("DELETE", "/sobjects/Contact/" + contact, "");
        assertRefused(
                org.data("PATCH", "/sobjects/Contact/" + contact, "{}"), 404, "ENTITY_IS_DELETED");
        assertRefused(org.data("GET", "/sobjects/Contact/" + GONE, ""), 404, "NOT_FOUND");
        assertRefused(org.data("GET", "/sobjects/Contact/nope", ""), 404, "NOT_FOUND");
    }

    @Test
    void upsertByExternalId_createsThenUpdates() {
        String uri = "/sobjects/Contact/HubSpot_Contact_Id__c/101";
        SandboxResponse first = org.data("PATCH", uri, quoted("{'LastName':'New'}"));
        SandboxResponse second = org.data("PATCH", uri, quoted("{'Title':'CEO'}"));
        SandboxResponse never =
                org.data("PATCH", uri + "9?updateOnly=true", quoted("{'LastName':'New'}"));
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(json(second).path("id")).isEqualTo(json(first).path("id"));
        assertThat(json(second).path("created").asBoolean()).isFalse();
        assertThat(never.status()).isEqualTo(404);
    }

    @Test
    void upsertByAValueOfTwoRecords_is300() {
        String two = quoted("{'LastName':'Two','Email':'two@x.example'}");
        org.create("Contact", two);
        org.create("Contact", two);
        SandboxResponse response =
                org.data("PATCH", "/sobjects/Contact/Email/two@x.example", quoted("{'Title':'x'}"));
        assertThat(response.status()).isEqualTo(300);
        assertThat(json(response)).hasSize(2);
    }

    @Test
    void externalId_isUnique() {
        String body = quoted("{'LastName':'A','HubSpot_Contact_Id__c':'5'}");
        org.create("Contact", body);
        assertRefused(org.data("POST", "/sobjects/Contact", body), 400, "DUPLICATE_VALUE");
    }

    @Test
    void ifUnmodifiedSince_guardsAgainstOthersWrites() {
        String before = "Tue, 24 Nov 2026 09:59:59 GMT";
        org.headers.put("if-unmodified-since", before);
        SandboxResponse late = org.data("PATCH", "/sobjects/Contact/" + contact, "{}");
        org.headers.put("if-unmodified-since", "Tue, 24 Nov 2026 10:00:00 GMT");
        SandboxResponse inTime = org.data("PATCH", "/sobjects/Contact/" + contact, "{}");
        org.headers.put("if-unmodified-since", "yesterday");
        SandboxResponse bad = org.data("PATCH", "/sobjects/Contact/" + contact, "{}");
        assertThat(late.status()).isEqualTo(412);
        assertThat(inTime.status()).isEqualTo(204);
        assertThat(bad.status()).isEqualTo(400);
    }

    @Test
    void stamps_haveSecondsAndMoveWithoutAnyChange() {
        String before = org.shows("Contact", contact, "SystemModstamp").asText();
        org.pass(Duration.ofMillis(1900));
        org.set("Contact", contact, quoted("{'LastName':'Holm'}"));
        assertThat(before).isEqualTo("2026-11-24T10:00:00.000+0000");
        assertThat(org.shows("Contact", contact, "SystemModstamp").asText())
                .isEqualTo("2026-11-24T10:00:02.000+0000");
        assertThat(org.shows("Contact", contact, "LastModifiedDate").asText())
                .isEqualTo("2026-11-24T10:00:02.000+0000");
    }

    @Test
    void updatedAndDeleted_listTheWindow() {
        String gone = org.create("Contact", quoted("{'LastName':'Gone'}"));
        org.data("DELETE", "/sobjects/Contact/" + gone, "");
        org.pass(Duration.ofMinutes(5));
        String window = "/?start=2026-11-24T09:00:00%2B00:00&end=2026-11-24T10:05:30Z";
        JsonNode updated = json(org.data("GET", "/sobjects/Contact/updated" + window, ""));
        JsonNode deleted = json(org.data("GET", "/sobjects/Contact/deleted" + window, ""));
        assertThat(SalesforceOrg.texts(updated.path("ids"))).containsExactly(contact);
        assertThat(updated.path("latestDateCovered").asText())
                .isEqualTo("2026-11-24T10:05:00.000+0000");
        assertThat(deleted.path("deletedRecords").path(0).path("id").asText()).isEqualTo(gone);
        String old = "/?start=2026-11-01T09:00:00Z&end=2026-11-24T10:05:30Z";
        assertRefused(
                org.data("GET", "/sobjects/Contact/deleted" + old, ""),
                400,
                "INVALID_REPLICATION_DATE");
    }
}
