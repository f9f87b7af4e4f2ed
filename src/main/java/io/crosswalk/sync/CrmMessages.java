package io.crosswalk.sync;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A CRM's message without the values that it quotes: problems are shown to people who may not be
 * meant to see the record, and outlive it.
 */
final class CrmMessages {
    private static final int LENGTH_MAX = 500;
    private static final String VALUE = "…";

    /** So many characters alike are the value's, even if the CRM cuts it short after them. */
    private static final int TELLING = 12;

    private CrmMessages() {}

    /**
     * @param values as they were sent; of several options joined by ';' each is looked for too
     */
    static String without(String message, Collection<String> values) {
        String text = message;
        for (String value : parts(values)) {
            text = without(text, value);
        }
        return text.length() <= LENGTH_MAX ? text : text.substring(0, LENGTH_MAX) + VALUE;
    }

    /** Longest first, else a short value would cut a longer one in two. */
    private static List<String> parts(Collection<String> values) {
        Set<String> parts = new LinkedHashSet<>();
        for (String value : values) {
            parts.add(value.strip());
            for (String option : value.split(";")) {
                parts.add(option.strip());
            }
        }
        parts.remove("");
        return parts.stream().sorted(Comparator.comparing(String::length).reversed()).toList();
    }

    private static String without(String message, String value) {
        int telling = Math.min(TELLING, value.length());
        StringBuilder kept = new StringBuilder();
        int from = 0;
        for (int at = 0; at + telling <= message.length(); at++) {
            int alike = alike(message, at, value);
            int end = at + alike;
            // A short value may be part of a word that is not the value.
            boolean found = alike >= telling && (alike >= TELLING || standsAlone(message, at, end));
            if (found) {
                kept.append(message, from, at).append(VALUE);
                from = end;
                at = end - 1;
            }
        }
        return kept.append(message, from, message.length()).toString();
    }

    /** How many characters from there on are the value's first ones; HubSpot changes the case. */
    private static int alike(String message, int at, String value) {
        int length = 0;
        while (length < value.length()
                && at + length < message.length()
                && Character.toLowerCase(message.charAt(at + length))
                        == Character.toLowerCase(value.charAt(length))) {
            length++;
        }
        return length;
    }

    private static boolean standsAlone(String message, int from, int to) {
        return (from == 0 || !Character.isLetterOrDigit(message.charAt(from - 1)))
                && (to == message.length() || !Character.isLetterOrDigit(message.charAt(to)));
    }
}
