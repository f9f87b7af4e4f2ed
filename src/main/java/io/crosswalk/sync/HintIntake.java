package io.crosswalk.sync;

import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.MappingPlans;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.Fingerprint;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.Hint;
import io.crosswalk.records.Hint.Change;
import io.crosswalk.records.Journal;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.records.StorageConfig;
import io.crosswalk.rules.Side;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns hints into due links. Drops what cannot matter: properties and fields that are not mapped,
 * and echoes of our own writes, recognised by value.
 */
@ApplicationScoped
public class HintIntake {
    private final RecordStore store;
    private final MappingPlans plans;
    private final Fingerprints fingerprints;
    private final ToldEdits told;
    private final Echoes echoes;

    public HintIntake(
            RecordStore store,
            Journal journal,
            MappingPlans plans,
            Fingerprints fingerprints,
            HubspotClient hubspot,
            StorageConfig storage) {
        this.store = store;
        this.plans = plans;
        this.fingerprints = fingerprints;
        this.echoes = new Echoes(hubspot.recognisesUs());
        this.told =
                new ToldEdits(
                        journal, new JournalWriter(storage.journalHashesOnly(), fingerprints));
    }

    /**
     * Durable when it returns.
     *
     * @param hints of any object and side; of unknown types they are dropped
     * @return the records that were made due
     */
    public List<Hinted> accept(List<Hint> hints) {
        Map<RecordKey, List<Noted>> marks = new LinkedHashMap<>();
        List<ToldEdits.Told> edits = new ArrayList<>();
        byObject(hints).forEach((object, its) -> accept(object, its, marks, edits));
        Map<RecordKey, Link> marked = store.mark(marks);
        told.keep(edits, marked);
        return marks.entrySet().stream()
                .map(it -> hinted(it.getKey(), marked.get(it.getKey()), it.getValue()))
                .toList();
    }

    private static Hinted hinted(RecordKey key, @Nullable Link marked, List<Noted> hints) {
        return new Hinted(key, marked == null ? null : marked.partnerId(), hints);
    }

    private static Map<ObjectPair, List<Hint>> byObject(List<Hint> hints) {
        Map<ObjectPair, List<Hint>> byObject = new LinkedHashMap<>();
        for (Hint hint : hints) {
            Optional<ObjectPair> object =
                    hint.side() == Side.HUBSPOT
                            ? ObjectPairs.ofHubspotType(hint.type())
                            : ObjectPairs.ofSalesforceType(hint.type());
            object.ifPresent(
                    pair -> byObject.computeIfAbsent(pair, p -> new ArrayList<>()).add(hint));
        }
        return byObject;
    }

    private void accept(
            ObjectPair object,
            List<Hint> hints,
            Map<RecordKey, List<Noted>> marks,
            List<ToldEdits.Told> edits) {
        MappingPlan plan = planIfKnown(object);
        // What an event tells of is read by an older plan rather than not at all.
        MappingPlan reading = plan == null ? plans.latest(object) : plan;
        // Those of fields that a CRM hides for now have no type either.
        Collection<Mapping> mappings = plan == null ? plans.mappings(object) : plan.unplanned();
        List<Hint> relevant =
                plan == null ? hints : hints.stream().filter(h -> matters(plan, h)).toList();
        Map<RecordKey, RecordKey> links = links(object, relevant);
        Map<RecordKey, Link> echoed = echoCandidates(plan, relevant, links);
        for (Hint hint : relevant) {
            RecordKey key = links.get(key(object, hint));
            Link link = echoed.get(key);
            List<Noted> noted = new ArrayList<>();
            for (Change change : hint.changes()) {
                if (plan == null || isNews(plan, hint, link, change)) {
                    noted.add(noted(hint, change, value(reading, key, hint.side(), change)));
                    edits.addAll(ToldEdits.of(reading, mappings, key, hint, change));
                }
            }
            if (!noted.isEmpty() || hint.changes().isEmpty()) {
                if (hint.kind() != Hint.Kind.CHANGED) {
                    noted.add(noted(hint));
                }
                marks.computeIfAbsent(key, k -> new ArrayList<>()).addAll(noted);
            }
        }
    }

