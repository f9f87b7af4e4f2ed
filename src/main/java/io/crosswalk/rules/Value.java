package io.crosswalk.rules;

import org.jspecify.annotations.Nullable;

/**
 * A property's or field's value in canonical form: one text per meaning, so that equal values are
 * equal texts. Blank (null or "" on the wire) is {@link #BLANK}, never null; {@code false}, {@code
 * 0} and whitespace are values.
 */
public final class Value {
    public static final Value BLANK = new Value("");

    private final String text;

    private Value(String text) {
        this.text = text;
    }

    /**
     * @param canonical the canonical text; null and "" are blank
     */
    public static Value of(@Nullable String canonical) {
        return canonical == null || canonical.isEmpty() ? BLANK : new Value(canonical);
    }

    public boolean isBlank() {
        return text.isEmpty();
    }

    /** The canonical text; "" when blank. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Value value && value.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Shows only whether there is a value: values are personal data and must not reach a log. */
    @Override
    public String toString() {
        return isBlank() ? "blank" : "value(" + text.length() + " chars)";
    }
}
