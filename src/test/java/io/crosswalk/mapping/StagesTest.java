package io.crosswalk.mapping;

import static io.crosswalk.mapping.Configured.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.DynamoLocal;
import io.crosswalk.rules.Conversion;
import io.crosswalk.rules.Converted;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.Value;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Options that HubSpot keeps elsewhere. */
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
}
