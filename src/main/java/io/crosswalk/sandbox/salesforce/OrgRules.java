package io.crosswalk.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a save checks and adds: permissions, types, required fields, flows, validation rules. */
final class OrgRules {
    final List<Automation.Flow> flows = new ArrayList<>();
    final List<Automation.Rule> rules = new ArrayList<>();
    final List<Automation.Duplicates> duplicateRules = new ArrayList<>();

    /**
     * Applies {@code body} to {@code values}.
     *
     * @param before null on insert
     */
    void write(
            Store store,
            Actor actor,
            SObject type,
            @Nullable Row before,
            @Nullable Object[] values,
            ObjectNode body,
            Instant now) {
        boolean create = before == null;
        List<String> refused = new ArrayList<>();
        boolean probability = false;
        for (Map.Entry<String, JsonNode> entry : body.properties()) {
            if (isIdentity(entry.getKey())) {
                continue;
            }
            Field field = type.field(entry.getKey(), actor);
            if (!field.writable(actor, create) || !field.stored()) {
                refused.add(field.name());
                continue;
            }
            Object stored = before == null ? null : before.get(field);
            values[field.slot()] = Input.parse(field, entry.getValue(), stored);
            probability |= field.name().equals("Probability");
            requireReference(store, field, values[field.slot()], stored);
        }
        if (!refused.isEmpty()) {
            throw readOnly(refused);
        }
        if (create) {
            defaults(store, actor, type, values);
        }
        requireFilled(type, values, create);
        flows.stream().filter(flow -> flow.type() == type).forEach(f -> f.run(before, values));
        if (type.name().equals("Opportunity")) {
            Stages.follow(type, before, values, probability, now);
        }
        requireUnique(store, type, before, values);
        duplicateRules.stream()
                .filter(rule -> rule.type() == type)
                .forEach(rule -> rule.check(store, before, values, actor.allowsDuplicates()));
        rules.stream().filter(rule -> rule.type() == type).forEach(rule -> rule.check(values));
    }

    private static boolean isIdentity(String key) {
        return key.equals("attributes") || key.equalsIgnoreCase("id");
    }

    private static Refused readOnly(List<String> names) {
        return Refused.record(
                "INVALID_FIELD_FOR_INSERT_UPDATE",
                "Unable to create/update fields: "
                        + String.join(", ", names)
                        + ". Please check the security settings of this field and verify that it"
                        + " is read/write for your profile or permission set.",
                names.toArray(String[]::new));
    }

    private static void defaults(
            Store store, Actor actor, SObject type, @Nullable Object[] values) {
        for (Field field : type.fields()) {
            if (field.has("auto")) {
                values[field.slot()] = "C-" + store.number();
            }
        }
        Field owner = type.find("OwnerId");
        if (owner != null && values[owner.slot()] == null) {
            values[owner.slot()] = actor.userId();
        }
    }

    private static void requireFilled(SObject type, @Nullable Object[] values, boolean create) {
        List<String> missing = new ArrayList<>();
        for (Field field : type.fields()) {
            boolean wanted = create ? field.createable : field.updateable;
            if (wanted && !field.nillable && field.stored() && values[field.slot()] == null) {
                missing.add(field.name());
            }
        }
        if (!missing.isEmpty()) {
            throw Refused.record(
                    "REQUIRED_FIELD_MISSING",
                    "Required fields are missing: " + missing,
                    missing.toArray(String[]::new));
        }
    }

    private static void requireReference(
            Store store, Field field, @Nullable Object value, @Nullable Object stored) {
        if (field.type() != FieldType.REFERENCE || value == null || value.equals(stored)) {
            return;
        }
        String id = value.toString();
        Table table = store.tableOfId(id);
        if (table == null || !field.referenceTo().contains(table.type().name())) {
            throw Refused.record(
                    "MALFORMED_ID",
                    field.label() + ": id value of incorrect type: " + id,
                    field.name());
        }
        Row row = table.find(id);
        if (row == null) {
            throw Refused.record(
                    "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", field.name());
        }
        if (row.deleted()) {
            throw Refused.record("ENTITY_IS_DELETED", "entity is deleted", field.name());
        }
        boolean user = table.type().name().equals("User");
        if (user && !Boolean.TRUE.equals(row.get(table.type().field("IsActive")))) {
            throw Refused.record(
                    "INACTIVE_OWNER_OR_USER",
                    "operation performed with inactive user [" + id + "] as owner of record",
                    field.name());
        }
    }

    private static void requireUnique(
            Store store, SObject type, @Nullable Row before, @Nullable Object[] values) {
        Table table = store.table(type.name());
        for (Field field : type.fields()) {
            if (!field.has("unique") || !(values[field.slot()] instanceof String text)) {
                continue;
            }
            for (Row other : table.withText(field, List.of(text))) {
                if (!other.deleted() && (before == null || !other.id().equals(before.id()))) {
                    throw Refused.record(
                            "DUPLICATE_VALUE",
                            "duplicate value found: "
                                    + field.name()
                                    + " duplicates value on record with id: "
                                    + Ids.key(other.id()),
                            field.name());
                }
            }
        }
    }
}
