package io.crosswalk.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.api.Api.Answer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mappings over REST: made, read, changed, deleted; and every way to be refused. */
@QuarkusTest
class MappingsApiTest {
    private static final String DEALS = "/api/objects/deal/mappings";

    @TestHTTPResource("/")
    URI base;

    private Api api;

    @BeforeEach
    void api() {
        api = new Api(base);
    }

    @AfterEach
    void putBack() {
        api.reset();
    }

    private String lossReason() {
        return api.made("deal", "closed_lost_reason", "Loss_Reason__c", "TWO_WAY");
    }

    @Test
    void made_canBeReadChangedAndDeleted() {
        String path = lossReason();
        Answer made = api.get(path).is(200);
        assertThat(made.header("etag")).isEqualTo("\"1\"");
        assertThat(made.at("/hubspotProperty")).isEqualTo("closed_lost_reason");
        assertThat(made.at("/syncRuleLabel")).isEqualTo("Two-way");
        assertThat(made.at("/fill")).isEqualTo("none");
        assertThat(made.at("/savedAt")).isNotEmpty();

        Answer changed =
                api.put(
                        path,
                        "{\"syncRule\":\"Always use Salesforce\",\"fill\":\"align\"}",
                        "if-match",
                        "\"1\"");
        assertThat(changed.is(200).header("etag")).isEqualTo("\"2\"");
        assertThat(changed.at("/syncRule")).isEqualTo("ALWAYS_USE_SALESFORCE");
        assertThat(changed.at("/fill")).isEqualTo("align");

        api.delete(path, "if-match", "\"2\"").is(204);
        api.get(path).isRefused(404, "MAPPING_NOT_FOUND");
        Answer versions = api.get(path + "/versions?limit=1").is(200);
        assertThat(versions.at("/items/0/version")).isEqualTo("2");
        assertThat(versions.at("/next")).isEqualTo("2");
        assertThat(api.get(path + "/versions?limit=1&after=2").at("/items/0/version"))
                .isEqualTo("1");
    }

    @Test
    void stale_isRefusedAndChangesNothing() {
        String path = lossReason();

        api.put(path, "{\"syncRule\":\"DONT_SYNC\"}", "if-match", "\"7\"")
                .isRefused(412, "VERSION_CONFLICT");
        api.delete(path, "if-match", "\"7\"").isRefused(412, "VERSION_CONFLICT");
        api.delete(path, "if-match", "7").isRefused(400, "PARAMETER_MALFORMED");

        assertThat(api.get(path).at("/version")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        "contact,interests,Department,TWO_WAY,422,TYPE_MISMATCH",
        "contact,email,Department,TWO_WAY,409,PROPERTY_ALREADY_MAPPED",
        "contact,company,Email,TWO_WAY,409,FIELD_ALREADY_MAPPED",
        "contact,preferred_owner,ReportsToId,TWO_WAY,422,USER_PROPERTY_NOT_MAPPABLE",
        "contact,salesforcecontactid,Department,TWO_WAY,422,LINK_PROPERTY_NOT_MAPPABLE",
        "contact,no_such_property,Department,TWO_WAY,422,PROPERTY_NOT_FOUND",
        "contact,<b>x</b>,Department,TWO_WAY,422,PROPERTY_NOT_FOUND",
        "contact,company,No_Such__c,TWO_WAY,422,FIELD_NOT_FOUND",
        "contact,company,Id FROM Contact--,TWO_WAY,422,FIELD_NOT_FOUND",
        "contact,company,Full_Title__c,TWO_WAY,422,FIELD_READ_ONLY",
        "contact,company,HubSpot_Rating__c,ALWAYS_USE_HUBSPOT,422,FIELD_READ_ONLY",
        "contact,external_grade,Department,TWO_WAY,422,PROPERTY_READ_ONLY",
        "contact,company,Id,TWO_WAY,422,FIELD_READ_ONLY",
        "lead,company,Department,TWO_WAY,404,UNKNOWN_OBJECT",
        "contact,company,Department,SOMETIMES,400,MEMBER_MALFORMED"
    })
    void pairThatCannotBe_isRefusedWithBothNames(
            String object, String property, String field, String rule, int status, String code) {
        Answer answer =
                api.post("/api/objects/" + object + "/mappings", Api.mapping(property, field, rule))
                        .isRefused(status, code);

        if (status == 409 || status == 422) {
            assertThat(answer.at("/detail")).contains(property);
        }
    }

