package io.crosswalk.rules;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How numbers are written: plain decimal, no exponent, no trailing zeros. */
final class NumberText {
    /**
     * Holds every double (the smallest has 324 decimals); more would let 1e999999999 fill the
     * memory.
     */
    static final int LENGTH_MAX = 400;

    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?+(?:\\d++(?:\\.\\d*+)?+|\\.\\d++)(?:[eE][+-]?+\\d{1,9}+)?+");

    private NumberText() {}

    /** The number, or null if the text is none or its plain form is longer than the limit. */
    static @Nullable BigDecimal parse(String text) {
        if (text.length() > LENGTH_MAX || !DECIMAL.matcher(text).matches()) {
            return null;
        }
        BigDecimal number = new BigDecimal(text);
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        if (Math.abs((long) stripped.scale()) > LENGTH_MAX
                || stripped.toPlainString().length() > LENGTH_MAX) {
            return null;
        }
        return stripped;
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    static String canonical(String text) {
        BigDecimal number = parse(text);
        return number == null ? text : plain(number);
    }
}
