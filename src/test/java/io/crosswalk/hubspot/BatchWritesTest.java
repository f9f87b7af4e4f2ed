package io.crosswalk.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.records.CrmWrite;
import io.crosswalk.records.WriteOutcome;
import io.crosswalk.sandbox.SandboxRequest;
import io.crosswalk.sandbox.SandboxResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class BatchWritesTest {
    private static final String INVALID_OPTION =
            "{'status':'error','category':'VALIDATION_ERROR','message':'Property values were not"
                    + " valid: [{\\'isValid\\':false,\\'message\\':\\'x was not one of the allowed"
                    + " options\\',\\'error\\':\\'INVALID_OPTION\\',\\'name\\':\\'city\\'}]'}";

    @Test
    void blankValue_isSentAsEmptyText() {
        try (Hubspot hubspot = new Hubspot()) {
            hubspot.answers(200, "{'results':[{'id':'1','properties':{'city':'','x':'1'}}]}");
            Map<String, String> values = new HashMap<>();
            values.put("city", null);

            var outcome = hubspot.client.write("contacts", List.of(new CrmWrite("1", values)));

            assertThat(hubspot.body(0).at("/inputs/0/properties/city").textValue()).isEmpty();
            assertThat(outcome).containsExactly(new WriteOutcome.Written("1", Map.of("city", "")));
        }
    }

    @Test
    void partialFailure_isToldPerRecordInOrder() {
        try (Hubspot hubspot = new Hubspot()) {
            hubspot.answers(
                    207,
                    "{'results':[{'id':'3','properties':{'city':'Ulm'}}],'errors':["
                            + "{'category':'OBJECT_NOT_FOUND','context':{'ids':['1','4']}},"
                            + "{'category':'VALIDATION_ERROR','message':'bad','context':"
                            + "{'ids':['2']},'errors':[{'code':'INVALID_EMAIL','context':"
                            + "{'propertyName':['email']}}]}]}");

            var outcomes = hubspot.client.write("contacts", Hubspot.writes(5));

            assertThat(outcomes.get(0)).isEqualTo(new WriteOutcome.Gone("1", "OBJECT_NOT_FOUND"));
            assertThat(outcomes.get(1))
                    .isEqualTo(
                            new WriteOutcome.Rejected(
                                    "2", "INVALID_EMAIL", "bad", List.of("email")));
            assertThat(outcomes.get(2)).isInstanceOf(WriteOutcome.Written.class);
            assertThat(outcomes.get(3)).isInstanceOf(WriteOutcome.Gone.class);
            assertThat(outcomes.get(4)).isInstanceOf(WriteOutcome.RetryLater.class);
        }
    }

    @Test
    void errorThatNamesOnlyTraceIds_findsItsRecord() {
        Function<SandboxRequest, SandboxResponse> rule =
                request -> {
                    JsonNode inputs = Hubspot.tree(request.text()).path("inputs");
                    String trace = inputs.get(1).path("objectWriteTraceId").asText();
                    return Hubspot.json(
                            207,
                            "{'results':[{'id':'1','properties':{}}],'errors':[{'category':"
                                    + "'VALIDATION_ERROR','message':'bad','context':"
                                    + "{'objectWriteTraceId':['"
                                    + trace
                                    + "']}}]}");
                };
        try (Hubspot hubspot = new Hubspot(rule)) {
            var outcomes = hubspot.client.write("contacts", Hubspot.writes(2));

            assertThat(outcomes.get(0)).isInstanceOf(WriteOutcome.Written.class);
            assertThat(outcomes.get(1)).isInstanceOf(WriteOutcome.Rejected.class);
        }
    }

    @Test
    void traceIds_areUniqueOverCalls() {
        try (Hubspot hubspot = new Hubspot(request -> refusing(request, Set.of()))) {
            hubspot.client.write("contacts", Hubspot.writes(150));
            hubspot.client.write("contacts", Hubspot.writes(10));

            Set<String> traces = new HashSet<>();
            for (SandboxRequest request : hubspot.crm.requests) {
                Hubspot.tree(request.text())
                        .path("inputs")
                        .forEach(input -> traces.add(input.path("objectWriteTraceId").asText()));
            }
            assertThat(traces).hasSize(160);
        }
    }

    @Test
    void wholeBatchRefused_isHalvedDownToTheBadRecords() {
        try (Hubspot hubspot = new Hubspot(request -> refusing(request, Set.of("7", "91")))) {
            var outcomes = hubspot.client.write("contacts", Hubspot.writes(100));

            assertThat(outcomes.get(6))
                    .isEqualTo(
                            new WriteOutcome.Rejected(
                                    "7",
                                    "INVALID_OPTION",
                                    "city: x was not one of the allowed options",
                                    List.of("city")));
            assertThat(outcomes.get(90)).isInstanceOf(WriteOutcome.Rejected.class);
            assertThat(outcomes).filteredOn(WriteOutcome.Written.class::isInstance).hasSize(98);
            assertThat(hubspot.crm.requests).hasSizeLessThan(32);
        }
    }

    @Test
    void everyRecordBad_endsAtTheBoundAndSomeAreRetriedLater() {
        Set<String> all = Set.copyOf(Hubspot.ids(100));
        try (Hubspot hubspot = new Hubspot(request -> refusing(request, all))) {
            var outcomes = hubspot.client.write("contacts", Hubspot.writes(100));

            assertThat(hubspot.crm.requests).hasSize(64);
            assertThat(outcomes)
                    .hasSize(100)
                    .noneMatch(WriteOutcome.Written.class::isInstance)
                    .anyMatch(WriteOutcome.Rejected.class::isInstance)
                    .anyMatch(WriteOutcome.RetryLater.class::isInstance);
        }
    }

    @Test
    void missingProperty_isBlamedWithoutHalving() {
        Function<SandboxRequest, SandboxResponse> rule =
                request ->
                        request.text().contains("gone__x")
                                ? Hubspot.json(
                                        400,
                                        "{'category':'VALIDATION_ERROR','message':'Property values"
                                                + " were not valid:"
                                                + " [{\\'error\\':\\'PROPERTY_DOESNT_EXIST\\',"
                                                + "\\'message\\':\\'no\\',\\'name\\':\\'gone__x\\'}]'}")
                                : refusing(request, Set.of());
        try (Hubspot hubspot = new Hubspot(rule)) {
            List<CrmWrite> writes =
                    List.of(
                            new CrmWrite("1", Map.of("gone__x", "1")),
                            new CrmWrite("2", Map.of("city", "Ulm")),
                            new CrmWrite("3", Map.of("gone__x", "2", "city", "Ulm")));

            var outcomes = hubspot.client.write("contacts", writes);

            assertThat(hubspot.crm.requests).hasSize(2);
            assertThat(outcomes.get(0)).isInstanceOf(WriteOutcome.Rejected.class);
            assertThat(outcomes.get(1)).isInstanceOf(WriteOutcome.Written.class);
            assertThat(outcomes.get(2)).isInstanceOf(WriteOutcome.Rejected.class);
        }
    }

    @Test
    void propertyMissingBesideABadEmail_otherRecordsKeepTheirEmails() {
        Function<SandboxRequest, SandboxResponse> rule =
                request ->
                        request.text().contains("gone__x")
                                ? Hubspot.json(
                                        400,
                                        "{'category':'VALIDATION_ERROR','message':'Property values"
                                                + " were not valid:"
                                                + " [{\\'error\\':\\'PROPERTY_DOESNT_EXIST\\',"
                                                + "\\'message\\':\\'no\\',\\'name\\':\\'gone__x\\'},"
                                                + "{\\'error\\':\\'INVALID_EMAIL\\',"
                                                + "\\'message\\':\\'bad\\',\\'name\\':\\'email\\'}]'}")
                                : refusing(request, Set.of());
        try (Hubspot hubspot = new Hubspot(rule)) {
            List<CrmWrite> writes =
                    List.of(
                            new CrmWrite("1", Map.of("gone__x", "1", "email", "bad")),
                            new CrmWrite("2", Map.of("email", "ben@example.com")));

            var outcomes = hubspot.client.write("contacts", writes);

            assertThat(outcomes.get(0))
                    .isEqualTo(
                            new WriteOutcome.Rejected(
                                    "1",
                                    "PROPERTY_DOESNT_EXIST",
                                    "gone__x: no",
                                    List.of("gone__x")));
            assertThat(outcomes.get(1)).isInstanceOf(WriteOutcome.Written.class);
        }
    }

    @Test
    void errorsOfSeveralCodes_blameWhatTheFirstCodeIsAbout() {
        try (Hubspot hubspot = new Hubspot()) {
            hubspot.answers(
                    400,
                    "{'category':'VALIDATION_ERROR','message':'bad','errors':["
                            + "{'code':'INVALID_OPTION','context':{'propertyName':['city']}},"
                            + "{'code':'INVALID_EMAIL','context':{'propertyName':['email']}}]}");

            assertThat(hubspot.client.write("contacts", Hubspot.writes(1)))
                    .containsExactly(
                            new WriteOutcome.Rejected(
                                    "1", "INVALID_OPTION", "bad", List.of("city")));
        }
    }

    @Test
    void emailTaken_blamesTheEmail() {
        try (Hubspot hubspot = new Hubspot()) {
            hubspot.answers(
                    409, "{'status':'error','message':'Contact already exists. Existing ID: 5'}");

            var outcomes = hubspot.client.write("contacts", Hubspot.writes(1));

            assertThat(outcomes)
                    .containsExactly(
                            new WriteOutcome.Rejected(
                                    "1",
                                    "CONFLICT",
                                    "Contact already exists. Existing ID: 5",
                                    List.of("email")));
        }
    }

    @Test
    void emailTakenInAPartialFailure_blamesTheEmailToo() {
        try (Hubspot hubspot = new Hubspot()) {
            hubspot.answers(
                    207,
                    "{'results':[{'id':'1','properties':{}}],'errors':[{'status':'error',"
                            + "'category':'CONFLICT','message':'Contact already exists. Existing"
                            + " ID: 5','context':{'ids':['2']}}]}");

            assertThat(hubspot.client.write("contacts", Hubspot.writes(2)).get(1))
                    .isInstanceOfSatisfying(
                            WriteOutcome.Rejected.class,
                            rejected -> assertThat(rejected.names()).containsExactly("email"));
        }
    }

    @Test
    void wrongPath_isNotTakenForDeletedRecords() {
        try (Hubspot hubspot = new Hubspot()) {
            hubspot.answers(404, "{'category':'OBJECT_NOT_FOUND','message':'resource not found'}");

            assertThat(hubspot.client.write("contacts", Hubspot.writes(1)))
                    .allMatch(WriteOutcome.RetryLater.class::isInstance);
        }
    }

    @Test
    void recordThatLostAMerge_isWrittenThroughItsWinner() {
        try (Hubspot hubspot = new Hubspot()) {
            hubspot.answers(
                    200,
                    "{'results':[{'id':'1','properties':{}},{'id':'9','properties':{'city':'U'}}]}");

            var outcomes = hubspot.client.write("contacts", Hubspot.writes(2));

            assertThat(outcomes.get(1))
                    .isEqualTo(new WriteOutcome.Written("2", Map.of("city", "U")));
        }
    }

    @Test
    void outageAfterTheFirstBatch_leavesTheOthersUnsent() {
        try (Hubspot hubspot = new Hubspot()) {
            hubspot.answers(503, "{}");

            var outcomes = hubspot.client.write("contacts", Hubspot.writes(250));

            assertThat(hubspot.crm.requests).hasSize(1);
            assertThat(outcomes).hasSize(250).allMatch(WriteOutcome.RetryLater.class::isInstance);
        }
    }

    @Test
    void internalErrorOfOneRecord_isItsOwnAndItMayHaveBeenWritten() {
        try (Hubspot hubspot = new Hubspot()) {
            hubspot.answers(
                    207,
                    "{'results':[],'errors':[{'category':'INTERNAL_ERROR','message':'oops',"
                            + "'context':{'ids':['1']}}]}");

            assertThat(hubspot.client.write("contacts", Hubspot.writes(1)))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            WriteOutcome.RetryLater.class,
                            later -> {
                                assertThat(later.mayHaveHappened()).isTrue();
                                assertThat(later.ofRecord()).isEqualTo("INTERNAL_ERROR");
                                assertThat(later.message()).isEqualTo("oops");
                            });
        }
    }

    @Test
    void limitThatOneRecordMet_isNotItsOwn() {
        try (Hubspot hubspot = new Hubspot()) {
            hubspot.answers(
                    207,
                    "{'results':[],'errors':[{'category':'RATE_LIMITS','context':{'ids':['1']}}]}");

            assertThat(hubspot.client.write("contacts", Hubspot.writes(1)))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            WriteOutcome.RetryLater.class,
                            later -> assertThat(later.isOfRecord()).isFalse());
        }
    }

    /** Fails the whole batch while one of the bad ids is in it. */
    private static SandboxResponse refusing(SandboxRequest request, Set<String> bad) {
        ObjectNode answer = Hubspot.JSON.createObjectNode();
        for (JsonNode input : Hubspot.tree(request.text()).path("inputs")) {
            if (bad.contains(input.path("id").asText())) {
                return SandboxResponse.json(
                        400,
                        Hubspot.tree(INVALID_OPTION.replace("\\'", "\\\"").replace('\'', '"')));
            }
            ObjectNode result = answer.withArrayProperty("results").addObject();
            result.put("id", input.path("id").asText());
            result.set("properties", input.path("properties"));
        }
        return SandboxResponse.json(200, answer);
    }
}
