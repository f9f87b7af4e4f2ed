package io.crosswalk.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.records.CreateOutcome;
import io.crosswalk.records.CreateOutcome.Created;
import io.crosswalk.records.CreateOutcome.Exists;
import io.crosswalk.records.CreateOutcome.Refused;
import io.crosswalk.records.CreateOutcome.RetryLater;
import io.crosswalk.records.CrmCreate;
import io.crosswalk.sandbox.SandboxRequest;
import io.crosswalk.sandbox.SandboxResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class BatchCreatesTest {
    private static List<CrmCreate> creates(int count) {
        return Hubspot.ids(count).stream()
                .map(id -> new CrmCreate(id, Map.of("email", id + "@example.com")))
                .toList();
    }

    private static String trace(SandboxRequest request, int input) {
        JsonNode inputs = Hubspot.tree(request.text()).path("inputs");
        return inputs.path(input).path("objectWriteTraceId").asText();
    }

    @Test
    void partialFailure_isToldPerRecord() {
        Function<SandboxRequest, SandboxResponse> rule =
                request ->
                        Hubspot.json(
                                207,
                                "{'results':[{'id':'900','objectWriteTraceId':'"
                                        + trace(request, 1)
                                        + "'}],'errors':[{'category':'CONFLICT','message':'Contact"
                                        + " already exists. Existing ID: 77','context':"
                                        + "{'objectWriteTraceId':['"
                                        + trace(request, 0)
                                        + "']}},{'category':'VALIDATION_ERROR','message':'bad',"
                                        + "'context':{'objectWriteTraceId':['"
                                        + trace(request, 2)
                                        + "']}}]}");
        try (Hubspot hubspot = new Hubspot(rule)) {
            List<CreateOutcome> outcomes = hubspot.client.create("contacts", creates(4));

            assertThat(outcomes.get(0)).isEqualTo(new Exists(List.of("77"), "CONFLICT", true));
            assertThat(outcomes.get(1)).isEqualTo(new Created("900"));
            assertThat(outcomes.get(2)).isInstanceOf(Refused.class);
            assertThat(outcomes.get(3))
                    .isInstanceOfSatisfying(
                            RetryLater.class,
                            later -> assertThat(later.mayHaveHappened()).isTrue());
        }
    }

    /** The contract leaves the echo of trace ids optional. */
    @Test
    void oneResultWithoutTrace_isTheOneInputs() {
        try (Hubspot hubspot = answering(201, "{'results':[{'id':'900'}]}")) {
            assertThat(hubspot.client.create("deals", creates(1)))
                    .containsExactly(new Created("900"));
        }
    }

    @Test
    void resultsWithoutTraces_areToldApartByEmail() {
        String results =
                "{'results':[{'id':'902','properties':{'email':'2@example.com'}},"
                        + "{'id':'901','properties':{'email':'1@EXAMPLE.com'}}]}";
        try (Hubspot hubspot = answering(201, results)) {
            assertThat(hubspot.client.create("contacts", creates(2)))
                    .containsExactly(new Created("901"), new Created("902"));
        }
    }

    @Test
    void resultsWithoutTraces_areToldApartBySalesforceId() {
        List<CrmCreate> companies =
                List.of(
                        new CrmCreate("a", Map.of("salesforceaccountid", "001A")),
                        new CrmCreate("b", Map.of("salesforceaccountid", "001B")));
        String results =
                "{'results':[{'id':'2','properties':{'salesforceaccountid':'001B'}},"
                        + "{'id':'1','properties':{'salesforceaccountid':'001A'}}]}";
        try (Hubspot hubspot = answering(201, results)) {
            assertThat(hubspot.client.create("companies", companies))
                    .containsExactly(new Created("1"), new Created("2"));
        }
    }

    @Test
    void resultsWithoutTraces_thatCannotBeToldApart_mayHaveHappened() {
        List<String> answers =
                List.of(
                        // Fewer than were sent; values of somebody else; none; an error of
                        // whomever.
                        "{'results':[{'id':'901','properties':{'email':'1@example.com'}}]}",
                        "{'results':[{'id':'901','properties':{'email':'1@example.com'}},"
                                + "{'id':'902','properties':{'email':'x@example.com'}}]}",
                        "{'results':[{'id':'901'},{'id':'902'}]}",
                        "{'results':[{'id':'901','properties':{'email':'1@example.com'}},"
                                + "{'id':'902','properties':{'email':'2@example.com'}}],"
                                + "'errors':[{'category':'VALIDATION_ERROR','message':'bad'}]}");
        for (String answer : answers) {
            try (Hubspot hubspot = answering(207, answer)) {
                assertThat(hubspot.client.create("contacts", creates(2)))
                        .as(answer)
                        .allSatisfy(
                                outcome ->
                                        assertThat(((RetryLater) outcome).mayHaveHappened())
                                                .isTrue());
            }
        }
    }

    private static Hubspot answering(int status, String body) {
        return new Hubspot(request -> Hubspot.json(status, body));
    }

    @Test
    void noAnswer_mayHaveHappenedForWhatWasSentOnly() {
        try (Hubspot hubspot = new Hubspot(request -> Hubspot.json(504, "{}"))) {
            List<CreateOutcome> outcomes = hubspot.client.create("contacts", creates(101));

            assertThat(hubspot.calls).containsExactly("BATCH_CREATE 100 504");
            assertThat(((RetryLater) outcomes.get(0)).mayHaveHappened()).isTrue();
            assertThat(((RetryLater) outcomes.get(100)).mayHaveHappened()).isFalse();
        }
    }

    @Test
    void internalErrorOfOneRecord_mayHaveBeenMade() {
        Function<SandboxRequest, SandboxResponse> rule =
                request ->
                        Hubspot.json(
                                207,
                                "{'results':[],'errors':[{'category':'INTERNAL_ERROR','message':"
                                        + "'internal error','context':{'objectWriteTraceId':['"
                                        + trace(request, 0)
                                        + "']}},{'category':'RATE_LIMITS','context':"
                                        + "{'objectWriteTraceId':['"
                                        + trace(request, 1)
                                        + "']}}]}");
        try (Hubspot hubspot = new Hubspot(rule)) {
            List<CreateOutcome> outcomes = hubspot.client.create("deals", creates(2));

            assertThat(((RetryLater) outcomes.get(0)).mayHaveHappened()).isTrue();
            assertThat(((RetryLater) outcomes.get(1)).mayHaveHappened()).isFalse();
        }
    }

    @Test
    void wholeBatchRefused_findsTheBadRecordAndMakesTheOthers() {
        Function<SandboxRequest, SandboxResponse> rule =
                request -> {
                    if (request.text().contains("\"3@example.com\"")) {
                        return Hubspot.json(
                                400, "{'category':'VALIDATION_ERROR','message':'no such thing'}");
                    }
                    StringBuilder results = new StringBuilder();
                    int size = Hubspot.tree(request.text()).path("inputs").size();
                    for (int i = 0; i < size; i++) {
                        results.append(i == 0 ? "" : ",")
                                .append("{'id':'9','objectWriteTraceId':'")
                                .append(trace(request, i))
                                .append("'}");
                    }
                    return Hubspot.json(201, "{'results':[" + results + "]}");
                };
        try (Hubspot hubspot = new Hubspot(rule)) {
            List<CreateOutcome> outcomes = hubspot.client.create("contacts", creates(4));

            assertThat(outcomes.get(2)).isInstanceOf(Refused.class);
            assertThat(outcomes).filteredOn(Created.class::isInstance).hasSize(3);
        }
    }
}
