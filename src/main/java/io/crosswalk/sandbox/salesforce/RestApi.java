package io.crosswalk.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.sandbox.SandboxRequest;
import io.crosswalk.sandbox.SandboxResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything under {@code /services/data}: who calls, whether they may, and which call it is. */
final class RestApi {
    private static final int URI_BYTES_MAX = 16_384;
    private static final int SUBREQUESTS_MAX = 25;
    private final Org org;
    private final RecordCalls records;
    private final CollectionCalls collections;
    private final QueryCalls queries;
    private final OrgCalls orgCalls;

    RestApi(Org org) {
        this.org = org;
        this.records = new RecordCalls(org);
        this.collections = new CollectionCalls(org);
        this.queries = new QueryCalls(org);
        this.orgCalls = new OrgCalls(org);
    }

    SandboxResponse handle(SandboxRequest request) {
        if (request.path().equals("/services/data") || request.path().equals("/services/data/")) {
            return OrgCalls.versions();
        }
        Call call = Call.of(request, Sessions.INTEGRATION);
        Answer answer;
        try {
            Actor actor = org.sessions.actor(request.header("authorization"), org.clock.instant());
            call = Call.of(request, actor);
            if (call == null) {
                throw new Refused(404, "NOT_FOUND", "The requested resource does not exist");
            }
            answer = admitted(call);
        } catch (Refused refused) {
            answer = new Answer(Json.error(refused), 0);
        }
        if (call == null) {
            return answer.response();
        }
        org.counts.add(
                call.actor().isIntegration(),
                call.kind(),
                answer.response().status(),
                answer.records());
        return delayed(call, answer.response().with("Sforce-Limit-Info", org.quota.usage()));
    }

    private SandboxResponse delayed(Call call, SandboxResponse response) {
        if (call.actor().kind() == Actor.Kind.PERSON) {
            return response;
        }
        boolean write = !call.request().method().equals("GET");
        String name = "timeoutAfterCommit";
        long millis = (long) org.faults.value("latencyMillis");
        if (write && response.status() < 400 && org.faults.callFails(name)) {
            millis += (long) org.faults.value("timeoutMillis");
        }
        return millis > 0 ? response.delayed(Duration.ofMillis(millis)) : response;
    }

    private Answer admitted(Call call) {
        if (uriBytes(call.request()) > URI_BYTES_MAX) {
            throw new Refused(414, "URI_TOO_LONG", "The URI is longer than 16,384 bytes");
        }
        if (call.actor().kind() != Actor.Kind.PERSON) {
            requireNoFault(call);
            if (!org.quota.take(org.clock.instant())) {
                throw limitExceeded();
            }
        }
        return dispatch(call);
    }

    private void requireNoFault(Call call) {
        if (call.actor().isIntegration() && org.faults.callFails("sessionLoss")) {
            org.sessions.expireAll();
            throw new Refused(401, "INVALID_SESSION_ID", "Session expired or invalid");
        }
        if (org.faults.callFails("unavailable")) {
            throw new Refused(503, "SERVER_UNAVAILABLE", "Server unavailable, try again later");
        }
        if (org.faults.callFails("limitExceeded")) {
            throw limitExceeded();
        }
    }

