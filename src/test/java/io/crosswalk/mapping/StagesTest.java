package io.crosswalk.mapping;

import static io.crosswalk.mapping.Configured.CONTACT;
import static io.crosswalk.mapping.Configured.DEAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crosswalk.hubspot.HubspotProperty.Option;
import io.crosswalk.records.DynamoLocal;
import io.crosswalk.records.ProblemCause;
import io.crosswalk.rules.Conversion;
import io.crosswalk.rules.Converted;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.HubspotType;
import io.crosswalk.rules.SalesforceType;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options that HubSpot keeps elsewhere: stages of pipelines, and what nobody tells. */
@ExtendWith(DynamoLocal.class)
class StagesTest {
    private Configured it;

    @BeforeEach
    void installation() throws Exception {
        it = new Configured();
    }

    private static MappingChoice pairs(Map<String, String> pairs) {
        return new MappingChoice(SyncRule.TWO_WAY, Fill.NONE, pairs);
    }

    private Conversion planned(String property) {
        PlannedField field = it.plans.plan(CONTACT).ofProperty(property);
        assertThat(field).as(property).isNotNull();
        return field.conversion();
    }

    private void unknown(String property) {
        it.hubspot.with(Crm.property(property, "enumeration", "select", false, true, null));
    }

    @Test
    void optionsThatNobodyTells_arePairedUnseenAndNothingElseOfThemIsCarriedOver() {
        unknown("region");
        it.salesforce.with("Region__c", "picklist", "North", "South");

        it.mappings.create(CONTACT, "region", "Region__c", pairs(Map.of("17", "North")));

        assertThat(planned("region").toSalesforce(Value.of("17")))
                .isEqualTo(new Converted.Ok(Value.of("North")));
        assertThat(planned("region").toHubspot(Value.of("North")))
                .isEqualTo(new Converted.Ok(Value.of("17")));
        assertThat(planned("region").toSalesforce(Value.of("18")))
                .isInstanceOf(Converted.Refused.class);
        assertThat(planned("region").toHubspot(Value.of("South")))
                .isInstanceOf(Converted.Refused.class);
    }

    @Test
    void optionsThatNobodyTellsAndNobodyPaired_areNotCarriedOver() {
        unknown("region");
        it.salesforce.with("Region__c", "picklist", "North");

        it.mappings.create(CONTACT, "region", "Region__c", pairs(Map.of()));

        assertThat(planned("region").toSalesforce(Value.of("17")))
                .isInstanceOf(Converted.Refused.class);
        assertThat(planned("region").toHubspot(Value.of("North")))
                .isInstanceOf(Converted.Refused.class);
    }

    /** The same everywhere; a currency that the portal does not have HubSpot refuses itself. */
    @Test
    void currencies_areCarriedOverAsTheyAre() {
        unknown("deal_currency_code");
        it.salesforce.with(Crm.field("CurrencyIsoCode", "picklist", true, true, "EUR", "USD"));

        it.mappings.create(CONTACT, "deal_currency_code", "CurrencyIsoCode", pairs(Map.of()));

        assertThat(planned("deal_currency_code").toHubspot(Value.of("USD")))
                .isEqualTo(new Converted.Ok(Value.of("USD")));
        assertThat(planned("deal_currency_code").toSalesforce(Value.of("EUR")))
                .isEqualTo(new Converted.Ok(Value.of("EUR")));
        assertThat(planned("deal_currency_code").toSalesforce(Value.of("GBP")))
                .isInstanceOf(Converted.Refused.class);
    }

    /** Two pipelines, in both of which deals can be won; the renewals are shown first. */
    private void stages() {
        it.hubspot.with(
                Crm.withOptions(
                        Crm.property("dealstage", "enumeration", "radio", false, true, null),
                        List.of(
                                new Option("r-won", "Renewals: Won", false, 0, "renewals"),
                                new Option("a-new", "Sales: New", false, 1, "sales"),
                                new Option("a-won", "Sales: Won", false, 2, "sales"))));
        it.salesforce.with("StageName", "picklist", "New", "Won");
    }

