package io.crosswalk.sandbox.hubspot;

import io.crosswalk.sandbox.SandboxResponse;
import java.util.Map;

/** HubSpot's APIs: which of them answers a call. */
final class RestApi {
    final RecordLifecycle lifecycle;

    private final Map<ObjectType, ObjectStore> stores;
    private final OwnersApi owners = new OwnersApi();
    private final Pipelines pipelines = new Pipelines();
    private final PipelinesApi pipelinesApi = new PipelinesApi(pipelines);
    private final PropertiesApi properties = new PropertiesApi();
    private final OauthApi oauth;
    private final ObjectsApi objects;
    private final BatchApi batches;
    private final AssociationsApi associations;
    private final PlainAssociations plainAssociations;
    private final ObjectSearch search;

    RestApi(Map<ObjectType, ObjectStore> stores, Webhooks webhooks, Faults faults, OauthApi oauth) {
        this.stores = stores;
        this.oauth = oauth;
        RecordWriter writer =
                new RecordWriter(new PropertyValues(owners.ids()), pipelines, webhooks);
        Associations all = new Associations(stores, writer, webhooks);
        lifecycle = new RecordLifecycle(writer, webhooks, all, faults);
        objects = new ObjectsApi(writer, lifecycle, all);
        batches = new BatchApi(writer, lifecycle, all, faults);
        associations = new AssociationsApi(all, stores);
        plainAssociations = new PlainAssociations(stores, webhooks);
        search = new ObjectSearch(faults);
    }

    SandboxResponse answer(HubspotCall call, Source source, long now) {
        ObjectType type = call.type();
        ObjectStore store = type == null ? null : stores.get(type);
        if (store != null) {
            return answer(call, store, source, now);
        }
        return switch (call.area()) {
            case "owners" -> owners.answer(call);
            case "oauth" -> oauth.answer(call, now);
            default -> throw HubspotCall.unknownPath();
        };
    }

    private SandboxResponse answer(HubspotCall call, ObjectStore store, Source source, long now) {
        if (call.area().equals("properties")) {
            return properties.answer(call, store, now);
        }
        if (call.area().equals("pipelines")) {
            return pipelinesApi.answer(call, store.type, now);
        }
        if (call.area().equals("associations")) {
            return associations.batch(call, store, source, now);
        }
        return switch (call.kind()) {
            case ASSOCIATION_READ, ASSOCIATION_WRITE ->
                    PlainAssociations.isMeant(call, store)
                            ? plainAssociations.answer(call, store, source, now)
                            : associations.single(call, store, source, now);
            case BATCH_READ, BATCH_CREATE, BATCH_UPDATE, BATCH_UPSERT, BATCH_ARCHIVE ->
                    batches.answer(call, store, source, now);
            case SEARCH -> search.answer(call, store, now);
            default -> objects.answer(call, store, source, now);
        };
    }
}
