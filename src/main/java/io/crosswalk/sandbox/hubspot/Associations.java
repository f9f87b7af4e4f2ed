package io.crosswalk.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which companies contacts and deals are associated with. At most one of a record's companies is
 * its primary one, which a property shows that nobody can write; all others are kept here, with the
 * labels that users gave.
 */
final class Associations {
    /** Ids of HubSpot's own association types toward a company. */
    enum Kind {
        OF_CONTACT(ObjectType.CONTACTS, "associatedcompanyid", 1, 279),
        OF_DEAL(ObjectType.DEALS, "hs_primary_associated_company", 5, 341);

        final ObjectType type;
        final String property;
        final int primaryId;
        final int unlabelledId;

        Kind(ObjectType type, String property, int primaryId, int unlabelledId) {
            this.type = type;
            this.property = property;
            this.primaryId = primaryId;
            this.unlabelledId = unlabelledId;
        }

        static Kind of(ObjectType from, ObjectType to) {
            for (Kind kind : values()) {
                if (kind.type == from && to == ObjectType.COMPANIES) {
                    return kind;
                }
            }
            throw HubspotError.validation(
                    "This portal has associations of contacts and deals with companies only, not of"
                            + " "
                            + from.plural
                            + " with "
                            + to.plural);
        }
    }

    /**
     * One association's labels.
     *
     * @param userLabels ids of labels that users have defined
     */
    record Types(boolean primary, Set<Integer> userLabels) {}

    private final Map<ObjectType, ObjectStore> stores;
    private final RecordWriter writer;
    private final Webhooks webhooks;

    /** By record and company; the primary one stands here only if it has labels of users. */
    private final Map<StoredRecord, Map<Long, Set<Integer>>> others = new HashMap<>();

    Associations(Map<ObjectType, ObjectStore> stores, RecordWriter writer, Webhooks webhooks) {
        this.stores = stores;
        this.writer = writer;
        this.webhooks = webhooks;
    }

    private ObjectStore store(ObjectType type) {
        return stores.get(type);
    }

    /** By company id, in order. */
    Map<Long, Types> of(Kind kind, StoredRecord record) {
        Map<Long, Types> all = new TreeMap<>();
        Long primary = primary(kind, record);
        others.getOrDefault(record, Map.of())
                .forEach(
                        (id, labels) ->
                                all.put(id, new Types(id.equals(primary), Set.copyOf(labels))));
        if (primary != null) {
            all.putIfAbsent(primary, new Types(true, Set.of()));
        }
        return all;
    }

    private @Nullable Long primary(Kind kind, StoredRecord record) {
        ObjectStore store = store(kind.type);
        Property property = store.properties.find(kind.property);
        String value = property == null ? null : store.value(record, property);
        return value == null ? null : Long.valueOf(value);
    }

    /**
     * Replaces the users' labels of an association, which is made if there is none; with the label
     * "Primary" the company takes the place of the one before, which stays associated.
     */
    void associate(
            Kind kind,
            StoredRecord record,
            StoredRecord company,
            boolean primary,
            Set<Integer> userLabels,
            Source source,
            long now) {
        Long before = primary(kind, record);
        boolean isNew = !of(kind, record).containsKey(company.id);
        others.computeIfAbsent(record, key -> new TreeMap<>())
                .put(company.id, new TreeSet<>(userLabels));
        if (isNew) {
            webhooks.associated(kind.type, record.id, company.id, false, false, source, now);
        }
        if (primary && (before == null || before != company.id)) {
            if (before != null) {
                others.get(record).putIfAbsent(before, new TreeSet<>());
                webhooks.associated(kind.type, record.id, before, true, true, source, now);
            }
            webhooks.associated(kind.type, record.id, company.id, true, false, source, now);
            setPrimary(kind, record, Long.toString(company.id), source, now);
        }
    }

