package io.crosswalk.console;

import java.util.List;

/** What bringing options over has done, in the same words wherever it is asked for. */
final class RefreshTold {
    private static final int NAMED_MAX = 10;

    private RefreshTold() {}

    /**
     * @param added labels of options that the property did not have
     * @param skipped values that HubSpot cannot take, because they contain a semicolon
     */
    static String of(String property, String field, List<String> added, List<String> skipped) {
        String left =
                skipped.isEmpty()
                        ? ""
                        : " HubSpot cannot take "
                                + named(skipped)
                                + ": it keeps options apart by semicolons.";
        if (!added.isEmpty()) {
            return property + " has new options: " + named(added) + "." + left;
        }
        return skipped.isEmpty()
                ? property + " has every value of " + field + " already, so none was added."
                : "Nothing was added to " + property + "." + left;
    }

    private static String named(List<String> names) {
        int more = names.size() - NAMED_MAX;
        return more <= 0
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, NAMED_MAX)) + " and " + more + " more";
    }
}
