package io.crosswalk.mapping;

import static io.crosswalk.rules.SyncRule.DONT_SYNC;
import static io.crosswalk.rules.SyncRule.PREFER_SALESFORCE_UNLESS_BLANK;
import static io.crosswalk.rules.SyncRule.TWO_WAY;

import io.crosswalk.hubspot.PrimaryCompany;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.SyncRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The mappings that every installation starts with. What identifies a record or money (names,
 * e-mail, amount, stage) prefers Salesforce, where sales keeps it; what whoever talks to the person
 * learns first (title, phone, address) goes both ways. Which company a record belongs to is left
 * alone until somebody turns it on: it needs companies to be linked, and moves people between them.
 */
public final class StandardMappings {
    private static final String OWNER_PROPERTY = "hubspot_owner_id";
    private static final String OWNER_FIELD = "OwnerId";
    private static final String ACCOUNT_FIELD = "AccountId";

    private static final List<Mapping> ALL =
            List.of(
                    contact("firstname", "FirstName", PREFER_SALESFORCE_UNLESS_BLANK),
                    contact("lastname", "LastName", PREFER_SALESFORCE_UNLESS_BLANK),
                    contact("email", "Email", PREFER_SALESFORCE_UNLESS_BLANK),
                    contact("salutation", "Salutation", TWO_WAY),
                    contact("jobtitle", "Title", TWO_WAY),
                    contact("phone", "Phone", TWO_WAY),
                    contact("mobilephone", "MobilePhone", TWO_WAY),
                    contact("fax", "Fax", TWO_WAY),
                    contact("address", "MailingStreet", TWO_WAY),
                    contact("city", "MailingCity", TWO_WAY),
                    contact("state", "MailingState", TWO_WAY),
                    contact("zip", "MailingPostalCode", TWO_WAY),
                    contact("country", "MailingCountry", TWO_WAY),
                    contact("leadsource", "LeadSource", PREFER_SALESFORCE_UNLESS_BLANK),
                    contact(OWNER_PROPERTY, OWNER_FIELD, TWO_WAY),
                    contact(PrimaryCompany.OF_CONTACT.property(), ACCOUNT_FIELD, DONT_SYNC),
                    company("name", "Name", PREFER_SALESFORCE_UNLESS_BLANK),
                    company("website", "Website", TWO_WAY),
                    company("phone", "Phone", TWO_WAY),
                    company("type", "Type", PREFER_SALESFORCE_UNLESS_BLANK),
                    company("industry", "Industry", PREFER_SALESFORCE_UNLESS_BLANK),
                    company(
                            "numberofemployees",
                            "NumberOfEmployees",
                            PREFER_SALESFORCE_UNLESS_BLANK),
                    company("annualrevenue", "AnnualRevenue", PREFER_SALESFORCE_UNLESS_BLANK),
                    company("address", "BillingStreet", TWO_WAY),
                    company("city", "BillingCity", TWO_WAY),
                    company("state", "BillingState", TWO_WAY),
                    company("zip", "BillingPostalCode", TWO_WAY),
                    company("country", "BillingCountry", TWO_WAY),
                    company("description", "Description", TWO_WAY),
                    company(OWNER_PROPERTY, OWNER_FIELD, TWO_WAY),
                    deal("dealname", "Name", PREFER_SALESFORCE_UNLESS_BLANK),
                    deal("amount", "Amount", PREFER_SALESFORCE_UNLESS_BLANK),
                    deal("closedate", "CloseDate", PREFER_SALESFORCE_UNLESS_BLANK),
                    deal("dealstage", "StageName", PREFER_SALESFORCE_UNLESS_BLANK),
                    deal("dealtype", "Type", PREFER_SALESFORCE_UNLESS_BLANK),
                    deal("description", "Description", TWO_WAY),
                    deal(OWNER_PROPERTY, OWNER_FIELD, TWO_WAY),
                    deal(PrimaryCompany.OF_DEAL.property(), ACCOUNT_FIELD, DONT_SYNC));

    private StandardMappings() {}

    public static List<Mapping> of(String object) {
        return ALL.stream().filter(mapping -> mapping.object().equals(object)).toList();
    }

    /** Those of an object, and over them what is stored. */
    static List<Mapping> under(String object, List<Mapping> stored) {
        Map<String, Mapping> byId = new LinkedHashMap<>();
        for (Mapping shipped : of(object)) {
            // A release may ship a mapping for a pair that the user has made one for already.
            if (!shipped.holdsItsEnds()
                    || has(stored, shipped.id())
                    || stored.stream().noneMatch(mapping -> takesPlaceOf(mapping, shipped))) {
                byId.put(shipped.id(), shipped);
            }
        }
        stored.forEach(mapping -> byId.put(mapping.id(), mapping));
        return new ArrayList<>(byId.values());
    }

    static boolean ships(String object, String id) {
        return has(of(object), id);
    }

    private static boolean has(List<Mapping> stored, String id) {
        return stored.stream().anyMatch(mapping -> mapping.id().equals(id));
    }

    private static boolean takesPlaceOf(Mapping mapping, Mapping shipped) {
        return !mapping.id().equals(shipped.id())
                && (mapping.hubspotProperty().equals(shipped.hubspotProperty())
                        || mapping.salesforceField().equals(shipped.salesforceField()));
    }

    static boolean asShipped(Mapping mapping) {
        return mapping.standard() && ALL.contains(mapping);
    }

    /** What a standard mapping was shipped with; absent for others. */
    static Optional<MappingChoice> shippedChoice(Mapping mapping) {
        return ALL.stream()
                .filter(shipped -> mapping.standard() && shipped.id().equals(mapping.id()))
                .map(Mapping::choice)
                .findFirst();
    }

    /** The one mapping of a property that refers to HubSpot users. */
    public static boolean isOwner(Mapping mapping) {
        return mapping.standard() && mapping.hubspotProperty().equals(OWNER_PROPERTY);
    }

    /** Whether a pair is that one. */
    static boolean isOwner(String property, String field) {
        return property.equals(OWNER_PROPERTY) && field.equals(OWNER_FIELD);
    }

    private static Mapping contact(String property, String field, SyncRule rule) {
        return standard("contact", property, field, rule);
    }

    private static Mapping company(String property, String field, SyncRule rule) {
        return standard("company", property, field, rule);
    }

    private static Mapping deal(String property, String field, SyncRule rule) {
        return standard("deal", property, field, rule);
    }

    private static Mapping standard(String object, String property, String field, SyncRule rule) {
        // Ids go into paths: HubSpot's underscores become hyphens.
        String id = object + "-" + property.replace('_', '-');
        return new Mapping(id, object, property, field, rule, Fill.NONE, true, 1);
    }
}
