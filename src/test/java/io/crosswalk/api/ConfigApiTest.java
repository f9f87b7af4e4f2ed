package io.crosswalk.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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

/** Mappings as code, over REST. */
@QuarkusTest
class ConfigApiTest {
    private static final String PLAN = "/api/config/plan";
    private static final String APPLY = "/api/config/apply";
    private static final String[] YAML = {"content-type", "application/yaml"};
    private static final String[] CSV = {"content-type", "text/csv"};

    private static final String ONE_DEAL_MAPPING =
            """
            partial: true
            objects:
              deal:
                mappings:
                  - hubspotProperty: closed_lost_reason
                    salesforceField: Loss_Reason__c
                    syncRule: Two-way
            """;

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

    private int dealMappings() {
        return api.get("/api/objects/deal/mappings?limit=200").items().size();
    }

    @Test
    void exportedYaml_plannedAgain_changesNothing() {
        api.made("deal", "closed_lost_reason", "Loss_Reason__c", "ALWAYS_USE_HUBSPOT");
        api.put("/api/objects/deal/mappings/deal-amount", "{\"syncRule\":\"DONT_SYNC\"}").is(200);
        Answer yaml = api.get("/api/config").is(200);

        Answer plan = api.send("POST", PLAN, yaml.text(), YAML).is(200);

        assertThat(yaml.header("content-type")).startsWith("application/yaml");
        assertThat(yaml.text()).contains("closed_lost_reason").doesNotContain("version");
        assertThat(plan.at("/changeCount")).isEqualTo("0");
        assertThat(plan.at("/refusalCount")).isEqualTo("0");
        assertThat(plan.header("etag")).isEqualTo(yaml.header("etag"));
    }

    @Test
    void exportedJson_plannedAgain_changesNothing() {
        Answer json = api.get("/api/config?format=json").is(200);
        assertThat(api.get("/api/config", "accept", "application/json").text())
                .isEqualTo(json.text());

        Answer plan = api.post(PLAN, json.text()).is(200);

        assertThat(plan.at("/changeCount")).isEqualTo("0");
        assertThat(json.json().at("/objects/contact/mappings").size()).isGreaterThan(10);
    }

    @Test
    void plan_saysWhatItWouldDoAndDoesNot() {
        int before = dealMappings();

        Answer plan = api.send("POST", PLAN, ONE_DEAL_MAPPING, YAML).is(200);

        JsonNode change = plan.json().at("/objects/0/changes/0");
        assertThat(plan.at("/applied")).isEqualTo("false");
        assertThat(change.path("action").asText()).isEqualTo("CREATE");
        assertThat(change.path("before").isNull()).isTrue();
        assertThat(change.at("/after/syncRule").asText()).isEqualTo("TWO_WAY");
        assertThat(dealMappings()).isEqualTo(before);
    }

    @Test
    void applied_isThere_andAppliedAgainChangesNothing() {
        int before = dealMappings();

        Answer applied = api.send("POST", APPLY, ONE_DEAL_MAPPING, YAML).is(200);
        Answer again = api.send("POST", APPLY, ONE_DEAL_MAPPING, YAML).is(200);

        assertThat(applied.at("/applied")).isEqualTo("true");
        assertThat(applied.at("/changeCount")).isEqualTo("1");
        assertThat(again.at("/changeCount")).isEqualTo("0");
        assertThat(again.at("/versions/deal")).isEqualTo(applied.at("/versions/deal"));
        assertThat(dealMappings()).isEqualTo(before + 1);
    }

    @Test
    void editedExport_saysOldAndNew() {
        ObjectNode document = (ObjectNode) api.get("/api/config?format=json").json();
        ObjectNode amount = null;
        for (JsonNode mapping : document.at("/objects/deal/mappings")) {
            if (mapping.path("hubspotProperty").asText().equals("amount")) {
                amount = (ObjectNode) mapping;
            }
        }
        assertThat(amount).isNotNull();
        amount.put("syncRule", "TWO_WAY");

        Answer plan = api.post(PLAN, document.toString()).is(200);

        assertThat(plan.at("/changeCount")).isEqualTo("1");
        JsonNode change = plan.json().at("/objects/2/changes/0");
        assertThat(change.path("id").asText()).isEqualTo("deal-amount");
        assertThat(change.at("/before/syncRule").asText())
                .isEqualTo("PREFER_SALESFORCE_UNLESS_BLANK");
        assertThat(change.at("/after/syncRule").asText()).isEqualTo("TWO_WAY");
    }

    @Test
    void oneRefusedPart_appliesNothingAndCarriesThePlan() {
        int before = dealMappings();
        String document =
                ONE_DEAL_MAPPING
                        + """
                              - {hubspotProperty: hs_acv, salesforceField: StageName, syncRule: TWO_WAY}
                              - {hubspotProperty: hs_arr, salesforceField: Kickoff__c, syncRule: TWO_WAY}
                        """;

        Answer answer = api.send("POST", APPLY, document, YAML);

        answer.isRefused(422, "CONFIGURATION_REFUSED");
        assertThat(answer.at("/plan/refusalCount")).isEqualTo("2");
        assertThat(answer.at("/plan/objects/0/refusals/0/code")).isEqualTo("FIELD_ALREADY_MAPPED");
        assertThat(answer.at("/plan/objects/0/refusals/1/code")).isEqualTo("TYPE_MISMATCH");
        assertThat(answer.at("/plan/objects/0/changes/0/action")).isEqualTo("CREATE");
        assertThat(dealMappings()).isEqualTo(before);
    }

