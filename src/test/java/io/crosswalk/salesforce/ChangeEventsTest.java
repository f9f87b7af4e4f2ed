package io.crosswalk.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.records.Hint;
import io.crosswalk.rules.Side;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeEventsTest {
    private static final ChangeEvents EVENTS = new ChangeEvents("hs-sync");
    private static final String TRANSACTION = "0000aaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    private static final Instant AT = Instant.ofEpochMilli(1_795_514_400_000L);

    @Test
    void sample_isAHintWithRealFieldNames() {
        JsonNode event = Salesforce.tree(Salesforce.resource("change-event.json"));
        Hint expected =
                new Hint(
                        Side.SALESFORCE,
                        "Contact",
                        "003xx0000000001AAA",
                        Hint.Kind.CHANGED,
                        List.of(
                                new Hint.Change("FirstName", AT, "Ana", true),
                                new Hint.Change("Phone", AT, null, true)),
                        true,
                        null);

        assertThat(EVENTS.parse(event.path("detail")))
                .isEqualTo(new ChangeEventBatch.Hints(List.of(expected), TRANSACTION));
        assertThat(EVENTS.parse(event.path("detail").path("payload")))
                .isEqualTo(new ChangeEventBatch.Hints(List.of(expected), TRANSACTION));
    }

    @Test
    void transaction_isKnownUnlessItIsNoKey() {
        String event = Salesforce.resource("change-event.json");

        assertThat(eventIds(event)).containsExactly(TRANSACTION);
        assertThat(eventIds(event.replace(TRANSACTION, "Ana, +49 170"))).isEmpty();
        assertThat(eventIds(event.replace("transactionKey", "other"))).isEmpty();
    }

    private static List<String> eventIds(String event) {
        JsonNode detail = Salesforce.tree(event).path("detail");
        return ((ChangeEventBatch.Hints) EVENTS.parse(detail)).eventIds();
    }

    @ParameterizedTest
    @CsvSource({
        "Name.LastName, LastName",
        "MailingAddress.City, MailingCity",
        "OtherAddress.PostalCode, OtherPostalCode",
        "BillingAddress.Street, BillingStreet",
        "ShippingAddress.Country, ShippingCountry",
        "Address.State, State",
        "Site__c.Latitude, Site__Latitude__s",
        "Industry, Industry"
    })
    void compoundField_getsTheNameOfThePart(String listed, String field) {
        assertThat(changes(listed, "")).extracting(Hint.Change::name).containsExactly(field);
    }

    @Test
    void accountsName_isPlain() {
        assertThat(changes("Name", ",'Name':'Acme'"))
                .containsExactly(new Hint.Change("Name", AT, "Acme", true));
    }

    @Test
    void values_areWireText() {
        assertThat(changes("A__c','B__c','C__c", ",'A__c':true,'B__c':12.50,'C__c':'x'"))
                .extracting(Hint.Change::wire)
                .containsExactly("true", "12.5", "x");
    }

    @Test
    void listedButNotInTheBody_isNotKnown() {
        assertThat(changes("City','Zip", ",'City':null"))
                .containsExactly(
                        new Hint.Change("City", AT, null, false),
                        new Hint.Change("Zip", AT, null, false));
    }

    @Test
    void diff_isNotTakenForAValue() {
        var hints =
                hints(
                        "'changeType':'UPDATE','changedFields':['Text__c'],'diffFields':['Text__c']",
                        ",'Text__c':'--- +++ @@'");

        assertThat(hints.get(0).changes())
                .containsExactly(new Hint.Change("Text__c", AT, null, false));
    }

    @Test
    void fullBody_countsOnlyWhatIsListed() {
        assertThat(changes("City", ",'City':'Ulm','Zip':null,'Phone':'1'"))
                .extracting(Hint.Change::name)
                .containsExactly("City");
    }

    @Test
    void noListOfChangedFields_theBodyTells() {
        var hints =
                hints(
                        "'changeType':'UPDATE','nulledFields':['Fax']",
                        ",'City':'Ulm','Fax':null,'Name':{'LastName':'B'},"
                                + "'LastModifiedDate':1795514400000");

        assertThat(hints.get(0).changes())
                .extracting(Hint.Change::name)
                .containsExactlyInAnyOrder("City", "Fax", "LastName");
    }

    @Test
    void noListAndNullsInTheBody_isReadAgain() {
        var hints = hints("'changeType':'UPDATE'", ",'City':'Ulm','Zip':null");

        assertThat(hints).hasSize(1);
        assertThat(hints.get(0).changes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x1A", "2-0x05", "Weird.Part", "Name", "bad name"})
    void listThatCannotBeRead_meansReadTheRecord(String listed) {
        var hints =
                hints(
                        "'changeType':'UPDATE','changedFields':['City','" + listed + "']",
                        ",'City':'Ulm','Name':{'FirstName':'A'}");

        assertThat(hints).hasSize(1);
        assertThat(hints.get(0).kind()).isEqualTo(Hint.Kind.CHANGED);
        assertThat(hints.get(0).changes()).isEmpty();
    }

    @Test
    void systemFieldsAlone_areNoChange() {
        assertThat(
                        parse(
                                "'changeType':'UPDATE','recordIds':['003xx0000000001AAA'],"
                                        + "'changedFields':['LastModifiedDate','LastModifiedById']",
                                ",'LastModifiedDate':'2026-11-24T10:00:00.000Z'"))
                .isInstanceOf(ChangeEventBatch.Ignored.class);
    }

    @ParameterizedTest
    @CsvSource({
        "CREATE, CREATED, 1",
        "UNDELETE, RESTORED, 0",
        "DELETE, DELETED, 0",
        "GAP_CREATE, CREATED, 0",
        "GAP_UPDATE, CHANGED, 0",
        "GAP_DELETE, DELETED, 0",
        "GAP_UNDELETE, RESTORED, 0"
    })
    void changeType_isTheKind(String changeType, Hint.Kind kind, int changes) {
        var hints = hints("'changeType':'" + changeType + "'", ",'City':'Ulm','Zip':null");

        assertThat(hints.get(0).kind()).isEqualTo(kind);
        assertThat(hints.get(0).changes()).hasSize(changes);
    }

    @Test
    void severalRecordsInOneEvent_areOneHintEach() {
        var batch =
                (ChangeEventBatch.Hints)
                        parse(
                                "'changeType':'UPDATE','changedFields':['City'],'recordIds':"
                                        + "['003xx0000000001','003xx0000000002AAA','bad']",
                                ",'City':'Ulm'");

        assertThat(batch.hints())
                .extracting(Hint::recordId)
                .containsExactly("003xx0000000001AAA", "003xx0000000002AAA");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'changeType':'GAP_OVERFLOW'",
                "'changeType':'GAP_UPDATE'",
                "'changeType':'UPDATE','recordIds':['001*']"
            })
    void recordsThatAreNotNamed_areAnOverflow(String header) {
        var overflow = (ChangeEventBatch.Overflow) parse(header, "");

        assertThat(overflow.entityName()).isEqualTo("Contact");
        assertThat(overflow.at()).as("when it was committed").isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'changeType':'SNAPSHOT','recordIds':['003xx0000000001AAA']",
                "'recordIds':['003xx0000000001AAA']",
                "'changeType':'UPDATE'",
                "'changeType':'UPDATE','recordIds':'003xx0000000001AAA'"
            })
    void eventOfNoUse_isIgnored(String header) {
        assertThat(parse(header, "")).isInstanceOf(ChangeEventBatch.Ignored.class);
    }

    @Test
    void commitTimeAsText_isReadAndNoneMeansReadTheRecord() {
        String header =
                "{'ChangeEventHeader':{'entityName':'Contact','recordIds':['003xx0000000001AAA'],"
                        + "'changeType':'UPDATE','changedFields':['City']";

        assertThat(first(header + ",'commitTimestamp':'2026-11-24T10:00:00.250Z'}}").changes())
                .extracting(Hint.Change::at)
                .containsExactly(Instant.parse("2026-11-24T10:00:00.250Z"));
        assertThat(first(header + "}}").changes()).isEmpty();
        assertThat(first(header + ",'commitTimestamp':999999999999999}}").changes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "com/salesforce/api/rest/63.0;client=hs-sync, true",
        "com/salesforce/api/rest/63.0;client=hs-sync2, false",
        "com/salesforce/api/rest/63.0;client=other, false",
        "hs-sync, false",
        "'', false"
    })
    void ours_isWhatOurClientDid(String origin, boolean ours) {
        var hints = hints("'changeType':'DELETE','changeOrigin':'" + origin + "'", "");

        assertThat(hints.get(0).ours()).isEqualTo(ours);
    }

    private static Hint first(String event) {
        return ((ChangeEventBatch.Hints) EVENTS.parse(Salesforce.tree(event.replace('\'', '"'))))
                .hints()
                .get(0);
    }

    private static List<Hint.Change> changes(String changed, String fields) {
        return hints("'changeType':'UPDATE','changedFields':['" + changed + "']", fields)
                .get(0)
                .changes();
    }

    private static List<Hint> hints(String header, String fields) {
        return ((ChangeEventBatch.Hints)
                        parse(header + ",'recordIds':['003xx0000000001AAA']", fields))
                .hints();
    }

    private static ChangeEventBatch parse(String header, String fields) {
        String event =
                "{'payload':{'ChangeEventHeader':{'entityName':'Contact','commitTimestamp':"
                        + AT.toEpochMilli()
                        + ","
                        + header
                        + "}"
                        + fields
                        + "}}";
        return EVENTS.parse(Salesforce.tree(event.replace('\'', '"')));
    }
}
