package io.crosswalk.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.CreateOutcome;
import io.crosswalk.records.CreateOutcome.Created;
import io.crosswalk.records.CreateOutcome.Exists;
import io.crosswalk.records.CreateOutcome.Refused;
import io.crosswalk.records.CreateOutcome.RetryLater;
import io.crosswalk.records.CrmCreate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectionCreatesTest {
    private final Salesforce salesforce = new Salesforce();

    @BeforeEach
    void describedOrg() {
        salesforce.loggedIn().answers(200, Salesforce.DESCRIBE);
    }

    @AfterEach
    void close() {
        salesforce.close();
    }

    private List<CreateOutcome> create(int count) {
        return salesforce.client.create(
                "Contact",
                Salesforce.ids(count).stream()
                        .map(id -> new CrmCreate(id, Map.of("City", "Ulm")))
                        .toList());
    }

    @Test
    void records_arePostedWithoutIds() {
        salesforce.answers(200, "[{'id':'" + Salesforce.id(9) + "','success':true}]");

        assertThat(create(1)).containsExactly(new Created(Salesforce.id(9)));
        assertThat(salesforce.crm.requests.get(2).method()).isEqualTo("POST");
        assertThat(salesforce.crm.requests.get(2).text())
                .contains("\"allOrNone\":false")
                .contains("\"City\":\"Ulm\"")
                .doesNotContain("\"id\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"duplicateResult", "duplicateResut"})
    void duplicateRule_namesTheRecordsThatItFound(String spelling) {
        salesforce.answers(
                200,
                "[{'success':false,'errors':[{'statusCode':'DUPLICATES_DETECTED','message':'Use"
                        + " one','"
                        + spelling
                        + "':{'matchResults':[{'matchRecords':[{'record':{'Id':'"
                        + Salesforce.id(7)
                        + "'}}]}]}}]}]");

        assertThat(create(1))
                .containsExactly(
                        new Exists(List.of(Salesforce.id(7)), "DUPLICATES_DETECTED", false));
    }

    @Test
    void duplicateRuleFindsALead_thatIsNobodysPartner() {
        salesforce.answers(
                200,
                "[{'success':false,'errors':[{'statusCode':'DUPLICATES_DETECTED','message':'Use"
                        + " one','duplicateResult':{'matchResults':[{'matchRecords':[{'record':"
                        + "{'attributes':{'type':'Lead'},'Id':'00Q000000000007AAA'}}]}]}}]}]");

        assertThat(create(1))
                .containsExactly(new Refused("DUPLICATES_DETECTED", "Use one", List.of()));
    }

    @Test
    void uniqueField_namesTheRecordInItsMessage() {
        String existing = Salesforce.id(7).substring(0, 15);
        salesforce.answers(
                200,
                "[{'success':false,'errors':[{'statusCode':'DUPLICATE_VALUE','message':'duplicate"
                        + " value found: X__c duplicates value on record with id: "
                        + existing
                        + "'}]}]");

        assertThat(create(1))
                .singleElement()
                .isInstanceOfSatisfying(
                        Exists.class,
                        exists -> assertThat(exists.ids()).containsExactly(Salesforce.id(7)));
    }

    @Test
    void oneIsRefusedAndOneIsLocked_theOthersAreMade() {
        salesforce.answers(
                200,
                "[{'success':false,'errors':[{'statusCode':'REQUIRED_FIELD_MISSING','message':'m',"
                        + "'fields':['LastName']}]},"
                        + "{'success':false,'errors':[{'statusCode':'UNABLE_TO_LOCK_ROW'}]},"
                        + "{'id':'"
                        + Salesforce.id(9)
                        + "','success':true}]");

        List<CreateOutcome> outcomes = create(3);

        assertThat(outcomes.get(0))
                .isEqualTo(new Refused("REQUIRED_FIELD_MISSING", "m", List.of("LastName")));
        assertThat(((RetryLater) outcomes.get(1)).mayHaveHappened()).isFalse();
        assertThat(outcomes.get(2)).isInstanceOf(Created.class);
    }

    @Test
    void slotLeftOut_mayBeThere() {
        salesforce.answers(200, "[]");

        assertThat(create(1))
                .singleElement()
                .isInstanceOfSatisfying(
                        RetryLater.class, later -> assertThat(later.mayHaveHappened()).isTrue());
    }
}
