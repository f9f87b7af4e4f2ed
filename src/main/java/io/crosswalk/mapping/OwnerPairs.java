package io.crosswalk.mapping;

import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.hubspot.HubspotClient.Owner;
import io.crosswalk.rules.Limits;
import io.crosswalk.salesforce.SalesforceClient;
import io.crosswalk.salesforce.SalesforceClient.User;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
    private volatile Known known = new Known(Colleagues.NONE, Instant.MIN);

    OwnerPairs(HubspotClient hubspot, SalesforceClient salesforce, Clock clock, Duration maxAge) {
        this.hubspot = hubspot;
        this.salesforce = salesforce;
        this.clock = clock;
        this.maxAge = maxAge;
    }

    private record Known(Colleagues colleagues, Instant until) {}

    private record Person(String id, String email) {}

    Colleagues colleagues() {
        Instant now = clock.instant();
        if (!now.isBefore(known.until())) {
            known = new Known(between(hubspot, salesforce), now.plus(maxAge));
        }
        return known.colleagues();
    }

    /**
     * As both CRMs say now.
     *
     * @throws io.crosswalk.records.CrmUnavailable if one does not
     */
    static Colleagues between(HubspotClient hubspot, SalesforceClient salesforce) {
        List<Owner> owners =
                hubspot.owners(false).stream().filter(owner -> !owner.archived()).toList();
        List<User> users = salesforce.users().stream().filter(User::active).toList();
        Map<String, String> ownerIds =
                byEmail(
                        owners.stream()
                                .filter(owner -> has(owner.email()))
                                .map(owner -> new Person(owner.id(), "" + owner.email())));
        Map<String, String> userIds =
                byEmail(
                        users.stream()
                                .filter(user -> has(user.email()))
                                .map(user -> new Person(user.id(), real("" + user.email()))));
        Map<String, String> pairs = new TreeMap<>();
        ownerIds.forEach(
                (email, owner) -> {
                    if (userIds.containsKey(email)) {
                        pairs.put(owner, userIds.get(email));
                    }
                });
        Map<String, String> called = new HashMap<>();
        owners.forEach(it -> call(called, it.id(), it.name(), it.email()));
        Map<String, String> calledThere = new HashMap<>();
        users.forEach(it -> call(calledThere, it.id(), it.name(), it.email()));
        return new Colleagues(pairs, called, calledThere);
    }

    private static void call(
            Map<String, String> called, String id, @Nullable String name, @Nullable String email) {
        if (has(name) || has(email)) {
            called.put(id, "" + (has(name) ? name : email));
        }
    }

    /** Salesforce puts this behind the addresses of users when it makes a sandbox of an org. */
    private static String real(String email) {
        return email.endsWith(SANDBOXED)
                ? email.substring(0, email.length() - SANDBOXED.length())
                : email;
    }

    private static boolean has(@Nullable String text) {
        return text != null && !text.isBlank();
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
