package io.crosswalk.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.records.CrmWrite;
import io.crosswalk.records.WriteOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Writes of records that must not have changed since they were read. */
class GuardedUpdatesTest {
    private static final Instant READ = Instant.parse("2026-11-24T10:39:58.750Z");

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
    void guardedRecord_isUpdatedOnlyIfUnmodifiedSinceItWasRead() {
        salesforce.answers(200, answers("204"));

        var outcomes = write(guarded(1));

        assertThat(outcomes).containsExactly(new WriteOutcome.Written(Salesforce.id(1), Map.of()));
        JsonNode sent = salesforce.body(2);
        JsonNode request = sent.path("compositeRequest").path(0);
        assertThat(salesforce.crm.requests.get(2).path()).endsWith("/v62.0/composite");
        assertThat(sent.path("allOrNone").asBoolean(true)).isFalse();
        assertThat(request.path("method").asText()).isEqualTo("PATCH");
        assertThat(request.path("url").asText())
                .isEqualTo("/services/data/v62.0/sobjects/Contact/" + Salesforce.id(1));
        assertThat(request.path("body").toString()).isEqualTo("{\"City\":\"Ulm\"}");
        assertThat(request.path("httpHeaders").path("If-Unmodified-Since").asText())
                .isEqualTo("Tue, 24 Nov 2026 10:39:58 GMT");
    }

    @Test
    void subrequest_saysByItselfThatItIsOurs_andAnswersDuplicateAlerts() {
        salesforce.answers(200, answers("204"));

        write(guarded(1));

        JsonNode headers = salesforce.body(2).path("compositeRequest").path(0).path("httpHeaders");
        assertThat(headers.path("Sforce-Call-Options").asText()).isEqualTo("client=crosswalk");
        assertThat(headers.path("Sforce-Duplicate-Rule-Header").asText())
                .isEqualTo("allowSave=true");
    }

    @Test
    void earlyInTheMonth_theDayStillHasTwoDigits() {
        Instant first = Instant.parse("2026-12-01T00:00:00Z");
        salesforce.answers(200, answers("204"));

        write(new CrmWrite(Salesforce.id(1), Map.of("City", "Ulm"), first));

        assertThat(salesforce.body(2).findValue("If-Unmodified-Since").asText())
                .isEqualTo("Tue, 01 Dec 2026 00:00:00 GMT");
    }

    @Test
    void twentySixRecords_areTwoCalls() {
        salesforce.answers(200, answers("204 ".repeat(25))).answers(200, answersFrom(25, "204"));

        var outcomes = write(guardedUpTo(26));

        assertThat(outcomes).hasSize(26).allMatch(WriteOutcome.Written.class::isInstance);
        assertThat(salesforce.body(2).path("compositeRequest")).hasSize(25);
        assertThat(salesforce.body(3).path("compositeRequest")).hasSize(1);
        assertThat(salesforce.calls).contains("COMPOSITE_UPDATE 25 200", "COMPOSITE_UPDATE 1 200");
    }

