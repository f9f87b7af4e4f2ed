package io.crosswalk.rules;

/**
 * What a Salesforce field can hold. The first ten are the {@code type}s of the strict matrix
 * (docs/semantics.md, "Types").
 */
public enum SalesforceType {
    STRING("string"),
    TEXTAREA("textarea"),
    PICKLIST("picklist"),
    MULTIPICKLIST("multipicklist"),
    REFERENCE("reference"),
    BOOLEAN("boolean"),
    DOUBLE("double"),
    INT("int"),
    DATE("date"),
    DATETIME("datetime"),
    CURRENCY("currency"),
    PERCENT("percent"),
    LONG("long"),
    EMAIL("email"),
    PHONE("phone"),
    URL("url"),
    /** A record's own id; never writable. */
    ID("id"),
    /** Cannot be mapped: address, location, time, base64, encryptedstring, combobox, ... */
    OTHER("other");

    private final String label;

    SalesforceType(String label) {
        this.label = label;
    }

    public boolean isPicklist() {
        return this == PICKLIST || this == MULTIPICKLIST;
    }

    /** Salesforce's own word, for messages. */
    public String label() {
        return label;
    }

    /**
     * @param describeType the describe's {@code type}
     */
    public static SalesforceType of(String describeType) {
        return switch (describeType) {
            case "string" -> STRING;
            case "textarea" -> TEXTAREA;
            case "picklist" -> PICKLIST;
            case "multipicklist" -> MULTIPICKLIST;
            case "reference" -> REFERENCE;
            case "boolean" -> BOOLEAN;
            case "double" -> DOUBLE;
            case "int" -> INT;
            case "date" -> DATE;
            case "datetime" -> DATETIME;
            case "currency" -> CURRENCY;
            case "percent" -> PERCENT;
            case "long" -> LONG;
            case "email" -> EMAIL;
            case "phone" -> PHONE;
            case "url" -> URL;
            case "id" -> ID;
            default -> OTHER;
        };
    }
}
