package io.crosswalk.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.sandbox.SandboxResponse;
import io.crosswalk.sandbox.hubspot.Associations.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The associations API, v4, from contacts and deals to companies (HubSpot's OpenAPI specification
 * of it).
 */
final class AssociationsApi {
    private static final int READ_MAX = 1_000;
    private static final int WRITE_MAX = 2_000;

    private final Associations associations;
    private final Map<ObjectType, ObjectStore> stores;
    private final AssociationChanges changes;

    AssociationsApi(Associations associations, Map<ObjectType, ObjectStore> stores) {
        this.associations = associations;
        this.stores = stores;
        this.changes = new AssociationChanges(associations, stores);
    }

    /** {@code /crm/v4/associations/{from}/{to}/batch/...}. */
    SandboxResponse batch(HubspotCall call, ObjectStore store, Source source, long now) {
        List<String> rest = call.rest();
        Kind kind = Kind.of(store.type, type(rest.isEmpty() ? "" : rest.get(0)));
        String verb = String.join("/", rest.subList(Math.min(1, rest.size()), rest.size()));
        JsonNode inputs = Json.body(call.request()).path("inputs");
        int max = verb.equals("batch/read") ? READ_MAX : WRITE_MAX;
        if (!inputs.isArray() || inputs.size() > max) {
            throw HubspotError.validation("inputs must be an array of at most " + max);
        }
        return switch (verb) {
            case "batch/read" -> read(kind, inputs, now);
            case "batch/create" -> create(kind, inputs, source, now);
            case "batch/associate/default" -> createDefault(kind, inputs, source, now);
            case "batch/archive" -> archive(kind, inputs, source, now);
            case "batch/labels/archive" -> archiveLabels(kind, inputs, source, now);
            default -> throw HubspotCall.unknownPath();
        };
    }

    /** {@code /crm/v4/objects/{from}/{id}/associations/...}. */
    SandboxResponse single(HubspotCall call, ObjectStore store, Source source, long now) {
        List<String> rest = call.rest();
        boolean isDefault = rest.size() == 5 && rest.get(2).equals("default");
        Kind kind = Kind.of(store.type, type(rest.get(isDefault ? 3 : 2)));
        StoredRecord record = changes.from(kind, rest.get(0));
        String other = rest.size() > 3 ? rest.get(rest.size() - 1) : "";
        return switch (call.request().method() + rest.size()) {
            case "GET3" -> {
                ObjectNode page = Json.object();
                page.set("results", companies(kind, record));
                yield SandboxResponse.json(200, page);
            }
            case "PUT4" -> {
                ObjectNode types = Json.object();
                types.set("types", Json.array(call.request()));
                yield SandboxResponse.json(
                        201, changes.associate(kind, record, other, types, source, now));
            }
            case "PUT5" -> {
                ObjectNode answer = Json.object().put("status", "COMPLETE");
                answer.putArray("results")
                        .add(changes.associateUnlabelled(kind, record, other, source, now));
                yield SandboxResponse.json(200, stamped(answer, now));
            }
            case "DELETE4" -> {
                changes.dissociate(kind, record, other, source, now);
                yield SandboxResponse.empty(204);
            }
            default -> throw HubspotCall.unknownPath();
        };
    }

    private static ObjectType type(String name) {
        ObjectType type = ObjectType.find(name);
        if (type == null) {
            throw HubspotError.validation("Unable to infer object type from: " + name);
        }
        return type;
    }

    private SandboxResponse read(Kind kind, JsonNode inputs, long now) {
        ArrayNode results = Json.array();
        ArrayNode errors = Json.array();
        for (JsonNode input : inputs) {
            String id = input.path("id").asText();
            StoredRecord record = stores.get(kind.type).find(id, null, false);
            ArrayNode companies = record == null ? Json.array() : companies(kind, record);
            if (companies.isEmpty()) {
                HubspotError none =
                        HubspotError.notFound(
                                "No company is associated with "
                                        + kind.type.singular
                                        + " "
                                        + id
                                        + ".");
                none.context("fromObjectId", List.of(id))
                        .context("fromObjectType", List.of(kind.type.singular))
                        .context("toObjectType", List.of("company"));
                errors.add(
                        none.entry().put("subCategory", "crm.associations.NO_ASSOCIATIONS_FOUND"));
            } else {
                ObjectNode result = results.addObject();
                result.putObject("from").put("id", id);
                result.set("to", companies);
            }
        }
        return answer(200, results, errors, now);
    }