    private Mapping stages(Map<String, String> pairs) {
        Mapping shipped = it.store.load("deal").ofProperty("dealstage").orElseThrow();
        return it.mappings.update(
                DEAL, shipped.id(), new MappingEdit(null, null, null, null, pairs), null);
    }

    private PlannedField stage() {
        return Objects.requireNonNull(it.plans.plan(DEAL).ofProperty("dealstage"));
    }

    @Test
    void oneStagePerPipeline_isPairedWithOneValue() {
        stages();
        stages(Map.of("a-won", "Won", "r-won", "Won", "a-new", "New"));

        assertThat(stage().convertedTo(Side.HUBSPOT, Value.of("Won"), "sales"))
                .isEqualTo(new Converted.Ok(Value.of("a-won")));
        assertThat(stage().convertedTo(Side.HUBSPOT, Value.of("Won"), "renewals"))
                .isEqualTo(new Converted.Ok(Value.of("r-won")));
        assertThat(stage().convertedTo(Side.HUBSPOT, Value.of("Won")))
                .isEqualTo(new Converted.Ok(Value.of("r-won")));
        assertThat(stage().pipeline(Value.of("a-won"))).isEqualTo("sales");
    }

    /** Salesforce's own picklist of stages takes any text. */
    @Test
    void stageThatIsNotPaired_isNotWrittenToSalesforceAsItsId() {
        stages();
        stages(Map.of("a-won", "Won"));

        assertThat(stage().convertedTo(Side.SALESFORCE, Value.of("a-new")))
                .isInstanceOf(Converted.Refused.class);
        assertThat(stage().convertedTo(Side.SALESFORCE, Value.of("a-won")))
                .isEqualTo(new Converted.Ok(Value.of("Won")));
    }

    @Test
    void twoStagesOfOnePipelineForOneValue_areRefused() {
        stages();

        assertThat(
                        catchThrowableOfType(
                                        Refusal.class,
                                        () -> stages(Map.of("a-won", "Won", "a-new", "Won")))
                                .code())
                .isEqualTo(RefusalCode.OPTION_PAIRS_NOT_ONE_TO_ONE);
    }

    @Test
    void stageOfAnotherPipeline_isWrittenWithItsPipeline() {
        stages();

        assertThat(stage().besides(Value.of("r-won"), Value.of("a-new")))
                .isEqualTo(Map.of("pipeline", "sales"));
        assertThat(stage().besides(Value.BLANK, Value.of("a-new")))
                .isEqualTo(Map.of("pipeline", "sales"));
        assertThat(stage().besides(Value.of("a-won"), Value.of("a-new"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TWO_WAY, false",
        "ALWAYS_USE_SALESFORCE, false",
        "ALWAYS_USE_HUBSPOT, true",
        "DONT_SYNC, true"
    })
    void pipelineThatAMappingWrites_isTheMappingsAlone(SyncRule rule, boolean moves) {
        stages();
        it.hubspot.with("pipeline", "enumeration", "select", "sales", "renewals");
        it.salesforce.with("Kind__c", "picklist", "sales", "renewals");
        it.mappings.create(
                DEAL, "pipeline", "Kind__c", new MappingChoice(rule, Fill.NONE, Map.of()));

        assertThat(stage().besides(Value.of("r-won"), Value.of("a-new")).isEmpty())
                .isNotEqualTo(moves);
    }

    @Test
    void stagesThatArePairedInEachPipeline_areNoFinding() {
        stages();
        Map<String, String> pairs = Map.of("a-won", "Won", "r-won", "Won", "a-new", "New");

        List<ProblemCause> findings =
                new MappingHealthOptions(SyncRule.TWO_WAY, "'p'", "'F'", pairs)
                        .findings(
                                it.hubspot.properties("deals").stream()
                                        .filter(each -> each.name().equals("dealstage"))
                                        .findFirst()
                                        .orElseThrow(),
                                HubspotType.RADIO,
                                Crm.field("F", "picklist", "New", "Won"),
                                SalesforceType.PICKLIST);

        assertThat(findings).isEmpty();
    }
}
