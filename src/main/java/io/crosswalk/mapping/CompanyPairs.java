package io.crosswalk.mapping;

import java.util.Map;
import java.util.Set;

/**
 * Which companies belong to which accounts, as far as a batch refers to them.
 *
 * @param accounts HubSpot company id to Salesforce account id
 * @param inHubspot the companies that are there to be referred to
 * @param inSalesforce the accounts that are there to be referred to
 */
public record CompanyPairs(
        Map<String, String> accounts, Set<String> inHubspot, Set<String> inSalesforce) {
    public static final CompanyPairs NONE = new CompanyPairs(Map.of(), Set.of(), Set.of());

    public CompanyPairs {
        accounts = Map.copyOf(accounts);
        inHubspot = Set.copyOf(inHubspot);
        inSalesforce = Set.copyOf(inSalesforce);
    }
}
