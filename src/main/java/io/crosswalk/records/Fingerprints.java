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

    private final SecretKeySpec key;

    /**
     * @param key at least 16 bytes, secret; with another key every base is forgotten
     */
    public Fingerprints(byte[] key) {
        if (key.length < 16) {
            throw new IllegalArgumentException(
                    "The key of the bases has " + key.length + " bytes; it needs at least 16.");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    public Fingerprint of(RecordKey link, String mappingId, Side side, Value value) {
        Mac mac = mac();
        part(mac, link.text());
        part(mac, mappingId);
        part(mac, side.name());
        return Fingerprint.of(mac.doFinal(value.text().getBytes(StandardCharsets.UTF_8)), 0);
    }

    /** Both sides at once. */
    public Base base(RecordKey link, String mappingId, Value hubspot, Value salesforce) {
        return new Base(
                of(link, mappingId, Side.HUBSPOT, hubspot),
                of(link, mappingId, Side.SALESFORCE, salesforce));
    }

    private static void part(Mac mac, String text) {
        mac.update(text.getBytes(StandardCharsets.UTF_8));
        // Ends the part: no key, id or side contains it, so parts cannot run into each other.
        mac.update((byte) 0);
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
