package io.crosswalk.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * Batches of events on their way: collected for a moment, sent, and sent again until they are
 * answered 2xx or ten retries have failed.
 *
 * <pre>
 * collecting --window over or 100 events--> waiting --due--> in flight --2xx--> delivered
 *                                              ^                 |
 *                                              +--any other, <=10+--11th--> failed
 * </pre>
 */
final class WebhookQueue {
    private static final int BATCH_MAX = 100;
    private static final int IN_FLIGHT_MAX = 10;
    private static final int RETRIES_MAX = 10;

    private static final class Batch {
        final long id;
        final List<WebhookEvent> events;
        long dueAt;
        int attempt;

        Batch(long id, List<WebhookEvent> events, long dueAt) {
            this.id = id;
            this.events = events;
            this.dueAt = dueAt;
        }
    }

    private final HubspotSettings settings;
    private final WebhookFaults faults;
    private final SplittableRandom random;
    private final PriorityQueue<Batch> waiting =
            new PriorityQueue<>(
                    Comparator.<Batch>comparingLong(batch -> batch.dueAt)
                            .thenComparingLong(batch -> batch.id));
    private final Map<Long, Batch> inFlight = new HashMap<>();
    private List<WebhookEvent> collecting = new ArrayList<>();
    private long collectingUntil;
    private long lastBatchId;
    private long now;
    private long lost;
    private long delivered;
    private long deliveredEvents;
    private long retries;
    private long failed;

    WebhookQueue(HubspotSettings settings, WebhookFaults faults, SplittableRandom random) {
        this.settings = settings;
        this.faults = faults;
        this.random = random;
    }

    /** Every call into the sandbox begins with this. */
    void advance(long newNow) {
        now = newNow;
        if (!collecting.isEmpty() && collectingUntil <= now) {
            close();
        }
    }

    void add(WebhookEvent event) {
        if (faults.loses()) {
            lost++;
            return;
        }
        if (collecting.isEmpty()) {
            collectingUntil = now + settings.webhooks().window().toMillis();
        }
        collecting.add(event);
        if (collecting.size() == BATCH_MAX) {
            close();
        }
    }

    private void close() {
        List<WebhookEvent> events = collecting;
        collecting = new ArrayList<>();
        faults.maybeShuffle(events);
        waiting.add(new Batch(++lastBatchId, events, now + faults.delayMillis()));
        if (faults.duplicates()) {
            waiting.add(new Batch(++lastBatchId, events, now + faults.delayMillis()));
        }
    }

    List<WebhookDelivery> due() {
        List<WebhookDelivery> due = new ArrayList<>();
        while (inFlight.size() < IN_FLIGHT_MAX
                && !waiting.isEmpty()
                && waiting.peek().dueAt <= now) {
            Batch batch = waiting.remove();
            inFlight.put(batch.id, batch);
            due.add(delivery(batch));
        }
        return due;
    }

    /** When something is due next; {@code Long.MAX_VALUE} if nothing waits or ten are in flight. */
    long nextDueAt() {
        if (inFlight.size() >= IN_FLIGHT_MAX) {
            return Long.MAX_VALUE;
        }
        long next = collecting.isEmpty() ? Long.MAX_VALUE : collectingUntil;
        return waiting.isEmpty() ? next : Math.min(next, waiting.peek().dueAt);
    }

    void delivered(long id, int status) {
        Batch batch = inFlight.remove(id);
        if (batch == null) {
            return;
        }
        if (status >= 200 && status < 300) {
            delivered++;
            deliveredEvents += batch.events.size();
        } else if (batch.attempt == RETRIES_MAX) {
            failed++;
        } else {
            retries++;
            double growing =
                    settings.webhooks().retryBase().toMillis() * Math.pow(2, batch.attempt);
            batch.attempt++;
            batch.dueAt = now + (long) (growing * (0.5 + random.nextDouble()));
            waiting.add(batch);
        }
    }

    private WebhookDelivery delivery(Batch batch) {
        ArrayNode events = Json.array();
        HubspotSettings.EventStyle style = faults.style(settings.webhooks().style());
        batch.events.forEach(event -> events.add(event.json(settings, style, batch.attempt)));
        byte[] body = events.toString().getBytes(StandardCharsets.UTF_8);
        String secret = settings.app().clientSecret();
        String uri = settings.webhooks().signedUri();
        Map<String, String> headers =
                Map.of(
                        "Content-Type",
                        "application/json",
                        "User-Agent",
                        "HubSpot Webhooks/1.0",
                        "X-HubSpot-Request-Timestamp",
                        Long.toString(now),
                        "X-HubSpot-Signature-v3",
                        WebhookSignatures.v3(secret, "POST", uri, body, now),
                        "X-HubSpot-Signature-Version",
                        "v1",
                        "X-HubSpot-Signature",
                        WebhookSignatures.v1(secret, body));
        return new WebhookDelivery(
                batch.id, settings.webhooks().target(), headers, body, batch.attempt);
    }

    ObjectNode json() {
        ObjectNode json = Json.object();
        json.put("collecting", collecting.size());
        json.put("queued", waiting.size());
        json.put("inFlight", inFlight.size());
        json.put("delivered", delivered);
        json.put("deliveredEvents", deliveredEvents);
        json.put("retries", retries);
        json.put("failed", failed);
        json.put("lostEvents", lost);
        return json;
    }
}
