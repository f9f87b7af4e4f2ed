package io.crosswalk.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Property definitions, with the options that HubSpot keeps elsewhere; kept for a while. */
final class PropertyDefinitions {
    private final HubspotCalls calls;
    private final Pipelines pipelines;
    private final ObjectMapper json;
    private final Clock clock;
    private final Duration ttl;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(List<HubspotProperty> properties, Instant until) {}

    PropertyDefinitions(HubspotCalls calls, ObjectMapper json, Clock clock, Duration ttl) {
        this.calls = calls;
        this.pipelines = new Pipelines(calls);
        this.json = json;
        this.clock = clock;
        this.ttl = ttl;
    }

    List<HubspotProperty> of(String type) {
        Kept known = kept.get(type);
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.until())) {
            return known.properties();
        }
        String path = Paths.properties(type) + "?archived=false&dataSensitivity=non_sensitive";
        JsonNode body =
                calls.get(CallListener.Kind.PROPERTIES, path)
                        .bodyOrThrow("read the properties of '" + type + "' in HubSpot");
        List<HubspotProperty> properties = new ArrayList<>();
        body.path("results").forEach(property -> properties.add(property(property)));
        List<HubspotProperty> all = pipelines.completed(type, properties);
        kept.put(type, new Kept(all, now.plus(ttl)));
        return all;
    }

    void forget() {
        kept.clear();
    }

    /**
     * HubSpot takes the whole list only. So it is read right before, and what is there stays as it
     * is: also what somebody added since the list was seen, and what Crosswalk does not know of.
     */
    HubspotProperty addOptions(String type, String property, List<HubspotProperty.Option> added) {
        String path = Paths.property(type, property);
        String what = "add to the options of property '" + property + "' in HubSpot";
        JsonNode now = calls.get(CallListener.Kind.PROPERTIES, path).bodyOrThrow(what);
        ObjectNode body = json.createObjectNode();
        ArrayNode array = body.putArray("options");
        Set<String> known = new HashSet<>();
        for (JsonNode option : now.path("options")) {
            array.add(option);
            known.add(option.path("value").asText(""));
        }
        int before = array.size();
        for (HubspotProperty.Option option : added) {
            if (known.add(option.value())) {
                array.addObject()
                        .put("value", option.value())
                        .put("label", option.label())
                        .put("hidden", option.hidden())
                        .put("displayOrder", option.displayOrder());
            }
        }
        kept.remove(type);
        if (array.size() == before) {
            return property(now);
        }
        return property(
                calls.patch(CallListener.Kind.PROPERTY_UPDATE, path, body).bodyOrThrow(what));
    }

    private static HubspotProperty property(JsonNode node) {
        JsonNode rules = node.path("modificationMetadata");
        List<HubspotProperty.Option> options = new ArrayList<>();
        for (JsonNode option : node.path("options")) {
            options.add(
                    new HubspotProperty.Option(
                            option.path("value").asText(""),
                            option.path("label").asText(""),
                            option.path("hidden").asBoolean(false),
                            option.path("displayOrder").asInt(-1)));
        }
        return new HubspotProperty(
                node.path("name").asText(""),
                node.path("label").asText(""),
                node.path("type").asText(""),
                node.path("fieldType").asText(""),
                node.path("calculated").asBoolean(false)
                        || rules.path("readOnlyValue").asBoolean(false),
                rules.path("readOnlyOptions").asBoolean(false)
                        || node.path("externalOptions").asBoolean(false),
                node.path("hubspotDefined").asBoolean(false),
                node.path("hidden").asBoolean(false),
                text(node, "numberDisplayHint"),
                text(node, "referencedObjectType"),
                options);
    }

    private static @Nullable String text(JsonNode node, String key) {
        return node.path(key).textValue();
    }
}
