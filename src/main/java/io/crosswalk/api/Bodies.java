package io.crosswalk.api;

import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Request bodies as text: bounded, and nothing but UTF-8. */
final class Bodies {
    /** 500 mappings with their option pairs need much less. Webhooks have their own limit. */
    static final int BYTES_MAX = 1_000_000;

    private Bodies() {}

    /** Without the byte order mark that spreadsheets put first. */
    static String text(InputStream body) {
        byte[] bytes = bytes(body);
        if (bytes.length > BYTES_MAX) {
            throw tooLarge();
        }
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Refusal(
                    RefusalCode.BODY_MALFORMED, "The body is not UTF-8 text. Send it as such.");
        }
    }

    private static byte[] bytes(InputStream body) {
        try {
            return body.readNBytes(BYTES_MAX + 1);
        } catch (IOException e) {
            // The connection broke, or the server stopped reading at its own limit.
            throw tooLarge();
        }
    }

    static Refusal tooLarge() {
        return new Refusal(
                RefusalCode.PAYLOAD_TOO_LARGE,
                "The body is larger than "
                        + BYTES_MAX
                        + " bytes, so it was not read. Send less at a time.");
    }
}
