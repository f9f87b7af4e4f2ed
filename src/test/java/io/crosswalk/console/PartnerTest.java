package io.crosswalk.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Two records are linked and parted by hand on the page of one of them. */
@QuarkusTest
class PartnerTest extends BrowserTest {

    private String partner(String contact) {
        return api().get("/api/links/contact/" + contact).body().path("salesforceId").asText();
    }

    @Test
    void recordWithoutAPartner_isLinkedAndPartedByHand() {
        String contact =
                api().send(
                                "POST",
                                "/sandbox/hubspot/crm/v3/objects/contacts",
                                "{\"properties\":{\"email\":\"by.hand@one.example\",\"lastname\":\"Byhand\"}}")
                        .body()
                        .path("id")
                        .asText();
        String other =
                api().send(
                                "POST",
                                "/sandbox/salesforce/services/data/v62.0/sobjects/Contact",
                                "{\"LastName\":\"Byhand\",\"Email\":\"by.hand@another.example\"}")
                        .body()
                        .path("id")
                        .asText();
        wide(
                screen -> {
                    screen.open("/console/records/contact/" + contact);
                    screen.find("#partner").press("Enter");
                    assertThat(screen.find("#partner-id")).isFocused();
                    screen.isAccessible().fitsItsWidth();
                    screen.find("#partner-id").fill("no-id");
                    screen.press("Enter");
                    assertThat(screen.find("#panel .refusal"))
                            .containsText("'no-id' is no id of Salesforce.");
                    screen.find("#partner-id").fill(other);
                    screen.press("Enter");

                    assertThat(screen.find("#messages")).containsText("The two are linked");
                    assertThat(screen.find("main")).containsText(other);
                    assertThat(partner(contact)).isEqualTo(other);
                    screen.find("#partner").press("Enter");
                    assertThat(screen.find("#panel-title")).hasText("Part the two?");
                    assertThat(screen.find("#part-now"))
                            .hasAttribute("hx-delete", Pattern.compile(".*=" + other));
                    screen.isAccessible();
                    screen.find("#part-now").press("Enter");

                    assertThat(screen.find("#messages")).containsText("The two are parted");
                });
        assertThat(partner(contact)).isNotEqualTo(other);
    }

    /** Of three contacts with one e-mail address nobody can tell which belong together. */
    @Test
    void recordWithSeveralPossiblePartners_isLinkedWhereItsProblemIsTold() {
        Crms crms = new Crms(base);
        String email = "which.one@twin.example";
        List<String> twins = List.of(twin("Ada", email), twin("Bea", email));
        String contact =
                api().send(
                                "POST",
                                "/sandbox/hubspot/crm/v3/objects/contacts",
                                "{\"properties\":{\"email\":\""
                                        + email
                                        + "\",\"lastname\":\"Twin\"}}")
                        .body()
                        .path("id")
                        .asText();
        String problems = "?object=contact&hubspotId=" + contact;
        crms.until("/api/problems" + problems, "AMBIGUOUS_MATCH");
        wide(
                screen -> {
                    screen.open("/console/problems" + problems);
                    assertThat(screen.find(".said-by a[href$='" + twins.get(0) + "']")).hasCount(1);
                    screen.isAccessible().fitsItsWidth();
                    screen.find("button >> text=Link by hand").press("Enter");
                    assertThat(screen.find("#panel input[type=radio]")).hasCount(3);
                    assertThat(screen.find("#panel input[type=radio]").first()).isFocused();
                    assertThat(screen.find("#panel")).containsText("Ada Twin");
                    screen.isAccessible().fitsItsWidth();
                    screen.find("#panel label >> text=Bea Twin").click();
                    screen.find("#panel button[type=submit]").press("Enter");

                    assertThat(screen.find("#messages")).containsText("The two are linked");
                });
        assertThat(partner(contact)).isEqualTo(twins.get(1));
    }

    private String twin(String first, String email) {
        return api().send(
                        "POST",
                        "/sandbox/salesforce/services/data/v62.0/sobjects/Contact",
                        "{\"FirstName\":\""
                                + first
                                + "\",\"LastName\":\"Twin\",\"Email\":\""
                                + email
                                + "\"}")
                .body()
                .path("id")
                .asText();
    }

    /** HubSpot's own integration left the Salesforce id on the record, which links it. */
    @Test
    void recordThatNamesItsPartner_cannotBeParted() {
        new Crms(base).untilLinked("100046");
        narrow(
                screen -> {
                    screen.open("/console/records/contact/100046");
                    screen.find("#partner").click();
                    screen.find("#part-now").click();

                    assertThat(screen.find("#panel .refusal")).containsText("NAMED_OTHERWISE");
                    screen.isAccessible().fitsItsWidth();
                });
    }
}