    private static Refused limitExceeded() {
        return new Refused(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
    }

    private Answer dispatch(Call call) {
        return switch (call.kind()) {
            case RESOURCES -> orgCalls.resources(call);
            case LIMITS -> limits();
            case DESCRIBE_GLOBAL -> orgCalls.describeGlobal(call);
            case DESCRIBE -> orgCalls.describe(call);
            case QUERY -> queries.query(call);
            case QUERY_MORE -> queries.more(call);
            case GET -> records.get(call);
            case POST -> records.post(call);
            case PATCH -> records.patch(call);
            case DELETE -> records.delete(call);
            case UPSERT -> records.upsert(call);
            case UPDATED -> orgCalls.updated(call);
            case DELETED -> orgCalls.deleted(call);
            case RETRIEVE -> collections.retrieve(call);
            case COLLECTIONS_CREATE -> collections.create(call);
            case COLLECTIONS_UPDATE -> collections.update(call);
            case COLLECTIONS_UPSERT -> collections.upsert(call);
            case COLLECTIONS_DELETE -> collections.delete(call);
            case COMPOSITE -> composite(call);
            case TOKEN, OTHER ->
                    throw new Refused(404, "NOT_FOUND", "The requested resource does not exist");
        };
    }

    private Answer limits() {
        ObjectNode limits = Json.node();
        limits.putObject("DailyApiRequests")
                .put("Max", org.quota.max())
                .put("Remaining", org.quota.left());
        for (String other :
                List.of(
                        "DailyBulkV2QueryJobs",
                        "DailyStreamingApiEvents",
                        "HourlyPublishedPlatformEvents")) {
            limits.putObject(other).put("Max", 10_000).put("Remaining", 10_000);
        }
        return Answer.json(limits, 0);
    }

    /** Subrequests count as one call, and their URLs may be as long as they like. */
    private Answer composite(Call call) {
        JsonNode requests = Json.object(call.request().text()).path("compositeRequest");
        if (requests.size() == 0 || requests.size() > SUBREQUESTS_MAX) {
            throw Refused.record("LIMIT_EXCEEDED", "1 to 25 subrequests are allowed");
        }
        ObjectNode body = Json.node();
        ArrayNode responses = body.putArray("compositeResponse");
        References references = new References();
        int carried = 0;
        for (JsonNode request : requests) {
            Answer answer = subrequest(call, request, references);
            carried += answer.records();
            ObjectNode response = responses.addObject();
            String text = answer.response().text();
            JsonNode said = text.isEmpty() ? Json.NODES.nullNode() : Json.read(text);
            references.answered(request.path("referenceId").asText(), said);
            response.set("body", said);
            response.putObject("httpHeaders");
            response.put("httpStatusCode", answer.response().status());
            response.put("referenceId", request.path("referenceId").asText());
        }
        return Answer.json(body, carried);
    }

    /** A subrequest has the outer request's word for these alone (REST API guide). */
    private static final List<String> INHERITED =
            List.of("accept", "authorization", "content-type");

    private Answer subrequest(Call call, JsonNode request, References references) {
        Map<String, String> headers = new HashMap<>();
        INHERITED.forEach(
                name -> {
                    String value = call.request().header(name);
                    if (value != null) {
                        headers.put(name, value);
                    }
                });
        request.path("httpHeaders")
                .properties()
                .forEach(
                        header ->
                                headers.put(
                                        Table.folded(header.getKey()), header.getValue().asText()));
        JsonNode body = request.path("body");
        String id = request.path("referenceId").asText();
        try {
            SandboxRequest inner =
                    SandboxRequest.of(
                            request.path("method").asText(),
                            references.resolved(request.path("url").asText(), id),
                            headers,
                            body.isMissingNode()
                                    ? new byte[0]
                                    : references
                                            .resolved(body.toString(), id)
                                            .getBytes(StandardCharsets.UTF_8));
            @Nullable Call part = Call.of(inner, call.actor());
            if (part == null || part.kind() == CallKind.COMPOSITE) {
                throw Refused.record("NOT_FOUND", "The subrequest's url is not supported");
            }
            return dispatch(part);
        } catch (Refused refused) {
            return new Answer(Json.error(refused), 0);
        }
    }

    /** The length that the URI has when its query is form-encoded. */
    private static int uriBytes(SandboxRequest request) {
        int bytes = request.path().length();
        for (Map.Entry<String, List<String>> entry : request.query().entrySet()) {
            for (String value : entry.getValue()) {
                bytes += entry.getKey().length() + 2;
                bytes += URLEncoder.encode(value, StandardCharsets.UTF_8).length();
            }
        }
        return bytes;
    }
}
