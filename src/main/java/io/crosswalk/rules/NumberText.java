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
        if (text.length() > LENGTH_MAX || !isPlain(text) && !DECIMAL.matcher(text).matches()) {
            return null;
        }
        BigDecimal number = new BigDecimal(text);
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return isShort(stripped) ? stripped : null;
    }

    /** As nearly all are written: digits, with a point between them or without. */
    private static boolean isPlain(String text) {
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char its = text.charAt(i);
            if (its == '.' && i > 0) {
                points++;
            } else if (its < '0' || its > '9') {
                return false;
            }
        }
        return points <= 1 && !text.isEmpty();
    }

    /** Most numbers need not be written out to know. */
    private static boolean isShort(BigDecimal number) {
        long scale = Math.abs((long) number.scale());
        long atMost = number.precision() + scale + "-0.".length();
        return scale <= LENGTH_MAX
                && (atMost <= LENGTH_MAX || number.toPlainString().length() <= LENGTH_MAX);
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    static String canonical(String text) {
        BigDecimal number = parse(text);
        return number == null ? text : plain(number);
    }
}
