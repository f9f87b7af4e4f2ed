package io.crosswalk.sync;

import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.MatchKey;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.Link;
import io.crosswalk.records.MatchNotes;
import io.crosswalk.records.MatchNotes.Notes;
import io.crosswalk.records.Noted;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.rules.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Matches records without an id between them by what their fields say, one kind of value after the
 * other. Only what is one to one counts.
 */
final class FieldMatching {
    private final RecordStore store;
    private final MatchNotes notes;
    private final SameValues sameValues;
    private final NamingRecords naming;

    FieldMatching(
            RecordStore store, MatchNotes notes, SameValues sameValues, NamingRecords naming) {
        this.store = store;
        this.notes = notes;
        this.sameValues = sameValues;
        this.naming = naming;
    }

    /** One answer per seeker. */
    Map<Seeker, Match> match(MappingPlan plan, List<Seeker> seekers) {
        Map<Seeker, Match> matches = new LinkedHashMap<>();
        if (seekers.isEmpty()) {
            return matches;
        }
        Map<RecordKey, Notes> noted =
                notes.load(seekers.stream().map(seeker -> seeker.link().key()).toList());
        Map<Seeker, Set<String>> hubspotIds = new HashMap<>();
        Map<Seeker, Set<String>> salesforceIds = new HashMap<>();
        Map<RecordKey, List<Noted>> looking = new HashMap<>();
        List<Seeker> open = new ArrayList<>(seekers);
        for (MatchKey key : plan.matchKeys()) {
            List<Seeker> asking = open.stream().filter(s -> !s.value(key).isEmpty()).toList();
            if (asking.isEmpty()) {
                continue;
            }
            Found found = find(plan.object(), key, asking, looking);
            for (Seeker seeker : asking) {
                Notes its = noted.getOrDefault(seeker.link().key(), Notes.NONE);
                Match match = found.match(seeker, its);
                if (its.declines(MatchNotes.ANYBODY)) {
                    found.partners(seeker)
                            .forEach(id -> looking.put(key(plan.object(), seeker, id), List.of()));
                }
                if (match == null) {
                    String value = seeker.value(key);
                    others(hubspotIds, seeker).addAll(found.hubspot(value));
                    others(salesforceIds, seeker).addAll(found.salesforce(value));
                } else {
                    matches.put(seeker, match);
                    open.remove(seeker);
                }
            }
        }
        for (Seeker seeker : open) {
            others(seeker.side() == Side.HUBSPOT ? hubspotIds : salesforceIds, seeker)
                    .remove(seeker.id());
            matches.put(
                    seeker,
                    new Match.None(others(hubspotIds, seeker), others(salesforceIds, seeker)));
        }
        if (!looking.isEmpty()) {
            store.mark(looking);
        }
        return matches;
    }

    private static RecordKey key(ObjectPair object, Seeker seeker, String partnerId) {
        return new RecordKey(object.name(), seeker.side().other(), partnerId);
    }

    private static Set<String> others(Map<Seeker, Set<String>> all, Seeker seeker) {
        return all.computeIfAbsent(seeker, s -> new LinkedHashSet<>());
    }

