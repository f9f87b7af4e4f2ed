package io.crosswalk.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.sandbox.SandboxRequest;
import io.crosswalk.sandbox.SandboxResponse;
import java.util.Map;

/** Calls that HubSpot does not have: faults, counts, and what only its pages can do. */
final class ControlApi {
    private final Map<ObjectType, ObjectStore> stores;
    private final RecordLifecycle lifecycle;
    private final Faults faults;
    private final CallCounts counts;
    private final WebhookQueue queue;
    private final OauthApi oauth;
    private final RateLimits limits;

    ControlApi(
            Map<ObjectType, ObjectStore> stores,
            RecordLifecycle lifecycle,
            Faults faults,
            CallCounts counts,
            WebhookQueue queue,
            OauthApi oauth,
            RateLimits limits) {
        this.stores = stores;
        this.lifecycle = lifecycle;
        this.faults = faults;
        this.counts = counts;
        this.queue = queue;
        this.oauth = oauth;
        this.limits = limits;
    }

    SandboxResponse answer(HubspotCall call, Caller caller, long now) {
        SandboxRequest request = call.request();
        return switch (request.method() + " " + String.join("/", call.rest())) {
            case "GET faults" -> SandboxResponse.json(200, faults.json());
            case "POST faults" -> setFaults(Json.body(request));
            case "DELETE faults" -> clearFaults();
            case "GET limits" -> SandboxResponse.json(200, limits.json());
            case "POST limits" -> {
                limits.set(Json.body(request), now);
                yield SandboxResponse.json(200, limits.json());
            }
            case "DELETE limits" -> {
                limits.reset();
                yield SandboxResponse.empty(204);
            }
            case "POST tokens" -> tokens(Json.body(request), now);
            case "GET calls" -> SandboxResponse.json(200, counts.json());
            case "DELETE calls" -> {
                counts.clear();
                yield SandboxResponse.empty(204);
            }
            case "GET webhooks" -> SandboxResponse.json(200, queue.json());
            case "GET records" -> SandboxResponse.json(200, records());
            case "POST restore" -> restore(Json.body(request), caller, now);
            default -> throw HubspotCall.unknownPath();
        };
    }

    private SandboxResponse setFaults(JsonNode json) {
        Faults.check(json);
        faults.set(json);
        return SandboxResponse.json(200, faults.json());
    }

    private SandboxResponse clearFaults() {
        faults.clear();
        oauth.refreshTokenDead(false);
        return SandboxResponse.empty(204);
    }

    private SandboxResponse tokens(JsonNode json, long now) {
        if (json.path("expired").asBoolean()) {
            oauth.expireAll(now);
        }
        if (json.has("refreshTokenDead")) {
            oauth.refreshTokenDead(json.path("refreshTokenDead").asBoolean());
        }
        return SandboxResponse.empty(204);
    }

    private ObjectNode records() {
        ObjectNode json = Json.object();
        stores.forEach((type, store) -> json.put(type.plural, store.records.size()));
        return json;
    }

    private SandboxResponse restore(JsonNode json, Caller caller, long now) {
        ObjectType type = ObjectType.find(json.path("type").asText("contacts"));
        ObjectStore store = type == null ? null : stores.get(type);
        StoredRecord record =
                store == null ? null : store.find(json.path("id").asText(), null, true);
        if (store == null || record == null) {
            throw HubspotError.notFound("No archived record has this id");
        }
        lifecycle.restore(store, record, caller.source(), now);
        return SandboxResponse.empty(204);
    }
}