    /**
     * The plan needs the CRMs' metadata. Where they cannot be had now, every hint is kept: a hint
     * too many costs a read, one too few an edit.
     */
    private @Nullable MappingPlan planIfKnown(ObjectPair object) {
        try {
            return plans.planOfHints(object);
        } catch (CrmUnavailable e) {
            return null;
        }
    }

    private static boolean matters(MappingPlan plan, Hint hint) {
        if (hint.kind() != Hint.Kind.CHANGED || hint.changes().isEmpty()) {
            return true;
        }
        for (Change change : hint.changes()) {
            if (isWatched(plan, hint.side(), change)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWatched(MappingPlan plan, Side side, Change change) {
        return (side == Side.HUBSPOT ? plan.hubspotProperties() : plan.salesforceFields())
                        .contains(change.name())
                || plan.mayPlan(side, change.name());
    }

    /** For every hinted record the key of the item that is marked: its link, where it has one. */
    private Map<RecordKey, RecordKey> links(ObjectPair object, List<Hint> hints) {
        Map<RecordKey, RecordKey> links = new HashMap<>();
        Set<RecordKey> inSalesforce = new LinkedHashSet<>();
        for (Hint hint : hints) {
            RecordKey key = key(object, hint);
            links.put(key, key);
            if (key.side() == Side.SALESFORCE) {
                inSalesforce.add(key);
            }
        }
        Map<RecordKey, Link> pointers = store.load(inSalesforce);
        links.replaceAll((key, its) -> linkOf(key, pointers));
        return links;
    }

    private static RecordKey linkOf(RecordKey key, Map<RecordKey, Link> pointers) {
        Link pointer = pointers.get(key);
        return pointer == null || pointer.partnerId() == null
                ? key
                : RecordKey.hubspot(key.object(), pointer.partnerId());
    }

    private Map<RecordKey, Link> echoCandidates(
            @Nullable MappingPlan plan, List<Hint> hints, Map<RecordKey, RecordKey> links) {
        if (plan == null) {
            return Map.of();
        }
        Set<RecordKey> candidates = new LinkedHashSet<>();
        for (Hint hint : hints) {
            if (echoes.mayHaveOne(plan, hint)) {
                candidates.add(links.get(key(plan.object(), hint)));
            }
        }
        return store.load(candidates);
    }

    private boolean isNews(MappingPlan plan, Hint hint, @Nullable Link link, Change change) {
        boolean echo =
                link != null
                        && echoes.mayBeOne(plan, hint, change)
                        && echoes.isOne(
                                plan,
                                link,
                                hint,
                                change,
                                value(plan, link.key(), hint.side(), change));
        return isWatched(plan, hint.side(), change) && !echo;
    }

    static @Nullable PlannedField field(@Nullable MappingPlan plan, Side side, Change change) {
        if (plan == null) {
            return null;
        }
        return plan.of(side, change.name());
    }

    /** What the event says that the value became; null where it does not say. */
    private @Nullable Fingerprint value(
            @Nullable MappingPlan plan, RecordKey link, Side side, Change change) {
        PlannedField field = field(plan, side, change);
        if (field == null || !change.wireKnown() || link.side() != Side.HUBSPOT) {
            return null;
        }
        return fingerprints.of(link, field.mapping().id(), side, field.of(side, change.wire()));
    }

    private static RecordKey key(ObjectPair object, Hint hint) {
        return new RecordKey(object.name(), hint.side(), hint.recordId());
    }

    private static Noted noted(Hint hint, Change change, @Nullable Fingerprint value) {
        return new Noted(
                hint.side(), Noted.Kind.CHANGED, change.name(), change.at(), hint.ours(), value);
    }

    private static Noted noted(Hint hint) {
        String other = hint.otherId() == null ? "" : hint.otherId();
        return new Noted(
                hint.side(), Noted.Kind.of(hint.kind()), other, Instant.EPOCH, hint.ours());
    }
}
