package io.crosswalk.rules;

/** Salesforce record ids: 15 case-sensitive characters, or 18 with a checksum of the case. */
final class RecordId {
    private static final String CHECKSUM = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    private RecordId() {}

    /** Whether the text has the form of an id; nothing is said about the record. */
    static boolean isId(String text) {
        return (text.length() == 15 || text.length() == 18)
                && text.chars().allMatch(RecordId::isLetterOrDigit);
    }

    /** The 18-character form of a 15-character id; any other text unchanged. */
    static String eighteen(String text) {
        if (text.length() != 15 || !isId(text)) {
            return text;
        }
        var id = new StringBuilder(18).append(text);
        for (int chunk = 0; chunk < 15; chunk += 5) {
            int upperCase = 0;
            for (int bit = 0; bit < 5; bit++) {
                char c = text.charAt(chunk + bit);
                upperCase |= (c >= 'A' && c <= 'Z' ? 1 : 0) << bit;
            }
            id.append(CHECKSUM.charAt(upperCase));
        }
        return id.toString();
    }

    private static boolean isLetterOrDigit(int c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }
}