    /** Who has which value, and who of them is free. */
    private record Found(
            MatchKey key,
            Map<String, Set<String>> inHubspot,
            Map<String, Set<String>> inSalesforce,
            Set<String> taken) {

        Set<String> hubspot(String value) {
            return inHubspot.getOrDefault(value, Set.of());
        }

        Set<String> salesforce(String value) {
            return inSalesforce.getOrDefault(value, Set.of());
        }

        @Nullable Match match(Seeker seeker, Notes noted) {
            String value = seeker.value(key);
            Set<String> hubspotIds = free(hubspot(value));
            Set<String> salesforceIds = free(salesforce(value));
            boolean inHubspot = seeker.side() == Side.HUBSPOT;
            Set<String> partners = inHubspot ? salesforceIds : hubspotIds;
            partners.removeIf(id -> noted.declines(id) || noted.declines(MatchNotes.ANYBODY));
            (inHubspot ? hubspotIds : salesforceIds).add(seeker.id());
            if (partners.isEmpty()) {
                return null;
            }
            return hubspotIds.size() == 1 && salesforceIds.size() == 1
                    ? new Match.One(
                            key, hubspotIds.iterator().next(), salesforceIds.iterator().next())
                    : new Match.Several(key, hubspotIds, salesforceIds);
        }

        /** Those that may find it themselves, as it looks for nobody. */
        Set<String> partners(Seeker seeker) {
            String value = seeker.value(key);
            return free(seeker.side() == Side.HUBSPOT ? salesforce(value) : hubspot(value));
        }

        private Set<String> free(Set<String> ids) {
            return ids.stream()
                    .filter(id -> !taken.contains(id))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }

    /**
     * @param looking to which those are added that name a free one: their own look links them
     */
    private Found find(
            ObjectPair object,
            MatchKey key,
            List<Seeker> asking,
            Map<RecordKey, List<Noted>> looking) {
        Set<String> values = new LinkedHashSet<>();
        asking.forEach(seeker -> values.add(seeker.value(key)));
        boolean search =
                !key.uniqueInHubspot()
                        || asking.stream().anyMatch(seeker -> seeker.side() == Side.SALESFORCE);
        Map<String, Set<String>> inSalesforce = sameValues.inSalesforce(object, key, values);
        SameValues.InHubspot searched =
                search ? sameValues.inHubspot(object, key, values) : SameValues.InHubspot.nothing();
        Map<String, Set<String>> inHubspot = searched.byValue();
        // What was read counts: these name nobody.
        searched.claimed().keySet().removeAll(asking.stream().map(Seeker::id).toList());
        for (Seeker seeker : asking) {
            // What was read counts: a search may not show it yet.
            SameValues.add(
                    seeker.side() == Side.HUBSPOT ? inHubspot : inSalesforce,
                    seeker.value(key),
                    seeker.id());
        }
        Set<String> taken = new HashSet<>(taken(object, inHubspot, inSalesforce));
        Set<String> free = new HashSet<>();
        inSalesforce.values().forEach(free::addAll);
        free.removeAll(taken);
        Map<String, String> named = search ? new HashMap<>() : named(object, free);
        searched.claimed().forEach((hubspotId, id) -> named.put(id, hubspotId));
        named.keySet().retainAll(free);
        named.values().forEach(id -> looking.put(RecordKey.hubspot(object.name(), id), List.of()));
        taken.addAll(searched.claimed().keySet());
        taken.addAll(named.keySet());
        return new Found(key, inHubspot, inSalesforce, taken);
    }

    /**
     * Which of those are named by whom, where nobody searched by what the fields say: the one that
     * names it may have another value.
     */
    private Map<String, String> named(ObjectPair object, Set<String> salesforceIds) {
        NamingRecords.Named named = naming.of(object, salesforceIds);
        ReadOutcome.Failure failure = named.failure();
        if (failure != null && !HubspotClient.UNCLEAR.equals(failure.code())) {
            throw new CrmUnavailable(failure.code(), failure.message(), failure.after());
        }
        return new HashMap<>(named.hubspotIds());
    }

    /** HubSpot's and Salesforce's ids cannot be mistaken for each other. */
    private Set<String> taken(
            ObjectPair object,
            Map<String, Set<String>> inHubspot,
            Map<String, Set<String>> inSalesforce) {
        Set<RecordKey> keys = new HashSet<>();
        inHubspot
                .values()
                .forEach(ids -> ids.forEach(id -> keys.add(RecordKey.hubspot(object.name(), id))));
        inSalesforce
                .values()
                .forEach(
                        ids ->
                                ids.forEach(
                                        id -> keys.add(RecordKey.salesforce(object.name(), id))));
        return store.load(keys).values().stream()
                .filter(link -> link.partnerId() != null || link.isForgotten())
                .map(Link::key)
                .map(RecordKey::recordId)
                .collect(Collectors.toSet());
    }
}
