package io.crosswalk.mapping;

import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.hubspot.PrimaryCompany;
import io.crosswalk.rules.Conversion;
import io.crosswalk.rules.HubspotType;
import io.crosswalk.rules.Limits;
import io.crosswalk.rules.SalesforceType;
import io.crosswalk.salesforce.SalesforceField;
import java.util.List;
import java.util.stream.Stream;

/**
 * That a mapping carries over which company a record belongs to: HubSpot's primary company, and a
 * reference to an account. Each side holds its own record's id, so the conversion needs to know
 * which companies are linked to which accounts; it is made anew for every batch.
 *
 * @param field what the Salesforce field takes
 */
public record CompanyReference(Limits field) {
    /** The object whose links translate. */
    public static final String COMPANY = "company";

    private static final String ACCOUNT = "Account";

    /** HubSpot's own properties; one of that name that a user has made is a number like others. */
    static boolean isProperty(HubspotProperty property) {
        return property.hubspotDefined()
                && Stream.of(PrimaryCompany.values())
                        .anyMatch(company -> company.property().equals(property.name()));
    }

    static boolean isField(SalesforceField field) {
        return SalesforceType.of(field.type()) == SalesforceType.REFERENCE
                && field.referenceTo().equals(List.of(ACCOUNT));
    }

    /**
     * Takes an id over only if its partner is among the pairs. HubSpot calls the property
     * read-only, which it is for those who write properties.
     */
    Conversion conversion(CompanyPairs companies) {
        return Conversion.between(
                HubspotType.SELECT,
                SalesforceType.REFERENCE,
                OwnerPairs.only(Limits.NONE, companies.inHubspot()),
                OwnerPairs.only(field, companies.inSalesforce()),
                companies.accounts());
    }
}
