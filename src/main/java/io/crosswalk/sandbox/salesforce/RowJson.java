package io.crosswalk.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Records as the REST API writes them. */
final class RowJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** {@code 2013-05-20T20:49:32.000+0000}: the offset has no colon. */
    static final DateTimeFormatter DATETIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'+0000'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private RowJson() {}

    static ObjectNode attributes(SObject type, String id, String version) {
        ObjectNode attributes = JSON.objectNode();
        attributes.put("type", type.name());
        attributes.put("url", "/services/data/" + version + "/sobjects/" + type.name() + "/" + id);
        return attributes;
    }

    static ObjectNode record(Row row, Collection<Field> fields, String version) {
        ObjectNode record = JSON.objectNode();
        record.set("attributes", attributes(row.type(), row.id(), version));
        fields.forEach(field -> record.set(field.name(), value(row, field)));
        return record;
    }

    private static JsonNode value(Row row, Field field) {
        if (field.type() == FieldType.ADDRESS) {
            return address(row, field);
        }
        return scalar(Derived.value(row, field), field.type());
    }

    /** Doubles are Java's: {@code 350000.0}, and {@code 1.0E7} for large ones. */
    static JsonNode scalar(@Nullable Object value, FieldType type) {
        if (value instanceof Boolean flag) {
            return JSON.booleanNode(flag);
        }
        if (value instanceof BigDecimal number) {
            return type == FieldType.INT
                    ? JSON.numberNode(number.longValue())
                    : JSON.numberNode(number.doubleValue());
        }
        if (value instanceof Instant at) {
            return JSON.textNode(DATETIME.format(at));
        }
        if (value == null) {
            return JSON.nullNode();
        }
        // Nobody here has the permission to see what is encrypted.
        boolean masked = type == FieldType.ENCRYPTEDSTRING;
        return JSON.textNode(masked ? "X".repeat(value.toString().length()) : value.toString());
    }

    private static JsonNode address(Row row, Field address) {
        ObjectNode parts = JSON.objectNode();
        boolean any = false;
        for (Field part : row.type().fields()) {
            if (address.name().equals(part.compound())) {
                Object value = row.get(part);
                any |= value != null;
                String component = part.component();
                parts.set(
                        Character.toLowerCase(component.charAt(0)) + component.substring(1),
                        scalar(value, part.type()));
            }
        }
        return any ? parts : JSON.nullNode();
    }
}
