package io.crosswalk.sandbox.salesforce;

import io.crosswalk.sandbox.SalesforceIds;

/** Record ids: 15 case-sensitive characters, or those with the three that make case irrelevant. */
final class Ids {
    /** Far above what the data set counts up to. */
    static final long FIRST_NEW = 100_000_000L;

    private static final int SHORT = 15;
    private static final int FULL = 18;

    private Ids() {}

    static boolean wellFormed(String id) {
        return (id.length() == SHORT || id.length() == FULL)
                && id.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c));
    }

    /** What rows are found by; ids of another form are found nowhere. */
    static String key(String id) {
        return id.length() == FULL ? id.substring(0, SHORT) : id;
    }

    static String full(String id) {
        return id.length() == SHORT && wellFormed(id) ? SalesforceIds.withChecksum(id) : id;
    }
}
