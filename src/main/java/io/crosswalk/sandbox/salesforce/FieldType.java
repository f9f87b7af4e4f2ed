package io.crosswalk.sandbox.salesforce;

import java.util.Locale;

/** The describe's {@code type}. */
enum FieldType {
    ID("tns:ID"),
    STRING("xsd:string"),
    TEXTAREA("xsd:string"),
    PICKLIST("xsd:string"),
    MULTIPICKLIST("xsd:string"),
    REFERENCE("tns:ID"),
    BOOLEAN("xsd:boolean"),
    DOUBLE("xsd:double"),
    INT("xsd:int"),
    CURRENCY("xsd:double"),
    PERCENT("xsd:double"),
    DATE("xsd:date"),
    DATETIME("xsd:dateTime"),
    PHONE("xsd:string"),
    URL("xsd:string"),
    EMAIL("xsd:string"),
    ENCRYPTEDSTRING("xsd:string"),
    ADDRESS("urn:address");

    private final String soapType;

    FieldType(String soapType) {
        this.soapType = soapType;
    }

    String soapType() {
        return soapType;
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isNumber() {
        return this == DOUBLE || this == INT || this == CURRENCY || this == PERCENT;
    }

    boolean isId() {
        return this == ID || this == REFERENCE;
    }

    /** Whether values are free text with a length. */
    boolean isText() {
        return switch (this) {
            case STRING, TEXTAREA, PICKLIST, MULTIPICKLIST, PHONE, URL, EMAIL, ENCRYPTEDSTRING ->
                    true;
            case ID, REFERENCE, BOOLEAN, DOUBLE, INT, CURRENCY, PERCENT, DATE, DATETIME, ADDRESS ->
                    false;
        };
    }
}
