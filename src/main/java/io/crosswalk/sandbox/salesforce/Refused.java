package io.crosswalk.sandbox.salesforce;

import java.util.List;

/** Salesforce says no: to a whole call, or to one record of it. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient List<String> fields;
    private transient List<String> matches = List.of();

    /**
     * @param status HTTP status if the whole call is about this
     * @param code Salesforce's {@code errorCode} or {@code statusCode}
     */
    Refused(int status, String code, String message, String... fields) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.fields = List.of(fields);
    }

    static Refused record(String code, String message, String... fields) {
        return new Refused(400, code, message, fields);
    }

    static Refused noField(String name, SObject type) {
        return record(
                "INVALID_FIELD", "No such column '" + name + "' on sobject of type " + type.name());
    }

    /** The records that a duplicate rule found. */
    Refused matching(List<String> ids) {
        matches = List.copyOf(ids);
        return this;
    }

    List<String> matches() {
        return matches;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    List<String> fields() {
        return fields;
    }

    String message() {
        String message = getMessage();
        return message == null ? code : message;
    }
}
