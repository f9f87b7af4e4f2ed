package io.crosswalk.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.api.Api.Answer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API says of the CRMs' properties and fields. */
@QuarkusTest
class MetadataApiTest {
    private static final String CONTACT = "/api/objects/contact";

    @TestHTTPResource("/")
    URI base;

    private Api api;

    @BeforeEach
    void api() {
        api = new Api(base);
    }

    /** The one that is called exactly so. */
    private JsonNode one(String list, String name) {
        for (JsonNode item : api.get(list + "?limit=200&search=" + name).is(200).items()) {
            if (item.path("name").asText().equals(name)) {
                return item;
            }
        }
        throw new AssertionError(name + " is not in the list");
    }

    private static List<String> names(Answer answer) {
        List<String> names = new ArrayList<>();
        answer.items().forEach(item -> names.add(item.path("name").asText()));
        return names;
    }

    @Test
    void mappedProperty_saysByWhat() {
        JsonNode email = one(CONTACT + "/properties", "email");

        assertThat(email.at("/mappedBy/salesforceField").asText()).isEqualTo("Email");
        assertThat(email.path("mappable").asBoolean()).isFalse();
        assertThat(email.at("/whyNot/code").asText()).isEqualTo("PROPERTY_ALREADY_MAPPED");
    }

    @Test
    void freeProperty_canBeMappedAndHasItsOptions() {
        JsonNode interests = one(CONTACT + "/properties", "interests");

        assertThat(interests.path("mappable").asBoolean()).isTrue();
        assertThat(interests.path("type").asText()).isEqualTo("checkbox");
        assertThat(interests.path("options").size()).isPositive();
        assertThat(interests.path("whyNot").isNull()).isTrue();
    }

    @Test
    void propertyOfUsersAndHtml_sayWhyNot() {
        assertThat(one(CONTACT + "/properties", "preferred_owner").at("/whyNot/code").asText())
                .isEqualTo("USER_PROPERTY_NOT_MAPPABLE");
        JsonNode html = one(CONTACT + "/properties", "signature_html");
        assertThat(html.at("/whyNot/code").asText()).isEqualTo("TYPE_MISMATCH");
        assertThat(html.path("type").asText()).isEqualTo("html");
    }

    @Test
    void fields_sayWhatTheyAre() {
        assertThat(one(CONTACT + "/fields", "Full_Title__c").path("readOnly").asBoolean()).isTrue();
        assertThat(one(CONTACT + "/fields", "Secret_Code__c").at("/whyNot/code").asText())
                .isEqualTo("TYPE_MISMATCH");
        JsonNode email = one(CONTACT + "/fields", "Email");
        assertThat(email.at("/mappedBy/hubspotProperty").asText()).isEqualTo("email");
        assertThat(email.path("length").asInt()).isEqualTo(80);
        assertThat(one(CONTACT + "/fields", "Tier__c").path("restricted").asBoolean()).isTrue();
    }

    @Test
    void compatibleFields_areThoseThatAMappingTakes() {
        Answer answer = api.get(CONTACT + "/properties/interests/compatible-fields").is(200);

        assertThat(names(answer)).containsExactly("Interests__c");
        assertThat(answer.at("/items/0/fit")).isEqualTo("STRICT");
        assertThat(answer.json().at("/items/0/syncRules")).hasSize(6);
    }

    @Test
    void compatibleFieldsOfText_markTheExtendedOnesAndComeLast() {
        Answer answer = api.get(CONTACT + "/properties/company/compatible-fields?limit=200");

        List<String> fits = new ArrayList<>();
        answer.items().forEach(item -> fits.add(item.path("fit").asText()));
        assertThat(fits).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(fits).contains("STRICT", "EXTENDED");
        assertThat(names(answer)).contains("Department", "LeadSource").doesNotContain("Tier__c");
    }

    @Test
    void compatibleProperties_leaveOutUsers() {
        Answer answer =
                api.get(CONTACT + "/fields/ReportsToId/compatible-properties?limit=200").is(200);

        assertThat(names(answer)).contains("leadsource").doesNotContain("preferred_owner");
    }

    @Test
    void readOnlyField_comesWithTheRulesThatSuitIt() {
        Answer answer =
                api.get(CONTACT + "/properties/company/compatible-fields?search=Full_Title__c");

        assertThat(answer.json().at("/items/0/syncRules").toString())
                .isEqualTo("[\"ALWAYS_USE_SALESFORCE\",\"DONT_SYNC\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/properties/no_such/compatible-fields",
                "/fields/No_Such__c/compatible-properties",
                "/fields/%27%20OR%20Id%20LIKE%20%27%25/compatible-properties",
                "/properties/%3Cscript%3E/compatible-fields",
                "/properties/a%00b/compatible-fields"
            })
    void unknownName_isNotFound(String path) {
        api.get(CONTACT + path).isRefused(404, "NOT_FOUND");
    }

    @Test
    void allPages_haveEveryPropertyOnce() {
        List<String> all = new ArrayList<>();
        String after = "";
        for (int page = 0; page < 20; page++) {
            Answer answer = api.get(CONTACT + "/properties?limit=7" + after).is(200);
            all.addAll(names(answer));
            if (answer.json().path("next").isNull()) {
                break;
            }
            after = "&after=" + answer.at("/next");
        }

        assertThat(all).doesNotHaveDuplicates().hasSizeGreaterThan(40).contains("email");
    }
}
