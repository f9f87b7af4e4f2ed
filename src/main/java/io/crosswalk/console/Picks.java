package io.crosswalk.console;

import java.util.Comparator;
import java.util.List;

/**
 * What a picker offers: what can be chosen first, then the rest with the reason why not.
 *
 * @param id of the list's element
 * @param more how many fit the search and are not shown
 */
public record Picks(String id, List<Pick> items, int more) {
    static final int SHOWN_MAX = 60;

    /**
     * @param hint why it cannot be chosen, in a few words; empty if it can
     * @param why the same as the attempt would be refused
     */
    public record Pick(
            String name, String label, String type, boolean custom, String hint, String why) {
        public boolean free() {
            return hint.isEmpty();
        }

        boolean contains(String folded) {
            return MappingFilter.folded(label).contains(folded)
                    || MappingFilter.folded(name).contains(folded);
        }
    }

    static Picks of(String id, List<Pick> all, String search) {
        String wanted = MappingFilter.folded(search.strip());
        List<Pick> found =
                all.stream()
                        .filter(it -> it.contains(wanted))
                        .sorted(
                                Comparator.comparing((Pick it) -> !it.free())
                                        .thenComparing(it -> MappingFilter.folded(it.label())))
                        .toList();
        int shown = Math.min(SHOWN_MAX, found.size());
        return new Picks(id, found.subList(0, shown), found.size() - shown);
    }
}
