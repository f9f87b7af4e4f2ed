package io.crosswalk.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.sandbox.Dataset;
import io.crosswalk.sandbox.SandboxChange;
import io.crosswalk.sandbox.SandboxRequest;
import io.crosswalk.sandbox.SandboxResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One HubSpot portal. Safe for use by many threads; deterministic for one: the same calls at the
 * same times give the same answers, ids, webhooks and retries.
 */
public final class HubspotSandbox {
    private static final long[] FIRST_IDS = {100_001, 200_001, 300_001};
    private static final Source IMPORT = new Source("IMPORT", "1");

    /** What HubSpot's own integration makes and fills. */
    private static final Set<String> SALESFORCE_IDS =
            Set.of("salesforcecontactid", "salesforceaccountid", "hs_salesforceopportunityid");

    private final InstantSource clock;
    private final Map<ObjectType, ObjectStore> stores = new EnumMap<>(ObjectType.class);
    private final WebhookQueue queue;
    private final Webhooks webhooks;
    private final CallCounts counts = new CallCounts();
    private final Faults faults;
    private final OauthApi oauth;
    private final RateLimits limits;
    private final RestApi restApi;
    private final ControlApi control;
    private long lastCorrelation;

    /**
     * An empty portal with HubSpot's standard properties and those of {@link Dataset}.
     *
     * @param seed decides faults and retry delays
     */
    public HubspotSandbox(InstantSource clock, long seed, HubspotSettings settings) {
        this.clock = clock;
        SplittableRandom random = new SplittableRandom(seed);
        for (ObjectType type : ObjectType.values()) {
            stores.put(type, new ObjectStore(type, FIRST_IDS[type.ordinal()]));
        }
        faults = new Faults(random.split());
        queue = new WebhookQueue(settings, faults.webhooks, random.split());
        webhooks = new Webhooks(settings, queue);
        oauth = new OauthApi(settings.app(), faults::grantedScopes);
        limits = new RateLimits(settings.limits());
        restApi = new RestApi(stores, webhooks, faults, oauth);
        control = new ControlApi(stores, restApi.lifecycle, faults, counts, queue, oauth, limits);
    }

    /**
     * Before there are records.
     *
     * @param readOnly whether the properties are there, but can be written by nobody
     */
    public synchronized void withoutSalesforceIds(boolean readOnly) {
        for (ObjectStore store : stores.values()) {
            for (Property property : store.properties.all()) {
                if (SALESFORCE_IDS.contains(property.name)) {
                    ObjectNode changed = property.definition().deepCopy();
                    changed.put("archived", !readOnly);
                    changed.withObjectProperty("modificationMetadata").put("readOnlyValue", true);
                    property.define(changed);
                }
            }
        }
    }

    /** Puts records in as they are: unchecked, and without webhooks. */
    public synchronized void load(List<Dataset.Seed> seeds) {
        for (Dataset.Seed seed : seeds) {
            ObjectType type = ObjectType.find(seed.type());
            if (type == null) {
                throw new IllegalArgumentException("HubSpot has no type " + seed.type());
            }
            ObjectStore store = stores.get(type);
            StoredRecord record =
                    new StoredRecord(
                            Long.parseLong(seed.id()), seed.createdAt().toEpochMilli(), IMPORT);
            store.add(record);
            seed.values()
                    .forEach(
                            (name, value) -> {
                                Property property = store.properties.find(name);
                                if (property == null && SALESFORCE_IDS.contains(name)) {
                                    return;
                                }
                                if (property == null) {
                                    throw new IllegalArgumentException("No property " + name);
                                }
                                record.start(property.ordinal, value);
                                store.claim(property, value, record);
                            });
        }
    }

    /**
     * @param listener told of every change, under the portal's lock: must not wait
     */
    public synchronized void onChange(Consumer<SandboxChange> listener) {
        webhooks.listener(listener);
    }