    /** The association stays. */
    void unlabel(
            Kind kind,
            StoredRecord record,
            long company,
            boolean primary,
            Set<Integer> userLabels,
            Source source,
            long now) {
        Types types = of(kind, record).get(company);
        if (types == null) {
            return;
        }
        Set<Integer> labels = new TreeSet<>(types.userLabels());
        labels.removeAll(userLabels);
        others.computeIfAbsent(record, key -> new TreeMap<>()).put(company, labels);
        if (primary && types.primary()) {
            webhooks.associated(kind.type, record.id, company, true, true, source, now);
            setPrimary(kind, record, null, source, now);
        }
    }

    void dissociate(Kind kind, StoredRecord record, long company, Source source, long now) {
        Types types = of(kind, record).get(company);
        if (types == null) {
            return;
        }
        others.getOrDefault(record, new TreeMap<>()).remove(company);
        if (types.primary()) {
            webhooks.associated(kind.type, record.id, company, true, true, source, now);
        }
        webhooks.associated(kind.type, record.id, company, false, true, source, now);
        if (types.primary()) {
            setPrimary(kind, record, null, source, now);
        }
    }

    private void setPrimary(
            Kind kind, StoredRecord record, @Nullable String company, Source source, long now) {
        ObjectStore store = store(kind.type);
        Property property = store.properties.find(kind.property);
        if (property != null) {
            Map<Property, @Nullable String> change = new HashMap<>();
            change.put(property, company);
            writer.update(store, record, change, source, now);
        }
    }

    /** What a contact or deal is associated with, when it gets another id. */
    void moved(StoredRecord from, StoredRecord to) {
        Map<Long, Set<Integer>> its = others.remove(from);
        if (its != null) {
            others.put(to, its);
        }
    }

    /** A company that is deleted has no associations any more. */
    void companyGone(long company, Source source, long now) {
        for (Kind kind : Kind.values()) {
            for (StoredRecord record : store(kind.type).records.values()) {
                dissociate(kind, record, company, source, now);
            }
        }
    }

    /** The winner takes the loser's place, also as primary company. */
    void companiesMerged(long loser, StoredRecord winner, Source source, long now) {
        for (Kind kind : Kind.values()) {
            for (StoredRecord record : store(kind.type).records.values()) {
                Types types = of(kind, record).get(loser);
                if (types != null) {
                    Set<Integer> labels = new TreeSet<>(types.userLabels());
                    Types known = of(kind, record).get(winner.id);
                    labels.addAll(known == null ? Set.of() : known.userLabels());
                    associate(kind, record, winner, types.primary(), labels, source, now);
                    others.getOrDefault(record, new TreeMap<>()).remove(loser);
                }
            }
        }
    }

    /** The associations that a record is created with; checked before it is. */
    record Wanted(Kind kind, StoredRecord company, boolean primary, Set<Integer> userLabels) {}

    List<Wanted> wanted(ObjectStore from, JsonNode associations) {
        List<Wanted> wanted = new ArrayList<>();
        for (JsonNode each : associations) {
            Kind kind = Kind.of(from.type, ObjectType.COMPANIES);
            AssociationTypes types = AssociationTypes.of(kind, each.path("types"));
            StoredRecord company = company(each.path("to").path("id").asText());
            wanted.add(new Wanted(kind, company, types.primary(), types.userLabels()));
        }
        return wanted;
    }

    void associate(StoredRecord record, List<Wanted> all, Source source, long now) {
        for (Wanted each : all) {
            associate(
                    each.kind(),
                    record,
                    each.company(),
                    each.primary(),
                    each.userLabels(),
                    source,
                    now);
        }
    }

    StoredRecord company(String id) {
        StoredRecord company = store(ObjectType.COMPANIES).find(id, null, false);
        if (company == null) {
            throw HubspotError.notFound("COMPANY=" + id + " is not valid")
                    .context("toObjectId", List.of(id));
        }
        return company;
    }
}