    private ArrayNode companies(Kind kind, StoredRecord record) {
        ArrayNode companies = Json.array();
        associations
                .of(kind, record)
                .forEach(
                        (id, types) -> {
                            ObjectNode company = companies.addObject().put("toObjectId", id);
                            ArrayNode named = company.putArray("associationTypes");
                            type(named, "HUBSPOT_DEFINED", kind.unlabelledId, null);
                            if (types.primary()) {
                                type(named, "HUBSPOT_DEFINED", kind.primaryId, "Primary");
                            }
                            types.userLabels()
                                    .forEach(it -> type(named, "USER_DEFINED", it, "Label " + it));
                        });
        return companies;
    }

    private static void type(ArrayNode types, String category, int id, @Nullable String label) {
        types.addObject().put("category", category).put("typeId", id).put("label", label);
    }

    private SandboxResponse create(Kind kind, JsonNode inputs, Source source, long now) {
        ArrayNode results = Json.array();
        ArrayNode errors = Json.array();
        for (JsonNode input : inputs) {
            try {
                StoredRecord record = changes.from(kind, input.path("from").path("id").asText());
                String company = input.path("to").path("id").asText();
                results.add(changes.associate(kind, record, company, input, source, now));
            } catch (HubspotError refused) {
                errors.add(refused.entry());
            }
        }
        return answer(201, results, errors, now);
    }

    private SandboxResponse createDefault(Kind kind, JsonNode inputs, Source source, long now) {
        ArrayNode results = Json.array();
        ArrayNode errors = Json.array();
        for (JsonNode input : inputs) {
            try {
                StoredRecord record = changes.from(kind, input.path("from").path("id").asText());
                results.add(
                        changes.associateUnlabelled(
                                kind, record, input.path("to").path("id").asText(), source, now));
            } catch (HubspotError refused) {
                errors.add(refused.entry());
            }
        }
        return answer(200, results, errors, now);
    }

    /** What is not there is no error. */
    private SandboxResponse archive(Kind kind, JsonNode inputs, Source source, long now) {
        for (JsonNode input : inputs) {
            StoredRecord record =
                    stores.get(kind.type).find(input.path("from").path("id").asText());
            for (JsonNode to : input.path("to")) {
                if (record != null) {
                    changes.dissociate(kind, record, to.path("id").asText(), source, now);
                }
            }
        }
        return SandboxResponse.empty(204);
    }

    /** Nothing is changed if one of them names what is no type. */
    private SandboxResponse archiveLabels(Kind kind, JsonNode inputs, Source source, long now) {
        Map<JsonNode, AssociationTypes> all = new LinkedHashMap<>();
        inputs.forEach(input -> all.put(input, AssociationTypes.of(kind, input.path("types"))));
        all.forEach((input, types) -> changes.unlabel(kind, input, types, source, now));
        return SandboxResponse.empty(204);
    }

    private static SandboxResponse answer(
            int success, ArrayNode results, ArrayNode errors, long now) {
        ObjectNode body = Json.object().put("status", "COMPLETE");
        body.set("results", results);
        if (!errors.isEmpty()) {
            body.put("numErrors", errors.size());
            body.set("errors", errors);
        }
        return SandboxResponse.json(errors.isEmpty() ? success : 207, stamped(body, now));
    }

    private static ObjectNode stamped(ObjectNode body, long now) {
        return body.put("startedAt", Json.time(now)).put("completedAt", Json.time(now));
    }
}
