package io.crosswalk.sandbox.salesforce;

import static io.crosswalk.sandbox.salesforce.SalesforceOrg.json;
import static io.crosswalk.sandbox.salesforce.SalesforceOrg.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.sandbox.SandboxResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Describes, limits, faults, counts and what an administrator changes. */
class OrgTest {
    private final SalesforceOrg org = new SalesforceOrg().asIntegration();

    private JsonNode field(String type, String name) {
        for (JsonNode field :
                json(org.data("GET", "/sobjects/" + type + "/describe", "")).path("fields")) {
            if (field.path("name").asText().equals(name)) {
                return field;
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    @ParameterizedTest
    @CsvSource({"Contact, 45", "Account, 40", "Opportunity, 30", "User, 12", "Lead, 12"})
    void describe_hasBelievablyManyFields(String type, int least) {
        JsonNode describe = json(org.data("GET", "/sobjects/" + type + "/describe", ""));
        Set<String> names = new HashSet<>(describe.path("fields").findValuesAsText("name"));
        assertThat(names)
                .hasSizeGreaterThanOrEqualTo(least)
                .hasSize(describe.path("fields").size());
        assertThat(describe.path("keyPrefix").asText()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Contact, LastName, string, Last Name, 80, 0, 0, true, true, false, Name",
                "Contact, Name, string, Full Name, 121, 0, 0, false, false, false, -",
                "Contact, MailingStreet, textarea, Mailing Street, 255, 0, 0, true, true, true, MailingAddress",
                "Contact, MailingAddress, address, Mailing Address, 0, 0, 0, false, false, true, -",
                "Contact, Score__c, double, Score, 0, 6, 2, true, true, true, -",
                "Contact, Full_Title__c, string, Full Title, 1300, 0, 0, false, false, true, -",
                "Contact, HubSpot_Rating__c, string, HubSpot Rating, 40, 0, 0, false, false, true, -",
                "Contact, Newsletter_Opt_In__c, boolean, Newsletter Opt In, 0, 0, 0, true, true, false, -",
                "Contact, Notes__c, textarea, Notes, 4000, 0, 0, true, true, true, -",
                "Contact, AccountId, reference, Account ID, 18, 0, 0, true, true, true, -",
                "Opportunity, Probability, percent, Probability (%), 0, 3, 0, true, true, true, -",
                "Account, AnnualRevenue, currency, Annual Revenue, 0, 18, 0, true, true, true, -"
            })
    void describe_tellsTheField(
            String type,
            String name,
            String fieldType,
            String label,
            int length,
            int precision,
            int scale,
            boolean createable,
            boolean updateable,
            boolean nillable,
            String compound) {
        JsonNode field = field(type, name);
        assertThat(field.path("type").asText()).isEqualTo(fieldType);
        assertThat(field.path("label").asText()).isEqualTo(label);
        assertThat(field.path("length").asInt()).isEqualTo(length);
        assertThat(field.path("precision").asInt()).isEqualTo(precision);
        assertThat(field.path("scale").asInt()).isEqualTo(scale);
        assertThat(field.path("createable").asBoolean()).isEqualTo(createable);
        assertThat(field.path("updateable").asBoolean()).isEqualTo(updateable);
        assertThat(field.path("nillable").asBoolean()).isEqualTo(nillable);
        assertThat(field.path("compoundFieldName").textValue()).isEqualTo(compound);
    }

    @Test
    void describe_isNotSentAgainUntilItChanges() {
        String modified =
                org.data("GET", "/sobjects/Contact/describe", "").headers().get("Last-Modified");
        org.headers.put("if-modified-since", modified);
        assertThat(org.data("GET", "/sobjects/Contact/describe", "").status()).isEqualTo(304);
        org.control("fields", quoted("{'object':'Contact','field':'Tier__c','addValue':'Tin'}"));
        assertThat(org.data("GET", "/sobjects/Contact/describe", "").status()).isEqualTo(200);
    }

    @Test
    void administrator_changesFieldsUnderWay() {
        String id = org.create("Contact", quoted("{'LastName':'A','Tier__c':'Gold'}"));
        String change = "{'object':'Contact','field':'%s',%s}";
        org.control("fields", quoted(change.formatted("Tier__c", "'deactivateValue':'Gold'")));
        org.control("fields", quoted(change.formatted("Title", "'length':3")));
        org.control("fields", quoted(change.formatted("Phone", "'hidden':true")));
        org.control("fields", quoted(change.formatted("Fax", "'readOnly':true")));
        org.control("fields", quoted(change.formatted("Department", "'required':true")));
        assertThat(
                        field("Contact", "Tier__c")
                                .path("picklistValues")
                                .path(0)
                                .path("active")
                                .asBoolean())
                .isFalse();
        assertThat(field("Contact", "Phone").isMissingNode()).isTrue();
        assertThat(field("Contact", "Fax").path("updateable").asBoolean()).isFalse();
        assertThat(field("Contact", "Department").path("nillable").asBoolean()).isFalse();
        assertThat(
                        org.data(
                                        "PATCH",
                                        "/sobjects/Contact/" + id,
                                        quoted("{'Title':'long','Department':'D'}"))
                                .text())
                .contains("STRING_TOO_LONG");
        assertThat(org.query("SELECT Phone FROM Contact").text()).contains("INVALID_FIELD");
        // A value that has been there may stay.
        org.set("Contact", id, quoted("{'Tier__c':'Gold','Department':'D'}"));
        assertThat(org.asPerson().query("SELECT Phone FROM Contact").status()).isEqualTo(200);
    }

    @Test
    void validationRule_refusesTheRecord() {
        org.control(
                "validation-rules",
                quoted(
                        "{'object':'Contact','field':'Phone','mustMatch':'[0-9]','message':'Phone must contain a digit'}"));
        SandboxResponse response =
                org.data("POST", "/sobjects/Contact", quoted("{'LastName':'A','Phone':'none'}"));
        assertThat(json(response).path(0).path("errorCode").asText())
                .isEqualTo("FIELD_CUSTOM_VALIDATION_EXCEPTION");
        assertThat(json(response).path(0).path("message").asText())
                .isEqualTo("Phone must contain a digit");
    }

    @Test
    void othersHaveUsedTheQuota_theCallerIsRefusedUntilThereIsMore() {
        SalesforceOrg org = new SalesforceOrg().asIntegration();
        org.control("limits", quoted("{'dailyCalls':1000,'used':999}"));
        assertThat(org.data("GET", "/limits", "").headers())
                .containsEntry("Sforce-Limit-Info", "api-usage=1000/1000");

        SandboxResponse over = org.data("GET", "/limits", "");

        assertThat(over.status()).isEqualTo(403);
        assertThat(over.text()).contains("REQUEST_LIMIT_EXCEEDED");
        org.call("DELETE", "/_control/limits", "");
        assertThat(org.data("GET", "/limits", "").status()).isEqualTo(200);
    }

    @Test
    void quota_isCountedAndEndsIn403() {
        SalesforceOrg poor =
                new SalesforceOrg(
                                SalesforceSettings.standard()
                                        .withRecords(0, 0, 0)
                                        .withLimits(120, 3))
                        .asIntegration();
        SandboxResponse first = poor.data("GET", "/limits", "");
        assertThat(first.headers()).containsEntry("Sforce-Limit-Info", "api-usage=1/3");
        assertThat(json(first).path("DailyApiRequests").path("Remaining").asInt()).isEqualTo(2);
        poor.data("GET", "/limits", "");
        poor.data("GET", "/limits", "");
        SandboxResponse refused = poor.data("GET", "/limits", "");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("REQUEST_LIMIT_EXCEEDED");
        poor.pass(Duration.ofHours(24));
        assertThat(poor.asIntegration().data("GET", "/limits", "").status()).isEqualTo(200);
    }

    @Test
    void callFaults_hitProgramsAndNotPeople() {
        org.control("faults", quoted("{'unavailableCalls':1,'limitExceededCalls':1}"));
        String authorization = org.headers.get("authorization");
        assertThat(org.asPerson().data("GET", "/limits", "").status()).isEqualTo(200);
        org.headers.put("authorization", authorization);
        assertThat(org.data("GET", "/limits", "").status()).isEqualTo(503);
        assertThat(org.data("GET", "/limits", "").status()).isEqualTo(403);
        assertThat(org.data("GET", "/limits", "").status()).isEqualTo(200);
    }

    @Test
    void timeoutAfterCommit_hasWritten() {
        org.control("faults", quoted("{'timeoutAfterCommitCalls':1,'timeoutMillis':9000}"));
        SandboxResponse response =
                org.data("POST", "/sobjects/Contact", quoted("{'LastName':'A'}"));
        assertThat(response.delay()).isEqualTo(Duration.ofSeconds(9));
        assertThat(json(org.query("SELECT COUNT() FROM Contact")).path("totalSize").asInt())
                .isEqualTo(1);
    }

    @Test
    void unknownFault_isRefused() {
        assertThat(org.call("POST", "/_control/faults", "{\"typo\":1}").status()).isEqualTo(400);
    }

    @Test
    void calls_areCountedByWhoAndWhat() {
        org.call("DELETE", "/_control/calls", "");
        String id = org.create("Contact", quoted("{'LastName':'A'}"));
        org.data(
                "POST",
                "/composite/sobjects/Contact",
                quoted("{'ids':['" + id + "'],'fields':['Id']}"));
        org.query("SELECT Id FROM Contact");
        org.asPerson().set("Contact", id, "{}");
        JsonNode calls = json(org.call("GET", "/_control/calls", ""));
        assertThat(calls.path("integration").path("retrieve").path("records").asInt()).isEqualTo(1);
        assertThat(calls.path("integration").path("query").path("calls").asInt()).isEqualTo(1);
        assertThat(calls.path("integration").path("total").asInt()).isEqualTo(3);
        assertThat(calls.path("others").path("patch").path("calls").asInt()).isEqualTo(1);
    }

    @Test
    void dataSet_isLoaded() {
        SalesforceOrg full = new SalesforceOrg(SalesforceSettings.standard());
        JsonNode sizes = json(full.call("GET", "/_control/records", ""));
        assertThat(sizes.path("Contact").asInt()).isGreaterThan(150);
        assertThat(sizes.path("User").asInt()).isEqualTo(8);
        assertThat(full.events()).isEmpty();
        assertThat(json(full.call("GET", "/services/data", "")).path(0).path("url").asText())
                .startsWith("/services/data/v");
    }
}
