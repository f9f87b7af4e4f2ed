package io.crosswalk.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is edited while a mapping does not sync is nobody's to carry over later. */
@QuarkusTest
class DontSyncTest {
    private static final String MAPPING = "/api/objects/contact/mappings/contact-zip";

    @TestHTTPResource("/")
    URI base;

    private Http http;
    private People people;
    private String shipped;

    @BeforeEach
    void codesAreCarriedOverBothWays() {
        http = new Http("http://" + base.getAuthority());
        people = new People(http);
        shipped = http.get(MAPPING).body().path("syncRule").asText();
        rule("TWO_WAY");
    }

    @AfterEach
    void allIsAsItWas() {
        rule(shipped);
    }

    private void rule(String rule) {
        Http.Answer answer = http.send("PUT", MAPPING, "{\"syncRule\":\"" + rule + "\"}");
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    }

    @Test
    void editWhileItDidNotSync_staysWhereItIsUntilSomebodyEdits() {
        String salesforceId =
                people.makeInSalesforce(
                        "Contact", Map.of("LastName", "Pause", "MailingPostalCode", "89073"));
        String hubspotId =
                people.makeInHubspot(
                        "contacts",
                        Map.of(
                                "lastname",
                                "Pause",
                                "zip",
                                "89073",
                                "salesforcecontactid",
                                salesforceId));
        people.areLinked("contact", hubspotId, salesforceId);
        rule("DONT_SYNC");
        people.editInHubspot("contacts", hubspotId, "zip", "89075");
        people.editInHubspot("contacts", hubspotId, "phone", "+49 731 1");
        await().atMost(Portal.SOON)
                .untilAsserted(
                        () ->
                                assertThat(people.inSalesforce("Contact", salesforceId, "Phone"))
                                        .isEqualTo("+49 731 1"));

        rule("TWO_WAY");
        people.editInHubspot("contacts", hubspotId, "phone", "+49 731 2");
        await().atMost(Portal.SOON)
                .untilAsserted(
                        () ->
                                assertThat(people.inSalesforce("Contact", salesforceId, "Phone"))
                                        .isEqualTo("+49 731 2"));

        assertThat(people.inSalesforce("Contact", salesforceId, "MailingPostalCode"))
                .isEqualTo("89073");
        assertThat(people.inHubspot("contacts", hubspotId, "zip")).isEqualTo("89075");

        people.editInHubspot("contacts", hubspotId, "zip", "89077");
        await().atMost(Portal.SOON)
                .untilAsserted(
                        () ->
                                assertThat(
                                                people.inSalesforce(
                                                        "Contact",
                                                        salesforceId,
                                                        "MailingPostalCode"))
                                        .isEqualTo("89077"));
    }
}
