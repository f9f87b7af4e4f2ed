package io.crosswalk.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswalk.records.Hint;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WebhookFuzzTest {
    private static final int CASES = 20_000;

    private static final String[] HOSTILE = {
        "null",
        "-1",
        "1e400",
        "99999999999999999999999",
        "{}",
        "[]",
        "\"\"",
        "\"contact.merge\"",
        "true",
        "0.5",
        "\"0-1\"",
        "[1,-1,null,{}]",
        "\"\\ud800\"",
        "\"COMPANY_TO_CONTACT\""
    };

    private final WebhookEvents events =
            new WebhookEvents(new ObjectMapper(), OptionalLong.of(7001), OptionalLong.of(33));

    @Test
    void whateverTheBytes_thereIsAnAnswer() {
        byte[] sample = Hubspot.resource("webhook.json").getBytes(StandardCharsets.UTF_8);
        int accepted = 0;
        for (int seed = 0; seed < CASES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] body =
                    switch (seed % 4) {
                        case 0 -> bytes(random, random.nextInt(200));
                        case 1 -> flipped(random, sample);
                        case 2 -> Arrays.copyOf(sample, random.nextInt(sample.length));
                        default -> replaced(random, new String(sample, StandardCharsets.UTF_8));
                    };
            accepted += answered(seed, body) ? 1 : 0;
        }
        // Else the fuzzing would not get past the JSON parser.
        assertThat(accepted).isGreaterThan(CASES / 5);
    }

    private boolean answered(int seed, byte[] body) {
        WebhookBatch batch;
        try {
            batch = events.parse(body);
        } catch (RuntimeException thrown) {
            return fail("seed " + seed, thrown);
        }
        if (!(batch instanceof WebhookBatch.Accepted accepted)) {
            return false;
        }
        for (Hint hint : accepted.hints()) {
            assertThat(Long.parseLong(hint.recordId())).as("seed " + seed).isPositive();
        }
        return true;
    }

    private static byte[] bytes(SplittableRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] flipped(SplittableRandom random, byte[] sample) {
        byte[] bytes = sample.clone();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /** Some values of the sample exchanged for others, so that it stays JSON. */
    private static byte[] replaced(SplittableRandom random, String sample) {
        StringBuilder body = new StringBuilder();
        for (String part : sample.split("(?<=\":)")) {
            int end = 0;
            while (end < part.length() && ",}]".indexOf(part.charAt(end)) < 0) {
                end++;
            }
            boolean value = body.length() > 0 && part.charAt(0) != '[' && random.nextInt(8) == 0;
            String hostile = HOSTILE[random.nextInt(HOSTILE.length)];
            body.append(value ? hostile + part.substring(end) : part);
        }
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
