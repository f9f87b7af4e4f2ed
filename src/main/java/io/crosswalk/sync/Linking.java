package io.crosswalk.sync;

import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.MatchKey;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ProblemCause;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.rules.Side;
import io.crosswalk.salesforce.SalesforceClient;
import io.crosswalk.salesforce.SalesforceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
    private final HubspotClient hubspot;
    private final SalesforceClient salesforce;
    private final Settlement settlement;
    private final UnlinkedEnds ends;
    private final SameValues sameValues;
    private final CompanyLinks companies;
    private final FieldMatching matching;
    private final Creating creating;
    private final CreationEnds creationEnds;
    private final Duration searchSettled;
    private final Clock clock;

    /**
     * @param searchSettled how long HubSpot's search may hide a record
     */
    Linking(
            RecordStore store,
            HubspotClient hubspot,
            SalesforceClient salesforce,
            Settlement settlement,
            UnlinkedEnds ends,
            SameValues sameValues,
            CompanyLinks companies,
            FieldMatching matching,
            Creating creating,
            CreationEnds creationEnds,
            Duration searchSettled,
            Clock clock) {
        this.store = store;
        this.hubspot = hubspot;
        this.salesforce = salesforce;
        this.settlement = settlement;
        this.ends = ends;
        this.sameValues = sameValues;
        this.companies = companies;
        this.matching = matching;
        this.creating = creating;
        this.creationEnds = creationEnds;
        this.searchSettled = searchSettled;
        this.clock = clock;
    }

    /** Due records of an object without a partner, by their ids. */
    void run(MappingPlan bare, Map<String, Link> inHubspot, Map<String, Link> inSalesforce) {
        if (inHubspot.isEmpty() && inSalesforce.isEmpty()) {
            return;
        }
        Set<RecordKey> settled = new HashSet<>();
        List<Seeker> seekers = new ArrayList<>(ofHubspot(bare, inHubspot, settled));
        seekers.addAll(ofSalesforce(bare, inSalesforce, settled));
        MappingPlan plan = companies.informedOfNew(bare, seekers);
        Map<Seeker, Match> matches = matching.match(plan, seekers);
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
        ends.release(settled);
    }

    private List<Seeker> ofHubspot(
            MappingPlan plan, Map<String, Link> byId, Set<RecordKey> settled) {
        List<Seeker> seekers = new ArrayList<>();
        if (byId.isEmpty()) {
            return seekers;
        }
        ObjectPair object = plan.object();
        ReadOutcome read =
                hubspot.read(object.hubspotType(), byId.keySet(), plan.hubspotProperties());
        for (CrmRecord record : read.found().values()) {
            Seeker seeker = new Seeker(byId.get(record.id()), record);
            String named =
                    SalesforceId.canonical(record.values().get(object.salesforceIdProperty()));
            if (!record.currentId().equals(record.id())) {
                forward(seeker.link(), RecordKey.hubspot(object.name(), record.currentId()));
                settled.add(seeker.link().key());
            } else if (named.isEmpty()) {
                seekers.add(seeker);
            } else if (ends.link(object.name(), record.id(), named, seeker.link())) {
                settled.add(seeker.link().key());
                settled.add(RecordKey.salesforce(object.name(), named));
            } else {
                ends.await(Set.of(RecordKey.salesforce(object.name(), named)), seeker.link().key());
                ends.problem(plan, seeker, PartnerProblems.claimed(object, record.id(), named));
            }
        }
        settle(byId, read, settled);
        return seekers;
    }

    private void settle(Map<String, Link> byId, ReadOutcome read, Set<RecordKey> settled) {
        for (String id : read.missing()) {
            ends.missing(byId.get(id));
            settled.add(byId.get(id).key());
        }
        read.notRead().forEach(id -> settlement.postpone(byId.get(id), read.failure()));
    }

    private List<Seeker> ofSalesforce(
            MappingPlan plan, Map<String, Link> byId, Set<RecordKey> settled) {
        ObjectPair object = plan.object();
        Map<String, Link> open = new LinkedHashMap<>(byId);
        Map<String, String> named = namedInHubspot(object, byId.keySet());
        named.forEach(
                (id, hubspotId) -> {
                    RecordKey key = RecordKey.hubspot(object.name(), hubspotId);
                    Link known = store.load(List.of(key)).get(key);
                    Link link = open.remove(id);
                    if (ends.link(object.name(), hubspotId, id, known)) {
                        settled.add(link.key());
                        settled.add(key);
                    } else {
                        ends.quiet(link);
                    }
                });
        List<Seeker> seekers = new ArrayList<>();
        if (!open.isEmpty()) {
            ReadOutcome read =
                    salesforce.read(
                            object.salesforceType(), open.keySet(), plan.salesforceFields());
            read.found()
                    .values()
                    .forEach(record -> seekers.add(new Seeker(open.get(record.id()), record)));
            settle(open, read, settled);
        }
        return seekers;
    }

    /**
     * By Salesforce id the HubSpot record that names it; none if the portal has no such property.
     */
    private Map<String, String> namedInHubspot(ObjectPair object, Set<String> ids) {
        String property = object.salesforceIdProperty();
        Map<String, String> named = new HashMap<>();
        boolean there =
                !ids.isEmpty()
                        && hubspot.properties(object.hubspotType()).stream()
                                .anyMatch(each -> each.name().equals(property));
        if (there) {
            // HubSpot compares IN on text in lower case (search guide).
            List<String> texts =
                    ids.stream().map(id -> id.toLowerCase(java.util.Locale.ROOT)).toList();
            for (List<String> part : SameValues.parts(texts)) {
                for (CrmRecord record : sameValues.search(object, property, part)) {
                    String id = SalesforceId.canonical(record.values().get(property));
                    if (ids.contains(id)) {
                        named.putIfAbsent(id, record.id());
                    }
                }
            }
        }
        return named;
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
        if (match instanceof Match.None) {
            if (Traces.intent(seeker.link()) != null) {
                return true;
            }
            boolean creates = plan.linking().create().in(seeker.side().other());
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
        Seeker maker = maker(seeker, current.get(seeker.link().key()));
        if (maker != null && !creationEnds.tell(plan, maker, one.id(seeker.side().other()))) {
            settlement.postpone(seeker.link(), Duration.ZERO);
            return;
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

    /**
     * With the intents of a making of which nobody has told; null if there was none. Another
     * function may have made one for the other since they were loaded.
     */
    private static @Nullable Seeker maker(Seeker seeker, @Nullable Link now) {
        if (now != null && Traces.intent(now) != null) {
            return new Seeker(now, seeker.record());
        }
        return Traces.intent(seeker.link()) != null ? seeker : null;
    }

    /** Told of on the HubSpot record: a Salesforce record only has those looked at. */
    private void several(MappingPlan plan, Seeker seeker, Match.Several several) {
        String object = plan.object().name();
        Set<RecordKey> all = new HashSet<>();
        several.hubspotIds().forEach(id -> all.add(RecordKey.hubspot(object, id)));
        if (seeker.side() == Side.SALESFORCE) {
            Map<RecordKey, List<Noted>> marks = new HashMap<>();
            all.forEach(key -> marks.put(key, List.of()));
            store.mark(marks);
            ends.quiet(seeker.link());
            return;
        }
        several.salesforceIds().forEach(id -> all.add(RecordKey.salesforce(object, id)));
        all.remove(seeker.link().key());
        // Of very many that look the same, any will do: should one of them go, the others are seen.
        Set<RecordKey> some =
                all.stream().limit(ProblemCause.DETAILS_MAX).collect(Collectors.toSet());
        ends.await(some, seeker.link().key());
        if (store.load(some).values().stream().anyMatch(link -> link.partnerId() != null)) {
            // Linked since they were found, by somebody who did not know yet that this one waits.
            ends.again(seeker.link(), clock.instant());
        } else {
            ends.problem(plan, seeker, PartnerProblems.several(plan.object(), several));
        }
    }

    /**
     * Those of the pairs whose HubSpot record does not name another Salesforce record by now. The
     * others are dissolved, bases included, and the new pairs are due for their first contact. A
     * name of a record that is not there (any more) counts for nothing.
     */
    List<Observation> staying(ObjectPair object, List<Observation> all) {
        Map<Observation, String> moving = new LinkedHashMap<>();
        for (Observation seen : all) {
            String named =
                    SalesforceId.canonical(
                            seen.hubspot().values().get(object.salesforceIdProperty()));
            if (!named.isEmpty() && !named.equals(seen.salesforce().id())) {
                moving.put(seen, named);
            }
        }
        if (moving.isEmpty()) {
            return all;
        }
        ReadOutcome read =
                salesforce.read(object.salesforceType(), Set.copyOf(moving.values()), Set.of("Id"));
        moving.values().removeIf(id -> read.missing().contains(id));
        moving.forEach((seen, named) -> move(object, seen, named));
        return all.stream().filter(seen -> !moving.containsKey(seen)).toList();
    }

    private void move(ObjectPair object, Observation seen, String named) {
        String hubspotId = seen.hubspot().id();
        settlement.parted(seen.link());
        store.unlink(object.name(), hubspotId, seen.salesforce().id());
        // It belongs to nobody now, and looks for a partner like any other.
        RecordKey left = RecordKey.salesforce(object.name(), seen.salesforce().id());
        store.mark(Map.of(left, List.of()));
        if (!store.link(object.name(), hubspotId, named)) {
            // The other one has a partner already; the next look finds this record without any.
            store.wake(List.of(seen.link().key()));
        }
    }

    /** A Salesforce record that has a link by now: what was hinted belongs there. */
    void forward(Link pointer) {
        forward(pointer, RecordKey.hubspot(pointer.key().object(), pointer.partnerId()));
    }

    private void forward(Link from, RecordKey to) {
        List<Noted> hints =
                from.due().hints().stream()
                        .filter(hint -> hint.kind() == Noted.Kind.CHANGED)
                        .toList();
        store.mark(Map.of(to, hints));
        ends.forwarded(from);
    }
}