    /**
     * Throws nothing for what a caller sends. The answer may ask to be held back ({@link
     * SandboxResponse#delay}).
     */
    public synchronized SandboxResponse handle(SandboxRequest request) {
        long now = now();
        CallKind kind = CallKind.OTHER;
        Caller caller = null;
        SandboxResponse response;
        try {
            HubspotCall call = HubspotCall.of(request);
            kind = call.kind();
            caller = caller(call, now);
            response = answer(call, caller, now);
            if (call.area().equals("control")) {
                return response;
            }
        } catch (HubspotError error) {
            response = SandboxResponse.json(error.status(), error.body());
            for (Map.Entry<String, String> header : error.headers().entrySet()) {
                response = response.with(header.getKey(), header.getValue());
            }
        }
        boolean app = caller != null && caller.app();
        counts.add(app, kind, records(request, kind), response.status());
        return headed(response, kind, caller);
    }

    private Caller caller(HubspotCall call, long now) {
        // Whoever asks for a token is the app, and so is who asks about one.
        boolean known = call.request().header("authorization") != null;
        return call.area().equals("oauth") && (call.kind() == CallKind.TOKEN || !known)
                ? new Caller(IMPORT, true, true)
                : oauth.caller(call.request(), now);
    }

    private SandboxResponse answer(HubspotCall call, Caller caller, long now) {
        if (call.area().equals("control")) {
            return control.answer(call, caller, now);
        }
        JsonNode fault = caller.app() ? faults.next(call.kind()) : null;
        if (fault != null && !Faults.commits(fault)) {
            throw Faults.answer(fault);
        }
        if (caller.app() && call.kind() != CallKind.TOKEN) {
            limits.take(call.kind() == CallKind.SEARCH, now);
            Scopes.require(call, faults.grantedScopes());
        }
        SandboxResponse response = restApi.answer(call, caller.source(), now);
        return fault == null ? response : Faults.tooLate(fault);
    }

    private SandboxResponse headed(SandboxResponse bare, CallKind kind, @Nullable Caller caller) {
        String correlation = String.format("00000000-0000-4000-8000-%012x", ++lastCorrelation);
        SandboxResponse response = bare;
        if (response.status() >= 400) {
            ObjectNode body = (ObjectNode) Json.tree(response.body());
            body.put("correlationId", correlation);
            response =
                    new SandboxResponse(
                            response.status(),
                            response.headers(),
                            SandboxResponse.json(0, body).body());
        }
        response = response.with("X-HubSpot-Correlation-Id", correlation);
        if (caller != null && caller.app() && kind != CallKind.TOKEN) {
            for (Map.Entry<String, String> header :
                    limits.headers(kind == CallKind.SEARCH, caller.oauth()).entrySet()) {
                response = response.with(header.getKey(), header.getValue());
            }
            if (faults.latencyMillis() > 0) {
                response =
                        response.delayed(
                                response.delay().plus(Duration.ofMillis(faults.latencyMillis())));
            }
        }
        return response;
    }

    private static int records(SandboxRequest request, CallKind kind) {
        return switch (kind) {
            case BATCH_READ,
                    BATCH_CREATE,
                    BATCH_UPDATE,
                    BATCH_UPSERT,
                    BATCH_ARCHIVE,
                    ASSOCIATION_READ,
                    ASSOCIATION_WRITE ->
                    Json.tree(request.body()).path("inputs").size();
            case GET, CREATE, PATCH, ARCHIVE -> 1;
            default -> 0;
        };
    }

    /** Batches of webhooks that are to be sent now; at most ten are in flight at a time. */
    public synchronized List<WebhookDelivery> due() {
        now();
        return queue.due();
    }

    /** When {@link #due} will have something, as far as is known; null for never. */
    public synchronized @Nullable Instant nextDueAt() {
        now();
        long next = queue.nextDueAt();
        return next == Long.MAX_VALUE ? null : Instant.ofEpochMilli(next);
    }

    /**
     * @param status what the receiver answered; 0 after a timeout or without a connection
     */
    public synchronized void delivered(long id, int status) {
        now();
        queue.delivered(id, status);
    }

    private long now() {
        long now = clock.millis();
        queue.advance(now);
        return now;
    }
}
