package io.crosswalk.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** How badly webhooks are delivered. Probabilities from 0 to 1. */
final class WebhookFaults {
    private static final List<String> MEMBERS =
            List.of("lose", "duplicate", "delay", "reorder", "delayMillis", "style");

    private final SplittableRandom random;
    private double lose;
    private double duplicate;
    private double delay;
    private double reorder;
    private long delayMillis = 5_000;
    private HubspotSettings.@Nullable EventStyle style;

    WebhookFaults(SplittableRandom random) {
        this.random = random;
    }

    void set(JsonNode json) {
        lose = json.path("lose").asDouble(lose);
        duplicate = json.path("duplicate").asDouble(duplicate);
        delay = json.path("delay").asDouble(delay);
        reorder = json.path("reorder").asDouble(reorder);
        delayMillis = json.path("delayMillis").asLong(delayMillis);
        if (json.has("style")) {
            style = style(json.path("style").asText());
        }
    }

    private static HubspotSettings.EventStyle style(String name) {
        for (HubspotSettings.EventStyle each : HubspotSettings.EventStyle.values()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        throw HubspotError.validation(
                "No style '"
                        + name
                        + "'. There are: "
                        + List.of(HubspotSettings.EventStyle.values()));
    }

    /** Refuses what {@link #set} would not understand. */
    static void check(JsonNode json) {
        Faults.requireKnown(json, MEMBERS);
        if (json.has("style")) {
            style(json.path("style").asText());
        }
    }

    /** How events are named, if not as the app's settings say. */
    HubspotSettings.EventStyle style(HubspotSettings.EventStyle otherwise) {
        return style == null ? otherwise : style;
    }

    void clear() {
        lose = 0;
        duplicate = 0;
        delay = 0;
        reorder = 0;
        style = null;
    }

    ObjectNode json() {
        ObjectNode json = Json.object();
        json.put("lose", lose);
        json.put("duplicate", duplicate);
        json.put("delay", delay);
        json.put("reorder", reorder);
        json.put("delayMillis", delayMillis);
        if (style != null) {
            json.put("style", style.name());
        }
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
