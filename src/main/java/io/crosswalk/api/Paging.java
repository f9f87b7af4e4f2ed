package io.crosswalk.api;

import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pages of lists that are known as a whole, and what of them is searched for. */
final class Paging {
    static final int SEARCH_LENGTH_MAX = 100;

    private Paging() {}

    /**
     * @param id what tells the items apart; it is what {@code next} says
     * @param after the id that the page before ended with; null for the first page
     */
    static <T, V> Page<V> page(
            List<T> all,
            Function<T, String> id,
            Function<T, V> view,
            @Nullable String limit,
            @Nullable String after) {
        int max = Parameters.limit(limit);
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
