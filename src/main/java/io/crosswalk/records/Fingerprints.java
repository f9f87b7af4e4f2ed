package io.crosswalk.records;

import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes fingerprints with the installation's key (HMAC-SHA256, cut to 128 bits). The record, the
 * side and the mapping are hashed along, so that equal values of two records have different
 * fingerprints and nobody can count how often a value occurs.
 */
public final class Fingerprints {
    private static final String ALGORITHM = "HmacSHA256";

    /** Making and keying one costs more than using it, and a sync makes thousands. */
    private final ThreadLocal<Maker> makers;

    /**
     * @param key at least 16 bytes, secret; with another key no base fits
     */
    public Fingerprints(byte[] key) {
        if (key.length < 16) {
            throw new IllegalArgumentException(
                    "The key of the bases has " + key.length + " bytes; it needs at least 16.");
        }
        SecretKeySpec secret = new SecretKeySpec(key, ALGORITHM);
        makers = ThreadLocal.withInitial(() -> new Maker(mac(secret)));
    }

    public Fingerprint of(RecordKey link, String mappingId, Side side, Value value) {
        // No key, id or side contains a zero byte, so the parts cannot run into each other.
        String parts = link.text() + '\0' + mappingId + '\0' + side.name() + '\0' + value.text();
        return makers.get().of(parts);
    }

    /** Remembers what it made lately: one look asks for the same fingerprint several times. */
    private static final class Maker {
        /** A power of two. */
        private static final int KEPT_MAX = 1024;

        /** Longer texts are not kept, so that what is kept stays below a megabyte. */
        private static final int LENGTH_MAX = 256;

        private final Mac mac;
        private final @Nullable String[] texts = new String[KEPT_MAX];
        private final @Nullable Fingerprint[] made = new Fingerprint[KEPT_MAX];

        Maker(Mac mac) {
            this.mac = mac;
        }

        Fingerprint of(String parts) {
            if (parts.length() > LENGTH_MAX) {
                return make(parts);
            }
            int hash = parts.hashCode();
            int at = (hash ^ hash >>> 16) & KEPT_MAX - 1;
            Fingerprint known = made[at];
            if (known != null && parts.equals(texts[at])) {
                return known;
            }
            Fingerprint next = make(parts);
            texts[at] = parts;
            made[at] = next;
            return next;
        }

        private Fingerprint make(String parts) {
            return Fingerprint.of(mac.doFinal(parts.getBytes(StandardCharsets.UTF_8)), 0);
        }
    }

    /** Both sides at once. */
    public Base base(RecordKey link, String mappingId, Value hubspot, Value salesforce) {
        return new Base(
                of(link, mappingId, Side.HUBSPOT, hubspot),
                of(link, mappingId, Side.SALESFORCE, salesforce));
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
