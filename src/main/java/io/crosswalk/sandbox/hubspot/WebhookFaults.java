package io.crosswalk.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** How badly webhooks are delivered. Probabilities from 0 to 1. */
final class WebhookFaults {
    private final SplittableRandom random;
    private double lose;
    private double duplicate;
    private double delay;
    private double reorder;
    private long delayMillis = 5_000;

    WebhookFaults(SplittableRandom random) {
        this.random = random;
    }

    void set(JsonNode json) {
        lose = json.path("lose").asDouble(lose);
        duplicate = json.path("duplicate").asDouble(duplicate);
        delay = json.path("delay").asDouble(delay);
        reorder = json.path("reorder").asDouble(reorder);
        delayMillis = json.path("delayMillis").asLong(delayMillis);
    }

    void clear() {
        lose = 0;
        duplicate = 0;
        delay = 0;
        reorder = 0;
    }

    ObjectNode json() {
        ObjectNode json = Json.object();
        json.put("lose", lose);
        json.put("duplicate", duplicate);
        json.put("delay", delay);
        json.put("reorder", reorder);
        json.put("delayMillis", delayMillis);
        return json;
    }

    /** Whether an event is never sent at all. */
    boolean loses() {
        return happens(lose);
    }

    /** Whether a batch is sent twice. */
    boolean duplicates() {
        return happens(duplicate);
    }

    /** How long a batch is held back. */
    long delayMillis() {
        return happens(delay) ? random.nextLong(Math.max(1, delayMillis)) : 0;
    }

    void maybeShuffle(List<WebhookEvent> batch) {
        if (happens(reorder)) {
            for (int i = batch.size() - 1; i > 0; i--) {
                Collections.swap(batch, i, random.nextInt(i + 1));
            }
        }
    }

    private boolean happens(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }
}
