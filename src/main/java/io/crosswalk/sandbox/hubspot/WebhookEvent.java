package io.crosswalk.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that a subscriber is told.
 *
 * @param kind {@code propertyChange}, {@code creation}, {@code deletion}, ...
 * @param property null unless a property changed
 * @param value as webhooks write it: cleared is empty, times are milliseconds
 * @param merge null unless two records were merged
 * @param association null unless an association changed
 */
record WebhookEvent(
        long eventId,
        String kind,
        ObjectType type,
        long objectId,
        @Nullable Property property,
        String value,
        Source source,
        long occurredAt,
        @Nullable Merge merge,
        @Nullable Association association) {

    /**
     * Of two records.
     *
     * @param made the record that remains
     * @param moved how many properties were moved
     */
    record Merge(long loser, long made, int moved) {}

    /**
     * With another record.
     *
     * @param primary whether it is about the label "Primary"
     */
    record Association(ObjectType to, long toId, boolean primary, boolean removed) {}

    ObjectNode json(HubspotSettings settings, HubspotSettings.EventStyle style, int attemptNumber) {
        ObjectNode json = Json.object();
        json.put("eventId", eventId);
        json.put("subscriptionId", subscriptionId());
        json.put("portalId", settings.app().portalId());
        json.put("appId", settings.app().appId());
        json.put("occurredAt", occurredAt);
        boolean generic =
                style == HubspotSettings.EventStyle.GENERIC && !kind.equals("privacyDeletion");
        json.put(
                style == HubspotSettings.EventStyle.EVENT_TYPE_ONLY
                        ? "eventType"
                        : "subscriptionType",
                (generic ? "object" : type.singular) + "." + kind);
        json.put("attemptNumber", attemptNumber);
        json.put("objectId", objectId);
        if (generic) {
            json.put("objectTypeId", type.typeId);
        }
        if (property != null) {
            json.put("propertyName", property.name);
            json.put("propertyValue", value);
            json.put("isSensitive", false);
        }
        if (association != null) {
            json.put("fromObjectId", objectId);
            json.put("toObjectId", association.toId());
            json.put(
                    "associationType",
                    (type.singular + "_TO_" + association.to().singular).toUpperCase(Locale.ROOT));
            if (generic) {
                json.put("fromObjectTypeId", type.typeId);
                json.put("toObjectTypeId", association.to().typeId);
            }
            json.put("associationRemoved", association.removed());
            json.put("isPrimaryAssociation", association.primary());
        }
        if (kind.equals("creation")) {
            json.put("changeFlag", "NEW");
        } else if (kind.equals("deletion")) {
            json.put("changeFlag", "DELETED");
        } else if (merge != null) {
            json.put("primaryObjectId", objectId);
            json.putArray("mergedObjectIds").add(merge.loser());
            json.put("newObjectId", merge.made());
            json.put("numberOfPropertiesMoved", merge.moved());
        }
        json.put("changeSource", source.type());
        json.put("sourceId", source.id());
        return json;
    }

    private long subscriptionId() {
        long base = 1_000_000L * (type.ordinal() + 1);
        return property == null
                ? base + Math.floorMod(kind.hashCode(), 1000)
                : base + 1000 + property.ordinal;
    }
}
