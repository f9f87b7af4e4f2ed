package io.crosswalk.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {
    private final Portal portal = new Portal();
    private final String id = portal.create("contacts", "{'interests':'Billing'}");

    @ParameterizedTest(name = "{0} := {1} reads {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "external_score | 1.50 | 1.50",
                "external_score | 1e3 | 1e3",
                "external_score | -0 | -0",
                "newsletter_optin | true | true",
                "newsletter_optin | FALSE | false",
                "leadsource | Web | Web",
                "interests | Mobile;Events | Mobile;Events",
                "interests | ;Mobile;Billing | Billing;Mobile",
                "birthday | 1970-01-02 | 1970-01-02",
                "birthday | 86400000 | 1970-01-02",
                "last_visit | 2026-02-03T04:05:06Z | 2026-02-03T04:05:06.000Z",
                "last_visit | 2026-02-03T04:05:06.789+02:00 | 2026-02-03T02:05:06.789Z",
                "last_visit | 1 | 1970-01-01T00:00:00.001Z",
                "email | Ana@Example.Com | ana@example.com",
                "phone | (617) 555-01 | (617) 555-01",
                "hubspot_owner_id | 5101 | 5101",
                "signature_html | <b>x</b><script>y</script> | <b>x</b>",
            })
    void value_isStoredInHubspotsForm(String property, String written, String stored) {
        Portal.Answer answer = write(property, "'" + written + "'");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.property(property).asText()).isEqualTo(stored);
    }

    @ParameterizedTest(name = "{0} := {1} fails with {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "external_score | 1,5 | INVALID_INTEGER",
                "external_score | 1.2.3 | INVALID_INTEGER",
                "newsletter_optin | yes | INVALID_OPTION",
                "leadsource | web | INVALID_OPTION",
                "leadsource | Trade Show | INVALID_OPTION",
                "interests | Mobile;Nope | INVALID_OPTION",
                "birthday | 2026-02-30 | INVALID_DATE",
                "birthday | 86400001 | INVALID_DATE",
                "last_visit | yesterday | INVALID_DATE",
                "email | nobody | INVALID_EMAIL",
                "hubspot_owner_id | 1 | INVALID_OPTION",
                "nope | 1 | PROPERTY_DOESNT_EXIST",
                "hs_object_id | 1 | READ_ONLY_VALUE",
                "external_grade | A | READ_ONLY_VALUE",
            })
    void refusedValue_answers400WithDetailsInTheMessage(
            String property, String written, String code) {
        Portal.Answer answer = write(property, "'" + written + "'");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("category").asText()).isEqualTo("VALIDATION_ERROR");
        assertThat(answer.json().path("message").asText())
                .startsWith("Property values were not valid: [{\"isValid\":false");
        assertThat(answer.details().path(0).path("error").asText()).isEqualTo(code);
        assertThat(answer.details().path(0).path("name").asText()).isEqualTo(property);
    }

    @Test
    void emptyText_clearsAndReadsAsNull() {
        Portal.Answer answer = write("interests", "''");
        assertThat(answer.property("interests").isNull()).isTrue();
    }

    @Test
    void jsonNumbersAndBooleans_areTakenAndNullIsRefused() {
        assertThat(write("external_score", "3.5").property("external_score").asText())
                .isEqualTo("3.5");
        assertThat(write("newsletter_optin", "true").property("newsletter_optin").asText())
                .isEqualTo("true");
        assertThat(write("external_score", "null").status()).isEqualTo(400);
    }

    @Test
    void oneBadProperty_refusesTheWholeRecord() {
        portal.patch(
                "/crm/v3/objects/contacts/" + id,
                "{'properties':{'city':'Cork','leadsource':'nope','nope':'1'}}");
        Portal.Answer read = portal.get("/crm/v3/objects/contacts/" + id + "?properties=city");
        assertThat(read.property("city").isNull()).isTrue();
    }

    @Test
    void takenEmail_answers409WithTheHoldersId() {
        String holder = portal.contact("a@example.com");
        Portal.Answer patched = write("email", "'A@example.com'");
        assertThat(patched.status()).isEqualTo(409);
        assertThat(patched.json().path("category").asText()).isEqualTo("CONFLICT");
        assertThat(patched.json().path("message").asText())
                .isEqualTo("Contact already exists. Existing ID: " + holder);
        portal.delete("/crm/v3/objects/contacts/" + holder);
        assertThat(write("email", "'a@example.com'").status()).isEqualTo(200);
    }

    @Test
    void textOver65536Characters_isRefused() {
        assertThat(write("notes_long", "'" + "x".repeat(65_537) + "'").status()).isEqualTo(400);
        assertThat(write("notes_long", "'" + "x".repeat(65_536) + "'").status()).isEqualTo(200);
    }

    private Portal.Answer write(String property, String json) {
        return portal.patch(
                "/crm/v3/objects/contacts/" + id,
                "{'properties':{'" + property + "':" + json + "}}");
    }
}
