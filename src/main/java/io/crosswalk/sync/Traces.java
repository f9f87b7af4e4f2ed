package io.crosswalk.sync;

import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.MatchKey;
import io.crosswalk.records.Base;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Intent;
import io.crosswalk.records.Link;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.rules.Side;
import io.crosswalk.salesforce.SalesforceClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for records that we may have made without knowing: the sync stopped, or no answer came.
 * What is matched by fields was searched by those already; where an object has none, by its name
 * and the time at which it was made.
 */
final class Traces {
    /** Clocks differ, and Salesforce's stamps have whole seconds. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);

    private final RecordStore store;
    private final SameValues sameValues;
    private final SalesforceClient salesforce;
    private final CreationEnds creationEnds;
    private final UnlinkedEnds ends;

    Traces(
            RecordStore store,
            SameValues sameValues,
            SalesforceClient salesforce,
            CreationEnds creationEnds,
            UnlinkedEnds ends) {
        this.store = store;
        this.sameValues = sameValues;
        this.salesforce = salesforce;
        this.creationEnds = creationEnds;
        this.ends = ends;
    }

    /** What an object without match keys is called. */
    static String name(Side side) {
        return side == Side.HUBSPOT ? "dealname" : "Name";
    }

    static @Nullable Intent intent(Link link) {
        return link.intents().get(MatchKey.PARTNER);
    }

    /** When a partner was about to be made; null if none was. */
    static @Nullable Instant begun(Link link) {
        Intent intent = intent(link);
        return intent == null ? null : intent.at();
    }

    /** Those of which it is certain that no partner was made. The others are settled here. */
    Map<Seeker, Match.None> follow(MappingPlan plan, Map<Seeker, Match.None> alone) {
        Map<Seeker, Match.None> certain = new LinkedHashMap<>();
        alone.forEach(
                (seeker, none) -> {
                    Intent intent = intent(seeker.link());
                    Base asked = seeker.link().parked().get(MatchKey.PARTNER);
                    boolean waits = asked != null && !asked.equals(Base.OF_NOTHING);
                    if (waits) {
                        creationEnds.uncertain(plan, seeker, Set.of());
                    } else if (intent == null) {
                        certain.put(seeker, none);
                    } else if (!intent.after().equals(ends.madeOf(plan, seeker))) {
                        // It looks for something else than what was to be made of it.
                        creationEnds.uncertain(plan, seeker, Set.of());
                    } else if (plan.matchKeys().isEmpty()) {
                        followByName(plan, seeker, certain, none);
                    } else {
                        certain.put(seeker, none);
                    }
                });
        return certain;
    }

    private void followByName(
            MappingPlan plan, Seeker seeker, Map<Seeker, Match.None> certain, Match.None none) {
        List<String> made = madeSince(plan.object(), seeker);
        if (made.size() == 1) {
            creationEnds.found(plan, seeker, made.get(0));
        } else if (made.isEmpty() && MatchKey.of(plan.object().name()).isEmpty()) {
            certain.put(seeker, none);
        } else {
            creationEnds.uncertain(plan, seeker, Set.copyOf(made));
        }
    }

    /** Free records of the same name that were made since the intent. */
    private List<String> madeSince(ObjectPair object, Seeker seeker) {
        Side target = seeker.side().other();
        String name = seeker.record().values().get(name(seeker.side()));
        Instant begun = begun(seeker.link());
        if (name == null || begun == null || !MatchKey.of(object.name()).isEmpty()) {
            return List.of();
        }
        Instant from = begun.minus(CLOCKS_DIFFER);
        List<String> made = new ArrayList<>();
        for (CrmRecord record : named(object, target, name)) {
            Instant madeAt = Newcomers.madeAt(target, record);
            RecordKey key = new RecordKey(object.name(), target, record.id());
            Link known = store.load(List.of(key)).get(key);
            boolean free = known == null || known.partnerId() == null;
            // Where that cannot be read it counts as new: rather a problem too many than a twin.
            if (free && (madeAt == null || !madeAt.isBefore(from))) {
                made.add(record.id());
            }
        }
        return made;
    }

    private List<CrmRecord> named(ObjectPair object, Side target, String name) {
        return target == Side.HUBSPOT
                ? sameValues.search(
                        object, name(target), List.of(name.strip().toLowerCase(Locale.ROOT)))
                : salesforce.findBy(
                        object.salesforceType(),
                        name(target),
                        List.of(name.strip()),
                        Set.of(name(target), "CreatedDate"));
    }
}
