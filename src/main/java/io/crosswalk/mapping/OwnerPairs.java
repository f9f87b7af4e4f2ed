package io.crosswalk.mapping;

import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.rules.Limits;
import io.crosswalk.salesforce.SalesforceClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who in HubSpot is who in Salesforce: active owners and active users with the same e-mail. Whoever
 * has no partner, or shares an e-mail with a colleague, stands for nobody.
 */
final class OwnerPairs {
    /** No id looks like this. */
    private static final String NOBODY = "(nobody)";

    private static final String SANDBOXED = ".invalid";

    private final HubspotClient hubspot;
    private final SalesforceClient salesforce;
    private final Clock clock;
    private final Duration maxAge;
    private volatile Known known = new Known(Map.of(), Instant.MIN);

    OwnerPairs(HubspotClient hubspot, SalesforceClient salesforce, Clock clock, Duration maxAge) {
        this.hubspot = hubspot;
        this.salesforce = salesforce;
        this.clock = clock;
        this.maxAge = maxAge;
    }

    private record Known(Map<String, String> pairs, Instant until) {}

    private record Person(String id, String email) {}

    /** HubSpot owner id to Salesforce user id. */
    Map<String, String> pairs() {
        Instant now = clock.instant();
        if (!now.isBefore(known.until())) {
            known = new Known(between(hubspot, salesforce), now.plus(maxAge));
        }
        return known.pairs();
    }

    /**
     * As both CRMs say now.
     *
     * @throws io.crosswalk.records.CrmUnavailable if one does not
     */
    static Map<String, String> between(HubspotClient hubspot, SalesforceClient salesforce) {
        Map<String, String> owners =
                byEmail(
                        hubspot.owners(false).stream()
                                .filter(owner -> !owner.archived() && has(owner.email()))
                                .map(owner -> new Person(owner.id(), "" + owner.email())));
        Map<String, String> users =
                byEmail(
                        salesforce.users().stream()
                                .filter(user -> user.active() && has(user.email()))
                                .map(user -> new Person(user.id(), real("" + user.email()))));
        Map<String, String> pairs = new TreeMap<>();
        owners.forEach(
                (email, owner) -> {
                    if (users.containsKey(email)) {
                        pairs.put(owner, users.get(email));
                    }
                });
        return Map.copyOf(pairs);
    }

    /** Salesforce puts this behind the addresses of users when it makes a sandbox of an org. */
    private static String real(String email) {
        return email.endsWith(SANDBOXED)
                ? email.substring(0, email.length() - SANDBOXED.length())
                : email;
    }

    private static boolean has(@Nullable String email) {
        return email != null && !email.isBlank();
    }

    private static Map<String, String> byEmail(Stream<Person> people) {
        Map<String, String> ids = new HashMap<>();
        Set<String> shared = new HashSet<>();
        people.forEach(
                person -> {
                    if (ids.put(person.email(), person.id()) != null) {
                        shared.add(person.email());
                    }
                });
        ids.keySet().removeAll(shared);
        return ids;
    }

    /**
     * Only the people who have a partner are taken. With nobody paired nothing is taken: an empty
     * set of options would let anything pass.
     */
    static Limits only(Limits limits, Collection<String> ids) {
        return limits.withOnly(
                ids.isEmpty() ? Set.of(NOBODY) : ids.stream().collect(Collectors.toSet()));
    }
}
