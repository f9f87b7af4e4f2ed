package io.crosswalk.sandbox.salesforce;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a predicate over rows from a condition; names and literal types are checked on the way. */
final class SoqlFilter {
    private final SObject type;
    private final Actor actor;

    SoqlFilter(SObject type, Actor actor) {
        this.type = type;
        this.actor = actor;
    }

    Predicate<Row> compile(Soql.@Nullable Condition condition) {
        if (condition == null) {
            return row -> true;
        }
        if (condition instanceof Soql.Not not) {
            return compile(not.part()).negate();
        }
        if (condition instanceof Soql.All all) {
            return all.parts().stream().map(this::compile).reduce(row -> true, Predicate::and);
        }
        if (condition instanceof Soql.Any any) {
            return any.parts().stream().map(this::compile).reduce(row -> false, Predicate::or);
        }
        if (condition instanceof Soql.Compare compare) {
            return comparison(compare);
        }
        throw new AssertionError(condition);
    }

    /** A field that may stand in WHERE. */
    Field filterable(String name) {
        Field field = type.field(name, actor);
        if (!field.filterable()) {
            throw new Refused(
                    400,
                    "INVALID_FIELD",
                    "field '" + field.name() + "' can not be filtered in a query call");
        }
        return field;
    }

    private Predicate<Row> comparison(Soql.Compare compare) {
        Field field = filterable(compare.field());
        Soql.Operator operator = compare.operator();
        if (operator == Soql.Operator.LIKE) {
            return like(field, compare.literals().get(0));
        }
        if (operator == Soql.Operator.IN || operator == Soql.Operator.NOT_IN) {
            Set<Object> wanted = new HashSet<>();
            for (Soql.Literal literal : compare.literals()) {
                wanted.add(comparable(field, literal));
            }
            boolean in = operator == Soql.Operator.IN;
            return row -> wanted.contains(comparable(field, row)) == in;
        }
        Object literal = comparable(field, compare.literals().get(0));
        return switch (operator) {
            case EQUAL -> row -> order(comparable(field, row), literal) == 0;
            case NOT_EQUAL -> row -> order(comparable(field, row), literal) != 0;
            case LESS -> row -> isOrdered(field, row, literal, -1, -1);
            case AT_MOST -> row -> isOrdered(field, row, literal, -1, 0);
            case GREATER -> row -> isOrdered(field, row, literal, 1, 1);
            case AT_LEAST -> row -> isOrdered(field, row, literal, 0, 1);
            case LIKE, IN, NOT_IN -> throw new AssertionError(operator);
        };
    }

    /** Blank is neither less nor greater than anything. */
    private static boolean isOrdered(
            Field field, Row row, Object literal, int least, int greatest) {
        Object value = comparable(field, row);
        if (value == BLANK || literal == BLANK) {
            return false;
        }
        int order = Integer.signum(order(value, literal));
        return order >= least && order <= greatest;
    }

    private static Predicate<Row> like(Field field, Soql.Literal literal) {
        if (!field.type().isText()) {
            throw wrongLiteral(field);
        }
        StringBuilder regex = new StringBuilder();
        String raw = literal.raw();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\\') {
                regex.append(Pattern.quote(String.valueOf(SoqlLexer.escape(raw.charAt(++i)))));
            } else if (c == '%') {
                regex.append(".*");
            } else if (c == '_') {
                regex.append('.');
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        Pattern pattern =
                Pattern.compile(
                        regex.toString(),
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
        return row -> {
            Object value = Derived.value(row, field);
            return value != null && pattern.matcher(value.toString()).matches();
        };
    }

    /** Stands for null, so that sets and comparisons need no special case. */
    static final Object BLANK = new Object();

    /** A row's value in the form in which it is compared: texts without case, numbers unscaled. */
    static Object comparable(Field field, Row row) {
        Object value = Derived.value(row, field);
        if (value == null) {
            return BLANK;
        }
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros();
        }
        return value instanceof String text && !field.type().isId()
                ? text.toLowerCase(Locale.ROOT)
                : value;
    }

    private static Object comparable(Field field, Soql.Literal literal) {
        if (literal.kind() == Soql.Literal.Kind.NULL) {
            return BLANK;
        }
        boolean fits =
                switch (literal.kind()) {
                    case TEXT -> field.type().isText() || field.type().isId();
                    case NUMBER -> field.type().isNumber();
                    case DATE -> field.type() == FieldType.DATE;
                    case DATETIME -> field.type() == FieldType.DATETIME;
                    case BOOLEAN -> field.type() == FieldType.BOOLEAN;
                    case NULL -> true;
                };
        if (!fits) {
            throw wrongLiteral(field);
        }
        return switch (literal.kind()) {
            case TEXT -> text(field, SoqlLexer.unescaped(literal.raw()));
            case NUMBER -> new BigDecimal(literal.raw()).stripTrailingZeros();
            case DATE -> date(literal.raw());
            case DATETIME -> instant(literal.raw());
            case BOOLEAN -> Boolean.valueOf(literal.raw());
            case NULL -> BLANK;
        };
    }

    private static Object text(Field field, String text) {
        if (!field.type().isId()) {
            return text.isEmpty() ? BLANK : text.toLowerCase(Locale.ROOT);
        }
        if (!Ids.wellFormed(text)) {
            throw new Refused(400, "INVALID_QUERY_FILTER_OPERATOR", "invalid ID field: " + text);
        }
        return Ids.full(text);
    }

    private static String date(String raw) {
        try {
            return LocalDate.parse(raw).toString();
        } catch (DateTimeException e) {
            throw SoqlLexer.malformed("invalid date: " + raw);
        }
    }

    static Instant instant(String raw) {
        try {
            return OffsetDateTime.parse(raw, Input.DATETIME).toInstant();
        } catch (DateTimeException e) {
            throw SoqlLexer.malformed("invalid datetime: " + raw);
        }
    }

    private static Refused wrongLiteral(Field field) {
        return new Refused(
                400,
                "INVALID_FIELD",
                "value of filter criterion for field '"
                        + field.name()
                        + "' must be of type "
                        + field.type().wire()
                        + (field.type().isText() || field.type().isId()
                                ? " and should be enclosed in quotes"
                                : " and should not be enclosed in quotes"));
    }

    /** Values of one field are of one class. */
    @SuppressWarnings("unchecked")
    static int order(Object one, Object other) {
        if (one == BLANK || other == BLANK) {
            return one == other ? 0 : one == BLANK ? -1 : 1;
        }
        return ((Comparable<Object>) one).compareTo(other);
    }

    /** All texts of an {@code =} or {@code IN}; empty if it names something else. */
    static List<String> texts(Soql.Compare compare) {
        List<String> texts = new ArrayList<>();
        for (Soql.Literal literal : compare.literals()) {
            if (literal.kind() != Soql.Literal.Kind.TEXT || literal.raw().isEmpty()) {
                return List.of();
            }
            texts.add(SoqlLexer.unescaped(literal.raw()));
        }
        return texts;
    }
}
