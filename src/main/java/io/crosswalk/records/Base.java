package io.crosswalk.records;

import io.crosswalk.rules.Side;

/** The last acknowledged value of each side of one mapped field, as fingerprints. */
public record Base(Fingerprint hubspot, Fingerprint salesforce) {

    /** Equal to no base of values: zeros, where values have keyed hashes. */
    public static final Base OF_NOTHING = of(new byte[2 * Fingerprint.BYTES]);

    public Fingerprint of(Side side) {
        return side == Side.HUBSPOT ? hubspot : salesforce;
    }

    /** With another value on one side. */
    public Base with(Side side, Fingerprint value) {
        return side == Side.HUBSPOT ? new Base(value, salesforce) : new Base(hubspot, value);
    }

    byte[] bytes() {
        byte[] bytes = new byte[2 * Fingerprint.BYTES];
        hubspot.copyTo(bytes, 0);
        salesforce.copyTo(bytes, Fingerprint.BYTES);
        return bytes;
    }

    static Base of(byte[] bytes) {
        return new Base(Fingerprint.of(bytes, 0), Fingerprint.of(bytes, Fingerprint.BYTES));
    }
}