    @Test
    void objectThatIsOff_takesNoNewMapping() {
        api.put("/api/objects/deal", "{\"syncEnabled\":false}").is(200);

        api.post(DEALS, Api.mapping("closed_lost_reason", "Loss_Reason__c", "TWO_WAY"))
                .isRefused(409, "OBJECT_SYNC_OFF");
    }

    @Test
    void settingsOfAnObjectThatSomebodyChangedSince_areNotOverwritten() {
        Answer seen = api.get("/api/objects/deal").is(200);
        String tag = seen.header("etag");

        Answer changed =
                api.put("/api/objects/deal", "{\"create\":\"IN_HUBSPOT\"}", "if-match", tag)
                        .is(200);
        api.put("/api/objects/deal", "{\"create\":\"BOTH\"}", "if-match", tag)
                .isRefused(412, "VERSION_CONFLICT");

        assertThat(tag).isEqualTo("\"" + seen.at("/version") + "\"");
        assertThat(changed.header("etag")).isEqualTo("\"" + changed.at("/version") + "\"");
        assertThat(changed.header("etag")).isNotEqualTo(tag);
        assertThat(api.get("/api/objects/deal").at("/create")).isEqualTo("IN_HUBSPOT");
        api.put("/api/objects/deal", "{\"create\":\"OFF\"}", "if-match", changed.header("etag"))
                .is(200);
    }

    @Test
    void contacts_cannotBeTurnedOff() {
        api.put("/api/objects/contact", "{\"syncEnabled\":false}")
                .isRefused(409, "OBJECT_SYNC_REQUIRED");

        Answer objects = api.get("/api/objects").is(200);
        assertThat(objects.at("/items/0/syncRequired")).isEqualTo("true");
        assertThat(objects.at("/items/0/syncEnabled")).isEqualTo("true");
        assertThat(objects.at("/items/1/syncRequired")).isEqualTo("false");
    }

    @Test
    void standardMapping_staysButNeedNotSync() {
        api.delete(DEALS + "/deal-dealname").isRefused(409, "STANDARD_MAPPING_NOT_DELETABLE");

        assertThat(api.put(DEALS + "/deal-dealname", "{\"syncRule\":\"DONT_SYNC\"}").is(200))
                .satisfies(answer -> assertThat(answer.at("/syncRule")).isEqualTo("DONT_SYNC"));
    }

    @Test
    void owner_goesTwoWayOnly() {
        api.put(DEALS + "/deal-hubspot-owner-id", "{\"syncRule\":\"ALWAYS_USE_HUBSPOT\"}")
                .isRefused(422, "OWNER_MAPPING_TWO_WAY_ONLY");
    }

