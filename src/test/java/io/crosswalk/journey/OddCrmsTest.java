package io.crosswalk.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.journey.Portal.Pair;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However a CRM tells, refuses or changes things: an edit on either side arrives, once. */
@QuarkusTest
class OddCrmsTest {
    private static final String CONTROL = "/sandbox/%s/_control/%s";

    @TestHTTPResource("/")
    URI base;

    private Portal portal;

    @BeforeEach
    void portal() {
        portal = new Portal("http://" + base.getAuthority());
    }

    @AfterEach
    void allIsWellAgain() {
        portal.http().send("DELETE", CONTROL.formatted("hubspot", "faults"), "");
        for (String what : new String[] {"faults", "automation", "duplicate-rules"}) {
            portal.http().send("DELETE", CONTROL.formatted("salesforce", what), "");
        }
    }

    private Pair contact(int number) {
        Pair pair = portal.linkedContacts().get(number);
        portal.syncUntilQuiet(pair);
        return pair;
    }

    private void control(String crm, String what, String body) {
        Http.Answer answer =
                portal.http().send("POST", CONTROL.formatted(crm, what), body.replace('\'', '"'));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    }

    private long entriesOf(Pair pair, String mapping) {
        long count = 0;
        for (JsonNode entry : portal.journal(pair)) {
            count += entry.path("mapping").path("id").asText().equals(mapping) ? 1 : 0;
        }
        return count;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "120 | salesforce | {'fullBodies':1}",
                "121 | salesforce | {'omitHeaderLists':1}",
                "122 | salesforce | {'eventGap':1}",
                "123 | salesforce | {'eventOverflow':1}",
                "124 | salesforce | {'sessionLossCalls':2}",
                "125 | salesforce | {'lockedRows':{'<id>':2}}",
                "126 | hubspot | {'webhooks':{'style':'GENERIC'}}",
                "127 | hubspot | {'webhooks':{'style':'EVENT_TYPE_ONLY'}}",
                "128 | hubspot | {'calls':[{'answer':'477','times':1,'retryAfter':2}]}"
            })
    void editsOnBothSides_arriveOnTheOtherOnce(int number, String crm, String fault) {
        Pair pair = contact(number);
        long titles = entriesOf(pair, "contact-jobtitle");
        long phones = entriesOf(pair, "contact-phone");
        control(crm, "faults", fault.replace("<id>", pair.salesforceId()));

        portal.putHubspot(pair, "jobtitle", "Odd " + number);
        portal.salesforceShows(pair, "Title", "Odd " + number);
        portal.putSalesforce(pair, "Phone", "+1 555 0" + number);
        portal.hubspotShows(pair, "phone", "+1 555 0" + number);

        portal.syncUntilQuiet(pair);
        assertThat(entriesOf(pair, "contact-jobtitle")).isEqualTo(titles + 1);
        assertThat(entriesOf(pair, "contact-phone")).isEqualTo(phones + 1);
    }

    /** Salesforce would take the title for a reference where it is asked to guard the write. */
    @Test
    void textThatLooksLikeAReference_arrivesAndSoDoTheRecordsOtherFields() {
        Pair pair = contact(133);

        portal.putHubspot(pair, "jobtitle", "@{r0.id}");
        portal.putHubspot(pair, "phone", "+1 555 0133");

        portal.salesforceShows(pair, "Title", "@{r0.id}");
        portal.salesforceShows(pair, "Phone", "+1 555 0133");
    }

    /** The change event says that we did it, as it was our transaction. */
    @Test
    void flowChangesAnotherFieldAsWeWrite_itFollowsToo() {
        Pair pair = contact(129);
        control(
                "salesforce",
                "automation",
                "{'object':'Contact','when':'Title','set':'Fax','value':'+1 555 0129'}");

        portal.putHubspot(pair, "jobtitle", "Automated");

        portal.salesforceShows(pair, "Title", "Automated");
        portal.hubspotShows(pair, "fax", "+1 555 0129");
        portal.syncUntilQuiet(pair);
        assertThat(portal.hubspot(pair, "jobtitle")).isEqualTo("Automated");
    }

    @Test
    void duplicateRuleRefusesAnEdit_isAProblemUntilTheRuleIsGone() {
        Pair holder = contact(130);
        Pair pair = contact(131);
        portal.putSalesforce(holder, "Fax", "+1 555 0130");
        control(
                "salesforce",
                "duplicate-rules",
                "{'object':'Contact','field':'Fax','onEdit':true}");
        String problem = "/api/problems/contact.contact-fax." + pair.hubspotId() + ".DUPLICATE";

        portal.putHubspot(pair, "fax", "+1 555 0130");

        await().atMost(Portal.SOON)
                .untilAsserted(
                        () -> assertThat(portal.http().get(problem).status()).isEqualTo(200));
        portal.http().send("DELETE", CONTROL.formatted("salesforce", "duplicate-rules"), "");
        portal.http().send("POST", problem + "/retry", "");
        portal.salesforceShows(pair, "Fax", "+1 555 0130");
    }
}
