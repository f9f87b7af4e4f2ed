package io.crosswalk.sandbox;

/** Salesforce's 18-character ids: 3 of key prefix, 12 of instance and counter, 3 of checksum. */
public final class SalesforceIds {
    private static final String DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String CHECK = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    private SalesforceIds() {}

    /**
     * @param keyPrefix 3 characters: {@code 003} for Contact
     * @param counter below 62^9
     */
    public static String id(String keyPrefix, long counter) {
        char[] digits = new char[9];
        long rest = counter;
        for (int i = digits.length - 1; i >= 0; i--) {
            digits[i] = DIGITS.charAt((int) (rest % 62));
            rest /= 62;
        }
        return withChecksum(keyPrefix + "5g0" + new String(digits));
    }

    /** The 18-character form, which tells upper from lower case, of a 15-character id. */
    public static String withChecksum(String id15) {
        StringBuilder id = new StringBuilder(id15);
        for (int part = 0; part < 3; part++) {
            int bits = 0;
            for (int i = 0; i < 5; i++) {
                char c = id15.charAt(part * 5 + i);
                if (c >= 'A' && c <= 'Z') {
                    bits |= 1 << i;
                }
            }
            id.append(CHECK.charAt(bits));
        }
        return id.toString();
    }
}
