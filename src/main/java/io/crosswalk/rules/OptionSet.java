package io.crosswalk.rules;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** How several options are written: sorted, each once, joined by ';', never with a leading ';'. */
final class OptionSet {
    private OptionSet() {}

    /** Sorted; a leading ';' (HubSpot's "append") and empty items are dropped. */
    static Set<String> parse(String text) {
        var options = new TreeSet<>(Arrays.asList(text.split(";")));
        options.remove("");
        return options;
    }

    static String join(Set<String> sorted) {
        return String.join(";", sorted);
    }
}
