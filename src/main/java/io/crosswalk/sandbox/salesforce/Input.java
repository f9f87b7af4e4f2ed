package io.crosswalk.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns what a caller writes into what Salesforce stores, or refuses it. */
final class Input {
    /** Offset as {@code Z}, {@code +00:00} or {@code +0000}. */
    static final DateTimeFormatter DATETIME =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                    .appendPattern("[XXX][XX]")
                    .toFormatter();

    private static final Pattern EMAIL =
            Pattern.compile(
                    "[^\\s@<>,;:\"()\\[\\]\\\\]+@[^\\s@<>,;:\"()\\[\\]\\\\.]+(\\.[^\\s@.,;]+)+");
    private static final int NUMBER_LENGTH_MAX = 60;

    private Input() {}

    /**
     * @param stored what the row holds now; an inactive picklist value may stay
     * @return null for blank
     */
    static @Nullable Object parse(Field field, JsonNode json, @Nullable Object stored) {
        if (json.isContainerNode()) {
            throw wrongType(field, json);
        }
        if (field.type() == FieldType.BOOLEAN) {
            return flag(field, json);
        }
        if (json.isNull() || (json.isTextual() && json.textValue().isBlank())) {
            return null;
        }
        return switch (field.type()) {
            case STRING, TEXTAREA, PHONE, URL, ENCRYPTEDSTRING -> text(field, json);
            case EMAIL -> email(field, text(field, json));
            case PICKLIST -> picklist(field, text(field, json), stored);
            case MULTIPICKLIST -> multipicklist(field, text(field, json), stored);
            case DOUBLE, CURRENCY, PERCENT, INT -> number(field, json);
            case DATE -> date(field, json);
            case DATETIME -> datetime(field, json);
            case ID, REFERENCE -> id(field, json);
            case BOOLEAN, ADDRESS -> throw wrongType(field, json);
        };
    }

    static Refused wrongType(Field field, JsonNode json) {
        String token =
                json.isNull()
                        ? "VALUE_NULL"
                        : json.isTextual()
                                ? "VALUE_STRING"
                                : json.isBoolean()
                                        ? "VALUE_" + json.asText().toUpperCase(Locale.ROOT)
                                        : json.isNumber()
                                                ? "VALUE_NUMBER_INT"
                                                : json.isArray() ? "START_ARRAY" : "START_OBJECT";
        return Refused.record(
                "JSON_PARSER_ERROR",
                "Cannot deserialize instance of "
                        + field.type().wire()
                        + " from "
                        + token
                        + " value "
                        + json.asText()
                        + " or request may be missing a required field",
                field.name());
    }

    private static boolean flag(Field field, JsonNode json) {
        if (json.isBoolean()) {
            return json.booleanValue();
        }
        if (json.isTextual() && json.textValue().matches("(?i)true|false")) {
            return Boolean.parseBoolean(json.textValue());
        }
        throw wrongType(field, json);
    }

    private static String text(Field field, JsonNode json) {
        if (!json.isTextual()) {
            throw wrongType(field, json);
        }
        String text = json.textValue().strip();
        int length = text.length();
        if (field.length > 0 && length > field.length) {
            throw Refused.record(
                    "STRING_TOO_LONG",
                    field.label()
                            + ": data value too large: "
                            + text
                            + " (max length="
                            + field.length
                            + ")",
                    field.name());
        }
        return text;
    }

    private static String email(Field field, String text) {
        if (!EMAIL.matcher(text).matches()) {
            throw Refused.record(
                    "INVALID_EMAIL_ADDRESS",
                    field.label() + ": invalid email address: " + text,
                    field.name());
        }
        return text;
    }

    private static String picklist(Field field, String text, @Nullable Object stored) {
        for (Field.Choice choice : field.choices()) {
            if (choice.active() && choice.value().equalsIgnoreCase(text)) {
                return choice.value();
            }
        }
        if (field.restricted() && !text.equals(stored)) {
            throw badValue(field, text);
        }
        return text;
    }

    private static Refused badValue(Field field, String text) {
        return Refused.record(
                "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                field.label() + ": bad value for restricted picklist field: " + text,
                field.name());
    }

    private static @Nullable String multipicklist(
            Field field, String text, @Nullable Object stored) {
        List<String> wanted =
                Arrays.stream(text.split(";"))
                        .map(String::strip)
                        .filter(v -> !v.isEmpty())
                        .toList();
        List<String> defined = field.choices().stream().map(Field.Choice::value).toList();
        List<String> before = stored == null ? List.of() : List.of(stored.toString().split(";"));
        for (String value : wanted) {
            boolean active =
                    field.choices().stream().anyMatch(c -> c.active() && c.value().equals(value));
            if (field.restricted() && !active && !before.contains(value)) {
                throw badValue(field, value);
            }
        }
        String ordered =
                Stream.concat(
                                defined.stream().filter(wanted::contains),
                                wanted.stream().filter(value -> !defined.contains(value)))
                        .distinct()
                        .collect(Collectors.joining(";"));
        return ordered.isEmpty() ? null : ordered;
    }

    private static BigDecimal number(Field field, JsonNode json) {
        String text = json.asText().strip();
        BigDecimal number;
        try {
            if (json.isBoolean() || text.length() > NUMBER_LENGTH_MAX) {
                throw wrongType(field, json);
            }
            number = new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw wrongType(field, json);
        }
        if (number.precision() - (long) number.scale() > field.precision() - field.scale()) {
            throw outsideRange(field);
        }
        if (field.type() == FieldType.INT && number.stripTrailingZeros().scale() > 0) {
            throw wrongType(field, json);
        }
        BigDecimal rounded = number.setScale(field.scale(), RoundingMode.HALF_UP);
        if (rounded.precision() > field.precision() && rounded.signum() != 0) {
            throw outsideRange(field);
        }
        return rounded;
    }

    private static Refused outsideRange(Field field) {
        return Refused.record(
                "NUMBER_OUTSIDE_VALID_RANGE",
                field.label() + ": value outside of valid range on numeric field",
                field.name());
    }

    private static String date(Field field, JsonNode json) {
        try {
            return LocalDate.parse(json.asText()).toString();
        } catch (DateTimeException e) {
            throw wrongType(field, json);
        }
    }

    private static Instant datetime(Field field, JsonNode json) {
        try {
            return instant(json.isTextual() ? json.textValue() : "");
        } catch (DateTimeException e) {
            throw wrongType(field, json);
        }
    }

    /** Cut to seconds, as Salesforce stores it. */
    static Instant instant(String text) {
        return OffsetDateTime.parse(text, DATETIME).toInstant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String id(Field field, JsonNode json) {
        String id = json.asText();
        if (!json.isTextual() || !Ids.wellFormed(id)) {
            throw Refused.record(
                    "MALFORMED_ID",
                    field.label() + ": id value of incorrect type: " + id,
                    field.name());
        }
        return Ids.full(id);
    }
}
