package io.crosswalk.sandbox.hubspot;

import io.crosswalk.sandbox.SandboxResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Associations of contacts with deals, which have no labels here: {@code
 * /crm/v4/objects/{from}/{id}/associations/...}, one record at a time. The app has no use for them,
 * but is told of them, on both ends.
 */
final class PlainAssociations {
    private static final Set<ObjectType> TYPES = Set.of(ObjectType.CONTACTS, ObjectType.DEALS);

    private record Pair(long contact, long deal) {}

    private final Map<ObjectType, ObjectStore> stores;
    private final Webhooks webhooks;
    private final Set<Pair> pairs = new HashSet<>();

    PlainAssociations(Map<ObjectType, ObjectStore> stores, Webhooks webhooks) {
        this.stores = stores;
        this.webhooks = webhooks;
    }

    /** Whether a call is about a contact and a deal. */
    static boolean isMeant(HubspotCall call, ObjectStore from) {
        ObjectType to = other(call.rest());
        return to != null && to != from.type && TYPES.contains(to) && TYPES.contains(from.type);
    }

    private static @Nullable ObjectType other(List<String> rest) {
        int at = rest.size() == 5 && rest.get(2).equals("default") ? 3 : 2;
        return rest.size() > at ? ObjectType.find(rest.get(at)) : null;
    }

    SandboxResponse answer(HubspotCall call, ObjectStore from, Source source, long now) {
        List<String> rest = call.rest();
        ObjectType to = other(rest);
        if (to == null
                || !Set.of("PUT5", "DELETE4").contains(call.request().method() + rest.size())) {
            throw HubspotCall.unknownPath();
        }
        StoredRecord record = record(from.type, rest.get(0));
        StoredRecord other = record(to, rest.get(rest.size() - 1));
        boolean isContact = from.type == ObjectType.CONTACTS;
        Pair pair = new Pair(isContact ? record.id : other.id, isContact ? other.id : record.id);
        boolean removed = call.request().method().equals("DELETE");
        if (removed ? pairs.remove(pair) : pairs.add(pair)) {
            tell(from.type, record.id, to, other.id, removed, source, now);
            tell(to, other.id, from.type, record.id, removed, source, now);
        }
        return removed
                ? SandboxResponse.empty(204)
                : SandboxResponse.json(200, Json.object().put("status", "COMPLETE"));
    }

    private void tell(
            ObjectType type,
            long id,
            ObjectType to,
            long toId,
            boolean removed,
            Source source,
            long now) {
        webhooks.associated(
                type, id, new WebhookEvent.Association(to, toId, false, removed), source, now);
    }

    private StoredRecord record(ObjectType type, String id) {
        StoredRecord record = stores.get(type).find(id, null, false);
        if (record == null) {
            throw HubspotError.notFound("No " + type.singular + " has the id " + id);
        }
        return record;
    }
}
