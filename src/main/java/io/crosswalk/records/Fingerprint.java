package io.crosswalk.records;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The keyed hash of a value: says whether two values are equal, and nothing about the value. 16
 * bytes.
 */
public final class Fingerprint {
    static final int BYTES = 16;

    private final byte[] bytes;

    private Fingerprint(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * @param from where the 16 bytes start
     */
    static Fingerprint of(byte[] bytes, int from) {
        return new Fingerprint(Arrays.copyOfRange(bytes, from, from + BYTES));
    }

    /**
     * @param text what {@link #toString()} makes
     */
    static Fingerprint parse(String text) {
        return of(HexFormat.of().parseHex(text), 0);
    }

    /** Two bytes of it: they tell the few values apart that a field has within hours. */
    int mark() {
        return (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
    }

    void copyTo(byte[] target, int from) {
        System.arraycopy(bytes, 0, target, from, BYTES);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fingerprint that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Hexadecimal, lower case. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
