package io.crosswalk.rules;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a HubSpot property can hold. The first eight are the {@code fieldType}s of the strict matrix
 * (docs/semantics.md, "Types"); {@code datetime} is a {@code type} whose fieldType is {@code date}.
 */
public enum HubspotType {
    SELECT("select"),
    RADIO("radio"),
    /** Several options at once. */
    CHECKBOX("checkbox"),
    /** One box: true, false or blank. */
    BOOLEANCHECKBOX("booleancheckbox"),
    NUMBER("number"),
    TEXT("text"),
    TEXTAREA("textarea"),
    DATE("date"),
    DATETIME("datetime"),
    PHONENUMBER("phonenumber"),
    /** A number that HubSpot holds as a fraction and shows as a percentage: 0.2 is 20 %. */
    PERCENTAGE("percentage"),
    /** Cannot be mapped: html, file, json, and whatever HubSpot invents. */
    OTHER("other");

    private static final Set<String> HINTS_OF_FRACTIONS = Set.of("percentage", "probability");

    private final String label;

    HubspotType(String label) {
        this.label = label;
    }

    /** Whether its values are options of a list that people define. */
    public boolean hasOptions() {
        return this == SELECT || this == RADIO || this == CHECKBOX;
    }

    /** HubSpot's own word, for messages. */
    public String label() {
        return label;
    }

    /**
     * @param numberDisplayHint how HubSpot shows a number; null if it does not say
     */
    public static HubspotType of(
            String type, String fieldType, @Nullable String numberDisplayHint) {
        HubspotType its = of(type, fieldType);
        boolean fraction =
                numberDisplayHint != null && HINTS_OF_FRACTIONS.contains(numberDisplayHint);
        return its == NUMBER && fraction ? PERCENTAGE : its;
    }

    /**
     * @param type the property's {@code type}: string, number, bool, enumeration, date, datetime
     * @param fieldType the property's {@code fieldType}; a calculated one ({@code calculation_*})
     *     says nothing about the values, so {@code type} decides
     */
    public static HubspotType of(String type, String fieldType) {
        boolean calculated = fieldType.startsWith("calculation");
        return switch (type) {
            case "datetime" -> DATETIME;
            case "date" -> DATE;
            case "bool" -> BOOLEANCHECKBOX;
            case "phone_number" -> PHONENUMBER;
            case "number" -> calculated || fieldType.equals("number") ? NUMBER : OTHER;
            case "enumeration" -> calculated ? SELECT : ofOptions(fieldType);
            case "string" -> calculated ? TEXT : ofText(fieldType);
            default -> OTHER;
        };
    }

    private static HubspotType ofOptions(String fieldType) {
        return switch (fieldType) {
            case "select" -> SELECT;
            case "radio" -> RADIO;
            case "checkbox" -> CHECKBOX;
            case "booleancheckbox" -> BOOLEANCHECKBOX;
            default -> OTHER;
        };
    }

    private static HubspotType ofText(String fieldType) {
        return switch (fieldType) {
            case "text" -> TEXT;
            case "textarea" -> TEXTAREA;
            case "phonenumber" -> PHONENUMBER;
            default -> OTHER;
        };
    }
}
