package io.crosswalk.sync;

import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.MatchKey;
import io.crosswalk.records.Intent;
import io.crosswalk.records.Link;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ProblemCause;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.rules.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds partners for due records that have none: by the Salesforce id on the HubSpot record, then
 * by what their fields say (docs/linking.md). A pair that is found becomes due itself; a record
 * that belongs to nobody is made on the other side if the object's settings say so, and else left
 * in peace until it changes.
 */
final class Linking {
    private final RecordStore store;
    private final Seekers seekers;
    private final Settlement settlement;
    private final UnlinkedEnds ends;
    private final Waiters waiters;
    private final CompanyLinks companies;
    private final FieldMatching matching;
    private final Creating creating;
    private final Duration searchSettled;
    private final Clock clock;

    /**
     * @param searchSettled how long HubSpot's search may hide a record
     */
    Linking(
            RecordStore store,
            Seekers seekers,
            Settlement settlement,
            UnlinkedEnds ends,
            Waiters waiters,
            CompanyLinks companies,
            FieldMatching matching,
            Creating creating,
            Duration searchSettled,
            Clock clock) {
        this.store = store;
        this.seekers = seekers;
        this.settlement = settlement;
        this.ends = ends;
        this.waiters = waiters;
        this.companies = companies;
        this.matching = matching;
        this.creating = creating;
        this.searchSettled = searchSettled;
        this.clock = clock;
    }

    /** Due records of an object without a partner, by their ids. */
    void run(MappingPlan bare, Map<String, Link> inHubspot, Map<String, Link> inSalesforce) {
        if (inHubspot.isEmpty() && inSalesforce.isEmpty()) {
            return;
        }
        Set<RecordKey> settled = new HashSet<>();
        List<Seeker> seeking = seekers.of(bare, inHubspot, inSalesforce, settled);
        MappingPlan plan = companies.informedOfNew(bare, seeking);
        Map<Seeker, Match> matches = matching.match(plan, seeking);
        Map<RecordKey, Link> current = current(plan.object(), matches);
        Map<Seeker, Match.None> alone = new LinkedHashMap<>();
        matches.forEach(
                (seeker, match) -> {
                    if (mustSettle(plan, seeker, match)) {
                        ends.again(seeker.link(), settledAt(seeker));
                    } else if (match instanceof Match.One one) {
                        link(plan, seeker, one, current, settled);
                    } else if (match instanceof Match.Several several) {
                        several(plan, seeker, several);
                    } else if (match instanceof Match.None none) {
                        settled.add(seeker.link().key());
                        alone.put(seeker, none);
                    }
                });
        settled.removeAll(creating.run(plan, alone));
        waiters.release(settled);
    }

    /** Those that are about to be linked, and their partners in HubSpot, as they are now. */
    private Map<RecordKey, Link> current(ObjectPair object, Map<Seeker, Match> matches) {
        Set<RecordKey> keys = new HashSet<>();
        matches.forEach(
                (seeker, match) -> {
                    if (match instanceof Match.One one) {
                        keys.add(seeker.link().key());
                        keys.add(RecordKey.hubspot(object.name(), one.hubspotId()));
                    }
                });
        return keys.isEmpty() ? Map.of() : store.load(keys);
    }

    /**
     * Whether HubSpot's search may still hide somebody who matters: the partner, or another one who
     * looks the same.
     */
    private boolean mustSettle(MappingPlan plan, Seeker seeker, Match match) {
        if (!clock.instant().isBefore(settledAt(seeker))) {
            return false;
        }
        boolean inHubspot = seeker.side() == Side.HUBSPOT;
        if (match instanceof Match.One one) {
            return !one.key().uniqueInHubspot();
        }
        if (match instanceof Match.Several several) {
            return !several.key().uniqueInHubspot();
        }
        if (match instanceof Match.None) {
            if (Traces.intent(seeker.link()) != null) {
                return true;
            }
            boolean creates = Newcomers.isOne(plan, seeker);
            boolean unique = plan.matchKeys().stream().allMatch(MatchKey::uniqueInHubspot);
            return creates ? !(inHubspot && unique) : !inHubspot;
        }
        return false;
    }

    private Instant settledAt(Seeker seeker) {
        Instant since = seeker.link().due().since();
        Instant begun = Traces.begun(seeker.link());
        Instant from = since == null ? Instant.EPOCH : since;
        return (begun != null && begun.isAfter(from) ? begun : from).plus(searchSettled);
    }

    private void link(
            MappingPlan plan,
            Seeker seeker,
            Match.One one,
            Map<RecordKey, Link> current,
            Set<RecordKey> settled) {
        String object = plan.object().name();
        RecordKey key = RecordKey.hubspot(object, one.hubspotId());
        Link known = seeker.side() == Side.HUBSPOT ? seeker.link() : current.get(key);
        Intent making = making(seeker, current.get(seeker.link().key()));
        if (making != null && making.after().equals(ends.madeOf(plan, seeker))) {
            // Before they are a pair: it may be changed until their first look.
            store.mark(Map.of(key, List.of(UntoldMakings.found(making))));
        }
        if (ends.link(object, one.hubspotId(), one.salesforceId(), known)) {
            ends.linked(seeker.link());
            settled.add(key);
            settled.add(RecordKey.salesforce(object, one.salesforceId()));
        } else {
            // Somebody was faster; another look tells who belongs to whom now.
            settlement.postpone(seeker.link(), Duration.ZERO);
        }
    }

    /** Another function may have made one for it since it was loaded. */
    private static @Nullable Intent making(Seeker seeker, @Nullable Link now) {
        Intent making = now == null ? null : Traces.intent(now);
        return making == null ? Traces.intent(seeker.link()) : making;
    }

    /** Of very many that look the same, any will do: should one of them go, the others are seen. */
    private static Set<RecordKey> some(Set<RecordKey> all) {
        return all.stream().limit(ProblemCause.DETAILS_MAX).collect(Collectors.toSet());
    }

    /** Linked since they were found, by somebody who did not know yet that another one waits. */
    private static boolean isAnyTaken(Collection<Link> found) {
        return found.stream().anyMatch(link -> link.partnerId() != null);
    }

    private static boolean isAnyGone(Collection<Link> inHubspot) {
        return inHubspot.stream().anyMatch(link -> link.gone().contains(Side.HUBSPOT));
    }

    /** Told of on the HubSpot record: a Salesforce record only has those looked at. */
    private void several(MappingPlan plan, Seeker seeker, Match.Several several) {
        String object = plan.object().name();
        if (seeker.side() == Side.SALESFORCE) {
            Set<RecordKey> some = some(several.inHubspot(object));
            waiters.await(some, seeker.link().key());
            Collection<Link> now = store.load(some).values();
            if (isAnyTaken(now)) {
                ends.again(seeker.link(), clock.instant());
            } else if (isAnyGone(now)) {
                // Search shows late that it is; until then every look would find it.
                ends.again(seeker.link(), clock.instant().plus(searchSettled));
            } else {
                store.mark(some.stream().collect(Collectors.toMap(key -> key, key -> List.of())));
                ends.quiet(seeker.link());
            }
            return;
        }
        Set<RecordKey> all = several.keys(object);
        all.remove(seeker.link().key());
        Set<RecordKey> some = some(all);
        waiters.await(some, seeker.link().key());
        if (isAnyTaken(store.load(some).values())) {
            ends.again(seeker.link(), clock.instant());
        } else {
            ends.undecided(plan, seeker, PartnerProblems.several(plan.object(), several));
        }
    }
}
