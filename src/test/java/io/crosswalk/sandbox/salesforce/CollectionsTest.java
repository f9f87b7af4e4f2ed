package io.crosswalk.sandbox.salesforce;

import static io.crosswalk.sandbox.salesforce.SalesforceOrg.json;
import static io.crosswalk.sandbox.salesforce.SalesforceOrg.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.sandbox.SandboxResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CollectionsTest {
    private final SalesforceOrg org = new SalesforceOrg().asIntegration();
    private String one = "";
    private String two = "";

    @BeforeEach
    void twoContacts() {
        one = org.create("Contact", quoted("{'LastName':'One'}"));
        two = org.create("Contact", quoted("{'LastName':'Two'}"));
        org.events();
    }

    private static String record(String id, String fields) {
        return quoted("{'attributes':{'type':'Contact'},'id':'" + id + "'," + fields + "}");
    }

    private SandboxResponse update(boolean allOrNone, String... records) {
        return org.data(
                "PATCH",
                "/composite/sobjects",
                "{\"allOrNone\":"
                        + allOrNone
                        + ",\"records\":["
                        + String.join(",", records)
                        + "]}");
    }

    private static List<String> codes(SandboxResponse response) {
        List<String> codes = new ArrayList<>();
        json(response)
                .forEach(r -> codes.add(r.path("errors").path(0).path("statusCode").asText("ok")));
        return codes;
    }

    @Test
    void mixedResults_areAnsweredPerRecord() {
        SandboxResponse response =
                update(
                        false,
                        record(one, "'Title':'a'"),
                        record(two, "'Tier__c':'Tin'"),
                        record("003000000000000AAA", "'Title':'a'"),
                        record("nope", "'Title':'a'"),
                        record(one, "'Title':'again'"));
        assertThat(response.status()).isEqualTo(200);
        assertThat(codes(response))
                .containsExactly(
                        "ok",
                        "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                        "INVALID_CROSS_REFERENCE_KEY",
                        "MALFORMED_ID",
                        "DUPLICATE_VALUE");
        assertThat(json(response).path(1).path("errors").path(0).path("fields").path(0).asText())
                .isEqualTo("Tier__c");
    }

    @Test
    void valueOfTheWrongType_failsItsRecord_orAllWhenToldSo() {
        String good = record(one, "'Title':'a'");
        String bad = record(two, "'Score__c':'many'");
        assertThat(codes(update(false, good, bad)))
                .containsExactly("ok", "INVALID_TYPE_ON_FIELD_IN_RECORD");
        org.control("faults", quoted("{'parserErrorFailsAll':true}"));
        SandboxResponse all = update(false, record(one, "'Title':'b'"), bad);
        assertThat(all.status()).isEqualTo(400);
        assertThat(org.shows("Contact", one, "Title").asText()).isEqualTo("a");
    }

    @Test
    void allOrNone_rollsBackAndSaysNothing() {
        SandboxResponse response =
                update(true, record(one, "'Title':'a'"), record(two, "'Tier__c':'Tin'"));
        assertThat(codes(response))
                .containsExactly(
                        "ALL_OR_NONE_OPERATION_ROLLED_BACK",
                        "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST");
        assertThat(org.shows("Contact", one, "Title").isNull()).isTrue();
        assertThat(org.events()).isEmpty();
    }

    @Test
    void retrieve_keepsOrderAndLeavesNullSlots() {
        org.data("DELETE", "/sobjects/Contact/" + two, "");
        String ids = "'" + two + "','" + one + "','nope','" + one.substring(0, 15) + "'";
        JsonNode records =
                json(
                        org.data(
                                "POST",
                                "/composite/sobjects/Contact",
                                quoted("{'ids':[" + ids + "],'fields':['id','LastName']}")));
        assertThat(records).hasSize(4);
        assertThat(records.path(0).isNull()).isTrue();
        assertThat(records.path(1).path("LastName").asText()).isEqualTo("One");
        assertThat(records.path(2).isNull()).isTrue();
        assertThat(records.path(3).path("Id").asText()).isEqualTo(one);
    }

    @Test
    void retrieveByGet_works_andUnknownFieldFailsTheCall() {
        String uri = "/composite/sobjects/Contact?ids=" + one + "&fields=";
        assertThat(json(org.data("GET", uri + "LastName", "")).path(0).path("LastName").asText())
                .isEqualTo("One");
        SandboxResponse unknown = org.data("GET", uri + "LastName,Nope", "");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(json(unknown).path(0).path("errorCode").asText()).isEqualTo("INVALID_FIELD");
    }

    @Test
    void tooMany_areRefusedAsAWhole() {
        String[] many = new String[201];
        java.util.Arrays.fill(many, record(one, "'Title':'a'"));
        SandboxResponse response = update(false, many);
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.text()).contains("EXCEEDED_ID_LIMIT");
        String[] chunks = new String[11];
        for (int i = 0; i < chunks.length; i++) {
            String type = i % 2 == 0 ? "Contact" : "Account";
            chunks[i] = quoted("{'attributes':{'type':'" + type + "'},'id':'" + one + "'}");
        }
        assertThat(update(false, chunks).status()).isEqualTo(400);
    }

    @Test
    void createDeleteAndUpsert_work() {
        String records =
                quoted(
                        "{'records':[{'attributes':{'type':'Contact'},'LastName':'C',"
                                + "'HubSpot_Contact_Id__c':'77'},{'attributes':{'type':'Contact'}}]}");
        assertThat(codes(org.data("POST", "/composite/sobjects", records)))
                .containsExactly("ok", "REQUIRED_FIELD_MISSING");
        JsonNode upserted =
                json(
                        org.data(
                                "PATCH",
                                "/composite/sobjects/Contact/HubSpot_Contact_Id__c",
                                quoted(
                                        "{'records':[{'attributes':{'type':'Contact'},"
                                                + "'HubSpot_Contact_Id__c':'77','Title':'x'},"
                                                + "{'attributes':{'type':'Contact'},'LastName':'D',"
                                                + "'HubSpot_Contact_Id__c':'78'}]}")));
        assertThat(upserted.path(0).path("created").asBoolean()).isFalse();
        assertThat(upserted.path(1).path("created").asBoolean()).isTrue();
        SandboxResponse deleted =
                org.data("DELETE", "/composite/sobjects?ids=" + one + "," + one, "");
        assertThat(codes(deleted)).containsExactly("ok", "ENTITY_IS_DELETED");
    }

    @Test
    void lockedRow_succeedsTheNextTime() {
        org.control("faults", quoted("{'lockedRows':{'" + one + "':1}}"));
        String[] both = {record(one, "'Title':'a'"), record(two, "'Title':'a'")};
        assertThat(codes(update(false, both))).containsExactly("UNABLE_TO_LOCK_ROW", "ok");
        assertThat(codes(update(false, both))).containsExactly("ok", "ok");
    }
}
