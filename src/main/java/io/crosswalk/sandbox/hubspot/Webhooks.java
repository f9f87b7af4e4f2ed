package io.crosswalk.sandbox.hubspot;

import java.time.DateTimeException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns changes into the events that the app is subscribed to. */
final class Webhooks {
    private static final Set<String> NEVER =
            Set.of("hs_lastmodifieddate", "lastmodifieddate", "num_unique_conversion_events");

    private final HubspotSettings settings;
    private final WebhookQueue queue;
    private long lastEventId = 100_000;

    Webhooks(HubspotSettings settings, WebhookQueue queue) {
        this.settings = settings;
        this.queue = queue;
    }

    void changed(
            ObjectType type,
            long id,
            Property property,
            @Nullable String value,
            Source source,
            long at) {
        Set<String> subscribed = settings.webhooks().properties();
        if (!NEVER.contains(property.name)
                && (subscribed.isEmpty()
                        || subscribed.contains(type.singular + "." + property.name))) {
            put("propertyChange", type, id, property, wire(property, value), source, at, 0, 0);
        }
    }

    void created(ObjectType type, long id, Source source, long at) {
        put("creation", type, id, null, "", source, at, 0, 0);
    }

    void deleted(ObjectType type, long id, Source source, long at) {
        put("deletion", type, id, null, "", source, at, 0, 0);
    }

    void restored(ObjectType type, long id, Source source, long at) {
        put("restore", type, id, null, "", source, at, 0, 0);
    }

    void privacyDeleted(ObjectType type, long id, Source source, long at) {
        put("privacyDeletion", type, id, null, "", source, at, 0, 0);
    }

    void merged(ObjectType type, long winner, long loser, int moved, Source source, long at) {
        put("merge", type, winner, null, "", source, at, loser, moved);
    }

    private void put(
            String kind,
            ObjectType type,
            long id,
            @Nullable Property property,
            String value,
            Source source,
            long at,
            long mergedId,
            int moved) {
        if (!settings.webhooks().target().isEmpty()) {
            queue.add(
                    new WebhookEvent(
                            ++lastEventId,
                            kind,
                            type,
                            id,
                            property,
                            value,
                            source,
                            at,
                            mergedId,
                            moved));
        }
    }

    private static String wire(Property property, @Nullable String value) {
        if (value == null) {
            return "";
        }
        try {
            return property.type().startsWith("date")
                    ? Long.toString(PropertyValues.millis(value))
                    : value;
        } catch (DateTimeException notADate) {
            return value;
        }
    }
}
