package io.crosswalk.console;

import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A document as the configuration page sends it.
 *
 * @param type its media type
 * @param object whose rows they are; null unless it is a CSV
 */
record PlannedText(String type, @Nullable String object, String document) {
    static final String CSV = "text/csv";

    boolean isCsv() {
        return type.equals(CSV);
    }

    /** Of all that says what would be planned; SHA-256, in hexadecimal digits. */
    String digest() {
        MessageDigest sha;
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
        String whole = type + "\0" + (object == null ? "" : object) + "\0" + document;
        return HexFormat.of().formatHex(sha.digest(whole.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * @param planned the digest of the document that was planned; null if none was
     * @throws Refusal {@link RefusalCode#VERSION_CONFLICT} if that was another
     */
    void mustBe(@Nullable String planned) {
        if (!digest().equals(planned)) {
            throw new Refusal(
                    RefusalCode.VERSION_CONFLICT,
                    "The document is not the one that was planned; plan it again.");
        }
    }
}
