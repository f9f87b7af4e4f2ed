package io.crosswalk.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.sandbox.SandboxRequest;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueriesTest {
    private static final Instant SINCE = Instant.parse("2026-11-24T10:00:00.900Z");

    private final Salesforce salesforce = new Salesforce();

    @BeforeEach
    void describedOrg() {
        salesforce.loggedIn();
    }

    @AfterEach
    void close() {
        salesforce.close();
    }

    @Test
    void modifiedSince_asksForWholeSecondsAndDeletedOnes() {
        salesforce
                .answers(200, Salesforce.DESCRIBE)
                .answers(
                        200,
                        "{'done':true,'records':[{'Id':'"
                                + Salesforce.id(1)
                                + "','SystemModstamp':'2026-11-24T10:00:00.000+0000',"
                                + "'IsDeleted':true,'City':'Ulm'}]}");

        var modified =
                salesforce.client.modifiedSince(
                        "Contact", SINCE, null, List.of("City", "Hidden__c"), 500);

        assertThat(modified.get(0).deleted()).isTrue();
        assertThat(modified.get(0).masterId()).isNull();
        assertThat(modified.get(0).record().values()).containsOnlyKeys("City");
        assertThat(salesforce.crm.requests.get(2).path()).endsWith("/queryAll");
        assertThat(soql(2))
                .isEqualTo(
                        "SELECT Id,SystemModstamp,IsDeleted,City FROM Contact WHERE SystemModstamp"
                                + " >= 2026-11-24T10:00:00Z ORDER BY SystemModstamp ASC, Id ASC"
                                + " LIMIT 500");
    }

    @Test
    void continuing_startsAfterTheLastRecord() {
        salesforce.answers(200, Salesforce.DESCRIBE).answers(200, "{'done':true,'records':[]}");

        salesforce.client.modifiedSince("Contact", SINCE, "x' OR Id > '", List.of(), 10);

        assertThat(soql(2))
                .contains(
                        "(SystemModstamp > 2026-11-24T10:00:00Z OR (SystemModstamp ="
                                + " 2026-11-24T10:00:00Z AND Id > 'x\\' OR Id > \\''))");
    }

    @Test
    void pages_areFollowed() {
        salesforce
                .answers(
                        200,
                        "{'done':false,'nextRecordsUrl':'/services/data/v62.0/query/01g-2000',"
                                + "'records':[{'Id':'1','Email':'A@B.co','IsActive':true,"
                                + "'Name':'Bo Li'}]}")
                .answers(200, "{'done':true,'records':[{'Id':'2'}]}");

        assertThat(salesforce.client.users())
                .containsExactly(
                        new SalesforceClient.User("1", "a@b.co", true, "Bo Li"),
                        new SalesforceClient.User("2", null, false));
        assertThat(salesforce.crm.requests.get(2).path())
                .isEqualTo("/services/data/v62.0/query/01g-2000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://elsewhere.example.com/q"})
    void furtherPageThatCannotBeAskedFor_isNoEnd(String next) {
        salesforce.answers(
                200, "{'done':false,'nextRecordsUrl':'" + next + "','records':[{'Id':'1'}]}");

        assertThatThrownBy(salesforce.client::users)
                .isInstanceOfSatisfying(
                        CrmUnavailable.class,
                        unreadable -> assertThat(unreadable.code()).isEqualTo("UNREADABLE"));
    }

    @Test
    void users_areTheActiveColleaguesAlone() {
        salesforce.answers(200, "{'done':true,'records':[]}");

        salesforce.client.users();

        assertThat(soql(1))
                .isEqualTo(
                        "SELECT Id, Email, IsActive, Name FROM User WHERE IsActive = true AND"
                                + " UserType IN ('Standard','PowerPartner') ORDER BY Id");
    }

    @Test
    void findBy_isSplitByTheLengthOfTheUri() {
        List<String> emails =
                IntStream.range(0, 200).mapToObj(i -> "person" + i + "@example.com").toList();
        salesforce.answers(200, Salesforce.DESCRIBE);
        for (int i = 0; i < 20; i++) {
            salesforce.answers(200, "{'done':true,'records':[{'Id':'" + i % 3 + "'}]}");
        }

        List<CrmRecord> found =
                salesforce.client.findBy("Contact", "City", emails, List.of("City"));

        assertThat(found).extracting(CrmRecord::id).containsExactly("0", "1", "2");
        StringBuilder all = new StringBuilder();
        for (int i = 2; i < salesforce.crm.requests.size(); i++) {
            all.append(soql(i));
            assertThat(uriLength(i)).isLessThanOrEqualTo(2000);
        }
        assertThat(emails).allSatisfy(email -> assertThat(all).contains("'" + email + "'"));
        assertThat(salesforce.crm.requests).hasSizeLessThan(11);
    }

    @Test
    void numbers_areNotQuotedAndWhatIsNoneIsNotLookedFor() {
        salesforce.answers(200, Salesforce.DESCRIBE).answers(200, "{'done':true,'records':[]}");

        salesforce.client.findBy("Contact", "Size__c", List.of("12.5", "1) OR (1=1"), List.of());
        salesforce.client.findBy("Contact", "City", List.of("", "x".repeat(4000)), List.of());

        assertThat(soql(2)).endsWith("WHERE Size__c IN (12.5)");
        assertThat(salesforce.crm.requests).hasSize(3);
    }

    @Test
    void nameOrLimitOutOfBounds_isRefused() {
        salesforce.answers(200, Salesforce.DESCRIBE);

        assertThatThrownBy(
                        () ->
                                salesforce.client.findBy(
                                        "Contact", "City)--", List.of("x"), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                salesforce.client.modifiedSince(
                                        "Contact", SINCE, null, List.of(), 2001))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void describe_isKeptAndKnowsWhatCanBeWritten() {
        salesforce.answers(200, Salesforce.DESCRIBE).answers(200, Salesforce.DESCRIBE);

        List<SalesforceField> fields = salesforce.client.fields("Contact");
        salesforce.client.fields("Contact");
        assertThat(salesforce.crm.requests).hasSize(2);
        salesforce.client.forgetMetadata();
        salesforce.client.fields("Contact");
        assertThat(salesforce.crm.requests).hasSize(3);

        assertThat(fields)
                .filteredOn(SalesforceField::updateable)
                .extracting(SalesforceField::name)
                .containsExactly("City", "Size__c", "Active__c", "OwnerId");
    }

    private String soql(int request) {
        SandboxRequest query = salesforce.crm.requests.get(request);
        return query.queryValue("q");
    }

    private int uriLength(int request) {
        return salesforce.crm.requests.get(request).path().length()
                + "?q=".length()
                + java.net.URLEncoder.encode(soql(request), java.nio.charset.StandardCharsets.UTF_8)
                        .length();
    }
}
