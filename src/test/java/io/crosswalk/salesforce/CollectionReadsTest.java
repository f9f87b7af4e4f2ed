package io.crosswalk.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswalk.records.ReadOutcome;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CollectionReadsTest {
    private final Salesforce salesforce = new Salesforce();

    @BeforeEach
    void login() {
        salesforce.loggedIn();
    }

    @AfterEach
    void close() {
        salesforce.close();
    }

    @Test
    void scalars_keepTheirOwnText() {
        salesforce.answers(
                200,
                "[{'Id':'"
                        + Salesforce.id(1)
                        + "','SystemModstamp':'2026-05-20T20:49:32.000+0000','A':1.0E7,"
                        + "'B':1234567890123456.70,'C':12,'D':true,'E':null,'F':'x','G':{'x':1}}]");

        var record =
                read(List.of(Salesforce.id(1)), List.of("A", "B", "C", "D", "E", "F", "G", "H"))
                        .found()
                        .get(Salesforce.id(1));

        assertThat(record.values())
                .containsEntry("A", "1.0E7")
                .containsEntry("B", "1234567890123456.70")
                .containsEntry("C", "12")
                .containsEntry("D", "true")
                .containsEntry("E", null)
                .containsEntry("F", "x")
                .doesNotContainKeys("G", "H");
        assertThat(record.modifiedAt()).isEqualTo(Instant.parse("2026-05-20T20:49:32Z"));
    }

    @Test
    void nullSlotAndMalformedId_areMissing() {
        salesforce.answers(200, "[null,{'Id':'" + Salesforce.id(2) + "'}]");

        ReadOutcome outcome =
                read(List.of(Salesforce.id(1), "nonsense", Salesforce.id(2)), List.of());

        assertThat(outcome.missing()).containsExactly("nonsense", Salesforce.id(1));
        assertThat(outcome.found()).containsOnlyKeys(Salesforce.id(2));
        assertThat(salesforce.crm.requests.get(1).header("sforce-call-options"))
                .isEqualTo("client=crosswalk");
        assertThat(salesforce.calls).containsExactly("LOGIN 0 200", "COLLECTION_READ 2 200");
    }

    @Test
    void hiddenField_isDroppedAndTheCallRepeated() {
        salesforce.answers(400, noSuchColumn("Hidden__c")).answers(200, "[{'City':'Ulm'}]");

        ReadOutcome outcome = read(List.of(Salesforce.id(1)), List.of("City", "Hidden__c"));

        assertThat(outcome.found().get(Salesforce.id(1)).values()).containsOnlyKeys("City");
        assertThat(salesforce.body(2).path("fields").toString()).doesNotContain("Hidden__c");
    }

    @Test
    void manyHiddenFields_areDroppedByTheDescribe() {
        salesforce
                .answers(400, noSuchColumn("A__c"))
                .answers(400, noSuchColumn("B__c"))
                .answers(200, Salesforce.DESCRIBE)
                .answers(200, "[{'City':'Ulm'}]");

        ReadOutcome outcome =
                read(List.of(Salesforce.id(1)), List.of("City", "A__c", "B__c", "C__c", "D__c"));

        assertThat(outcome.failure()).isNull();
        assertThat(salesforce.body(4).path("fields").toString())
                .isEqualTo("[\"Id\",\"SystemModstamp\",\"City\"]");
    }

    @Test
    void fieldErrorThatNeverEnds_isNotReadAfterSomeCalls() {
        for (int i = 0; i < 20; i++) {
            salesforce.answers(400, noSuchColumn("Ghost" + i));
        }

        ReadOutcome outcome = read(List.of(Salesforce.id(1)), List.of("City"));

        assertThat(outcome.notRead()).hasSize(1);
        assertThat(outcome.failure().code()).isEqualTo("INVALID_FIELD");
        assertThat(salesforce.crm.requests).hasSizeLessThan(8);
    }

    @Test
    void dailyLimit_leavesTheOtherBatchesUnsent() {
        salesforce.answers(
                403, "[{'errorCode':'REQUEST_LIMIT_EXCEEDED','message':'TotalRequests Limit'}]");

        ReadOutcome outcome = read(Salesforce.ids(2_500), List.of());

        assertThat(outcome.notRead()).hasSize(2_500);
        assertThat(outcome.failure().after()).hasMinutes(15);
        assertThat(salesforce.crm.requests).hasSize(2);
    }

    @Test
    void fewFields_twoThousandRecordsAreReadInOneCall() {
        salesforce.answers(200, "[]").answers(200, "[]");

        read(Salesforce.ids(2_000), List.of("City"));

        assertThat(salesforce.calls).containsExactly("LOGIN 0 200", "COLLECTION_READ 2000 200");
    }

    @Test
    void manyFields_fewerRecordsAreReadInACall() {
        List<String> fields =
                IntStream.range(0, 98).mapToObj(number -> "F" + number + "__c").toList();
        String all = "[" + "null,".repeat(399) + "null]";
        salesforce.answers(200, all).answers(200, all);

        read(Salesforce.ids(800), fields);

        assertThat(salesforce.calls)
                .containsExactly(
                        "LOGIN 0 200", "COLLECTION_READ 400 200", "COLLECTION_READ 400 200");
    }

    @Test
    void shortAnswer_isNotReadInsteadOfMissing() {
        salesforce.answers(200, "[null]");

        ReadOutcome outcome = read(Salesforce.ids(2), List.of());

        assertThat(outcome.missing()).containsExactly(Salesforce.id(1));
        assertThat(outcome.notRead()).containsExactly(Salesforce.id(2));
    }

    @Test
    void nameThatIsNoName_isRefused() {
        assertThatThrownBy(() -> read(Salesforce.ids(1), List.of("City FROM Contact")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> salesforce.client.read("../x", Salesforce.ids(1), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String noSuchColumn(String field) {
        // Salesforce's own quotes; the helper turns single ones into JSON's.
        return "[{'errorCode':'INVALID_FIELD','message':'No such column \\u0027"
                + field
                + "\\u0027 on sobject of type Contact'}]";
    }

    private ReadOutcome read(List<String> ids, List<String> names) {
        return salesforce.client.read("Contact", ids, names);
    }
}
