package io.crosswalk.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.sandbox.Dataset;
import io.crosswalk.sandbox.SandboxResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The people whom records belong to. */
final class OwnersApi {
    private final List<Dataset.Seed> owners = List.copyOf(Dataset.owners());

    /** Archived ones too: records keep them. */
    Set<String> ids() {
        Set<String> ids = new LinkedHashSet<>();
        owners.forEach(owner -> ids.add(owner.id()));
        return ids;
    }

    SandboxResponse answer(HubspotCall call) {
        if (!call.request().method().equals("GET") || call.rest().size() > 1) {
            throw HubspotCall.unknownPath();
        }
        return call.rest().isEmpty() ? page(call) : one(call, call.rest().get(0));
    }

    private SandboxResponse one(HubspotCall call, String id) {
        boolean byUser = "userId".equals(call.request().queryValue("idProperty"));
        for (Dataset.Seed owner : owners) {
            String actual = byUser ? owner.values().get("userId") : owner.id();
            if (id.equals(actual) && archived(owner) == call.flag("archived")) {
                return SandboxResponse.json(200, json(owner));
            }
        }
        throw HubspotError.notFound("resource not found");
    }

    private SandboxResponse page(HubspotCall call) {
        int limit = call.number("limit", 100);
        int after = call.number("after", 0);
        String email = call.request().queryValue("email");
        ObjectNode page = Json.object();
        ArrayNode results = page.putArray("results");
        for (int i = after; i < owners.size(); i++) {
            Dataset.Seed owner = owners.get(i);
            if (archived(owner) == call.flag("archived")
                    && (email == null || email.equalsIgnoreCase(owner.values().get("email")))) {
                if (results.size() == limit) {
                    page.putObject("paging").putObject("next").put("after", Integer.toString(i));
                    break;
                }
                results.add(json(owner));
            }
        }
        return SandboxResponse.json(200, page);
    }

    private static boolean archived(Dataset.Seed owner) {
        return Boolean.parseBoolean(owner.values().get("archived"));
    }

    private static ObjectNode json(Dataset.Seed owner) {
        String createdAt = Json.time(owner.createdAt().toEpochMilli());
        long userId = Long.parseLong(owner.values().get("userId"));
        ObjectNode json = Json.object();
        json.put("id", owner.id());
        json.put("email", owner.values().get("email"));
        json.put("type", "PERSON");
        json.put("firstName", owner.values().get("firstName"));
        json.put("lastName", owner.values().get("lastName"));
        if (!archived(owner)) {
            json.put("userId", userId);
        }
        json.put("userIdIncludingInactive", userId);
        json.put("createdAt", createdAt);
        json.put("updatedAt", createdAt);
        json.put("archived", archived(owner));
        return json;
    }
}
