package io.crosswalk.salesforce;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** The only way for names and values into a SOQL text. Values come from the CRMs: hostile input. */
final class SoqlLiteral {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,79}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");

    private SoqlLiteral() {}

    /** In quotes; whatever the text is, the literal ends where this text ends. */
    static String text(String value) {
        StringBuilder literal = new StringBuilder(value.length() + 2).append('\'');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\', '\'', '"' -> literal.append('\\').append(c);
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                case '\b' -> literal.append("\\b");
                case '\f' -> literal.append("\\f");
                default -> literal.append(c);
            }
        }
        return literal.append('\'').toString();
    }

    /** For LIKE: in quotes, with anything before and after; what LIKE takes for wild is escaped. */
    static String containing(String value) {
        String literal = text(value).replace("%", "\\%").replace("_", "\\_");
        return "'%" + literal.substring(1, literal.length() - 1) + "%'";
    }

    /**
     * @throws IllegalArgumentException if it is no API name
     */
    static String name(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not an API name in Salesforce: '" + name + "'");
        }
        return name;
    }

    static boolean isNumber(String value) {
        return NUMBER.matcher(value).matches();
    }

    /** Whole seconds, as Salesforce stores them; without quotes. */
    static String instant(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
