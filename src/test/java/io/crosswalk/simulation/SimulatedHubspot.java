package io.crosswalk.simulation;

import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.CrmWrite;
import io.crosswalk.records.Hint;
import io.crosswalk.records.WriteOutcome;
import io.crosswalk.rules.Side;
import io.crosswalk.simulation.SimulatedRecord.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** HubSpot: a history per property in milliseconds, one event per changed property. */
final class SimulatedHubspot extends SimulatedCrm implements HubspotClient {
    static final String SALESFORCE_ID = "salesforcecontactid";

    /** The property that names a record's partner. */
    final String salesforceId;

    private final int firstId;
    boolean hidesHistories;

    /** Null where contacts belong to no company. */
    @Nullable SimulatedAssociations associations;

    /** Search shows a change late, and that a record is gone. */
    private static final long SEARCH_LAG_MILLIS = 3_000;

    /** Contacts. */
    SimulatedHubspot(
            VirtualClock clock,
            Faults faults,
            Trace trace,
            Map<String, Kind> kinds,
            int[] sequence) {
        this("contacts", SALESFORCE_ID, 100, clock, faults, trace, kinds, sequence);
    }

    SimulatedHubspot(
            String type,
            String salesforceId,
            int firstId,
            VirtualClock clock,
            Faults faults,
            Trace trace,
            Map<String, Kind> kinds,
            int[] sequence) {
        super(Side.HUBSPOT, type, clock, faults, trace, kinds, sequence);
        this.salesforceId = salesforceId;
        this.firstId = firstId;
        options.addAll(Kind.HUBSPOT_OPTIONS);
    }

    @Override
    String kept(String name, String given) {
        Kind kind = kinds.get(name);
        if (kind == Kind.COMPANY && companies != null) {
            // A merge's loser stands for its winner.
            return companies.winner(given);
        }
        return kind == null ? given : kind.keptByHubspot(given);
    }

    @Override
    String id(int number) {
        return Integer.toString(firstId + number);
    }

    @Override
    Map<String, String> defaults() {
        return Map.of();
    }

    @Override
    Hint merged(String loserId, String winnerId) {
        return new Hint(Side.HUBSPOT, type, loserId, Hint.Kind.MERGED, List.of(), false, winnerId);
    }

    /** A person is deleted for privacy's sake: HubSpot tells of that besides the deletion. */
    void forget(String id, @Nullable String partner) {
        delete(id);
        SimulatedRecord record = records.get(id);
        record.forgotten = true;
        record.partnerThen = partner;
        record.forgottenBefore = sequence[0];
        trace.add("forgotten", id);
        events.add(hint(id, Hint.Kind.PRIVACY_DELETED, List.of(), false));
    }

    /** A merge's loser is answered for by its winner. */
    @Override
    @Nullable SimulatedRecord answering(String id) {
        SimulatedRecord record = records.get(id);
        while (record != null && record.mergedInto != null) {
            record = records.get(record.mergedInto);
        }
        return record == null || record.deleted ? null : record;
    }

    /** No two contacts have the same e-mail. */
    @Override
    @Nullable String holder(String name, String given) {
        if (kinds.get(name) != Kind.ADDRESS || given.isEmpty()) {
            return null;
        }
        for (SimulatedRecord record : records.values()) {
            if (!record.deleted && record.value(name).equalsIgnoreCase(given.strip())) {
                return record.id;
            }
        }
        return null;
    }

    @Override
    Instant stamp(SimulatedRecord record) {
        return Instant.ofEpochMilli(record.modifiedAt);
    }

    @Override
    void tell(SimulatedRecord record, List<Change> changed, boolean ours) {
        for (Change change : changed) {
            if (kinds.get(change.name()) == Kind.COMPANY) {
                Objects.requireNonNull(associations).tell(record, change);
                continue;
            }
            events.add(
                    hint(
                            record.id,
                            Hint.Kind.CHANGED,
                            List.of(
                                    new Hint.Change(
                                            change.name(),
                                            Instant.ofEpochMilli(change.at()),
                                            change.value().isEmpty() ? null : change.value(),
                                            true)),
                            ours));
        }
    }

    @Override
    Map<String, @Nullable String> stored(SimulatedRecord record, CrmWrite write) {
        Map<String, @Nullable String> stored = new HashMap<>();
        write.values().keySet().forEach(name -> stored.put(name, record.value(name)));
        return stored;
    }

    @Override
    Hint hint(String id, Hint.Kind kind, List<Hint.Change> changes, boolean ours) {
        return new Hint(Side.HUBSPOT, type, id, kind, changes, ours, null);
    }

