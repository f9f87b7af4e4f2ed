package io.crosswalk.hubspot;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Whether a webhook comes from HubSpot ("Validating requests", signature v3). A request that has a
 * v3 signature is never judged by an older one.
 */
@Singleton
public class WebhookSignature {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Pattern DIGITS = Pattern.compile("\\d{1,16}");

    /** What HubSpot decodes before it signs; everything else stays encoded. */
    private static final Map<String, String> DECODED =
            Map.ofEntries(
                    Map.entry("%3A", ":"),
                    Map.entry("%2F", "/"),
                    Map.entry("%3F", "?"),
                    Map.entry("%40", "@"),
                    Map.entry("%21", "!"),
                    Map.entry("%24", "$"),
                    Map.entry("%27", "'"),
                    Map.entry("%28", "("),
                    Map.entry("%29", ")"),
                    Map.entry("%2A", "*"),
                    Map.entry("%2C", ","),
                    Map.entry("%3B", ";"));

    private static final Pattern CODE =
            Pattern.compile("%(3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)", Pattern.CASE_INSENSITIVE);

    private final HubspotCredentials credentials;
    private final boolean acceptOldSignatures;

    @Inject
    WebhookSignature(HubspotCredentials credentials, HubspotConfig config) {
        this(credentials, config.webhook().acceptOldSignatures());
    }

    /**
     * @param credentials a signature by any of its webhook secrets is good
     * @param acceptOldSignatures whether v1 and v2 will do, which anyone who saw one can replay
     */
    public WebhookSignature(HubspotCredentials credentials, boolean acceptOldSignatures) {
        this.credentials = credentials;
        this.acceptOldSignatures = acceptOldSignatures;
    }

    public enum Result {
        OK,
        /** No signature of an accepted version, or no usable timestamp. */
        MISSING,
        /** Signed more than 5 minutes ago. */
        STALE,
        /** Signed more than 5 minutes from now: a wrong clock, or a signature for later use. */
        FUTURE,
        MISMATCH
    }

    /**
     * @param uri the whole URL that HubSpot called, as HubSpot wrote it
     * @param header a header's value by its lower-case name; null if there is none
     * @param body the bytes as received
     */
    public Result check(
            String method,
            String uri,
            Function<String, @Nullable String> header,
            byte[] body,
            Instant now) {
        String signature = header.apply("x-hubspot-signature-v3");
        if (signature == null) {
            return acceptOldSignatures ? old(method, uri, header, body) : Result.MISSING;
        }
        String timestamp = header.apply("x-hubspot-request-timestamp");
        if (timestamp == null || !DIGITS.matcher(timestamp).matches()) {
            return Result.MISSING;
        }
        Instant signedAt = Instant.ofEpochMilli(Long.parseLong(timestamp));
        if (signedAt.plus(WINDOW).isBefore(now)) {
            return Result.STALE;
        }
        if (now.plus(WINDOW).isBefore(signedAt)) {
            return Result.FUTURE;
        }
        byte[] head = bytes(method + decoded(uri));
        byte[] time = bytes(timestamp);
        return matched(
                signature,
                secret -> Base64.getEncoder().encodeToString(hmac(secret, head, body, time)));
    }

    private Result old(
            String method, String uri, Function<String, @Nullable String> header, byte[] body) {
        String signature = header.apply("x-hubspot-signature");
        String version = header.apply("x-hubspot-signature-version");
        if (signature == null || !("v1".equals(version) || "v2".equals(version))) {
            return Result.MISSING;
        }
        String call = "v2".equals(version) ? method + uri : "";
        return matched(
                signature.toLowerCase(Locale.ROOT),
                secret -> HexFormat.of().formatHex(sha256(bytes(secret + call), body)));
    }

    /** A signature that does not fit may be made with a secret that is newer than ours. */
    private Result matched(String signature, Function<String, String> expected) {
        byte[] presented = bytes(signature);
        boolean good =
                fits(presented, expected) || (credentials.refused() && fits(presented, expected));
        return good ? Result.OK : Result.MISMATCH;
    }

    /** Every secret is tried, and every comparison takes the same time wherever it differs. */
    private boolean fits(byte[] presented, Function<String, String> expected) {
        boolean good = false;
        for (String secret : credentials.webhookSecrets()) {
            // An empty secret would let anyone sign.
            good |=
                    !secret.isEmpty()
                            && MessageDigest.isEqual(bytes(expected.apply(secret)), presented);
        }
        return good;
    }

    static String decoded(String uri) {
        return CODE.matcher(uri)
                .replaceAll(
                        code ->
                                Matcher.quoteReplacement(
                                        DECODED.getOrDefault(
                                                code.group().toUpperCase(Locale.ROOT),
                                                code.group())));
    }

    private static byte[] hmac(String secret, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", absent);
        }
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("Every Java platform has SHA-256", absent);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
