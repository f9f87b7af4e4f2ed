package io.crosswalk.hubspot;

import static io.crosswalk.hubspot.WebhookSignature.Result.FUTURE;
import static io.crosswalk.hubspot.WebhookSignature.Result.MISMATCH;
import static io.crosswalk.hubspot.WebhookSignature.Result.MISSING;
import static io.crosswalk.hubspot.WebhookSignature.Result.OK;
import static io.crosswalk.hubspot.WebhookSignature.Result.STALE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WebhookSignatureTest {
    private static final String SECRET = "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy";

    record Vector(
            String number,
            String version,
            String method,
            String uri,
            byte[] body,
            String timestamp,
            String signature) {

        Map<String, String> headers() {
            return version.equals("v3")
                    ? Map.of(
                            "x-hubspot-signature-v3", signature,
                            "x-hubspot-request-timestamp", timestamp)
                    : Map.of(
                            "x-hubspot-signature", signature,
                            "x-hubspot-signature-version", version);
        }

        Instant time() {
            return Instant.ofEpochMilli(timestamp.isEmpty() ? 0 : Long.parseLong(timestamp));
        }

        @Override
        public String toString() {
            return number + " " + version;
        }
    }

    static Stream<Vector> vectors() {
        return Hubspot.resource("signatures.csv")
                .lines()
                .skip(2)
                .map(line -> line.split("\\|", -1))
                .map(
                        c ->
                                new Vector(
                                        c[0],
                                        c[1],
                                        c[2],
                                        c[3],
                                        c[4].getBytes(StandardCharsets.UTF_8),
                                        c[5],
                                        c[6]));
    }

    private static Vector v3() {
        return vectors().filter(vector -> vector.number().equals("8")).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void hubspotsVector_isGoodAndOldVersionsOnlyIfSwitchedOn(Vector vector) {
        assertThat(check(signature(true, SECRET), vector, vector.headers(), vector.time()))
                .isEqualTo(OK);
        assertThat(check(signature(false, SECRET), vector, vector.headers(), vector.time()))
                .isEqualTo(vector.version().equals("v3") ? OK : MISSING);
        assertThat(check(signature(true, "other"), vector, vector.headers(), vector.time()))
                .isEqualTo(MISMATCH);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void oneBitOfTheBodyChanged_isAMismatch(Vector vector) {
        for (int bit = 0; bit < vector.body().length * 8; bit++) {
            byte[] body = vector.body().clone();
            body[bit / 8] ^= (byte) (1 << (bit % 8));
            Vector tampered =
                    new Vector(
                            vector.number(),
                            vector.version(),
                            vector.method(),
                            vector.uri(),
                            body,
                            vector.timestamp(),
                            vector.signature());
            assertThat(check(signature(true, SECRET), tampered, vector.headers(), vector.time()))
                    .isEqualTo(MISMATCH);
        }
    }

    @Test
    void otherMethodUriTimeOrSignature_isAMismatch() {
        Vector good = v3();
        WebhookSignature signature = signature(false, SECRET);
        byte[] body = good.body();
        Map<String, String> headers = good.headers();

        assertThat(signature.check("PUT", good.uri(), headers::get, body, good.time()))
                .isEqualTo(MISMATCH);
        assertThat(signature.check("POST", good.uri() + "&x", headers::get, body, good.time()))
                .isEqualTo(MISMATCH);
        assertThat(check(signature, good, with(good, "timestamp", "1700000000001"), good.time()))
                .isEqualTo(MISMATCH);
        for (String wrong : List.of("", "a", good.signature() + "=", " " + good.signature())) {
            assertThat(check(signature, good, with(good, "v3", wrong), good.time()))
                    .isEqualTo(MISMATCH);
        }
    }

    @ParameterizedTest
    @CsvSource({"300000, OK", "300001, STALE", "-300000, OK", "-300001, FUTURE"})
    void fiveMinutesBothWays_areTheWindow(long laterMillis, WebhookSignature.Result result) {
        Vector good = v3();

        assertThat(
                        check(
                                signature(false, SECRET),
                                good,
                                good.headers(),
                                good.time().plusMillis(laterMillis)))
                .isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({"''", "x", "-1", "17e8", "99999999999999999999", "' 1700000000000'"})
    void timestampThatIsNoTime_isMissing(String timestamp) {
        Vector good = v3();

        assertThat(
                        check(
                                signature(false, SECRET),
                                good,
                                with(good, "timestamp", timestamp),
                                good.time()))
                .isEqualTo(MISSING);
    }

    @Test
    void hugeTimestamp_isInTheFuture() {
        Vector good = v3();

        assertThat(
                        check(
                                signature(false, SECRET),
                                good,
                                with(good, "timestamp", "9999999999999999"),
                                good.time()))
                .isEqualTo(FUTURE);
        assertThat(check(signature(false, SECRET), good, with(good, "timestamp", "0"), good.time()))
                .isEqualTo(STALE);
    }

    @Test
    void badV3_isNotSavedByAGoodV1() {
        Vector old = vectors().findFirst().orElseThrow();
        Map<String, String> both = new HashMap<>(old.headers());
        both.put("x-hubspot-signature-v3", "wrong");
        both.put("x-hubspot-request-timestamp", "1000");

        assertThat(check(signature(true, SECRET), old, both, Instant.ofEpochMilli(1000)))
                .isEqualTo(MISMATCH);
    }

    @Test
    void secretBeingReplaced_bothAreGood() {
        Vector good = v3();

        assertThat(check(signature(false, "new", SECRET), good, good.headers(), good.time()))
                .isEqualTo(OK);
    }

    @Test
    void noSecret_nobodyCanSign() {
        Vector good = v3();

        assertThat(check(signature(true), good, good.headers(), good.time())).isEqualTo(MISMATCH);
        assertThat(check(signature(true, ""), good, good.headers(), good.time()))
                .isEqualTo(MISMATCH);
    }

    @Test
    void onlyTheListedCodes_areDecoded() {
        assertThat(
                        WebhookSignature.decoded(
                                "/a%3A%2f%3F%40%21%24%27%28%29%2A%2C%3B?q=%20%26%3D%25"))
                .isEqualTo("/a:/?@!$'()*,;?q=%20%26%3D%25");
    }

    private static Map<String, String> with(Vector vector, String header, String value) {
        Map<String, String> headers = new HashMap<>(vector.headers());
        headers.put(
                header.equals("v3") ? "x-hubspot-signature-v3" : "x-hubspot-request-timestamp",
                value);
        return headers;
    }

    private static WebhookSignature.Result check(
            WebhookSignature signature, Vector vector, Map<String, String> headers, Instant now) {
        return signature.check(vector.method(), vector.uri(), headers::get, vector.body(), now);
    }

    private static WebhookSignature signature(boolean old, String... secrets) {
        HubspotCredentials credentials =
                new HubspotCredentials() {
                    @Override
                    public Optional<Login> login() {
                        return Optional.empty();
                    }

                    @Override
                    public List<String> webhookSecrets() {
                        return List.of(secrets);
                    }
                };
        return new WebhookSignature(credentials, old);
    }
}
