package io.crosswalk.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Companies of contacts and deals: one of them is primary, and a property shows which. */
class AssociationsTest {
    private static final String BATCH = "/crm/v4/associations/contacts/companies/batch/";
    private static final String PRIMARY =
            "{'associationCategory':'HUBSPOT_DEFINED','associationTypeId':1}";

    private final Portal portal = new Portal();
    private String contact;
    private String first;
    private String second;

    @BeforeEach
    void aContactAndTwoCompanies() {
        contact = portal.contact("ann@example.com");
        first = portal.create("companies", "{'name':'First'}");
        second = portal.create("companies", "{'name':'Second'}");
        portal.eventsAfterAMoment();
    }

    private Portal.Answer batch(String call, String company, String types) {
        return portal.post(
                BATCH + call,
                "{'inputs':[{'from':{'id':'"
                        + contact
                        + "'},'to':{'id':'"
                        + company
                        + "'},'types':["
                        + types
                        + "]}]}");
    }

    private String primary() {
        return portal.get("/crm/v3/objects/contacts/" + contact + "?properties=associatedcompanyid")
                .property("associatedcompanyid")
                .textValue();
    }

    private List<String> companies() {
        return portal.get("/crm/v4/objects/contacts/" + contact + "/associations/companies")
                .json()
                .path("results")
                .findValuesAsText("toObjectId");
    }

    @Test
    void anotherPrimary_takesTheLabelAndLeavesTheAssociation() {
        Portal.Answer made = batch("create", first, PRIMARY);
        batch("create", second, PRIMARY);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().at("/results/0/toObjectId").asText()).isEqualTo(first);
        assertThat(primary()).isEqualTo(second);
        assertThat(companies()).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void labelsOfOneAssociation_areReplacedByThoseThatAreNamed() {
        String label = "{'associationCategory':'USER_DEFINED','associationTypeId':28}";
        batch("create", first, label);
        batch("create", first, PRIMARY);

        JsonNode read = portal.post(BATCH + "read", "{'inputs':[{'id':'" + contact + "'}]}").json();

        assertThat(read.at("/results/0/to/0/associationTypes").findValuesAsText("typeId"))
                .containsExactly("279", "1");
    }

    @Test
    void primaryLabelArchived_theCompanyStaysAssociated() {
        batch("create", first, PRIMARY);

        Portal.Answer archived = batch("labels/archive", first, PRIMARY);

        assertThat(archived.status()).isEqualTo(204);
        assertThat(primary()).isNull();
        assertThat(companies()).containsExactly(first);
    }

    @Test
    void associationArchived_thePropertyIsCleared() {
        batch("create", first, PRIMARY);

        portal.post(
                BATCH + "archive",
                "{'inputs':[{'from':{'id':'" + contact + "'},'to':[{'id':'" + first + "'}]}]}");

        assertThat(primary()).isNull();
        assertThat(companies()).isEmpty();
    }

    @Test
    void contactWithoutCompany_isAnErrorAmongTheResults() {
        Portal.Answer read = portal.post(BATCH + "read", "{'inputs':[{'id':'" + contact + "'}]}");

        assertThat(read.status()).isEqualTo(207);
        assertThat(read.json().at("/errors/0/subCategory").asText())
                .isEqualTo("crm.associations.NO_ASSOCIATIONS_FOUND");
        assertThat(read.json().at("/errors/0/context/fromObjectId/0").asText()).isEqualTo(contact);
    }

    @Test
    void companyThatIsNotThere_failsAloneAmongOthers() {
        Portal.Answer made =
                portal.post(
                        BATCH + "create",
                        "{'inputs':[{'from':{'id':'"
                                + contact
                                + "'},'to':{'id':'999'},'types':["
                                + PRIMARY
                                + "]},{'from':{'id':'"
                                + contact
                                + "'},'to':{'id':'"
                                + first
                                + "'},'types':["
                                + PRIMARY
                                + "]}]}");

        assertThat(made.status()).isEqualTo(207);
        assertThat(made.json().path("numErrors").asInt()).isEqualTo(1);
        assertThat(primary()).isEqualTo(first);
    }

