package io.crosswalk.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.records.CrmWrite;
import io.crosswalk.records.WriteOutcome;
import io.crosswalk.sandbox.SandboxResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollectionUpdatesTest {
    private final Salesforce salesforce = new Salesforce();

    @BeforeEach
    void describedOrg() {
        salesforce.loggedIn().answers(200, Salesforce.DESCRIBE);
    }

    @AfterEach
    void close() {
        salesforce.close();
    }

    @Test
    void values_areSentWithTheTypeOfTheirField() {
        salesforce.answers(200, "[{'success':true}]");
        Map<String, String> values = new HashMap<>();
        values.put("City", null);
        values.put("Size__c", "1234567890123456.70");
        values.put("Active__c", "true");

        var outcomes = write(new CrmWrite(Salesforce.id(1), values));

        assertThat(outcomes).containsExactly(new WriteOutcome.Written(Salesforce.id(1), Map.of()));
        assertThat(salesforce.crm.requests.get(2).method()).isEqualTo("PATCH");
        assertThat(salesforce.crm.requests.get(2).text())
                .contains("\"allOrNone\":false")
                .contains("\"id\":\"" + Salesforce.id(1) + "\"")
                .contains("\"City\":null")
                .contains("\"Size__c\":1234567890123456.70")
                .contains("\"Active__c\":true");
    }

    @Test
    void clearedCheckbox_isUnchecked() {
        salesforce.answers(200, "[{'success':true}]");
        Map<String, String> values = new HashMap<>();
        values.put("Active__c", null);

        write(new CrmWrite(Salesforce.id(1), values));

        assertThat(salesforce.crm.requests.get(2).text()).contains("\"Active__c\":false");
    }

    @ParameterizedTest
    @CsvSource({
        "Size__c, twelve",
        "Size__c, 1e",
        "Size__c, 012",
        "Size__c, '1}'",
        "Size__c, NaN",
        "Active__c, yes",
        "Hidden__c, x"
    })
    void valueThatCannotBeSent_isRejectedWithoutTheOthers(String field, String wire) {
        salesforce.answers(200, "[{'success':true}]");

        var outcomes =
                write(
                        new CrmWrite(Salesforce.id(1), Map.of(field, wire)),
                        new CrmWrite(Salesforce.id(2), Map.of("City", "Ulm")));

        assertThat(outcomes.get(0))
                .isInstanceOfSatisfying(
                        WriteOutcome.Rejected.class,
                        rejected -> assertThat(rejected.names()).containsExactly(field));
        assertThat(outcomes.get(1)).isInstanceOf(WriteOutcome.Written.class);
        assertThat(salesforce.body(2).path("records")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "UNABLE_TO_LOCK_ROW, RetryLater, 0",
        "SERVER_UNAVAILABLE, RetryLater, 0",
        "REQUEST_LIMIT_EXCEEDED, RetryLater, 900",
        "ENTITY_IS_LOCKED, RetryLater, 900",
        "ENTITY_IS_DELETED, Gone, 0",
        "INVALID_CROSS_REFERENCE_KEY, Gone, 0",
        "STRING_TOO_LONG, Rejected, 0",
        "DUPLICATES_DETECTED, Rejected, 0",
        "SOMETHING_NEW, Rejected, 0"
    })
    void errorOfOneRecord_hasItsClass(String code, String outcome, long seconds) {
        salesforce.answers(
                200, "[{'success':false,'errors':[{'statusCode':'" + code + "','message':'m'}]}]");

        WriteOutcome got = write(new CrmWrite(Salesforce.id(1), Map.of("City", "Ulm"))).get(0);

        assertThat(got.getClass().getSimpleName()).isEqualTo(outcome);
        if (got instanceof WriteOutcome.RetryLater later) {
            assertThat(later.after()).hasSeconds(seconds);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN_EXCEPTION, true",
        "QUERY_TIMEOUT, true",
        "REQUEST_RUNNING_TOO_LONG, true",
        "UNABLE_TO_LOCK_ROW, true",
        "SERVER_UNAVAILABLE, false",
        "INVALID_SESSION_ID, false",
        "REQUEST_LIMIT_EXCEEDED, false"
    })
    void errorThatMayPass_isTheRecordsOwnUnlessItIsOfAll(String code, boolean ofRecord) {
        salesforce.answers(
                200, "[{'success':false,'errors':[{'statusCode':'" + code + "','message':'m'}]}]");

        assertThat(write(new CrmWrite(Salesforce.id(1), Map.of("City", "Ulm"))))
                .singleElement()
                .isInstanceOfSatisfying(
                        WriteOutcome.RetryLater.class,
                        later -> {
                            assertThat(later.ofRecord()).isEqualTo(ofRecord ? code : null);
                            assertThat(later.message()).isEqualTo("m");
                        });
    }

    @Test
    void brokenReferenceWhereAnOwnerIsSet_doesNotKillTheLink() {
        String error =
                "[{'success':false,'errors':[{'statusCode':'INVALID_CROSS_REFERENCE_KEY'}]}]";
        salesforce.answers(200, error);

        assertThat(write(new CrmWrite(Salesforce.id(1), Map.of("OwnerId", Salesforce.id(9)))))
                .allSatisfy(
                        outcome ->
                                assertThat(((WriteOutcome.Rejected) outcome).names())
                                        .containsExactly("OwnerId"));
    }

    @Test
    void oneBadRecord_leavesTheOthersAlone() {
        salesforce.answers(
                200,
                "[{'success':true},{'success':false,'errors':[{'statusCode':'UNABLE_TO_LOCK_ROW'},"
                        + "{'statusCode':'STRING_TOO_LONG','message':'too long',"
                        + "'fields':['City']}]},{'success':true}]");

        var outcomes = write(writes(3));

        assertThat(outcomes.get(0)).isInstanceOf(WriteOutcome.Written.class);
        assertThat(outcomes.get(1))
                .isEqualTo(
                        new WriteOutcome.Rejected(
                                Salesforce.id(2), "STRING_TOO_LONG", "too long", List.of("City")));
        assertThat(outcomes.get(2)).isInstanceOf(WriteOutcome.Written.class);
    }

    @Test
    void errorsOfSeveralCodes_blameWhatTheWorstIsAbout() {
        salesforce.answers(
                200,
                "[{'success':false,'errors':[{'statusCode':'UNABLE_TO_LOCK_ROW','fields':['Id']},"
                        + "{'statusCode':'FIELD_CUSTOM_VALIDATION_EXCEPTION','message':'rule'},"
                        + "{'statusCode':'STRING_TOO_LONG','message':'too long',"
                        + "'fields':['City']},{'statusCode':'NUMBER_OUTSIDE_VALID_RANGE',"
                        + "'message':'big','fields':['Size__c']}]}]");

        assertThat(write(writes(1)))
                .containsExactly(
                        new WriteOutcome.Rejected(
                                Salesforce.id(1), "STRING_TOO_LONG", "too long", List.of("City")));
    }

    @Test
    void wholeCallRefused_isHalvedDownToTheBadRecord() {
        try (Salesforce org = new Salesforce(CollectionUpdatesTest::refusingTheSeventh)) {
            var outcomes = org.client.write("Contact", Arrays.asList(writes(200)));

            assertThat(outcomes.get(6)).isInstanceOf(WriteOutcome.Rejected.class);
            assertThat(outcomes).filteredOn(WriteOutcome.Written.class::isInstance).hasSize(199);
        }
    }

    private static SandboxResponse refusingTheSeventh(io.crosswalk.sandbox.SandboxRequest request) {
        if (request.path().endsWith("/token")) {
            return Salesforce.json(
                    200,
                    "{'access_token':'t','instance_url':'http://" + request.header("host") + "'}");
        }
        if (request.path().endsWith("/describe")) {
            return Salesforce.json(200, Salesforce.DESCRIBE);
        }
        if (request.text().contains(Salesforce.id(7))) {
            return Salesforce.json(400, "[{'errorCode':'JSON_PARSER_ERROR','message':'m'}]");
        }
        JsonNode records = Salesforce.tree(request.text()).path("records");
        return Salesforce.json(
                200, "[" + "{'success':true},".repeat(records.size() - 1) + "{'success':true}]");
    }

    @Test
    void outage_leavesTheOtherBatchesUnsent() {
        salesforce.answers(503, "[{'errorCode':'SERVER_UNAVAILABLE'}]");

        var outcomes = write(writes(401));

        assertThat(outcomes).hasSize(401).allMatch(WriteOutcome.RetryLater.class::isInstance);
        assertThat(salesforce.crm.requests).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "504, <html>, true",
        "500, [{'errorCode':'UNKNOWN_EXCEPTION'}], true",
        "503, <html>, false"
    })
    void gatewaysError_mayHideThatItHappened(int status, String body, boolean mayHaveHappened) {
        salesforce.answers(status, body);

        assertThat(write(writes(1)))
                .allSatisfy(
                        outcome ->
                                assertThat(((WriteOutcome.RetryLater) outcome).mayHaveHappened())
                                        .isEqualTo(mayHaveHappened));
    }

    @Test
    void wrongPath_isNotTakenForDeletedRecords() {
        salesforce.answers(404, "[{'errorCode':'NOT_FOUND','message':'no such version'}]");

        assertThat(write(writes(2))).allMatch(WriteOutcome.RetryLater.class::isInstance);
    }

    @Test
    void noDescribe_isRetriedLater() {
        try (Salesforce org = new Salesforce()) {
            org.loggedIn().answers(503, "[]");

            assertThat(org.client.write("Contact", List.of(writes(1))))
                    .allMatch(WriteOutcome.RetryLater.class::isInstance);
        }
    }

    private static CrmWrite[] writes(int count) {
        List<CrmWrite> writes = new ArrayList<>();
        Salesforce.ids(count).forEach(id -> writes.add(new CrmWrite(id, Map.of("City", "Ulm"))));
        return writes.toArray(new CrmWrite[0]);
    }

    private List<WriteOutcome> write(CrmWrite... writes) {
        return salesforce.client.write("Contact", List.of(writes));
    }
}
