package io.crosswalk.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.records.Hint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One element of a webhook's array. Every number is checked when it is asked for: what is negative,
 * too large or no whole number counts as absent.
 *
 * @param what the subscription type without its object: {@code propertyChange}
 * @param type HubSpot's plural path name: {@code contacts}
 */
record WebhookEvent(JsonNode node, String what, String type, Instant at, boolean ours) {
    /** 31 December 9999: a later time would win every conflict for ever. */
    private static final long AT_MILLIS_MAX = 253_402_300_799_999L;

    private static final int IDS_MAX = 1_000;

    private static final Map<String, String> TYPES =
            Map.of(
                    "contact", "contacts",
                    "company", "companies",
                    "deal", "deals",
                    "0-1", "contacts",
                    "0-2", "companies",
                    "0-3", "deals");

    /** Null for an event that is of no use: another type of object, no time, no subscription. */
    static @Nullable WebhookEvent of(JsonNode node, OptionalLong appId) {
        String subscription = text(node, "subscriptionType");
        if (subscription.isEmpty()) {
            subscription = text(node, "eventType");
        }
        int dot = subscription.indexOf('.');
        long at = number(node.path("occurredAt"));
        if (dot < 0 || at <= 0 || at > AT_MILLIS_MAX) {
            return null;
        }
        String object = subscription.substring(0, dot);
        String type = TYPES.get(object.equals("object") ? text(node, "objectTypeId") : object);
        if (type == null || object.startsWith("0-")) {
            return null;
        }
        return new WebhookEvent(
                node,
                subscription.substring(dot + 1),
                type,
                Instant.ofEpochMilli(at),
                OurApp.did(appId, text(node, "changeSource"), node.path("sourceId").asText("")));
    }

    long portalId() {
        return id("portalId");
    }

    /** A positive whole number; 0 if there is none. */
    long id(String key) {
        return number(node.path(key));
    }

    List<Long> ids(String key) {
        List<Long> ids = new ArrayList<>();
        for (JsonNode element : node.path(key)) {
            long id = number(element);
            if (id > 0 && ids.size() < IDS_MAX) {
                ids.add(id);
            }
        }
        return ids;
    }

    /** The changed property; null if the event names none. An empty value means cleared. */
    Hint.@Nullable Change change() {
        String name = text(node, "propertyName");
        if (name.isEmpty()) {
            return null;
        }
        JsonNode value = node.path("propertyValue");
        boolean known = value.isValueNode();
        String wire = known && !value.isNull() && !value.asText().isEmpty() ? value.asText() : null;
        return new Hint.Change(name, at, wire, known);
    }

    /** The type of the record that an association starts from; null if it is none of ours. */
    @Nullable String associatedFromType() {
        String typeId = text(node, "fromObjectTypeId");
        if (!typeId.isEmpty()) {
            return TYPES.get(typeId);
        }
        String association = text(node, "associationType");
        int to = association.indexOf("_TO_");
        return to < 0 ? type : TYPES.get(association.substring(0, to).toLowerCase(Locale.ROOT));
    }

    /**
     * Which company an association has made the primary one, as a change of the property that shows
     * it; null if the event is about something else. Of one that is primary no more it does not say
     * what came instead.
     */
    Hint.@Nullable Change primaryCompany(String fromType) {
        PrimaryCompany company = PrimaryCompany.of(fromType);
        long to = id("toObjectId");
        boolean made =
                node.path("isPrimaryAssociation").asBoolean(false)
                        && !node.path("associationRemoved").asBoolean(false);
        return company == null || to == 0 || !made || !isToCompany()
                ? null
                : new Hint.Change(company.property(), at, Long.toString(to), true);
    }

    /** Whether an association leads to a company. */
    boolean isToCompany() {
        String typeId = text(node, "toObjectTypeId");
        return typeId.isEmpty()
                ? text(node, "associationType").endsWith("_TO_COMPANY")
                : "companies".equals(TYPES.get(typeId));
    }

    private static String text(JsonNode node, String key) {
        String text = node.path(key).textValue();
        return text == null ? "" : text;
    }

    private static long number(JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return Math.max(0, node.longValue());
        }
        String text = node.textValue();
        return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }
}
