package io.crosswalk.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.sandbox.SandboxResponse;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Calls about property definitions. */
final class PropertiesApi {
    private static final List<String> REQUIRED =
            List.of("groupName", "name", "label", "type", "fieldType");
    private static final List<String> CREATABLE =
            List.of(
                    "groupName",
                    "description",
                    "displayOrder",
                    "hidden",
                    "formField",
                    "hasUniqueValue",
                    "externalOptions",
                    "numberDisplayHint",
                    "referencedObjectType",
                    "options");
    private static final List<String> PATCHABLE =
            List.of(
                    "label",
                    "type",
                    "fieldType",
                    "groupName",
                    "description",
                    "displayOrder",
                    "hidden",
                    "formField",
                    "numberDisplayHint",
                    "options");
    private static final Map<String, Set<String>> FIELD_TYPES =
            Map.of(
                    "string", Set.of("text", "textarea", "file", "html", "phonenumber"),
                    "number", Set.of("number"),
                    "bool", Set.of("booleancheckbox"),
                    "enumeration", Set.of("select", "radio", "checkbox", "booleancheckbox"),
                    "date", Set.of("date"),
                    "datetime", Set.of("date"),
                    "phone_number", Set.of("phonenumber"));

    SandboxResponse answer(HubspotCall call, ObjectStore store, long now) {
        String what = call.request().method() + " " + call.rest().size();
        if (call.rest().equals(List.of("batch", "read"))) {
            return batchRead(Json.body(call.request()), store, now);
        }
        return switch (what) {
            case "GET 0" -> list(call, store);
            case "POST 0" -> create(Json.body(call.request()), store, now);
            case "GET 1" -> SandboxResponse.json(200, found(call, store).definition());
            case "PATCH 1" -> patch(call, store, now);
            case "DELETE 1" -> archive(call, store, now);
            default -> throw HubspotCall.unknownPath();
        };
    }

    private static SandboxResponse list(HubspotCall call, ObjectStore store) {
        ObjectNode body = Json.object();
        body.putArray("results");
        for (Property property : store.properties.all()) {
            if (property.archived() == call.flag("archived")) {
                body.withArrayProperty("results").add(property.definition());
            }
        }
        return SandboxResponse.json(200, body);
    }

    private static Property found(HubspotCall call, ObjectStore store) {
        String name = call.rest().get(0);
        Property property =
                call.flag("archived")
                        ? store.properties.findArchived(name)
                        : store.properties.find(name);
        if (property == null) {
            throw HubspotError.notFound("Property \"" + name + "\" does not exist");
        }
        return property;
    }

    private static SandboxResponse create(JsonNode body, ObjectStore store, long now) {
        for (String field : REQUIRED) {
            if (body.path(field).asText("").isEmpty()) {
                throw HubspotError.validation("Some required fields were not set: [" + field + "]");
            }
        }
        String name = body.path("name").asText();
        if (!name.equals(name.toLowerCase(Locale.ROOT)) || !name.matches("[a-z]\\w*")) {
            throw HubspotError.validation("Property name " + name + " is not allowed");
        }
        if (store.properties.find(name) != null) {
            throw new HubspotError(
                    409,
                    "OBJECT_ALREADY_EXISTS",
                    "A property named '" + name + "' already exists.");
        }
        ObjectNode definition =
                StandardProperties.blank(
                        name,
                        body.path("label").asText(),
                        body.path("type").asText(),
                        body.path("fieldType").asText());
        copy(CREATABLE, body, definition, now);
        definition.put("createdAt", Json.time(now));
        check(definition);
        Property archived = store.properties.findArchived(name);
        if (archived == null) {
            store.properties.add(definition);
        } else {
            archived.define(definition);
        }
        return SandboxResponse.json(201, definition);
    }

    private static SandboxResponse patch(HubspotCall call, ObjectStore store, long now) {
        Property property = found(call, store);
        JsonNode body = Json.body(call.request());
        boolean fixed =
                property.metadata("readOnlyOptions")
                        || property.definition().path("externalOptions").asBoolean();
        if (body.has("options") && fixed) {
            throw HubspotError.validation(
                    "Options of property \"" + property.name + "\" are read only");
        }
        ObjectNode definition = property.definition().deepCopy();
        for (String field : List.of("label", "type", "fieldType")) {
            if (property.metadata("readOnlyDefinition")
                    && body.has(field)
                    && !body.get(field).equals(definition.get(field))) {
                throw HubspotError.validation(
                        "The definition of property \"" + property.name + "\" is read only");
            }
        }
        copy(PATCHABLE, body, definition, now);
        check(definition);
        property.define(definition);
        return SandboxResponse.json(200, definition);
    }

    private static SandboxResponse archive(HubspotCall call, ObjectStore store, long now) {
        Property property = found(call, store);
        if (!property.metadata("archivable")) {
            throw HubspotError.validation(
                    "Property \"" + property.name + "\" is defined by HubSpot");
        }
        ObjectNode definition = property.definition().deepCopy();
        definition.put("archived", true);
        definition.put("archivedAt", Json.time(now));
        property.define(definition);
        return SandboxResponse.empty(204);
    }

    private static SandboxResponse batchRead(JsonNode body, ObjectStore store, long now) {
        BatchAnswer answer = new BatchAnswer(store, now);
        Set<String> missing = new LinkedHashSet<>();
        for (JsonNode input : body.path("inputs")) {
            Property property = store.properties.find(input.path("name").asText());
            if (property == null) {
                missing.add(input.path("name").asText());
            } else {
                answer.result(property.definition());
            }
        }
        answer.missing(missing);
        return answer.response(200);
    }

    private static void copy(List<String> fields, JsonNode from, ObjectNode to, long now) {
        for (String field : fields) {
            if (from.has(field)) {
                to.set(field, from.get(field).deepCopy());
            }
        }
        to.put("updatedAt", Json.time(now));
    }

    private static void check(ObjectNode definition) {
        String type = definition.path("type").asText();
        String fieldType = definition.path("fieldType").asText();
        if (!FIELD_TYPES.getOrDefault(type, Set.of()).contains(fieldType)
                && !fieldType.equals("calculation_equation")) {
            throw HubspotError.validation(
                    "Property type " + type + " does not go with field type " + fieldType);
        }
        Set<String> values = new HashSet<>();
        Set<String> labels = new HashSet<>();
        for (JsonNode option : definition.path("options")) {
            String value = option.path("value").asText("");
            String label = option.path("label").asText("");
            if (value.isEmpty() || label.isEmpty() || value.contains(";")) {
                throw HubspotError.validation("Every option needs a label and a value without ;");
            }
            if (!values.add(value) || !labels.add(label)) {
                throw HubspotError.validation(
                        "Property options must have unique values and labels: " + value);
            }
            ((ObjectNode) option).put("hidden", option.path("hidden").asBoolean());
        }
    }
}
