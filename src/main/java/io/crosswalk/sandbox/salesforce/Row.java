package io.crosswalk.sandbox.salesforce;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record at one moment; never changed, only replaced, so that a rollback or a query page keeps
 * the old one. Values are String, Boolean, BigDecimal and Instant; null is blank.
 */
final class Row {
    private final SObject type;
    private final String id;
    private final @Nullable Object[] values;
    private final Instant stamp;
    private final boolean deleted;
    private final @Nullable String deletedWith;

    Row(SObject type, String id, @Nullable Object[] values, boolean deleted) {
        this(type, id, values, deleted, null);
    }

    /**
     * @param deletedWith the record whose deletion this one was part of; null for one of its own
     */
    Row(
            SObject type,
            String id,
            @Nullable Object[] values,
            boolean deleted,
            @Nullable String deletedWith) {
        this.deletedWith = deletedWith;
        this.type = type;
        this.id = id;
        this.values = values;
        this.deleted = deleted;
        Object at = values[type.field("SystemModstamp").slot()];
        this.stamp = at instanceof Instant instant ? instant : Instant.EPOCH;
    }

    SObject type() {
        return type;
    }

    /** 18 characters. */
    String id() {
        return id;
    }

    boolean deleted() {
        return deleted;
    }

    /** The id of the record that it comes back with from the recycle bin. */
    @Nullable String deletedWith() {
        return deletedWith;
    }

    /** SystemModstamp. */
    Instant stamp() {
        return stamp;
    }

    /** The stored value; use {@link Derived#value} for compound and formula fields as well. */
    @Nullable Object get(Field field) {
        return values[field.slot()];
    }

    @Nullable String text(String fieldName) {
        Field field = type.find(fieldName);
        return field != null && get(field) instanceof String text ? text : null;
    }

    @Nullable Object[] copyValues() {
        return values.clone();
    }
}