    @Override
    public List<WriteOutcome> write(String type, List<CrmWrite> writes) {
        return associations == null
                ? super.write(type, writes)
                : associations.write(writes, others -> super.write(type, others));
    }

    @Override
    public Map<String, Map<String, List<Changed>>> histories(
            String type, Collection<String> ids, Collection<String> properties) {
        mayBeUnavailable("history");
        if (hidesHistories) {
            return Map.of();
        }
        Map<String, Map<String, List<Changed>>> histories = new HashMap<>();
        for (String id : ids) {
            Map<String, List<Changed>> its = new HashMap<>();
            for (String property : properties) {
                List<Changed> entries = new ArrayList<>();
                for (Change change : records.get(id).changes(property)) {
                    entries.add(
                            new Changed(
                                    Instant.ofEpochMilli(change.at()),
                                    change.value().isEmpty() ? null : change.value(),
                                    change.ours() && saysWho(property)));
                }
                if (!entries.isEmpty() && !definitions.isHidden(property)) {
                    Collections.reverse(entries);
                    its.put(property, entries);
                }
            }
            histories.put(id, its);
        }
        trace.add("history", ids, properties);
        return histories;
    }

    private boolean saysWho(String property) {
        return associations == null
                || kinds.get(property) != Kind.COMPANY
                || associations.saysWho();
    }

    @Override
    public boolean recognisesUs() {
        return true;
    }

    @Override
    public SearchPage search(
            String type,
            List<SearchFilter> filters,
            String sortProperty,
            Collection<String> properties,
            int limit,
            @Nullable String after) {
        mayBeUnavailable("search");
        long indexed = now() - SEARCH_LAG_MILLIS;
        List<CrmRecord> page = new ArrayList<>();
        for (SimulatedRecord record : records.values()) {
            boolean there = !record.deleted || record.deletedAt > indexed;
            if (there && record.madeAt() <= indexed) {
                CrmRecord shown = asOf(record, indexed, filters.get(0).property(), properties);
                if (matches(shown, filters.get(0))) {
                    page.add(shown);
                }
            }
        }
        page.sort(Comparator.comparing(CrmRecord::modifiedAt));
        trace.add("search", filters.get(0).operator(), page.size());
        return new SearchPage(page.size(), page, null);
    }

    /** The index has a changed record as it was, until it has it as it is. */
    private CrmRecord asOf(
            SimulatedRecord record, long at, String asked, Collection<String> properties) {
        Map<String, @Nullable String> values = new HashMap<>();
        for (String name : properties) {
            if (!definitions.isHidden(name)) {
                values.put(name, blankIsNull(record.valueAt(name, at)));
            }
        }
        values.put(asked, blankIsNull(record.valueAt(asked, at)));
        return new CrmRecord(
                record.id, record.id, values, Instant.ofEpochMilli(record.savedAt(at)));
    }

    private static @Nullable String blankIsNull(String value) {
        return value.isEmpty() ? null : value;
    }

    private static boolean matches(CrmRecord record, SearchFilter filter) {
        if (filter.operator().equals("GTE")) {
            return record.modifiedAt() != null
                    && record.modifiedAt().toEpochMilli() >= Long.parseLong(filter.values().get(0));
        }
        String value = record.values().get(filter.property());
        return filter.values().stream().anyMatch(id -> id.equalsIgnoreCase(value));
    }

    @Override
    public List<HubspotProperty> properties(String type) {
        mayBeUnavailable("properties");
        List<HubspotProperty> properties = new ArrayList<>();
        kinds.forEach(
                (name, kind) -> {
                    if (!definitions.isHidden(name)) {
                        properties.add(property(name, kind));
                    }
                });
        properties.add(property(salesforceId, Kind.TEXT));
        return properties;
    }

    private HubspotProperty property(String name, Kind kind) {
        return new HubspotProperty(
                name,
                name,
                kind.hubspotType,
                kind.hubspotFieldType,
                kind == Kind.COMPANY || definitions.isReadOnly(name),
                false,
                kind == Kind.COMPANY,
                false,
                null,
                kind == Kind.OPTION
                        ? options.stream()
                                .map(it -> new HubspotProperty.Option(it, it, false, 0))
                                .toList()
                        : List.of());
    }

    @Override
    public void forgetMetadata() {}

    @Override
    public HubspotProperty addOptions(
            String type, String property, List<HubspotProperty.Option> added) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Owner> owners(boolean archived) {
        return List.of();
    }
}
