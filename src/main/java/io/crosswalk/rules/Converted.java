package io.crosswalk.rules;

/** What became of a value on its way to the other side. */
public sealed interface Converted permits Converted.Ok, Converted.Refused {

    /**
     * @param value in the other side's canonical form; may be blank
     */
    record Ok(Value value) implements Converted {}

    /**
     * The other side cannot take the value: nothing is written, and a person must act.
     *
     * @param detail one sentence with the limits, never with the value
     */
    record Refused(Code code, String detail) implements Converted {}

    /** Why a value is refused. */
    enum Code {
        /** The other side's option list lacks the option. */
        OPTION_MISSING,
        /** The option would arrive as one that is paired with another option. */
        OPTION_AMBIGUOUS,
        TOO_LONG,
        NOT_A_NUMBER,
        /** More digits before the point than the field holds. */
        NUMBER_TOO_LARGE,
        NOT_A_BOOLEAN,
        NOT_A_DATE,
        NOT_AN_EMAIL,
        /** A formula, a calculated property, a record's id, or no permission to write. */
        READ_ONLY,
        /** The types do not fit each other (any more). */
        TYPE_MISMATCH
    }
}
