package io.crosswalk.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.sandbox.Choices;
import io.crosswalk.sandbox.Dataset;
import io.crosswalk.sandbox.Dataset.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropertiesTest {
    private static final String CONTACTS = "/crm/v3/properties/contacts";
    private static final String SHOE_SIZE =
            "{'groupName':'g','name':'shoe_size','label':'Shoe size','type':'enumeration',"
                    + "'fieldType':'select','options':[{'label':'Small','value':'s'}]}";

    private final Portal portal = new Portal();

    @ParameterizedTest
    @ValueSource(strings = {"contacts", "companies", "deals"})
    void list_hasAtLeast30WithEveryDocumentedField(String type) {
        JsonNode properties = portal.get("/crm/v3/properties/" + type).json().path("results");
        assertThat(properties).hasSizeGreaterThanOrEqualTo(30);
        assertThat(properties)
                .allSatisfy(
                        property -> {
                            for (String field :
                                    new String[] {
                                        "name",
                                        "label",
                                        "type",
                                        "fieldType",
                                        "groupName",
                                        "description",
                                        "options",
                                        "displayOrder",
                                        "hidden",
                                        "formField",
                                        "hubspotDefined",
                                        "calculated",
                                        "externalOptions",
                                        "hasUniqueValue",
                                        "dataSensitivity",
                                        "archived",
                                        "createdAt",
                                        "updatedAt",
                                        "modificationMetadata"
                                    }) {
                                assertThat(property.has(field)).as(field).isTrue();
                            }
                        });
    }

    @Test
    void everyValueOfTheDataset_isOneThatHubspotTakes() {
        PropertyValues values = new PropertyValues(new OwnersApi().ids());
        for (Seed seed : Dataset.generate(1, 200, 60, 80).hubspot()) {
            ObjectType type = ObjectType.find(seed.type());
            PropertySet properties = StandardProperties.of(type);
            seed.values()
                    .forEach(
                            (name, value) ->
                                    assertThat(values.accepted(properties.find(name), value, null))
                                            .as(name)
                                            .isEqualTo(value));
        }
    }

    @Test
    void leadsource_lacksOneOfSalesforcesValues() {
        JsonNode options = portal.get(CONTACTS + "/leadsource").json().path("options");
        assertThat(options.findValuesAsText("value"))
                .isEqualTo(Choices.HUBSPOT_LEAD_SOURCES)
                .doesNotContain(Choices.ONLY_SALESFORCE_LEAD_SOURCE);
    }

    @Test
    void oddProperties_areMarked() {
        JsonNode owner = portal.get(CONTACTS + "/preferred_owner").json();
        assertThat(owner.path("referencedObjectType").asText()).isEqualTo("OWNER");
        assertThat(owner.path("externalOptions").asBoolean()).isTrue();
        JsonNode grade = portal.get(CONTACTS + "/external_grade").json();
        assertThat(grade.path("calculated").asBoolean()).isTrue();
        assertThat(grade.at("/modificationMetadata/readOnlyValue").asBoolean()).isTrue();
        assertThat(portal.get(CONTACTS + "/odd_label").json().path("label").asText())
                .contains("<b>", "\"");
        assertThat(portal.get(CONTACTS + "/signature_html").json().path("fieldType").asText())
                .isEqualTo("html");
    }

    @Test
    void create_thenUse_thenArchive() {
        Portal.Answer created = portal.post(CONTACTS, SHOE_SIZE);
        assertThat(created.status()).isEqualTo(201);
        assertThat(portal.post(CONTACTS, SHOE_SIZE).status()).isEqualTo(409);
        String id = portal.create("contacts", "{'shoe_size':'s'}");
        assertThat(portal.delete(CONTACTS + "/shoe_size").status()).isEqualTo(204);
        assertThat(portal.get(CONTACTS + "/shoe_size").status()).isEqualTo(404);
        assertThat(portal.get(CONTACTS + "/shoe_size?archived=true").status()).isEqualTo(200);
        assertThat(
                        portal.patch(
                                        "/crm/v3/objects/contacts/" + id,
                                        "{'properties':{'shoe_size':'s'}}")
                                .status())
                .isEqualTo(400);
    }

    @Test
    void create_refusesWhatDoesNotFit() {
        assertThat(portal.post(CONTACTS, "{'name':'x'}").status()).isEqualTo(400);
        assertThat(portal.post(CONTACTS, SHOE_SIZE.replace("'select'", "'number'")).status())
                .isEqualTo(400);
        assertThat(portal.post(CONTACTS, SHOE_SIZE.replace("shoe_size", "Shoe size")).status())
                .isEqualTo(400);
    }

    @Test
    void patchedOptions_replaceTheWholeList() {
        portal.post(CONTACTS, SHOE_SIZE);
        Portal.Answer answer =
                portal.patch(
                        CONTACTS + "/shoe_size",
                        "{'options':[{'label':'Medium','value':'m'},{'label':'L','value':'l'}]}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("options").findValuesAsText("value"))
                .containsExactly("m", "l");
        assertThat(
                        portal.post("/crm/v3/objects/contacts", "{'properties':{'shoe_size':'s'}}")
                                .status())
                .isEqualTo(400);
        assertThat(
                        portal.post("/crm/v3/objects/contacts", "{'properties':{'shoe_size':'m'}}")
                                .status())
                .isEqualTo(201);
    }

    @Test
    void patchedOptions_areRefusedWhereReadOnlyOrDoubled() {
        String options = "{'options':[{'label':'A','value':'a'},{'label':'A','value':'b'}]}";
        assertThat(portal.patch("/crm/v3/properties/deals/dealstage", options).json().toString())
                .contains("read only");
        assertThat(portal.patch(CONTACTS + "/leadsource", options).json().toString())
                .contains("unique");
        assertThat(portal.patch(CONTACTS + "/firstname", "{'label':'X'}").status()).isEqualTo(400);
    }

    @Test
    void batchRead_namesTheMissing() {
        Portal.Answer answer =
                portal.post(
                        CONTACTS + "/batch/read", "{'inputs':[{'name':'email'},{'name':'nope'}]}");
        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.json().at("/results/0/name").asText()).isEqualTo("email");
        assertThat(answer.json().at("/errors/0/context/ids/0").asText()).isEqualTo("nope");
    }
}
