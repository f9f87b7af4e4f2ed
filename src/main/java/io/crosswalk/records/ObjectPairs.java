package io.crosswalk.records;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The object pairs that Crosswalk ships with. */
public final class ObjectPairs {
    private static final List<ObjectPair> ALL =
            List.of(
                    new ObjectPair(
                            "contact",
                            "contacts",
                            "0-1",
                            "Contact",
                            "salesforcecontactid",
                            "lastmodifieddate"),
                    new ObjectPair(
                            "company",
                            "companies",
                            "0-2",
                            "Account",
                            "salesforceaccountid",
                            "hs_lastmodifieddate"),
                    new ObjectPair(
                            "deal",
                            "deals",
                            "0-3",
                            "Opportunity",
                            "hs_salesforceopportunityid",
                            "hs_lastmodifieddate"));

    private ObjectPairs() {}

    public static List<ObjectPair> all() {
        return ALL;
    }

    public static Optional<ObjectPair> named(String name) {
        return first(pair -> pair.name().equals(name));
    }

    /**
     * @param type {@code contacts}
     */
    public static Optional<ObjectPair> ofHubspotType(String type) {
        return first(pair -> pair.hubspotType().equals(type));
    }

    /**
     * @param type {@code Contact}
     */
    public static Optional<ObjectPair> ofSalesforceType(String type) {
        return first(pair -> pair.salesforceType().equals(type));
    }

    private static Optional<ObjectPair> first(Predicate<ObjectPair> wanted) {
        for (ObjectPair pair : ALL) {
            if (wanted.test(pair)) {
                return Optional.of(pair);
            }
        }
        return Optional.empty();
    }
}
