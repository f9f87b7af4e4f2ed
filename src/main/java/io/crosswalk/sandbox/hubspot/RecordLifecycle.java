package io.crosswalk.sandbox.hubspot;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Archiving, restoring, merging and forgetting records. */
final class RecordLifecycle {
    private final RecordWriter writer;
    private final Webhooks webhooks;
    private final Associations associations;
    private final Faults faults;

    RecordLifecycle(
            RecordWriter writer, Webhooks webhooks, Associations associations, Faults faults) {
        this.faults = faults;
        this.writer = writer;
        this.webhooks = webhooks;
        this.associations = associations;
    }

    void archive(ObjectStore store, StoredRecord record, Source source, long now) {
        record.archive(now);
        for (Property property : store.properties.all()) {
            store.release(property, record.value(property.ordinal), record);
        }
        webhooks.deleted(store.type, record.id, source, now);
        if (store.type == ObjectType.COMPANIES) {
            associations.companyGone(record.id, source, now);
        }
    }

    void restore(ObjectStore store, StoredRecord record, Source source, long now) {
        record.restore(now);
        for (Property property : store.properties.all()) {
            String value = record.value(property.ordinal);
            if (property.unique() && value != null && store.holder(property, value) == null) {
                store.claim(property, value, record);
            }
        }
        webhooks.restored(store.type, record.id, source, now);
    }

    /**
     * Values that the winner lacks come from the loser, whose id then stands for the winner.
     *
     * @return the winner: the primary one, or a record that is new
     */
    StoredRecord merge(
            ObjectStore store, StoredRecord primary, StoredRecord loser, Source source, long now) {
        StoredRecord winner =
                faults.mergeMakesNew() ? renewed(store, primary, source, now) : primary;
        Map<Property, @Nullable String> moved = new LinkedHashMap<>();
        for (Property property : store.properties.all()) {
            String value = loser.value(property.ordinal);
            store.release(property, value, loser);
            if (value != null && winner.value(property.ordinal) == null) {
                moved.put(property, value);
            }
        }
        if (store.type == ObjectType.COMPANIES) {
            associations.companiesMerged(loser.id, winner, source, now);
        }
        store.merged(loser, winner, now);
        writer.update(store, winner, moved, source, now);
        winner.touch(now);
        webhooks.merged(store.type, primary.id, loser.id, winner.id, moved.size(), source, now);
        return winner;
    }

    /** The same record under a new id, as a merge may make it. */
    private StoredRecord renewed(ObjectStore store, StoredRecord old, Source source, long now) {
        StoredRecord renewed = old.withId(store.nextId());
        store.add(renewed);
        for (Property property : store.properties.all()) {
            String value = old.value(property.ordinal);
            store.release(property, value, old);
            store.claim(property, value, renewed);
        }
        associations.moved(old, renewed);
        if (store.type == ObjectType.COMPANIES) {
            associations.companiesMerged(old.id, renewed, source, now);
        }
        store.merged(old, renewed, now);
        return renewed;
    }

    /** The two events may arrive in any order and in different batches. */
    void forget(ObjectStore store, StoredRecord record, Source source, long now) {
        webhooks.privacyDeleted(store.type, record.id, source, now);
        archive(store, record, source, now);
        record.forget();
        store.records.remove(record.id);
    }
}
