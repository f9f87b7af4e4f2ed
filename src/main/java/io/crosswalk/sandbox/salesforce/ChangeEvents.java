package io.crosswalk.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Makes Change Data Capture's events of a committed transaction, wraps them as Event Relay hands
 * them to EventBridge, and queues them, with the faults that are switched on.
 */
final class ChangeEvents {
    static final String ORG_ID = "00D5g0000000001EAA";
    private static final String SOURCE =
            "aws.partner/salesforce.com/" + ORG_ID + "/0YL5g0000000001GAA";

    private final EventQueue queue;
    private final Faults faults;
    private final SplittableRandom random;
    private long commitNumber = 11_000_000_000L;

    /** Several records with the same change are one event. */
    private static final class Draft {
        private final String type;
        private final String kind;
        private final EventBody body;
        private final List<String> ids = new ArrayList<>();

        Draft(Change change, EventBody body) {
            this.type = change.row().type().name();
            this.kind = change.kind().name();
            this.body = body;
        }

        String signature() {
            return type + kind + body.changed + body.fields;
        }
    }

    ChangeEvents(EventQueue queue, Faults faults, long seed) {
        this.queue = queue;
        this.faults = faults;
        this.random = new SplittableRandom(seed + 2);
    }

    /**
     * @param origin the header's changeOrigin; "" for a person in the browser
     */
    void publish(List<Change> changes, String origin, String userId, Instant now) {
        Map<String, Draft> drafts = new LinkedHashMap<>();
        for (Change change : changes) {
            boolean silent = change.kind() == Change.Kind.PURGE;
            if (silent || !change.row().type().hasChangeEvents()) {
                continue;
            }
            EventBody body = new EventBody(change, faults.on("fullBodies"));
            if (change.kind() != Change.Kind.UPDATE || body.isNews()) {
                Draft draft = new Draft(change, body);
                drafts.computeIfAbsent(draft.signature(), key -> draft).ids.add(change.row().id());
            }
        }
        if (drafts.isEmpty()) {
            return;
        }
        commitNumber++;
        ObjectNode common = Json.node();
        common.put("changeOrigin", origin)
                .put("transactionKey", uuid())
                .put("commitTimestamp", now.toEpochMilli())
                .put("commitUser", userId)
                .put("commitNumber", commitNumber);
        int sequence = 1;
        for (Draft draft : drafts.values()) {
            send(draft, common, sequence++, now);
        }
    }

    private void send(Draft draft, ObjectNode common, int sequence, Instant now) {
        boolean overflow = faults.eventFails("eventOverflow");
        boolean gap = faults.eventFails("eventGap");
        List<String> ids = overflow ? List.of() : draft.ids;
        ObjectNode header = Json.node().put("entityName", draft.type);
        ids.forEach(header.putArray("recordIds")::add);
        String kind = overflow ? "GAP_OVERFLOW" : gap ? "GAP_" + draft.kind : draft.kind;
        header.put("changeType", kind);
        header.setAll(common);
        header.put("sequenceNumber", sequence);
        boolean headerOnly = overflow || gap;
        if (!faults.on("omitHeaderLists")) {
            list(header.putArray("nulledFields"), draft.body.nulled, headerOnly);
            list(header.putArray("diffFields"), draft.body.diffed, headerOnly);
        }
        list(header.putArray("changedFields"), draft.body.changed, headerOnly);
        ObjectNode payload = Json.node();
        payload.set("ChangeEventHeader", header);
        if (!headerOnly) {
            payload.setAll(draft.body.fields);
        }
        queue(ids, draft.type, payload, now);
    }

    private static void list(ArrayNode into, List<String> names, boolean leaveEmpty) {
        if (!leaveEmpty) {
            names.forEach(into::add);
        }
    }

    private void queue(List<String> ids, String type, ObjectNode payload, Instant now) {
        if (faults.eventFails("eventLoss")) {
            queue.dropped(1);
            return;
        }
        boolean late = faults.eventFails("eventDelay");
        boolean reordered = faults.eventFails("eventReorder");
        Duration delay =
                late || reordered ? Duration.ofMillis(faults.eventDelayMillis()) : Duration.ZERO;
        String json = eventBridge(type, payload, now);
        queue.add(ids, json, now, delay, !reordered);
        if (faults.eventFails("eventDuplicate")) {
            queue.add(ids, json, now, Duration.ofMillis(faults.eventDelayMillis()), false);
        }
    }

    private String eventBridge(String type, ObjectNode payload, Instant now) {
        ObjectNode event = Json.node();
        event.put("version", "0")
                .put("id", uuid())
                .put("detail-type", type + "ChangeEvent")
                .put("source", SOURCE)
                .put("account", "123456789012")
                .put("time", now.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", "eu-west-1")
                .putArray("resources");
        event.putObject("detail").set("payload", payload);
        return event.toString();
    }

    private String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
