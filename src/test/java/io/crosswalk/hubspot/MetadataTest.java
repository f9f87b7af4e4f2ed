package io.crosswalk.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswalk.hubspot.HubspotClient.SearchFilter;
import io.crosswalk.records.CrmUnavailable;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetadataTest {
    private static final String PROPERTIES =
            "{'results':[{'name':'email','label':'Email','type':'string','fieldType':'text',"
                    + "'hubspotDefined':true},"
                    + "{'name':'score','type':'number','fieldType':'calculation_equation',"
                    + "'calculated':true},"
                    + "{'name':'owner','type':'enumeration','fieldType':'select',"
                    + "'externalOptions':true,'referencedObjectType':'OWNER',"
                    + "'modificationMetadata':{'readOnlyValue':true,'readOnlyOptions':true},"
                    + "'options':[{'label':'A','value':'a','hidden':true,'displayOrder':3}]}]}";

    private final Hubspot hubspot = new Hubspot();

    @AfterEach
    void close() {
        hubspot.close();
    }

    @Test
    void properties_areReadWithWhatWritingNeeds() {
        hubspot.answers(200, PROPERTIES);

        List<HubspotProperty> properties = hubspot.client.properties("contacts");

        assertThat(properties)
                .extracting(HubspotProperty::readOnly)
                .containsExactly(false, true, true);
        assertThat(properties.get(2).options())
                .containsExactly(new HubspotProperty.Option("a", "A", true, 3));
        assertThat(properties.get(2).referencedObjectType()).isEqualTo("OWNER");
    }

    @Test
    void numberShownAsPercentage_isKnownAsOne() {
        hubspot.answers(
                200,
                "{'results':[{'name':'share','type':'number','fieldType':'number',"
                        + "'numberDisplayHint':'percentage'},"
                        + "{'name':'count','type':'number','fieldType':'number'}]}");

        assertThat(hubspot.client.properties("deals"))
                .extracting(HubspotProperty::numberDisplayHint)
                .containsExactly("percentage", null);
    }

    @Test
    void properties_areKeptUntilTheTimeIsUpOrTheyAreForgotten() {
        hubspot.answers(200, PROPERTIES).answers(200, PROPERTIES).answers(200, PROPERTIES);

        hubspot.client.properties("contacts");
        hubspot.client.properties("contacts");
        assertThat(hubspot.crm.requests).hasSize(1);

        hubspot.client.forgetMetadata();
        hubspot.client.properties("contacts");
        assertThat(hubspot.crm.requests).hasSize(2);

        hubspot.now = hubspot.now.plus(Duration.ofMinutes(5));
        hubspot.client.properties("contacts");
        assertThat(hubspot.crm.requests).hasSize(3);
    }

    @Test
    void optionsAddedAndNamedAnewMeanwhile_stayAsTheyAreWhenOthersAreAdded() {
        String listed = "{'results':[{'name':'tier','options':[{'value':'a','label':'A'}]}]}";
        String now =
                "{'name':'tier','options':[{'value':'a','label':'Best','description':'best'},"
                        + "{'value':'c','label':'Third'}]}";
        hubspot.answers(200, listed).answers(200, now).answers(200, now);
        hubspot.client.properties("contacts");

        hubspot.client.addOptions(
                "contacts",
                "tier",
                List.of(
                        new HubspotProperty.Option("b", "B", false, 1),
                        new HubspotProperty.Option("c", "C", false, 2)));

        assertThat(hubspot.crm.requests.get(2).method()).isEqualTo("PATCH");
        assertThat(hubspot.body(2).path("options"))
                .hasToString(
                        "[{\"value\":\"a\",\"label\":\"Best\",\"description\":\"best\"},"
                                + "{\"value\":\"c\",\"label\":\"Third\"},"
                                + "{\"value\":\"b\",\"label\":\"B\",\"hidden\":false,"
                                + "\"displayOrder\":1}]");
    }

    @Test
    void optionsThatAreAllThereMeanwhile_areNotWritten() {
        hubspot.answers(200, "{'name':'tier','options':[{'value':'b','label':'B'}]}");

        HubspotProperty now =
                hubspot.client.addOptions(
                        "contacts",
                        "tier",
                        List.of(new HubspotProperty.Option("b", "B", false, 1)));

        assertThat(now.options()).extracting(HubspotProperty.Option::value).containsExactly("b");
        assertThat(hubspot.crm.requests).hasSize(1);
    }

    private static final String DEALS =
            "{'results':[{'name':'dealstage','type':'enumeration','externalOptions':true,"
                    + "'options':[]},"
                    + "{'name':'pipeline','type':'enumeration','externalOptions':true,"
                    + "'options':[]},"
                    + "{'name':'deal_currency_code','type':'enumeration','externalOptions':true,"
                    + "'options':[]},"
                    + "{'name':'dealtype','type':'enumeration','options':[]}]}";

    @Test
    void stagesOfDeals_areThoseOfAllPipelinesAsHubspotShowsThem() {
        hubspot.answers(200, DEALS)
                .answers(
                        200,
                        "{'results':[{'id':'7','label':'Renewals','displayOrder':1,'stages':["
                                + "{'id':'72','label':'Won','displayOrder':1},"
                                + "{'id':'71','label':'Due','displayOrder':0},"
                                + "{'id':'73','label':'Old','displayOrder':2,'archived':true}]},"
                                + "{'id':'default','label':'Sales','displayOrder':0,"
                                + "'stages':[{'id':'won','label':'Won','displayOrder':0}]},"
                                + "{'id':'8','label':'Gone','archived':true,"
                                + "'stages':[{'id':'81','label':'Gone'}]}]}");

        List<HubspotProperty> properties = hubspot.client.properties("deals");
        hubspot.client.properties("deals");

        assertThat(properties.get(0).options())
                .containsExactly(
                        new HubspotProperty.Option("won", "Sales: Won", false, 0, "default"),
                        new HubspotProperty.Option("71", "Renewals: Due", false, 1, "7"),
                        new HubspotProperty.Option("72", "Renewals: Won", false, 2, "7"));
        assertThat(properties.get(1).options())
                .containsExactly(
                        new HubspotProperty.Option("default", "Sales", false, 0),
                        new HubspotProperty.Option("7", "Renewals", false, 1));
        assertThat(properties)
                .extracting(HubspotProperty::optionsUnknown)
                .containsExactly(false, false, true, false);
        assertThat(hubspot.crm.requests)
                .extracting(request -> request.path())
                .containsExactly("/crm/v3/properties/deals", "/crm/v3/pipelines/deals");
        assertThat(hubspot.calls).anyMatch(call -> call.contains("PIPELINES"));
    }

    @Test
    void stagesOfTheOnlyPipeline_areCalledAsTheyAre() {
        hubspot.answers(200, DEALS)
                .answers(
                        200,
                        "{'results':[{'id':'default','label':'Sales',"
                                + "'stages':[{'id':'won','label':'Won'}]}]}");

        assertThat(hubspot.client.properties("deals").get(0).options())
                .extracting(HubspotProperty.Option::label)
                .containsExactly("Won");
    }

    @Test
    void pipelinesWithoutTheScope_leaveTheOptionsUnknown() {
        hubspot.answers(200, DEALS).answers(403, "{'category':'MISSING_SCOPES'}");

        assertThat(hubspot.client.properties("deals"))
                .extracting(HubspotProperty::optionsUnknown)
                .containsExactly(true, true, true, false);
    }

    @Test
    void pipelinesThatCannotBeHadNow_leaveDealsWithoutMetadata() {
        hubspot.answers(200, DEALS).answers(503, "{}");

        assertThatThrownBy(() -> hubspot.client.properties("deals"))
                .isInstanceOf(CrmUnavailable.class);
    }

    @Test
    void typesWithoutStages_costOneCall() {
        hubspot.answers(200, PROPERTIES);

        hubspot.client.properties("contacts");

        assertThat(hubspot.crm.requests).hasSize(1);
    }

    @Test
    void nameThatIsNoName_isNeverPutIntoAPath() {
        assertThatThrownBy(() -> hubspot.client.properties("contacts/../owners?x="))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(hubspot.crm.requests).isEmpty();
    }

    @Test
    void owners_areAllPagesActiveOnesFirst() {
        hubspot.answers(
                        200,
                        "{'results':[{'id':'1','email':'A@B.co','firstName':'Amara',"
                                + "'lastName':'Diallo'}],"
                                + "'paging':{'next':{'after':'7 8'}}}")
                .answers(200, "{'results':[{'id':'2'}]}")
                .answers(200, "{'results':[{'id':'3','archived':true},{'id':'1'}]}");

        assertThat(hubspot.client.owners(true))
                .containsExactly(
                        new HubspotClient.Owner("1", "a@b.co", false, "Amara Diallo"),
                        new HubspotClient.Owner("2", null, false),
                        new HubspotClient.Owner("3", null, true));
        assertThat(hubspot.crm.requests.get(1).queryValue("after")).isEqualTo("7 8");
    }

    @Test
    void ownersWithoutEnd_stopAtTheMaximumOfPages() {
        try (Hubspot endless =
                new Hubspot(
                        request ->
                                Hubspot.json(
                                        200, "{'results':[],'paging':{'next':{'after':'1'}}}"))) {
            assertThatThrownBy(() -> endless.client.owners(false))
                    .isInstanceOfSatisfying(
                            CrmUnavailable.class,
                            many -> assertThat(many.code()).isEqualTo("TOO_MANY_PAGES"));
            assertThat(endless.crm.requests).hasSize(200);
        }
    }

    @Test
    void search_sendsFiltersAndReadsThePage() {
        hubspot.answers(
                200,
                "{'total':12,'results':[{'id':'5','properties':{'email':'a@b.co','x':'y'},"
                        + "'updatedAt':'2026-01-02T00:00:00.000Z'}],"
                        + "'paging':{'next':{'after':'1'}}}");

        var page =
                hubspot.client.search(
                        "contacts",
                        List.of(
                                new SearchFilter("lastmodifieddate", "GTE", List.of("17")),
                                new SearchFilter("email", "HAS_PROPERTY", List.of()),
                                new SearchFilter("city", "IN", List.of("ulm", "bonn"))),
                        "lastmodifieddate",
                        List.of("email"),
                        200,
                        "0");

        assertThat(page.total()).isEqualTo(12);
        assertThat(page.after()).isEqualTo("1");
        assertThat(page.records().get(0).values()).containsOnlyKeys("email");
        assertThat(hubspot.body(0).at("/filterGroups/0/filters/0/value").asText()).isEqualTo("17");
        assertThat(hubspot.body(0).at("/filterGroups/0/filters/1").has("value")).isFalse();
        assertThat(hubspot.body(0).at("/filterGroups/0/filters/2/values")).hasSize(2);
        assertThat(hubspot.body(0).at("/sorts/0/direction").asText()).isEqualTo("ASCENDING");
    }

    @Test
    void searchForSeveralTexts_isInLowerCase() {
        hubspot.answers(200, PROPERTIES).answers(200, "{'results':[]}");

        hubspot.client.search(
                "contacts",
                List.of(new SearchFilter("email", "IN", List.of("A@B.co"))),
                "email",
                List.of(),
                10,
                null);

        assertThat(hubspot.body(1).at("/filterGroups/0/filters/0/values/0").asText())
                .isEqualTo("a@b.co");
    }

    @Test
    void searchRefused_saysWhyWithoutValues() {
        hubspot.answers(
                400,
                "{'category':'VALIDATION_ERROR','correlationId':'c-1','message':'secret value'}");

        assertThatThrownBy(
                        () ->
                                hubspot.client.search(
                                        "contacts", List.of(), "email", List.of(), 1, null))
                .hasMessageContaining("VALIDATION_ERROR")
                .hasMessageContaining("c-1")
                .hasMessageNotContaining("secret value");
    }
}
