package io.crosswalk.salesforce;

import org.jspecify.annotations.Nullable;

/**
 * Salesforce's record ids: 15 characters where case counts, or the same with 3 that tell the case.
 */
final class RecordId {
    private static final String SUFFIXES = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    private RecordId() {}

    /** The 18-character form; null if it is no id. */
    static @Nullable String of(String id) {
        if (id.length() == 18 && id.matches("[A-Za-z0-9]{18}")) {
            return id;
        }
        if (!id.matches("[A-Za-z0-9]{15}")) {
            return null;
        }
        StringBuilder whole = new StringBuilder(id);
        for (int third = 0; third < 15; third += 5) {
            int bits = 0;
            for (int i = 0; i < 5; i++) {
                char c = id.charAt(third + i);
                bits |= c >= 'A' && c <= 'Z' ? 1 << i : 0;
            }
            whole.append(SUFFIXES.charAt(bits));
        }
        return whole.toString();
    }
}