    @Test
    void recordThatHasChangedSince_isToldFromThoseWritten() {
        salesforce.answers(200, answers("204 412 204"));

        assertThat(write(guardedUpTo(3)))
                .containsExactly(
                        new WriteOutcome.Written(Salesforce.id(1), Map.of()),
                        new WriteOutcome.Changed(Salesforce.id(2)),
                        new WriteOutcome.Written(Salesforce.id(3), Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "400, STRING_TOO_LONG, Rejected, 0",
        "400, FIELD_CUSTOM_VALIDATION_EXCEPTION, Rejected, 0",
        "400, UNABLE_TO_LOCK_ROW, RetryLater, 0",
        "403, REQUEST_LIMIT_EXCEEDED, RetryLater, 900",
        "404, ENTITY_IS_DELETED, Gone, 0",
        "404, NOT_FOUND, Gone, 0",
        "400, INVALID_CROSS_REFERENCE_KEY, Gone, 0"
    })
    void errorOfOneRecord_hasItsClass(int status, String code, String outcome, long seconds) {
        salesforce.answers(200, answers("204 " + status + ":" + code));

        var outcomes = write(guardedUpTo(2));

        assertThat(outcomes.get(0)).isInstanceOf(WriteOutcome.Written.class);
        assertThat(outcomes.get(1).getClass().getSimpleName()).isEqualTo(outcome);
        if (outcomes.get(1) instanceof WriteOutcome.RetryLater later) {
            assertThat(later.code()).isEqualTo(code);
            assertThat(later.after()).hasSeconds(seconds);
        }
    }

    @Test
    void recordLeftOutOfTheAnswer_mayHaveBeenWritten() {
        salesforce.answers(200, answers("204"));

        var outcomes = write(guardedUpTo(2));

        assertThat(outcomes.get(0)).isInstanceOf(WriteOutcome.Written.class);
        assertThat(outcomes.get(1))
                .isInstanceOfSatisfying(
                        WriteOutcome.RetryLater.class,
                        later -> assertThat(later.mayHaveHappened()).isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "500, true, HTTP_500",
        "500:UNKNOWN_EXCEPTION, true, UNKNOWN_EXCEPTION",
        "400:QUERY_TIMEOUT, false, QUERY_TIMEOUT",
        "503:SERVER_UNAVAILABLE, false,",
        "403:REQUEST_LIMIT_EXCEEDED, false,"
    })
    void serversErrorOfOneRecord_isNoRefusalAndTheRecordsOwnWhereOthersAreWritten(
            String answer, boolean mayHaveHappened, @Nullable String ofRecord) {
        salesforce.answers(200, answers("204 " + answer));

        assertThat(write(guardedUpTo(2)).get(1))
                .isInstanceOfSatisfying(
                        WriteOutcome.RetryLater.class,
                        later -> {
                            assertThat(later.mayHaveHappened()).isEqualTo(mayHaveHappened);
                            assertThat(later.ofRecord()).isEqualTo(ofRecord);
                        });
    }

    @Test
    void serversErrorOfOneRecord_isToldInSalesforcesWords() {
        salesforce.answers(
                200,
                "{'compositeResponse':[{'referenceId':'r0','httpStatusCode':500,'body':"
                        + "[{'errorCode':'UNKNOWN_EXCEPTION','message':'ErrorId: 123-45'}]}]}");

        assertThat(((WriteOutcome.RetryLater) write(guardedUpTo(1)).get(0)).message())
                .isEqualTo("ErrorId: 123-45");
    }

    @Test
    void answersInAnotherOrder_findTheirRecords() {
        salesforce.answers(
                200,
                "{'compositeResponse':[{'referenceId':'r1','httpStatusCode':204},"
                        + "{'referenceId':'r0','httpStatusCode':412}]}");

        assertThat(write(guardedUpTo(2)))
                .extracting(outcome -> outcome.getClass().getSimpleName() + " " + outcome.id())
                .containsExactly("Changed " + Salesforce.id(1), "Written " + Salesforce.id(2));
    }

    @Test
    void wholeCallRefused_isHalvedUntilItIsKnownBecauseOfWhom() {
        salesforce
                .answers(400, "[{'errorCode':'JSON_PARSER_ERROR','message':'m'}]")
                .answers(200, answersFrom(0, "204"))
                .answers(400, "[{'errorCode':'JSON_PARSER_ERROR','message':'m'}]");

        assertThat(write(guardedUpTo(2)))
                .extracting(outcome -> outcome.getClass().getSimpleName() + " " + outcome.id())
                .containsExactly("Written " + Salesforce.id(1), "Rejected " + Salesforce.id(2));
    }

    @ParameterizedTest
    @CsvSource({"503, false", "504, true"})
    void outage_isRetriedLater(int status, boolean mayHaveHappened) {
        salesforce.answers(status, "<html>");

        assertThat(write(guardedUpTo(2)))
                .hasSize(2)
                .allSatisfy(
                        outcome -> {
                            WriteOutcome.RetryLater later = (WriteOutcome.RetryLater) outcome;
                            assertThat(later.mayHaveHappened()).isEqualTo(mayHaveHappened);
                            assertThat(later.isOfRecord()).isFalse();
                        });
    }

    @Test
    void limitOfOneRecordsAnswer_noOtherCallIsMade() {
        salesforce.answers(200, answers("204 ".repeat(24) + "403:REQUEST_LIMIT_EXCEEDED"));

        var outcomes = write(guardedUpTo(60));

        assertThat(salesforce.crm.requests).hasSize(3);
        assertThat(outcomes.subList(0, 24)).allMatch(WriteOutcome.Written.class::isInstance);
        assertThat(outcomes.subList(24, 60))
                .allSatisfy(
                        outcome ->
                                assertThat(((WriteOutcome.RetryLater) outcome).code())
                                        .isEqualTo("REQUEST_LIMIT_EXCEEDED"));
    }

    @Test
    void outageOfOneCall_noOtherIsMade() {
        salesforce.answers(503, "<html>");

        var outcomes = write(guardedUpTo(26));

        assertThat(salesforce.crm.requests).hasSize(3);
        assertThat(outcomes).hasSize(26).allMatch(WriteOutcome.RetryLater.class::isInstance);
    }

    @Test
    void noDescribe_isRetriedLater() {
        try (Salesforce org = new Salesforce()) {
            org.loggedIn().answers(503, "[]");

            assertThat(org.client.write("Contact", List.of(guarded(1))))
                    .hasSize(1)
                    .allMatch(WriteOutcome.RetryLater.class::isInstance);
        }
    }

    @Test
    void whatCannotBeSent_costsTheOthersNothing() {
        salesforce.answers(200, answersFrom(2, "204"));

        var outcomes =
                write(
                        new CrmWrite("no id", Map.of("City", "Ulm"), READ),
                        new CrmWrite(Salesforce.id(2), Map.of("Size__c", "twelve"), READ),
                        guarded(3));

        assertThat(outcomes)
                .extracting(outcome -> outcome.getClass().getSimpleName())
                .containsExactly("Gone", "Rejected", "Written");
        assertThat(salesforce.body(2).path("compositeRequest")).hasSize(1);
    }

    @Test
    void guardedAndUnguardedWrites_keepTheirOrder() {
        salesforce
                .answers(200, answers("412 204"))
                .answers(
                        200,
                        "[{'success':true},{'success':false,"
                                + "'errors':[{'statusCode':'STRING_TOO_LONG'}]}]");

        var outcomes =
                write(
                        new CrmWrite(Salesforce.id(1), Map.of("City", "Ulm")),
                        guarded(2),
                        new CrmWrite(Salesforce.id(3), Map.of("City", "Ulm")),
                        guarded(4));

        assertThat(outcomes)
                .extracting(outcome -> outcome.getClass().getSimpleName() + " " + outcome.id())
                .containsExactly(
                        "Written " + Salesforce.id(1),
                        "Changed " + Salesforce.id(2),
                        "Rejected " + Salesforce.id(3),
                        "Written " + Salesforce.id(4));
    }

    private static CrmWrite guarded(int number) {
        return new CrmWrite(Salesforce.id(number), Map.of("City", "Ulm"), READ);
    }

    private static CrmWrite[] guardedUpTo(int count) {
        List<CrmWrite> writes = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            writes.add(guarded(i));
        }
        return writes.toArray(new CrmWrite[0]);
    }

    /** One response per word: {@code 204}, {@code 400:STRING_TOO_LONG}. */
    private static String answers(String statuses) {
        return answersFrom(0, statuses);
    }

    private static String answersFrom(int first, String statuses) {
        List<String> responses = new ArrayList<>();
        for (String status : statuses.trim().split(" ")) {
            String[] parts = status.split(":");
            String body =
                    parts.length == 1 ? "null" : "[{'errorCode':'" + parts[1] + "','message':'m'}]";
            responses.add(
                    "{'referenceId':'r"
                            + (first + responses.size())
                            + "','httpStatusCode':"
                            + parts[0]
                            + ",'body':"
                            + body
                            + "}");
        }
        return "{'compositeResponse':[" + String.join(",", responses) + "]}";
    }

    private List<WriteOutcome> write(CrmWrite... writes) {
        return salesforce.client.write("Contact", List.of(writes));
    }
}
