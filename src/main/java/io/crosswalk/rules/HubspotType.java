package io.crosswalk.rules;

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
    /** Cannot be mapped: html, file, json, and whatever HubSpot invents. */
    OTHER("other");

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
