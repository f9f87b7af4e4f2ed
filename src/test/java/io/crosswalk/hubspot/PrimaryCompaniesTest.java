package io.crosswalk.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.records.CrmCreate;
import io.crosswalk.records.CrmWrite;
import io.crosswalk.records.WriteOutcome;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Primary companies are written through associations, and the other values as ever. */
class PrimaryCompaniesTest {
    private static final String NONE =
            "{'status':'COMPLETE','results':[],'numErrors':1,'errors':[{'status':'error',"
                    + "'category':'OBJECT_NOT_FOUND','subCategory':"
                    + "'crm.associations.NO_ASSOCIATIONS_FOUND','context':{'fromObjectId':['1']}}]}";

    /** 1 belongs to 8, to which a user has given label 28, and knows 9, which has label 29. */
    private static final String TWO =
            "{'results':[{'from':{'id':'1'},'to':[{'toObjectId':8,'associationTypes':["
                    + "{'category':'HUBSPOT_DEFINED','typeId':279},"
                    + "{'category':'HUBSPOT_DEFINED','typeId':1,'label':'Primary'},"
                    + "{'category':'USER_DEFINED','typeId':28,'label':'Boss'}]},"
                    + "{'toObjectId':9,'associationTypes':["
                    + "{'category':'HUBSPOT_DEFINED','typeId':279},"
                    + "{'category':'USER_DEFINED','typeId':29,'label':'Adviser'}]}]}]}";

    private static CrmWrite company(String id, @Nullable String company) {
        Map<String, @Nullable String> values = new HashMap<>();
        values.put("associatedcompanyid", company);
        return new CrmWrite(id, values);
    }

    private static WriteOutcome written(String id) {
        return new WriteOutcome.Written(id, Map.of());
    }

    @Test
    void companySet_getsTheLabelPrimary() {
        try (Hubspot hubspot = new Hubspot()) {
            hubspot.answers(207, NONE).answers(201, "{'results':[{'fromObjectId':1}]}");

            var outcomes = hubspot.client.write("contacts", List.of(company("1", "7")));

            assertThat(outcomes).containsExactly(written("1"));
            assertThat(hubspot.crm.requests.get(1).path())
                    .isEqualTo("/crm/v4/associations/contacts/companies/batch/create");
            assertThat(hubspot.body(1))
                    .isEqualTo(
                            Hubspot.tree(
                                    ("{'inputs':[{'from':{'id':'1'},'to':{'id':'7'},'types':["
                                                    + "{'associationCategory':'HUBSPOT_DEFINED',"
                                                    + "'associationTypeId':1}]}]}")
                                            .replace('\'', '"')));
        }
    }

    @Test
    void companyWasMergedIntoAnother_theOtherIsWhatIsStored() {
        try (Hubspot hubspot = new Hubspot()) {
            hubspot.answers(207, NONE)
                    .answers(201, "{'results':[{'fromObjectId':1,'toObjectId':70}]}")
                    .answers(200, "{'results':[{'id':'1','properties':{'city':'Ulm'}}]}");
            Map<String, @Nullable String> values = new HashMap<>();
            values.put("associatedcompanyid", "7");
            values.put("city", "Ulm");

            var outcomes = hubspot.client.write("contacts", List.of(new CrmWrite("1", values)));

            assertThat(outcomes)
                    .containsExactly(
                            new WriteOutcome.Written(
                                    "1", Map.of("associatedcompanyid", "70", "city", "Ulm")));
        }
    }

    @Test
    void labelsOfUsers_areSentAlongLestTheyGo() {
        try (Hubspot hubspot = new Hubspot()) {
            hubspot.answers(200, TWO).answers(201, "{'results':[{'fromObjectId':1}]}");

            hubspot.client.write("contacts", List.of(company("1", "9")));

            assertThat(hubspot.body(1).at("/inputs/0/types").findValuesAsText("associationTypeId"))
                    .containsExactly("1", "29");
        }
    }

    @Test
    void companyCleared_losesTheLabelAlone() {
        try (Hubspot hubspot = new Hubspot()) {
            hubspot.answers(200, TWO)
                    .answers(new io.crosswalk.sandbox.SandboxResponse(204, Map.of(), new byte[0]));

            var outcomes = hubspot.client.write("contacts", List.of(company("1", null)));

            assertThat(outcomes).containsExactly(written("1"));
            assertThat(hubspot.crm.requests.get(1).path())
                    .isEqualTo("/crm/v4/associations/contacts/companies/batch/labels/archive");
            assertThat(hubspot.body(1).at("/inputs/0/to/id").asText()).isEqualTo("8");
            assertThat(hubspot.body(1).at("/inputs/0/types").findValuesAsText("associationTypeId"))
                    .containsExactly("1");
        }
    }

    @Test
    void nothingToChange_isNotSent() {
        try (Hubspot hubspot = new Hubspot()) {
            hubspot.answers(200, TWO);

            var outcomes =
                    hubspot.client.write("contacts", List.of(company("1", "8"), company("2", "")));

            assertThat(outcomes).containsExactly(written("1"), written("2"));
            assertThat(hubspot.crm.requests).hasSize(1);
        }
    }

