package io.crosswalk.sandbox.salesforce;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an administrator of the org has set up to happen on every save. */
final class Automation {
    private Automation() {}

    /**
     * A before-save flow: when one field changes, another is set in the same transaction.
     *
     * @param value what is set; null to copy the changed field's value
     */
    record Flow(SObject type, Field when, Field set, @Nullable Object value) {
        void run(@Nullable Row before, @Nullable Object[] values) {
            Object old = before == null ? null : before.get(when);
            if (!Objects.equals(old, values[when.slot()])) {
                values[set.slot()] = value == null ? values[when.slot()] : value;
            }
        }
    }

    /**
     * A duplicate rule: no two records of a type have the same text in the field.
     *
     * @param onEdit whether it also holds for records that are edited
     * @param alerts whether who saves may say that they are to be saved all the same
     */
    record Duplicates(SObject type, Field field, boolean onEdit, boolean alerts) {
        void check(
                Store store, @Nullable Row before, @Nullable Object[] values, boolean allowSave) {
            boolean passes = before != null && !onEdit || alerts && allowSave;
            if (!(values[field.slot()] instanceof String text) || passes) {
                return;
            }
            List<String> ids = new ArrayList<>();
            for (Row row : store.table(type.name()).since(Instant.EPOCH)) {
                boolean other = before == null || !row.id().equals(before.id());
                if (other && !row.deleted() && text.equals(row.get(field))) {
                    ids.add(row.id());
                }
            }
            if (!ids.isEmpty()) {
                throw Refused.record(
                                "DUPLICATES_DETECTED", "Use one of these records?", new String[0])
                        .matching(ids);
            }
        }
    }

    /** A validation rule, checked on every save, whichever field is written. Blank passes. */
    record Rule(SObject type, Field field, Pattern mustMatch, String message) {
        void check(@Nullable Object[] values) {
            Object value = values[field.slot()];
            if (value != null && !mustMatch.matcher(value.toString()).find()) {
                throw Refused.record("FIELD_CUSTOM_VALIDATION_EXCEPTION", message, field.name());
            }
        }
    }
}
