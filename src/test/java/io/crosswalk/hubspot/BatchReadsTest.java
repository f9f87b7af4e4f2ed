package io.crosswalk.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.ReadOutcome;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchReadsTest {
    private final Hubspot hubspot = new Hubspot();

    @AfterEach
    void close() {
        hubspot.close();
    }

    @Test
    void foundAndMissing_areTold() {
        hubspot.answers(207, Hubspot.resource("batch-read-207.json"));

        ReadOutcome outcome = read(List.of("1", "999"), List.of("email", "unknown"));

        assertThat(outcome.found()).containsOnlyKeys("1");
        assertThat(outcome.found().get("1").values()).containsOnlyKeys("email");
        assertThat(outcome.found().get("1").modifiedAt())
                .isEqualTo(Instant.parse("2026-01-02T00:00:00Z"));
        assertThat(outcome.missing()).containsExactly("999");
        assertThat(outcome.notRead()).isEmpty();
        assertThat(hubspot.body(0).path("properties")).hasSize(2);
        assertThat(hubspot.calls).containsExactly("BATCH_READ 2 207");
    }

    @Test
    void nullValue_staysNull() {
        hubspot.answers(200, "{'results':[{'id':'1','properties':{'email':null,'city':''}}]}");

        var values = read(List.of("1"), List.of("email", "city")).found().get("1").values();

        assertThat(values).containsEntry("email", null).containsEntry("city", "");
    }

    @Test
    void mergedRecordAnsweredByWinner_isFoundUnderTheIdAskedFor() {
        hubspot.answers(200, "{'results':[{'id':'1','properties':{}},{'id':'9','properties':{}}]}");

        ReadOutcome outcome = read(List.of("1", "2"), List.of());

        assertThat(outcome.found()).containsOnlyKeys("1", "2");
        assertThat(outcome.found().get("2").currentId()).isEqualTo("9");
    }

    @Test
    void severalMergedRecords_areAskedForOneByOne() {
        hubspot.answers(200, "{'results':[{'id':'8','properties':{}},{'id':'9','properties':{}}]}")
                .answers(200, "{'results':[{'id':'9','properties':{}}]}")
                .answers(200, "{'results':[]}");

        ReadOutcome outcome = read(List.of("1", "2"), List.of());

        assertThat(outcome.found().get("1").currentId()).isEqualTo("9");
        assertThat(outcome.missing()).containsExactly("2");
    }

    @Test
    void idInNeitherResultsNorErrors_isMissing() {
        hubspot.answers(200, "{'results':[{'id':'1','properties':{}}]}");

        assertThat(read(List.of("1", "2"), List.of()).missing()).containsExactly("2");
    }

    @Test
    void errorThatNamesNobody_doesNotMakeTheRestMissing() {
        hubspot.answers(
                207,
                "{'status':'COMPLETE','results':[{'id':'1','properties':{}}],'numErrors':1,"
                        + "'errors':[{'status':'error','category':'INTERNAL_ERROR'}]}");

        ReadOutcome outcome = read(List.of("1", "2", "3"), List.of());

        assertThat(outcome.found()).containsOnlyKeys("1");
        assertThat(outcome.missing()).isEmpty();
        assertThat(outcome.notRead()).containsExactly("2", "3");
        assertThat(outcome.failure().code()).isEqualTo("INTERNAL_ERROR");
    }

    @Test
    void errorThatNamesNobodyButSaysGone_isAskedForOneByOne() {
        String gone = "'errors':[{'category':'OBJECT_NOT_FOUND','message':'some are deleted'}]}";
        hubspot.answers(207, "{'results':[{'id':'1','properties':{}}]," + gone)
                .answers(200, "{'results':[{'id':'2','properties':{}}]}")
                .answers(207, "{'results':[]," + gone);

        ReadOutcome outcome = read(List.of("1", "2", "3"), List.of());

        assertThat(outcome.found()).containsOnlyKeys("1", "2");
        assertThat(outcome.missing()).containsExactly("3");
        assertThat(outcome.notRead()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PENDING", "PROCESSING", "CANCELED"})
    void batchThatIsNotComplete_doesNotMakeTheRestMissing(String status) {
        hubspot.answers(200, "{'status':'" + status + "','results':[{'id':'1','properties':{}}]}");

        ReadOutcome outcome = read(List.of("1", "2"), List.of());

        assertThat(outcome.found()).containsOnlyKeys("1");
        assertThat(outcome.missing()).isEmpty();
        assertThat(outcome.notRead()).containsExactly("2");
        assertThat(outcome.failure().code()).isEqualTo("NOT_COMPLETE");
    }

    @Test
    void idThatIsNoNumber_isMissingWithoutACall() {
        assertThat(read(List.of("abc", "-1"), List.of()).missing()).containsExactly("abc", "-1");
        assertThat(hubspot.crm.requests).isEmpty();
    }

    @Test
    void limitAfterTheFirstBatch_leavesTheOthersUnsent() {
        hubspot.answers(200, "{'results':[]}")
                .answers(429, "{'policyName':'TEN_SECONDLY_ROLLING'}");

        ReadOutcome outcome = read(Hubspot.ids(350), List.of());

        assertThat(hubspot.crm.requests).hasSize(2);
        assertThat(outcome.missing()).hasSize(100);
        assertThat(outcome.notRead()).hasSize(250);
        assertThat(outcome.failure().code()).isEqualTo("TEN_SECONDLY_ROLLING");
        assertThat(outcome.failure().after()).hasSeconds(10);
    }

    @Test
    void refusedBatch_isNotRead() {
        hubspot.answers(400, "{'category':'VALIDATION_ERROR','message':'no'}");

        ReadOutcome outcome = read(List.of("1"), List.of());

        assertThat(outcome.notRead()).containsExactly("1");
        assertThat(outcome.failure().code()).isEqualTo("VALIDATION_ERROR");
    }

    @Test
    void history_isAskedForFiftyByFifty_andComesNewestFirst() {
        String entries =
                "[{'value':'a','timestamp':'2026-01-01T00:00:00.005Z','sourceType':'API'},"
                        + "{'value':'b','timestamp':'2026-01-02T00:00:00.001Z',"
                        + "'sourceType':'CRM_UI','sourceId':'userId:9'}]";
        hubspot.answers(
                        200,
                        "{'results':[{'id':'1','propertiesWithHistory':{'city':" + entries + "}}]}")
                .answers(200, "{'results':[]}");

        var changes = hubspot.client.histories("contacts", Hubspot.ids(60), List.of("city", "x"));

        assertThat(hubspot.body(0).path("inputs")).hasSize(50);
        assertThat(hubspot.body(0).path("propertiesWithHistory")).hasSize(2);
        assertThat(changes.get("1"))
                .containsOnlyKeys("city")
                .containsEntry(
                        "city",
                        List.of(
                                new HubspotClient.Changed(
                                        Instant.parse("2026-01-02T00:00:00.001Z"), "b", false),
                                new HubspotClient.Changed(
                                        Instant.parse("2026-01-01T00:00:00.005Z"), "a", false)));
    }

    @Test
    void historyThatCannotBeRead_isNotTakenForUnknownTimes() {
        hubspot.answers(503, "{}");

        assertThatThrownBy(
                        () -> hubspot.client.histories("contacts", List.of("1"), List.of("city")))
                .isInstanceOf(CrmUnavailable.class);
    }

    private ReadOutcome read(List<String> ids, List<String> names) {
        return hubspot.client.read("contacts", ids, names);
    }
}
