package io.crosswalk.mapping;

import io.crosswalk.records.ProblemCause;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.rules.SalesforceType;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.salesforce.SalesforceField;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Whether amounts cross over without the currency that they are in. */
final class MappingHealthCurrency {
    /** Salesforce shows it in orgs with several currencies alone. */
    private static final String CURRENCY = "CurrencyIsoCode";

    private MappingHealthCurrency() {}

    /**
     * Whether records of the object have a currency each, and no mapping carries it over.
     *
     * @param mappings all of the object; asked only where there are several currencies
     */
    static boolean isLost(Set<String> fields, Supplier<List<Mapping>> mappings) {
        return fields.contains(CURRENCY)
                && mappings.get().stream()
                        .noneMatch(
                                mapping ->
                                        mapping.salesforceField().equals(CURRENCY)
                                                && mapping.syncRule() != SyncRule.DONT_SYNC);
    }

    /** Of a mapping of an object whose currency is lost. */
    static List<ProblemCause> findings(Mapping mapping, SalesforceField field) {
        if (mapping.syncRule() == SyncRule.DONT_SYNC
                || Compatibility.typeOf(field) != SalesforceType.CURRENCY) {
            return List.of();
        }
        ProblemCode code = ProblemCode.AMOUNT_WITHOUT_CURRENCY;
        return List.of(
                ProblemCause.of(
                        code,
                        "Salesforce field "
                                + Quoted.name(mapping.salesforceField())
                                + " holds amounts in the currency of each record, which no mapping"
                                + " carries over to HubSpot: property "
                                + Quoted.name(mapping.hubspotProperty())
                                + " gets the same number in whatever currency its record has. "
                                + code.mending()));
    }
}
