package io.crosswalk.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.sandbox.SandboxResponse;

/** Calls about pipelines (HubSpot's pipelines guide). Only deals have any here. */
final class PipelinesApi {
    private final Pipelines pipelines;

    PipelinesApi(Pipelines pipelines) {
        this.pipelines = pipelines;
    }

    SandboxResponse answer(HubspotCall call, ObjectType type, long now) {
        String what = call.request().method() + " " + call.rest().size();
        boolean ofDeals = type == ObjectType.DEALS;
        if (what.equals("GET 0")) {
            ObjectNode body = Json.object();
            ArrayNode results = body.putArray("results");
            if (ofDeals) {
                pipelines.all().forEach(results::add);
            }
            return SandboxResponse.json(200, body);
        }
        if (!ofDeals) {
            throw HubspotCall.unknownPath();
        }
        if (what.equals("POST 0")) {
            return SandboxResponse.json(201, pipelines.create(Json.body(call.request()), now));
        }
        ObjectNode pipeline = call.rest().isEmpty() ? null : pipelines.find(call.rest().get(0));
        if (pipeline == null) {
            throw HubspotError.notFound("resource not found");
        }
        if (what.equals("GET 1")) {
            return SandboxResponse.json(200, pipeline);
        }
        if (what.equals("GET 2") && call.rest().get(1).equals("stages")) {
            ObjectNode body = Json.object();
            body.set("results", pipeline.path("stages"));
            return SandboxResponse.json(200, body);
        }
        throw HubspotCall.unknownPath();
    }
}
