package io.crosswalk.api;

import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parameters of a request's query, each read as what it must be, or refused. */
final class Parameters {
    static final int LIMIT_DEFAULT = 50;
    static final int LIMIT_MAX = 200;

    private static final Predicate<String> ID =
            Pattern.compile("[A-Za-z0-9_-]{1,200}").asMatchPredicate();

    /** An entry's id and its record's key, where entries of many records are listed. */
    private static final Predicate<String> ENTRY =
            Pattern.compile(
                            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{12}Z#[0-9]{6,9}"
                                    + "~[a-z]{1,30}/hubspot/[A-Za-z0-9]{1,64}")
                    .asMatchPredicate();

    private static final Predicate<String> RECORD_ID =
            Pattern.compile("[A-Za-z0-9]{1,64}").asMatchPredicate();

    private Parameters() {}

    /**
     * @param given null for the default
     */
    static int limit(@Nullable String given) {
        if (given == null) {
            return LIMIT_DEFAULT;
        }
        int limit = given.matches("[0-9]{1,4}") ? Integer.parseInt(given) : 0;
        if (limit < 1 || limit > LIMIT_MAX) {
            throw malformed("limit", "a number from 1 to " + LIMIT_MAX);
        }
        return limit;
    }

    /**
     * Where a page starts.
     *
     * @param form of what {@code next} says in this list
     * @param given null for the first page
     */
    static @Nullable String after(Predicate<String> form, @Nullable String given) {
        return given == null
                ? null
                : matching("after", form, given, "what 'next' said on the page before");
    }

    /** Where a page of journal entries of many records starts; null for the first. */
    static @Nullable String afterEntry(@Nullable String given) {
        return after(ENTRY, given);
    }

    /** Of a mapping or the like; null if absent. */
    static @Nullable String id(String name, @Nullable String given) {
        return given == null
                ? null
                : matching(name, ID, given, "an id: letters, digits, hyphens and underscores");
    }

    /** In either CRM; it must be there. */
    static String recordId(String name, @Nullable String given) {
        return matching(
                name, RECORD_ID, given == null ? "" : given, "a record's id: letters and digits");
    }

    /** Whether a record can have this id, in either CRM. */
    static boolean isRecordId(String text) {
        return RECORD_ID.test(text);
    }

    /** Null if absent. */
    static <E extends Enum<E>> @Nullable E constant(String name, @Nullable String given, E[] all) {
        if (given == null) {
            return null;
        }
        for (E constant : all) {
            if (constant.name().equals(given)) {
                return constant;
            }
        }
        throw malformed(name, "one of " + Arrays.toString(all));
    }

    /**
     * @param what the form in words
     */
    static String matching(String name, Predicate<String> form, String given, String what) {
        if (!form.test(given)) {
            throw malformed(name, what);
        }
        return given;
    }

    static Refusal malformed(String name, String what) {
        return new Refusal(
                RefusalCode.PARAMETER_MALFORMED, "Parameter '" + name + "' is " + what + ".");
    }
}
