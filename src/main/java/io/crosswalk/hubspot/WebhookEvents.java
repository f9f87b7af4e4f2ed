package io.crosswalk.hubspot;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.crosswalk.records.Hint;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Turns a webhook's body into hints (HubSpot's webhooks guide, v3). Total: whatever the bytes are,
 * there is an answer and no exception.
 */
@Singleton
public class WebhookEvents {
    private static final int EVENTS_MAX = 100;

    private final ObjectReader json;
    private final OptionalLong appId;
    private final OptionalLong portalId;

    @Inject
    WebhookEvents(ObjectMapper json, HubspotConfig config) {
        this(json, config.appId(), config.webhook().portalId());
    }

    /**
     * @param appId our app; without it no change is known to be ours
     * @param portalId the portal; without it events of every portal are taken
     */
    public WebhookEvents(ObjectMapper json, OptionalLong appId, OptionalLong portalId) {
        this.json = json.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.appId = appId;
        this.portalId = portalId;
    }

    public WebhookBatch parse(byte[] body) {
        JsonNode events;
        try {
            events = json.readTree(body);
        } catch (IOException broken) {
            return new WebhookBatch.Refused("NOT_JSON", "The webhook's body is not JSON");
        }
        if (events.isMissingNode()) {
            return new WebhookBatch.Refused("NOT_JSON", "The webhook has no body");
        }
        if (!events.isArray()) {
            return new WebhookBatch.Refused("NOT_AN_ARRAY", "The webhook's body is not an array");
        }
        if (events.size() > EVENTS_MAX) {
            return new WebhookBatch.Refused(
                    "TOO_MANY_EVENTS", "The webhook holds " + events.size() + " events, not 100");
        }
        Batch batch = new Batch();
        for (JsonNode event : events) {
            if (!event.isObject()) {
                return new WebhookBatch.Refused(
                        "NOT_AN_EVENT", "The webhook's array holds something else than objects");
            }
            batch.ignored += taken(batch, event) ? 0 : 1;
        }
        return batch.accepted();
    }

    /** The records of one body, in the order of their first event. */
    private static final class Batch {
        private final Map<String, RecordHints> records = new LinkedHashMap<>();
        private final Map<String, Set<String>> events = new HashMap<>();
        private final Set<String> associations = new HashSet<>();
        private int ignored;

        /** Of which an event tells. */
        RecordHints record(WebhookEvent event, String type, long id) {
            String key = type + "/" + id;
            if (event.id("eventId") != 0) {
                String eventId = Long.toString(event.id("eventId"));
                events.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(eventId);
            }
            return records.computeIfAbsent(key, k -> new RecordHints(type, Long.toString(id)));
        }

        WebhookBatch.Accepted accepted() {
            List<Hint> hints = new ArrayList<>();
            records.values().forEach(record -> hints.addAll(record.hints()));
            Map<String, List<String>> told = new HashMap<>();
            events.forEach((record, ids) -> told.put(record, List.copyOf(ids)));
            return new WebhookBatch.Accepted(hints, ignored, told);
        }
    }

    private boolean taken(Batch batch, JsonNode node) {
        WebhookEvent event = WebhookEvent.of(node, appId);
        if (event == null || (portalId.isPresent() && event.portalId() != portalId.getAsLong())) {
            return false;
        }
        return switch (event.what()) {
            case "propertyChange" -> changed(batch, event);
            case "creation" -> became(batch, event, Hint.Kind.CREATED);
            case "deletion" -> became(batch, event, Hint.Kind.DELETED);
            case "restore" -> became(batch, event, Hint.Kind.RESTORED);
            case "privacyDeletion" -> became(batch, event, Hint.Kind.PRIVACY_DELETED);
            case "merge" -> merged(batch, event);
            case "associationChange" -> associated(batch, event);
            default -> false;
        };
    }

    private static boolean changed(Batch batch, WebhookEvent event) {
        Hint.Change change = event.change();
        long id = event.id("objectId");
        if (id == 0 || change == null) {
            return false;
        }
        batch.record(event, event.type(), id).changed(change, event.ours());
        return true;
    }

    private static boolean became(Batch batch, WebhookEvent event, Hint.Kind kind) {
        long id = event.id("objectId");
        if (id == 0) {
            return false;
        }
        batch.record(event, event.type(), id).became(kind, event.at(), null, event.ours());
        return true;
    }

    /** A merge may make a new record; then the primary one is among the losers. */
    private static boolean merged(Batch batch, WebhookEvent event) {
        long primary =
                event.id("primaryObjectId") == 0
                        ? event.id("objectId")
                        : event.id("primaryObjectId");
        long winner = event.id("newObjectId") == 0 ? primary : event.id("newObjectId");
        if (winner == 0) {
            return false;
        }
        Set<Long> losers = new LinkedHashSet<>(event.ids("mergedObjectIds"));
        losers.add(primary);
        losers.remove(winner);
        losers.remove(0L);
        String winnerId = Long.toString(winner);
        for (long loser : losers) {
            batch.record(event, event.type(), loser)
                    .became(Hint.Kind.MERGED, event.at(), winnerId, event.ours());
        }
        RecordHints remaining = batch.record(event, event.type(), winner);
        if (winner != primary) {
            remaining.became(Hint.Kind.CREATED, event.at(), null, event.ours());
        }
        remaining.readWhole(event.ours());
        return true;
    }

    /**
     * Only a contact's or deal's own association with a company counts: the same is told of the
     * company as well, and nobody has edited that. A primary association is told twice, once as a
     * plain one: the second is ignored.
     */
    private static boolean associated(Batch batch, WebhookEvent event) {
        long from = event.id("fromObjectId") == 0 ? event.id("objectId") : event.id("fromObjectId");
        String type = event.associatedFromType();
        if (from == 0 || type == null || PrimaryCompany.of(type) == null || !event.isToCompany()) {
            return false;
        }
        Hint.Change primary = event.primaryCompany(type);
        if (primary == null) {
            batch.record(event, type, from).readWhole(event.ours());
        } else {
            batch.record(event, type, from).changed(primary, event.ours());
        }
        return batch.associations.add(type + from + "/" + event.id("toObjectId"));
    }
}
