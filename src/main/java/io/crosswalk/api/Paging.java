package io.crosswalk.api;

import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The bounds of a page. */
final class Paging {
    static final int LIMIT_DEFAULT = 50;
    static final int LIMIT_MAX = 200;
    private static final int SEARCH_LENGTH_MAX = 100;

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

    /**
     * A page of a list that is known as a whole.
     *
     * @param id what tells the items apart; it is what {@code next} says
     * @param after the id that the page before ended with; null for the first page
     */
    static <T, V> Page<V> page(
            List<T> all,
            Function<T, String> id,
            Function<T, V> view,
            @Nullable String limit,
            @Nullable String after) {
        int max = limit(limit);
        int from = after == null ? 0 : indexAfter(all, id, after);
        int to = Math.min(all.size(), from + max);
        String next = to < all.size() ? id.apply(all.get(to - 1)) : null;
        return new Page<>(all.subList(from, to).stream().map(view).toList(), next);
    }

    private static <T> int indexAfter(List<T> all, Function<T, String> id, String after) {
        for (int i = 0; i < all.size(); i++) {
            if (id.apply(all.get(i)).equals(after)) {
                return i + 1;
            }
        }
        throw new Refusal(
                RefusalCode.PARAMETER_MALFORMED,
                "Parameter 'after' names nothing in this list. Pass what 'next' said, or start again"
                        + " without it.");
    }

    /** Whether one of the texts contains what is searched for, whatever the case. */
    static boolean found(@Nullable String search, String... texts) {
        if (search == null) {
            return true;
        }
        if (search.length() > SEARCH_LENGTH_MAX) {
            throw new Refusal(
                    RefusalCode.PARAMETER_MALFORMED,
                    "Parameter 'search' has at most " + SEARCH_LENGTH_MAX + " characters.");
        }
        String folded = search.toLowerCase(Locale.ROOT);
        for (String text : texts) {
            if (text.toLowerCase(Locale.ROOT).contains(folded)) {
                return true;
            }
        }
        return false;
    }
}
