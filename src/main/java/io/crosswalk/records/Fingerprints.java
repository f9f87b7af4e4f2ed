package io.crosswalk.records;

import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes fingerprints with the installation's key (HMAC-SHA256, cut to 128 bits). The record, the
 * side and the mapping are hashed along, so that equal values of two records have different
 * fingerprints and nobody can count how often a value occurs.
 */
public final class Fingerprints {
    private static final String ALGORITHM = "HmacSHA256";

    /** Making and keying one costs more than using it, and a sync makes thousands. */
    private final ThreadLocal<Mac> macs;

    /**
     * @param key at least 16 bytes, secret; with another key every base is forgotten
     */
    public Fingerprints(byte[] key) {
        if (key.length < 16) {
            throw new IllegalArgumentException(
                    "The key of the bases has " + key.length + " bytes; it needs at least 16.");
        }
        SecretKeySpec secret = new SecretKeySpec(key, ALGORITHM);
        macs = ThreadLocal.withInitial(() -> mac(secret));
    }

    public Fingerprint of(RecordKey link, String mappingId, Side side, Value value) {
        // No key, id or side contains a zero byte, so the parts cannot run into each other.
        String parts = link.text() + '\0' + mappingId + '\0' + side.name() + '\0' + value.text();
        return Fingerprint.of(macs.get().doFinal(parts.getBytes(StandardCharsets.UTF_8)), 0);
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
