package io.crosswalk.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.CrmWrite;
import io.crosswalk.records.WriteOutcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written of a record's company where HubSpot does not show the ones that it has. */
class UnseenCompaniesTest {
    private static final String INTERNAL = "'category':'INTERNAL_ERROR','message':'try again'";

    private static final String SECOND =
            "{'from':{'id':'2'},'to':[{'toObjectId':8,'associationTypes':["
                    + "{'category':'HUBSPOT_DEFINED','typeId':1}]}]}";

    private static CrmWrite company(String id, @Nullable String company) {
        Map<String, @Nullable String> values = new HashMap<>();
        values.put("associatedcompanyid", company);
        return new CrmWrite(id, values);
    }

    private static void isNotSeen(WriteOutcome outcome) {
        isNotSeen(outcome, null);
    }

    /**
     * @param ofRecord null where HubSpot does not say it of this record
     */
    private static void isNotSeen(WriteOutcome outcome, @Nullable String ofRecord) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        WriteOutcome.RetryLater.class,
                        later -> {
                            assertThat(later.code()).isEqualTo("NOT_SEEN");
                            assertThat(later.mayHaveHappened()).isFalse();
                            assertThat(later.ofRecord()).isEqualTo(ofRecord);
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7"})
    void recordThatCouldNotBeSeen_isLeftAloneAndTheOthersAreWritten(String company) {
        try (Hubspot hubspot = new Hubspot()) {
            hubspot.answers(
                            207,
                            "{'results':["
                                    + SECOND
                                    + "],'errors':[{"
                                    + INTERNAL
                                    + ",'context':{'fromObjectId':['1']}}]}")
                    .answers(201, "{'results':[{'fromObjectId':2}]}");

            var outcomes =
                    hubspot.client.write(
                            "contacts", List.of(company("1", company), company("2", "9")));

            isNotSeen(outcomes.get(0), "INTERNAL_ERROR");
            assertThat(outcomes.get(1)).isEqualTo(new WriteOutcome.Written("2", Map.of()));
            assertThat(hubspot.body(1).path("inputs")).hasSize(1);
        }
    }

    @Test
    void errorThatNamesNobody_leavesAllAloneThatWereNotShown() {
        try (Hubspot hubspot = new Hubspot()) {
            hubspot.answers(207, "{'results':[" + SECOND + "],'errors':[{" + INTERNAL + "}]}");

            var outcomes =
                    hubspot.client.write(
                            "contacts",
                            List.of(company("1", ""), company("2", "8"), company("3", "7")));

            isNotSeen(outcomes.get(0));
            assertThat(outcomes.get(1)).isEqualTo(new WriteOutcome.Written("2", Map.of()));
            isNotSeen(outcomes.get(2));
            assertThat(hubspot.crm.requests).hasSize(1);
        }
    }

    @Test
    void noMoreCallsTaken_whileARefusedReadIsHalved_endsTheAsking() {
        try (Hubspot hubspot = new Hubspot()) {
            hubspot.answers(400, "{'category':'VALIDATION_ERROR','message':'bad'}")
                    .answers(429, "{'category':'RATE_LIMITS','policyName':'TEN_SECONDLY_ROLLING'}");

            var outcomes =
                    hubspot.client.write(
                            "contacts",
                            List.of(
                                    company("1", "7"),
                                    company("2", "7"),
                                    company("3", "7"),
                                    company("4", "7")));

            assertThat(outcomes).allSatisfy(UnseenCompaniesTest::isNotSeen);
            assertThat(hubspot.crm.requests).hasSize(2);
        }
    }

    @Test
    void answerThatIsNotComplete_isNotTakenForNoCompany() {
        try (Hubspot hubspot = new Hubspot()) {
            hubspot.answers(200, "{'status':'PROCESSING','results':[]}");

            hubspot.client
                    .write("contacts", List.of(company("1", "")))
                    .forEach(UnseenCompaniesTest::isNotSeen);
            assertThat(hubspot.crm.requests).hasSize(1);
        }
    }

    @Test
    void primaryCompanyOnAFurtherPage_isNotSaidToBeCleared() {
        try (Hubspot hubspot = new Hubspot()) {
            hubspot.answers(
                    200,
                    "{'results':[{'from':{'id':'1'},'to':[{'toObjectId':9,'associationTypes':["
                            + "{'category':'HUBSPOT_DEFINED','typeId':279}]}],"
                            + "'paging':{'next':{'after':'500'}}}]}");

            assertThat(hubspot.client.write("contacts", List.of(company("1", ""))))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            WriteOutcome.Rejected.class,
                            rejected ->
                                    assertThat(rejected.names())
                                            .containsExactly("associatedcompanyid"));
            assertThat(hubspot.crm.requests).hasSize(1);
        }
    }

    @Test
    void readRefusedBecauseOfOne_isHalvedAndTheOthersAreWritten() {
        try (Hubspot hubspot =
                new Hubspot(
                        request ->
                                request.text().contains("\"13\"")
                                        ? Hubspot.json(400, "{'category':'VALIDATION_ERROR'}")
                                        : Hubspot.json(200, "{'results':[]}"))) {
            List<CrmWrite> writes =
                    Hubspot.ids(20).stream().map(id -> company(id, "70000")).toList();

            var outcomes = hubspot.client.write("contacts", writes);

            assertThat(outcomes.get(12)).isInstanceOf(WriteOutcome.Rejected.class);
            assertThat(outcomes).filteredOn(WriteOutcome.Written.class::isInstance).hasSize(19);
        }
    }
}
