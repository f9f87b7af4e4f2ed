package io.crosswalk.api;

import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import org.jspecify.annotations.Nullable;

/** The bounds of a page. */
final class Paging {
    static final int LIMIT_DEFAULT = 50;
    static final int LIMIT_MAX = 200;

    private Paging() {}

    /**
     * @param asked null for the default
     */
    static int limit(@Nullable String asked) {
        if (asked == null) {
            return LIMIT_DEFAULT;
        }
        int limit = asked.matches("[0-9]{1,4}") ? Integer.parseInt(asked) : 0;
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new Refusal(
                    RefusalCode.PARAMETER_MALFORMED,
                    "Parameter 'limit' is a number from 1 to " + LIMIT_MAX + ".");
        }
        return limit;
    }
}
