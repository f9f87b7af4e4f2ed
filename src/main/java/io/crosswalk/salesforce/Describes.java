package io.crosswalk.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The describes of sObjects, kept for a while. */
final class Describes {
    private final SalesforceCalls calls;
    private final Clock clock;
    private final Duration ttl;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(Map<String, SalesforceField> fields, Instant until) {}

    Describes(SalesforceCalls calls, Clock clock, Duration ttl) {
        this.calls = calls;
        this.clock = clock;
        this.ttl = ttl;
    }

    /** By name, in Salesforce's order. */
    Map<String, SalesforceField> of(String type) {
        Kept known = kept.get(type);
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.until())) {
            return known.fields();
        }
        String path = calls.data() + "/sobjects/" + SoqlLiteral.name(type) + "/describe";
        JsonNode body =
                calls.get(CallListener.Kind.DESCRIBE, path)
                        .bodyOrThrow("describe '" + type + "' in Salesforce");
        Map<String, SalesforceField> fields = new LinkedHashMap<>();
        for (JsonNode node : body.path("fields")) {
            SalesforceField field = field(node);
            fields.put(field.name(), field);
        }
        kept.put(type, new Kept(fields, now.plus(ttl)));
        return fields;
    }

    void forget() {
        kept.clear();
    }

    /**
     * Rich text passes for a text area, but what it holds is markup, and it stores other than sent.
     */
    private static String type(JsonNode node) {
        String type = node.path("type").asText("");
        boolean rich = type.equals("textarea") && node.path("htmlFormatted").asBoolean(false);
        return rich ? "html" : type;
    }

    private static SalesforceField field(JsonNode node) {
        List<String> referenceTo = new ArrayList<>();
        node.path("referenceTo").forEach(type -> referenceTo.add(type.asText()));
        List<SalesforceField.PicklistValue> values = new ArrayList<>();
        for (JsonNode value : node.path("picklistValues")) {
            values.add(
                    new SalesforceField.PicklistValue(
                            value.path("value").asText(""),
                            value.path("label").asText(""),
                            value.path("active").asBoolean(true)));
        }
        boolean calculated = node.path("calculated").asBoolean(false);
        return new SalesforceField(
                node.path("name").asText(""),
                node.path("label").asText(""),
                type(node),
                node.path("custom").asBoolean(false),
                node.path("length").asInt(0),
                node.path("precision").asInt(0),
                node.path("scale").asInt(0),
                node.path("updateable").asBoolean(false)
                        && !calculated
                        && !node.path("autoNumber").asBoolean(false),
                calculated,
                node.path("nillable").asBoolean(false),
                node.path("restrictedPicklist").asBoolean(false),
                referenceTo,
                values);
    }
}
