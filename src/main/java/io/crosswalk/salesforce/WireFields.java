package io.crosswalk.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.crosswalk.records.CrmWrite;
import io.crosswalk.records.WriteOutcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts wire texts into a record with the JSON type that the field has. */
final class WireFields {
    private static final Set<String> NUMBERS =
            Set.of("int", "double", "currency", "percent", "long");
    private static final Pattern JSON_NUMBER =
            Pattern.compile("-?(0|[1-9]\\d{0,30})(\\.\\d{1,30})?([eE][+-]?\\d{1,3})?");

    private final Map<String, SalesforceField> fields;

    WireFields(Map<String, SalesforceField> fields) {
        this.fields = fields;
    }

    /**
     * @return why the write cannot be sent; null if it was put. One value of a wrong JSON type, or
     *     one field that is not there, would fail the other 199 records with it
     */
    WriteOutcome.@Nullable Rejected put(CrmWrite write, ObjectNode record) {
        for (Map.Entry<String, @Nullable String> entry : write.values().entrySet()) {
            String name = entry.getKey();
            SalesforceField field = fields.get(name);
            if (field == null) {
                return rejected(
                        write,
                        name,
                        "INVALID_FIELD",
                        "Field '" + name + "' is not there or hidden from the integration user");
            }
            if (!put(record, field, entry.getValue())) {
                return rejected(
                        write,
                        name,
                        "INVALID_TYPE_ON_FIELD_IN_RECORD",
                        "The value for field '" + name + "' is no " + field.type());
            }
        }
        return null;
    }

    /** The references that the write sets: a broken one may be the value's, not the record's. */
    List<String> references(CrmWrite write) {
        return write.values().entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .map(Map.Entry::getKey)
                .filter(name -> fields.get(name) != null)
                .filter(name -> fields.get(name).type().equals("reference"))
                .toList();
    }

    private static boolean put(ObjectNode record, SalesforceField field, @Nullable String wire) {
        String name = field.name();
        if (field.type().equals("boolean")) {
            // A checkbox cannot be null: cleared means unchecked.
            if (wire != null && !wire.equals("true") && !wire.equals("false")) {
                return false;
            }
            record.put(name, "true".equals(wire));
        } else if (wire == null) {
            record.putNull(name);
        } else if (NUMBERS.contains(field.type())) {
            if (!JSON_NUMBER.matcher(wire).matches()) {
                return false;
            }
            record.putRawValue(name, new RawValue(wire));
        } else {
            record.put(name, wire);
        }
        return true;
    }

    private static WriteOutcome.Rejected rejected(
            CrmWrite write, String name, String code, String message) {
        return new WriteOutcome.Rejected(write.id(), code, message, List.of(name));
    }
}
