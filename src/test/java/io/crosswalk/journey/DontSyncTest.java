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
    private static final String MAPPING = "/api/objects/contact/mappings/contact-jobtitle";

    @TestHTTPResource("/")
    URI base;

    private Http http;
    private People people;
    private String shipped;

    @BeforeEach
    void titlesAreCarriedOverBothWays() {
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
                people.makeInSalesforce("Contact", Map.of("LastName", "Pause", "Title", "CEO"));
        String hubspotId =
                people.makeInHubspot(
                        "contacts",
                        Map.of(
                                "lastname",
                                "Pause",
                                "jobtitle",
                                "CEO",
                                "salesforcecontactid",
                                salesforceId));
        people.areLinked("contact", hubspotId, salesforceId);
        rule("DONT_SYNC");
        people.editInHubspot("contacts", hubspotId, "jobtitle", "CTO");
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

        assertThat(people.inSalesforce("Contact", salesforceId, "Title")).isEqualTo("CEO");
        assertThat(people.inHubspot("contacts", hubspotId, "jobtitle")).isEqualTo("CTO");

        people.editInHubspot("contacts", hubspotId, "jobtitle", "CFO");
        await().atMost(Portal.SOON)
                .untilAsserted(
                        () ->
                                assertThat(people.inSalesforce("Contact", salesforceId, "Title"))
                                        .isEqualTo("CFO"));
    }
}