    @Test
    void oneCompanyIsNotThere_theOthersAreSet() {
        try (Hubspot hubspot = new Hubspot()) {
            String error = "{'category':'OBJECT_NOT_FOUND','message':'COMPANY=99 is not valid'}";
            hubspot.answers(207, NONE)
                    .answers(
                            207,
                            "{'results':[{'fromObjectId':'1'},{'fromObjectId':'3'}],'numErrors':1,"
                                    + "'errors':["
                                    + error
                                    + "]}")
                    .answers(207, "{'results':[],'numErrors':1,'errors':[" + error + "]}");

            var outcomes =
                    hubspot.client.write(
                            "contacts",
                            List.of(company("1", "7"), company("2", "99"), company("3", "7")));

            assertThat(outcomes)
                    .containsExactly(
                            written("1"),
                            new WriteOutcome.Rejected(
                                    "2",
                                    "OBJECT_NOT_FOUND",
                                    "COMPANY=99 is not valid",
                                    List.of("associatedcompanyid")),
                            written("3"));
        }
    }

    @Test
    void wholeBatchRefused_isHalvedUntilOneIsToBlame() {
        try (Hubspot hubspot =
                new Hubspot(
                        request ->
                                request.path().endsWith("read")
                                        ? Hubspot.json(207, NONE)
                                        : request.text().contains("\"99\"")
                                                ? Hubspot.json(
                                                        400,
                                                        "{'category':'VALIDATION_ERROR',"
                                                                + "'message':'no'}")
                                                : Hubspot.json(201, "{'results':[]}"))) {
            var outcomes =
                    hubspot.client.write(
                            "contacts",
                            List.of(company("1", "7"), company("2", "99"), company("3", "7")));

            assertThat(outcomes.get(0)).isEqualTo(written("1"));
            assertThat(outcomes.get(1)).isInstanceOf(WriteOutcome.Rejected.class);
            assertThat(outcomes.get(2)).isEqualTo(written("3"));
        }
    }

    @Test
    void associationsCannotBeSeen_nothingIsWrittenAndNothingInDoubt() {
        try (Hubspot hubspot = new Hubspot()) {
            hubspot.answers(504, "{}");

            var outcomes = hubspot.client.write("contacts", List.of(company("1", "7")));

            assertThat(outcomes)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            WriteOutcome.RetryLater.class,
                            later -> assertThat(later.mayHaveHappened()).isFalse());
            assertThat(hubspot.crm.requests).hasSize(1);
        }
    }

    @Test
    void companyAndProperties_haveOneOutcome() {
        try (Hubspot hubspot = new Hubspot()) {
            hubspot.answers(207, NONE)
                    .answers(201, "{'results':[{'fromObjectId':1}]}")
                    .answers(200, "{'results':[{'id':'1','properties':{'city':'Ulm'}}]}");
            Map<String, @Nullable String> both = new LinkedHashMap<>();
            both.put("city", "Ulm");
            both.put("associatedcompanyid", "7");

            var outcomes = hubspot.client.write("contacts", List.of(new CrmWrite("1", both)));

            assertThat(outcomes)
                    .containsExactly(new WriteOutcome.Written("1", Map.of("city", "Ulm")));
            assertThat(hubspot.body(2).at("/inputs/0/properties").has("associatedcompanyid"))
                    .isFalse();
        }
    }

    @Test
    void propertyRefusedAfterTheCompanyWasSet_thePropertyAloneIsBlamed() {
        try (Hubspot hubspot = new Hubspot()) {
            hubspot.answers(207, NONE)
                    .answers(201, "{'results':[{'fromObjectId':1}]}")
                    .answers(400, "{'category':'VALIDATION_ERROR','message':'no'}");

            var outcomes =
                    hubspot.client.write(
                            "contacts",
                            List.of(
                                    new CrmWrite(
                                            "1",
                                            Map.of("city", "Ulm", "associatedcompanyid", "7"))));

            assertThat(outcomes)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            WriteOutcome.Rejected.class,
                            rejected -> assertThat(rejected.names()).containsExactly("city"));
        }
    }

    @Test
    void newDeal_isAssociatedAsItIsMade() {
        try (Hubspot hubspot = new Hubspot()) {
            hubspot.answers(201, "{'results':[]}");

            hubspot.client.create(
                    "deals",
                    List.of(
                            new CrmCreate(
                                    "006",
                                    Map.of(
                                            "dealname",
                                            "Big",
                                            "hs_primary_associated_company",
                                            "7"))));

            JsonNode input = hubspot.body(0).at("/inputs/0");
            assertThat(input.path("properties").has("hs_primary_associated_company")).isFalse();
            assertThat(input.at("/associations/0/to/id").asText()).isEqualTo("7");
            assertThat(input.at("/associations/0/types/0/associationTypeId").asInt()).isEqualTo(5);
        }
    }
}
