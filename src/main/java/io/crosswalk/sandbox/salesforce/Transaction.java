package io.crosswalk.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The writes of one call. Each record is either changed as a whole or refused; what was changed can
 * be rolled back together, and is handed over once, at the end.
 */
final class Transaction {
    private final Store store;
    private final OrgRules rules;
    private final Faults faults;
    private final Actor actor;
    private final Instant at;
    private final List<Change> changes = new ArrayList<>();

    Transaction(Store store, OrgRules rules, Faults faults, Actor actor, Instant now) {
        this.store = store;
        this.rules = rules;
        this.faults = faults;
        this.actor = actor;
        this.at = now.truncatedTo(ChronoUnit.SECONDS);
    }

    List<Change> changes() {
        return changes;
    }

    Actor actor() {
        return actor;
    }

    Row insert(SObject type, ObjectNode body) {
        @Nullable Object[] values = new @Nullable Object[type.fields().size()];
        for (Field field : type.fields()) {
            if (field.type() == FieldType.BOOLEAN && field.stored()) {
                values[field.slot()] = false;
            }
        }
        rules.write(store, actor, type, null, values, body, at);
        set(type, values, "CreatedDate", at);
        set(type, values, "CreatedById", actor.userId());
        Row row = stamped(type, store.newId(type), values);
        return keep(new Change(Change.Kind.CREATE, null, row));
    }

    Row update(Row before, ObjectNode body) {
        requireFree(before);
        @Nullable Object[] values = before.copyValues();
        rules.write(store, actor, before.type(), before, values, body, at);
        Row row = stamped(before.type(), before.id(), values);
        return keep(new Change(Change.Kind.UPDATE, before, row));
    }

    /**
     * With all that belongs to it; refused as a whole if one of these is locked. (Salesforce asks
     * first where an account has closed and won opportunities; this org's people say yes.)
     */
    void delete(Row before) {
        List<Row> children = Children.alive(store, before);
        requireFree(before);
        children.forEach(this::requireFree);
        delete(before, null, null);
        children.forEach(child -> delete(child, null, before.id()));
    }

    /** The loser of a merge; what belongs to it stays. */
    void mergeInto(Row before, String masterId) {
        requireFree(before);
        delete(before, masterId, null);
    }

    private void delete(Row before, @Nullable String masterId, @Nullable String with) {
        @Nullable Object[] values = before.copyValues();
        if (masterId != null && before.type().find("MasterRecordId") != null) {
            set(before.type(), values, "MasterRecordId", masterId);
        }
        set(before.type(), values, "SystemModstamp", at);
        Row row = new Row(before.type(), before.id(), values, true, with);
        keep(new Change(Change.Kind.DELETE, before, row));
    }

    /** With all that was deleted along with it. */
    void undelete(Row before) {
        if (!before.deleted()) {
            throw Refused.record("UNDELETE_FAILED", "entity is not in the recycle bin");
        }
        List<Row> children = Children.deletedWith(store, before);
        restore(before);
        children.forEach(this::restore);
    }

    private void restore(Row before) {
        @Nullable Object[] values = before.copyValues();
        if (before.type().find("MasterRecordId") != null) {
            set(before.type(), values, "MasterRecordId", null);
        }
        set(before.type(), values, "SystemModstamp", at);
        Row row = new Row(before.type(), before.id(), values, false);
        keep(new Change(Change.Kind.UNDELETE, before, row));
    }

    /** Empties a record from the recycle bin, and all that was deleted along with it. */
    void purge(Row before) {
        Children.deletedWith(store, before)
                .forEach(child -> keep(new Change(Change.Kind.PURGE, child, null)));
        keep(new Change(Change.Kind.PURGE, before, null));
    }

    void rollback() {
        for (int i = changes.size() - 1; i >= 0; i--) {
            Change change = changes.get(i);
            store.table(change.row().type().name()).remove(change.row().id());
            if (change.before() != null) {
                store.put(change.before());
            }
        }
        changes.clear();
    }

    private Row keep(Change change) {
        if (change.after() == null) {
            store.table(change.row().type().name()).remove(change.row().id());
        } else {
            store.put(change.after());
        }
        changes.add(change);
        return change.row();
    }

    private Row stamped(SObject type, String id, @Nullable Object[] values) {
        set(type, values, "LastModifiedDate", at);
        set(type, values, "LastModifiedById", actor.userId());
        set(type, values, "SystemModstamp", at);
        return new Row(type, id, values, false);
    }

    private static void set(
            SObject type, @Nullable Object[] values, String field, @Nullable Object value) {
        values[type.field(field).slot()] = value;
    }

    private void requireFree(Row row) {
        if (row.deleted()) {
            throw new Refused(404, "ENTITY_IS_DELETED", "entity is deleted");
        }
        if (actor.kind() != Actor.Kind.PERSON) {
            faults.requireUnlocked(row.id());
        }
    }
}
