package io.crosswalk.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One condition of a search (HubSpot's guide on searching the CRM). */
final class SearchFilter {
    private enum Operator {
        EQ,
        NEQ,
        LT,
        LTE,
        GT,
        GTE,
        BETWEEN,
        IN,
        NOT_IN,
        HAS_PROPERTY,
        NOT_HAS_PROPERTY,
        CONTAINS_TOKEN,
        NOT_CONTAINS_TOKEN
    }

    private final Property property;
    private final Operator operator;
    private final String value;
    private final String highValue;
    private final Set<String> values;

    /** The value as a number, for the two properties that are compared most. */
    private final long wanted;

    SearchFilter(ObjectStore store, JsonNode json) {
        String name = json.path("propertyName").asText();
        Property known = store.properties.find(name);
        if (known == null) {
            throw HubspotError.validation(
                    "There was a problem with the request: property " + name + " does not exist");
        }
        property = known;
        operator = operator(json.path("operator").asText());
        value = json.path("value").asText("");
        highValue = json.path("highValue").asText("");
        values = Set.copyOf(Json.texts(json.path("values")));
        boolean list = operator == Operator.IN || operator == Operator.NOT_IN;
        boolean none = operator == Operator.HAS_PROPERTY || operator == Operator.NOT_HAS_PROPERTY;
        if (!none && (list ? values.isEmpty() : value.isEmpty())) {
            throw HubspotError.validation("operator " + operator + " requires a value");
        }
        wanted =
                !ordered()
                        ? 0
                        : switch (property.derived) {
                            case OBJECT_ID -> number(value);
                            case MODIFIED_AT -> millis(value);
                            default -> 0;
                        };
    }

    private static Operator operator(String word) {
        try {
            return Operator.valueOf(word);
        } catch (IllegalArgumentException unknown) {
            throw HubspotError.validation("Invalid input JSON: operator " + word);
        }
    }

    boolean matches(ObjectStore store, StoredRecord record, long at) {
        if (property.derived == Property.Derived.OBJECT_ID && ordered()) {
            return compared(Long.compare(record.id, wanted));
        }
        if (property.derived == Property.Derived.MODIFIED_AT && ordered()) {
            long modifiedAt = record.modifiedAt(at);
            return compared(Long.compare(modifiedAt, wanted));
        }
        String actual = store.value(record, property, at);
        if (actual == null) {
            return switch (operator) {
                case NOT_HAS_PROPERTY, NEQ, NOT_IN, NOT_CONTAINS_TOKEN -> true;
                default -> false;
            };
        }
        return switch (operator) {
            case HAS_PROPERTY -> true;
            case NOT_HAS_PROPERTY -> false;
            case IN -> in(actual);
            case NOT_IN -> !in(actual);
            case CONTAINS_TOKEN -> containsToken(actual);
            case NOT_CONTAINS_TOKEN -> !containsToken(actual);
            case BETWEEN -> compare(actual, value) >= 0 && compare(actual, highValue) <= 0;
            case EQ, NEQ, LT, LTE, GT, GTE -> compared(compare(actual, value));
        };
    }

    private boolean ordered() {
        return switch (operator) {
            case EQ, NEQ, LT, LTE, GT, GTE -> true;
            default -> false;
        };
    }

    private boolean compared(int order) {
        return switch (operator) {
            case EQ -> order == 0;
            case NEQ -> order != 0;
            case LT -> order < 0;
            case LTE -> order <= 0;
            case GT -> order > 0;
            case GTE -> order >= 0;
            default -> throw new IllegalStateException(operator + " does not compare");
        };
    }

    /** By the property's type; only enumerations tell upper from lower case. */
    private int compare(String actual, String wanted) {
        return compare(property, actual, wanted);
    }

    static int compare(Property property, String actual, String wanted) {
        try {
            return switch (property.type()) {
                case "number" -> new BigDecimal(actual).compareTo(new BigDecimal(wanted));
                case "date", "datetime" -> Long.compare(millis(actual), millis(wanted));
                case "enumeration", "bool" -> actual.compareTo(wanted);
                default -> actual.compareToIgnoreCase(wanted);
            };
        } catch (NumberFormatException malformed) {
            throw HubspotError.validation("Invalid filter value for " + property.name);
        }
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException malformed) {
            throw HubspotError.validation("Invalid filter value: not a number");
        }
    }

    private static long millis(String text) {
        try {
            return PropertyValues.millis(text);
        } catch (DateTimeException malformed) {
            throw HubspotError.validation("Invalid filter value: not a date");
        }
    }

    /** Values of text properties must come in lower case to match. */
    private boolean in(String actual) {
        return switch (property.type()) {
            case "string" -> values.contains(actual.toLowerCase(Locale.ROOT));
            case "date", "datetime" ->
                    values.stream().anyMatch(wanted -> millis(wanted) == millis(actual));
            default -> values.contains(actual);
        };
    }

    private boolean containsToken(String actual) {
        String wanted = value.toLowerCase(Locale.ROOT);
        String text = actual.toLowerCase(Locale.ROOT);
        if (wanted.contains("*")) {
            return text.contains(wanted.replace("*", ""));
        }
        return text.equals(wanted)
                || List.of(text.split("[^\\p{L}\\p{N}]+"))
                        .containsAll(List.of(wanted.split("[^\\p{L}\\p{N}]+")));
    }
}