    @Test
    void otherPairForAMapping_isRefused() {
        api.put(lossReason(), Api.mapping("closed_lost_reason", "Description", "TWO_WAY"))
                .isRefused(409, "MAPPING_PAIR_FIXED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"low":"Web","high":"Web"}  | OPTION_PAIRS_NOT_ONE_TO_ONE
                    {"tiny":"Web"}              | OPTION_UNKNOWN
                    {"low":"No such source"}    | OPTION_UNKNOWN
                    """)
    void optionPairsThatCannotBe_areRefused(String pairs, String code) {
        String body =
                "{\"hubspotProperty\":\"hs_priority\",\"salesforceField\":\"LeadSource\","
                        + "\"syncRule\":\"TWO_WAY\",\"optionPairs\":"
                        + pairs
                        + "}";

        api.post(DEALS, body).isRefused(422, code);
    }

    @Test
    void pairsForTexts_areRefused() {
        String path = lossReason();

        api.put(path, "{\"syncRule\":\"TWO_WAY\",\"optionPairs\":{\"a\":\"b\"}}")
                .isRefused(422, "OPTION_PAIRS_NOT_APPLICABLE");
    }

    @Test
    void refreshOfManagedOptionsOrTexts_isRefused() {
        api.post(lossReason() + "/refresh", "").isRefused(422, "OPTIONS_NOT_REFRESHABLE");
    }

    @Test
    void refresh_addsTheSalesforceOnlyLeadSource() {
        String property = "/sandbox/hubspot/crm/v3/properties/contacts/leadsource";
        String asItWas = options(api.get(property).is(200).json());
        try {
            Answer first = api.post("/api/objects/contact/mappings/contact-leadsource/refresh", "");
            Answer second =
                    api.post("/api/objects/contact/mappings/contact-leadsource/refresh", "");

            assertThat(first.is(200).json().path("added").toString()).contains("Trade Show");
            assertThat(second.is(200).json().path("added")).isEmpty();
            assertThat(second.at("/optionCount")).isEqualTo(first.at("/optionCount"));
        } finally {
            // Other tests rely on what HubSpot lacks.
            api.send("PATCH", property, asItWas, "content-type", "application/json").is(200);
        }
    }

    private static String options(JsonNode property) {
        ObjectNode options = JsonNodeFactory.instance.objectNode();
        options.set("options", property.path("options"));
        return options.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ``                                                              | BODY_MALFORMED
                    nope                                                            | BODY_MALFORMED
                    []                                                              | BODY_MALFORMED
                    {"syncRule":"TWO_WAY"                                           | BODY_MALFORMED
                    {"syncRule":"TWO_WAY"} {}                                       | BODY_MALFORMED
                    {"syncRule":"TWO_WAY","syncRule":"DONT_SYNC"}                   | BODY_MALFORMED
                    {"hubspotProperty":"a","salesforceField":"b"}                   | MEMBER_MISSING
                    {"salesforceField":"b","syncRule":"TWO_WAY"}                    | MEMBER_MISSING
                    {"hubspotProperty":null,"salesforceField":"b","syncRule":"TWO_WAY"} | MEMBER_MISSING
                    {"hubspotProperty":1,"salesforceField":"b","syncRule":"TWO_WAY"}    | MEMBER_MALFORMED
                    {"hubspotProperty":"","salesforceField":"b","syncRule":"TWO_WAY"}   | MEMBER_MALFORMED
                    {"hubspotProperty":"a\\u0000","salesforceField":"b","syncRule":"TWO_WAY"} | MEMBER_MALFORMED
                    {"hubspotProperty":"a\\ud800","salesforceField":"b","syncRule":"TWO_WAY"} | MEMBER_MALFORMED
                    {"hubspotProperty":"a","salesforceField":"b","syncRule":["TWO_WAY"]}      | MEMBER_MALFORMED
                    {"hubspotProperty":"a","salesforceField":"b","syncRule":"TWO_WAY","fill":"yes"} | MEMBER_MALFORMED
                    {"hubspotProperty":"a","salesforceField":"b","syncRule":"TWO_WAY","optionPairs":[]} | MEMBER_MALFORMED
                    {"hubspotProperty":"a","salesforceField":"b","syncRule":"TWO_WAY","standard":true} | MEMBER_UNKNOWN
                    """)
    void malformedBody_isRefused(String body, String code) {
        api.post(DEALS, body).isRefused(400, code);
    }

    @Test
    void deeplyNestedBody_isRefused() {
        api.post(DEALS, "[".repeat(200_000)).isRefused(400, "BODY_MALFORMED");
    }

    @Test
    void pages_followEachOther() {
        Answer first = api.get(DEALS + "?limit=3").is(200);
        Answer second = api.get(DEALS + "?limit=3&after=" + first.at("/next")).is(200);

        assertThat(first.json().path("items")).hasSize(3);
        assertThat(second.at("/items/0/id")).isNotEqualTo(first.at("/items/2/id")).isNotEmpty();
        api.get(DEALS + "?limit=0").isRefused(400, "PARAMETER_MALFORMED");
        api.get(DEALS + "?after=nothing").isRefused(400, "PARAMETER_MALFORMED");
        assertThat(api.get(DEALS + "?search=STAGE").json().path("items")).hasSize(1);
    }
}
