package io.crosswalk.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/** How many API calls the org has in 24 hours, and has used. */
final class Quota {
    private static final Duration WINDOW = Duration.ofHours(24);

    private final int standard;
    private int max;
    private int used;
    private Instant windowStart = Instant.EPOCH;

    Quota(int max) {
        this.standard = max;
        this.max = max;
    }

    /** Counts a call; false if there is none left. */
    boolean take(Instant now) {
        if (!now.isBefore(windowStart.plus(WINDOW))) {
            windowStart = now;
            used = 0;
        }
        if (used >= max) {
            return false;
        }
        used++;
        return true;
    }

    /**
     * What is absent stays.
     *
     * @param json {@code dailyCalls}; {@code used} stands for calls of other apps
     */
    void set(ObjectNode json, Instant now) {
        max = json.path("dailyCalls").asInt(max);
        used = json.path("used").asInt(used);
        windowStart = now;
    }

    void reset() {
        max = standard;
        used = 0;
    }

    int max() {
        return max;
    }

    int left() {
        return Math.max(0, max - used);
    }

    /** The {@code Sforce-Limit-Info} header. */
    String usage() {
        return "api-usage=" + used + "/" + max;
    }

    ObjectNode json() {
        return Json.node().put("dailyCalls", max).put("used", used);
    }
}
