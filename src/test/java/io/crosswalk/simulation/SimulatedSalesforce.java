package io.crosswalk.simulation;

import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.CrmWrite;
import io.crosswalk.records.Hint;
import io.crosswalk.rules.Side;
import io.crosswalk.salesforce.SalesforceClient;
import io.crosswalk.salesforce.SalesforceField;
import io.crosswalk.salesforce.SalesforceId;
import io.crosswalk.simulation.SimulatedRecord.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Salesforce: stamps of whole seconds per record, one event per transaction, texts trimmed. */
final class SimulatedSalesforce extends SimulatedCrm implements SalesforceClient {
    private final String keyPrefix;

    /** Contacts. */
    SimulatedSalesforce(
            VirtualClock clock,
            Faults faults,
            Trace trace,
            Map<String, Kind> kinds,
            int[] sequence) {
        this("Contact", "003", clock, faults, trace, kinds, sequence);
    }

    SimulatedSalesforce(
            String type,
            String keyPrefix,
            VirtualClock clock,
            Faults faults,
            Trace trace,
            Map<String, Kind> kinds,
            int[] sequence) {
        super(Side.SALESFORCE, type, clock, faults, trace, kinds, sequence);
        this.keyPrefix = keyPrefix;
        options.addAll(Kind.SALESFORCE_OPTIONS);
    }

    @Override
    String kept(String name, String given) {
        Kind kind = kinds.get(name);
        return kind == null ? given : kind.keptBySalesforce(given);
    }

    @Override
    String id(int number) {
        return SalesforceId.canonical(keyPrefix + "0000000000" + (number < 10 ? "0" : "") + number);
    }

    /** A checkbox is never blank. */
    @Override
    Map<String, String> defaults() {
        Map<String, String> defaults = new HashMap<>();
        kinds.forEach(
                (name, kind) -> {
                    if (kind == Kind.YES_NO) {
                        defaults.put(name, "false");
                    }
                });
        return defaults;
    }

    @Override
    Hint merged(String loserId, String winnerId) {
        return hint(loserId, Hint.Kind.DELETED, List.of(), false);
    }

    @Override
    @Nullable SimulatedRecord answering(String id) {
        SimulatedRecord record = records.get(id);
        return record == null || record.deleted ? null : record;
    }

    @Override
    Instant stamp(SimulatedRecord record) {
        return Instant.ofEpochSecond(record.modifiedAt / 1_000);
    }

    @Override
    void tell(SimulatedRecord record, List<Change> changed, boolean ours) {
        List<Hint.Change> changes = new ArrayList<>();
        for (Change change : changed) {
            changes.add(
                    new Hint.Change(
                            change.name(),
                            Instant.ofEpochMilli(change.at()),
                            change.value().isEmpty() ? null : change.value(),
                            true));
        }
        events.add(hint(record.id, Hint.Kind.CHANGED, changes, ours));
    }

    /** Salesforce does not say what it stored. */
    @Override
    Map<String, @Nullable String> stored(SimulatedRecord record, CrmWrite write) {
        return Map.of();
    }

    @Override
    Hint hint(String id, Hint.Kind kind, List<Hint.Change> changes, boolean ours) {
        return new Hint(Side.SALESFORCE, type, id, kind, changes, ours, null);
    }

    @Override
    public List<Modified> modifiedSince(
            String type,
            Instant since,
            @Nullable String afterId,
            Collection<String> fields,
            int limit) {
        mayBeUnavailable("modified");
        List<SimulatedRecord> found = new ArrayList<>();
        for (SimulatedRecord record : records.values()) {
            long stamp = record.modifiedAt / 1_000 * 1_000;
            int order = Long.compare(stamp, since.toEpochMilli());
            if (order > 0 || order == 0 && (afterId == null || record.id.compareTo(afterId) > 0)) {
                found.add(record);
            }
        }
        // They come by id, and the sort keeps that order within a second.
        found.sort(Comparator.comparingLong(record -> record.modifiedAt / 1_000));
        trace.add("modified", found.size());
        List<Modified> page = new ArrayList<>();
        for (SimulatedRecord record : found.subList(0, Math.min(limit, found.size()))) {
            page.add(modified(record, fields));
        }
        return page;
    }

    @Override
    public List<CrmRecord> findBy(
            String type, String field, Collection<String> values, Collection<String> fields) {
        mayBeUnavailable("find");
        List<CrmRecord> found = new ArrayList<>();
        for (SimulatedRecord record : records.values()) {
            String value = record.value(field);
            if (!record.deleted && values.stream().anyMatch(value::equalsIgnoreCase)) {
                found.add(crmRecord(record, fields));
            }
        }
        trace.add("find", field, values, found.size());
        return found;
    }

    private Modified modified(SimulatedRecord record, Collection<String> fields) {
        return new Modified(crmRecord(record, fields), record.deleted, record.mergedInto);
    }

    @Override
    public List<CrmRecord> findContaining(
            String type, String field, Collection<String> values, Collection<String> fields) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Modified> fates(String type, Collection<String> ids) {
        mayBeUnavailable("fates");
        return ids.stream()
                .map(records::get)
                .filter(record -> record != null && record.deleted)
                .map(record -> modified(record, List.of()))
                .toList();
    }

    @Override
    public List<SalesforceField> fields(String type) {
        mayBeUnavailable("fields");
        List<SalesforceField> fields = new ArrayList<>();
        kinds.forEach(
                (name, kind) -> {
                    if (!definitions.isHidden(name)) {
                        fields.add(field(name, kind));
                    }
                });
        return fields;
    }

    private SalesforceField field(String name, Kind kind) {
        boolean number = kind == Kind.NUMBER;
        return new SalesforceField(
                name,
                name,
                kind.salesforceType,
                true,
                kind == Kind.TEXT || kind == Kind.EMAIL ? definitions.length(name) : 0,
                number ? 18 : 0,
                number ? 2 : 0,
                !definitions.isReadOnly(name),
                false,
                true,
                kind == Kind.OPTION,
                kind == Kind.COMPANY ? List.of("Account") : List.of(),
                kind == Kind.OPTION
                        ? options.stream()
                                .map(it -> new SalesforceField.PicklistValue(it, it, true))
                                .toList()
                        : List.of());
    }

    @Override
    public void forgetMetadata() {}

    @Override
    public List<User> users() {
        return List.of();
    }
}
