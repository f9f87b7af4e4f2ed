package io.crosswalk.sandbox.salesforce;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parsed statement; names are not looked up yet.
 *
 * @param fields empty for {@code COUNT()}
 * @param limit -1 if there is none
 */
record Soql(
        String type,
        List<String> fields,
        @Nullable Condition where,
        List<Order> orderBy,
        int limit) {

    record Order(String field, boolean descending, boolean nullsLast) {}

    /** What the statement compares with. */
    record Literal(Kind kind, String raw) {
        enum Kind {
            TEXT,
            NUMBER,
            DATE,
            DATETIME,
            BOOLEAN,
            NULL
        }
    }

    enum Operator {
        EQUAL,
        NOT_EQUAL,
        LESS,
        AT_MOST,
        GREATER,
        AT_LEAST,
        LIKE,
        IN,
        NOT_IN
    }

    sealed interface Condition {}

    record All(List<Condition> parts) implements Condition {}

    record Any(List<Condition> parts) implements Condition {}

    record Not(Condition part) implements Condition {}

    /**
     * @param literals one, or several for IN
     */
    record Compare(String field, Operator operator, List<Literal> literals) implements Condition {}

    boolean isCount() {
        return fields.isEmpty();
    }
}
