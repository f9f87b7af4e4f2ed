package io.crosswalk.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is stored in a user's tables must mean the same after every update of ours. */
class FingerprintsTest {
    private static final RecordKey LINK = RecordKey.hubspot("contact", "501");
    private final Fingerprints fingerprints =
            new Fingerprints("simulation-of-16".getBytes(StandardCharsets.UTF_8));

    /** The expected figures are of Python's hmac module, over the parts with zero bytes between. */
    @Test
    void fixedKeyAndValue_giveTheFixedFingerprint() {
        assertThat(fingerprints.of(LINK, "m1", Side.HUBSPOT, Value.of("Zoë\nÄ")))
                .hasToString("3f89f43a63870e56eb09b13e4e626798");
        assertThat(fingerprints.of(LINK, "m1", Side.SALESFORCE, Value.BLANK))
                .hasToString("743dafeef1df9113b2171c3900795e81");
    }

    @Test
    void manyThreads_agree() {
        List<String> values = IntStream.range(0, 2_000).mapToObj(Integer::toString).toList();
        List<Fingerprint> one = values.stream().map(this::of).toList();

        assertThat(values.parallelStream().map(this::of).toList()).isEqualTo(one);
        assertThat(one).doesNotHaveDuplicates();
    }

    private Fingerprint of(String value) {
        return fingerprints.of(LINK, "m1", Side.HUBSPOT, Value.of(value));
    }
}