    @Test
    void theProperty_cannotBeWrittenAndHasAHistory() {
        batch("create", first, PRIMARY);
        batch("create", second, PRIMARY);

        Portal.Answer written =
                portal.patch(
                        "/crm/v3/objects/contacts/" + contact,
                        "{'properties':{'associatedcompanyid':'" + first + "'}}");
        JsonNode history =
                portal.get(
                                "/crm/v3/objects/contacts/"
                                        + contact
                                        + "?propertiesWithHistory=associatedcompanyid")
                        .json()
                        .at("/propertiesWithHistory/associatedcompanyid");

        assertThat(written.status()).isEqualTo(400);
        assertThat(written.details().at("/0/error").asText()).isEqualTo("READ_ONLY_VALUE");
        assertThat(history.findValuesAsText("value")).containsExactly(second, first);
    }

    @Test
    void primarySet_isToldAsAssociationAndAsProperty() {
        batch("create", first, PRIMARY);

        List<JsonNode> events = portal.eventsAfterAMoment();

        assertThat(events)
                .extracting(
                        event -> event.path("subscriptionType").asText(),
                        event -> event.path("isPrimaryAssociation").asBoolean(),
                        event -> event.path("propertyValue").asText(""))
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("contact.associationChange", false, ""),
                        org.assertj.core.groups.Tuple.tuple("contact.associationChange", true, ""),
                        org.assertj.core.groups.Tuple.tuple("company.associationChange", false, ""),
                        org.assertj.core.groups.Tuple.tuple("company.associationChange", true, ""),
                        org.assertj.core.groups.Tuple.tuple(
                                "contact.propertyChange", false, first));
        assertThat(events.get(0).path("associationType").asText()).isEqualTo("CONTACT_TO_COMPANY");
        assertThat(events.get(1).path("associationType").asText()).isEqualTo("COMPANY_TO_CONTACT");
        assertThat(events.get(1).path("fromObjectId").asText()).isEqualTo(first);
    }

    @Test
    void contactAndDealAssociated_bothAreToldOnce() {
        String deal = portal.create("deals", "{'dealname':'Big'}");
        portal.eventsAfterAMoment();
        String pair = "/crm/v4/objects/deals/" + deal + "/associations/";

        portal.call("PUT", pair + "default/contacts/" + contact, "", null);
        portal.call("PUT", pair + "default/contacts/" + contact, "", null);
        List<JsonNode> made = portal.eventsAfterAMoment();
        portal.delete(pair + "contacts/" + contact);
        List<JsonNode> gone = portal.eventsAfterAMoment();

        assertThat(made)
                .extracting(event -> event.path("associationType").asText())
                .containsExactly("DEAL_TO_CONTACT", "CONTACT_TO_DEAL");
        assertThat(gone)
                .extracting(event -> event.path("associationRemoved").asBoolean())
                .containsExactly(true, true);
    }

    @Test
    void dealMadeWithACompany_hasIt() {
        String deal =
                portal.post(
                                "/crm/v3/objects/deals",
                                "{'properties':{'dealname':'Big'},'associations':[{'to':{'id':'"
                                        + first
                                        + "'},'types':[{'associationCategory':'HUBSPOT_DEFINED',"
                                        + "'associationTypeId':5}]}]}")
                        .json()
                        .path("id")
                        .asText();

        Portal.Answer read =
                portal.get(
                        "/crm/v3/objects/deals/"
                                + deal
                                + "?properties=hs_primary_associated_company");

        assertThat(read.property("hs_primary_associated_company").asText()).isEqualTo(first);
    }

    @Test
    void companyMergedOrDeleted_thePropertyFollows() {
        batch("create", first, PRIMARY);

        portal.post(
                "/crm/v3/objects/companies/merge",
                "{'primaryObjectId':'" + second + "','objectIdToMerge':'" + first + "'}");
        String merged = primary();
        portal.delete("/crm/v3/objects/companies/" + second);

        assertThat(merged).isEqualTo(second);
        assertThat(primary()).isNull();
    }

    @Test
    void typeOfAnotherDirection_isRefused() {
        Portal.Answer refused =
                batch(
                        "create",
                        first,
                        "{'associationCategory':'HUBSPOT_DEFINED','associationTypeId':2}");

        assertThat(refused.status()).isEqualTo(207);
        assertThat(primary()).isNull();
    }
}