    @Test
    void versionsThatMoved_areRefusedBeforeAnythingIsDone() {
        String tag = api.send("POST", PLAN, ONE_DEAL_MAPPING, YAML).header("etag");
        api.made("deal", "hs_acv", "TotalOpportunityQuantity", "TWO_WAY");

        api.send(
                        "POST",
                        APPLY,
                        ONE_DEAL_MAPPING,
                        "content-type",
                        "application/yaml",
                        "if-match",
                        tag)
                .isRefused(412, "VERSION_CONFLICT");
        api.send("POST", APPLY, "expect: {deal: 9999}\n" + ONE_DEAL_MAPPING, YAML)
                .isRefused(412, "VERSION_CONFLICT");
        assertThat(api.get("/api/objects/deal/mappings?search=closed_lost").items()).isEmpty();
    }

    @Test
    void csvWithNamesAndLabels_isAPlanToo() {
        String csv =
                "HubSpot property,Salesforce field,Sync rule\n"
                        + "Closed Lost Reason,Loss Reason,Prefer Salesforce unless blank\n"
                        + "dealname,Name,Don't sync\n";

        Answer applied = api.send("POST", APPLY + "?object=deal", csv, CSV).is(200);

        assertThat(applied.at("/changeCount")).isEqualTo("2");
        assertThat(api.get("/api/objects/deal/mappings/deal-dealname").at("/syncRule"))
                .isEqualTo("DONT_SYNC");
        assertThat(
                        api.get("/api/objects/deal/mappings?search=closed_lost")
                                .at("/items/0/salesforceField"))
                .isEqualTo("Loss_Reason__c");
    }

    /**
     * As HubSpot's page lists them: with fields of Lead, and owners by a rule that is not theirs.
     */
    @Test
    void copiedTable_isAppliedWithoutItsRefusedRows_whichAreListedWithTheirLines() {
        String csv =
                """
                property,field,rule
                Closed Lost Reason,Loss Reason,Two-way
                hubspot_owner_id,OwnerId,Prefer Salesforce unless blank
                amount,Nowhere__c,Two-way
                dealname,,Two-way
                """;
        int before = dealMappings();

        Answer plan = api.send("POST", PLAN + "?object=deal", csv, CSV).is(200);
        Answer whole = api.send("POST", APPLY + "?object=deal", csv, CSV);
        Answer others =
                api.send(
                        "POST",
                        APPLY + "?object=deal&skipRefused=true",
                        csv,
                        "content-type",
                        "text/csv",
                        "if-match",
                        plan.header("etag"));

        assertThat(plan.at("/objects/0/refusals/0/code")).isEqualTo("FIELD_NOT_FOUND");
        assertThat(plan.at("/objects/0/refusals/0/line")).isEqualTo("4");
        assertThat(plan.at("/unread/0/code")).isEqualTo("MEMBER_MISSING");
        assertThat(plan.at("/unread/0/line")).isEqualTo("5");
        whole.isRefused(422, "CONFIGURATION_REFUSED");
        assertThat(whole.at("/detail")).contains("skipRefused=true");
        assertThat(others.is(200).at("/applied")).isEqualTo("true");
        assertThat(others.at("/changeCount")).isEqualTo("1");
        assertThat(others.at("/refusalCount")).isEqualTo("2");
        assertThat(dealMappings()).isEqualTo(before + 1);
    }

    @Test
    void documentThatIsNoTable_isNotAppliedInParts() {
        api.send("POST", APPLY + "?skipRefused=true", ONE_DEAL_MAPPING, YAML)
                .isRefused(400, "PARAMETER_MALFORMED");
        api.send("POST", PLAN + "?skipRefused=true", "property,field,rule\n", CSV)
                .isRefused(400, "PARAMETER_MALFORMED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                              | MEMBER_MISSING
                    {"objects":{"lead":{}}}                         | MEMBER_UNKNOWN
                    {"objects":{},"version":1}                      | MEMBER_UNKNOWN
                    {"objects":{"deal":{"mappings":{}}}}            | MEMBER_MALFORMED
                    {"objects":{"deal":{"syncEnabled":"yes"}}}      | MEMBER_MALFORMED
                    {"objects":{"deal":[]}}                         | MEMBER_MALFORMED
                    {"objects":{},"expect":{"deal":-1}}             | MEMBER_MALFORMED
                    {"objects":{"deal":{"mappings":[{"a":1}]}}}     | MEMBER_UNKNOWN
                    """)
    void malformedDocument_isRefused(String document, String code) {
        api.post(PLAN, document).isRefused(400, code);
        api.post(APPLY, document).isRefused(400, code);
    }

    @Test
    void schema_isServed() {
        Answer schema = api.get("/api/config/schema").is(200);

        assertThat(schema.header("content-type")).startsWith("application/schema+json");
        assertThat(schema.at("/$schema")).contains("2020-12");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/config/apply?partial=true, 'partial'",
        "/api/config/apply?dryRun=true, 'dryRun'",
        "/api/config/apply?object=deal, 'object'",
        "/api/config/plan?Object=deal, 'Object'"
    })
    void parameterThatMeansNothing_isRefusedAndNothingIsChanged(String path, String name) {
        api.made("deal", "closed_lost_reason", "Loss_Reason__c", "ALWAYS_USE_HUBSPOT");
        String before = api.get("/api/config").is(200).text();

        Answer answer = api.post(path, "{\"objects\":{\"deal\":{\"mappings\":[]}}}");

        answer.isRefused(400, "PARAMETER_MALFORMED");
        assertThat(answer.text()).contains(name.strip());
        assertThat(api.get("/api/config").text()).isEqualTo(before);
    }

    @Test
    void slipInAFilter_doesNotListEverything() {
        api.get("/api/problems?serverity=ISSUE").isRefused(400, "PARAMETER_MALFORMED");
        api.get("/api/objects/deal/mappings?q=amount").isRefused(400, "PARAMETER_MALFORMED");
    }
}
