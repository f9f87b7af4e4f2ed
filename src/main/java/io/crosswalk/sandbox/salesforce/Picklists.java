package io.crosswalk.sandbox.salesforce;

import io.crosswalk.sandbox.Choices;
import java.util.List;
import java.util.Map;

/** The values that the org was delivered with, by the name that {@link FieldCatalog} uses. */
final class Picklists {
    private static final Map<String, List<String>> VALUES =
            Map.ofEntries(
                    Map.entry("LeadSource", Choices.LEAD_SOURCES),
                    Map.entry("Salutation", Choices.SALUTATIONS),
                    Map.entry("Industry", Choices.INDUSTRIES),
                    Map.entry("AccountType", Choices.ACCOUNT_TYPES),
                    Map.entry("OpportunityType", Choices.DEAL_TYPES),
                    Map.entry("StageName", Choices.STAGES),
                    Map.entry("Interests", Choices.INTERESTS),
                    list("Rating", "Hot;Warm;Cold"),
                    list("Ownership", "Public;Private;Subsidiary;Other"),
                    list("ForecastCategory", "Omitted;Pipeline;BestCase;Forecast;Closed"),
                    list("ForecastCategoryName", "Omitted;Pipeline;Best Case;Commit;Closed"),
                    list(
                            "GeocodeAccuracy",
                            "Address;NearAddress;Block;Street;ExtendedZip;Zip;Neighborhood;City;"
                                    + "County;State;Unknown"),
                    list("CleanStatus", "Matched;Different;Acknowledged;NotFound;Inactive;Pending"),
                    list("Tier", "Gold;Silver;Bronze"),
                    list("Level", "Primary;Secondary;Tertiary"),
                    list(
                            "LeadStatus",
                            "Open - Not Contacted;Working - Contacted;Closed - Converted;"
                                    + "Closed - Not Converted"),
                    list(
                            "TimeZone",
                            "Europe/Paris;Europe/London;America/New_York;America/Los_Angeles;GMT"),
                    list("Locale", "en_US;en_GB;de_DE;fr_FR;ja_JP"),
                    list("Language", "en_US;de;fr;ja"));

    private Picklists() {}

    private static Map.Entry<String, List<String>> list(String name, String values) {
        return Map.entry(name, List.of(values.split(";")));
    }

    static List<String> values(String picklist) {
        List<String> values = VALUES.get(picklist);
        if (values == null) {
            throw new IllegalStateException("No picklist '" + picklist + "'");
        }
        return values;
    }
}
