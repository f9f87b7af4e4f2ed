package io.crosswalk.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.CrmWrite;
import io.crosswalk.records.WriteOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Updates of records that must not have changed since they were read: single updates with {@code
 * If-Unmodified-Since}, 25 of them in one composite request, which is one call (REST API guide,
 * "Composite" and "Conditional Request Headers").
 */
final class GuardedUpdates {
    private static final int UPDATE_MAX = SalesforceClient.GUARDED_MAX;

    /** Java's own RFC 1123 format writes "Tue, 1 Dec"; HTTP wants two digits (RFC 9110). */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US);

    private final SalesforceCalls calls;
    private final Describes describes;
    private final ObjectMapper json;

    GuardedUpdates(SalesforceCalls calls, Describes describes, ObjectMapper json) {
        this.calls = calls;
        this.describes = describes;
        this.json = json;
    }

    /**
     * @param writes each with {@link CrmWrite#unmodifiedSince()}, and of values that {@link
     *     SalesforceClient#canBeGuarded} takes
     */
    List<WriteOutcome> write(String type, List<CrmWrite> writes) {
        SoqlLiteral.name(type);
        if (writes.isEmpty()) {
            return List.of();
        }
        WireFields fields;
        try {
            fields = new WireFields(describes.of(type));
        } catch (CrmUnavailable unknown) {
            Answer.Later later = Answer.Later.unsent(unknown);
            return writes.stream().map(write -> later(write, later)).toList();
        }
        return new Run(type, writes, fields).outcomes();
    }

    /** One call of {@link #write}; records are known by their index. */
    private final class Run {
        private final String type;
        private final List<CrmWrite> writes;
        private final WireFields fields;
        private final ObjectNode[] bodies;
        private final WriteOutcome[] outcomes;
        private Answer.@Nullable Later stopped;

        Run(String type, List<CrmWrite> writes, WireFields fields) {
            this.type = type;
            this.writes = writes;
            this.fields = fields;
            this.bodies = new ObjectNode[writes.size()];
            this.outcomes = new WriteOutcome[writes.size()];
            for (int i = 0; i < outcomes.length; i++) {
                bodies[i] = json.createObjectNode();
                outcomes[i] =
                        RecordId.of(writes.get(i).id()) == null
                                ? new WriteOutcome.Gone(writes.get(i).id(), "MALFORMED_ID")
                                : fields.put(writes.get(i), bodies[i]);
            }
        }

        List<WriteOutcome> outcomes() {
            List<Integer> sendable = new ArrayList<>();
            for (int i = 0; i < outcomes.length; i++) {
                if (outcomes[i] == null) {
                    sendable.add(i);
                }
            }
            for (int from = 0; from < sendable.size(); from += UPDATE_MAX) {
                send(sendable.subList(from, Math.min(from + UPDATE_MAX, sendable.size())));
            }
            return Arrays.asList(outcomes);
        }

        private void send(List<Integer> part) {
            if (stopped != null) {
                settle(part, stopped);
                return;
            }
            Answer answer =
                    calls.send(
                            CallListener.Kind.COMPOSITE_UPDATE,
                            part.size(),
                            "POST",
                            calls.data() + "/composite",
                            request(part));
            if (answer instanceof Answer.Refused && part.size() > 1) {
                // The request as a whole is refused: find out because of whom.
                int half = part.size() / 2;
                send(part.subList(0, half));
                send(part.subList(half, part.size()));
            } else {
                settle(part, answer);
            }
        }

        private ObjectNode request(List<Integer> part) {
            ObjectNode body = json.createObjectNode().put("allOrNone", false);
            ArrayNode requests = body.putArray("compositeRequest");
            for (int i : part) {
                ObjectNode request = requests.addObject();
                request.put("method", "PATCH")
                        .put("url", calls.data() + "/sobjects/" + type + "/" + writes.get(i).id())
                        .put("referenceId", reference(i));
                // Of the outer request's headers a subrequest inherits what it accepts and who
                // asks.
                ObjectNode headers = request.putObject("httpHeaders");
                calls.writeHeaders().forEach(headers::put);
                headers.put("If-Unmodified-Since", httpDate(writes.get(i).unmodifiedSince()));
                request.set("body", bodies[i]);
            }
            return body;
        }

        private void settle(List<Integer> part, Answer answer) {
            Map<String, JsonNode> responses = new HashMap<>();
            if (answer instanceof Answer.Done done) {
                done.body()
                        .path("compositeResponse")
                        .forEach(each -> responses.put(each.path("referenceId").asText(), each));
            }
            if (answer instanceof Answer.Later later) {
                stopped = later;
            }
            for (int i : part) {
                outcomes[i] = outcome(writes.get(i), answer, responses.get(reference(i)), fields);
                if (outcomes[i] instanceof WriteOutcome.RetryLater retry
                        && retry.code().equals(ErrorClass.REQUEST_LIMIT)) {
                    stopped = new Answer.Later(retry.after(), retry.code(), retry.message());
                }
            }
        }
    }

    private static WriteOutcome outcome(
            CrmWrite write, Answer answer, @Nullable JsonNode response, WireFields fields) {
        if (answer instanceof Answer.Later later) {
            return later(write, later);
        }
        if (answer instanceof Answer.Refused refused) {
            return RecordErrors.outcome(write, refused.errors(), fields);
        }
        if (response == null) {
            return new WriteOutcome.RetryLater(
                    write.id(),
                    Duration.ZERO,
                    WriteOutcome.RetryLater.TIMEOUT,
                    "Salesforce's answer leaves the record out");
        }
        int status = response.path("httpStatusCode").asInt();
        if (status >= 200 && status < 300) {
            return new WriteOutcome.Written(write.id(), Map.of());
        }
        if (status == 412) {
            return new WriteOutcome.Changed(write.id());
        }
        List<SalesforceError> errors = SalesforceError.all(status, response.path("body"));
        if (status >= 500) {
            return failed(write, status, errors.get(0));
        }
        boolean gone = status == 404 && errors.get(0).code().equals("NOT_FOUND");
        return gone
                ? new WriteOutcome.Gone(write.id(), "NOT_FOUND")
                : RecordErrors.outcome(write, errors, fields);
    }

    /** Salesforce answered, so what of the others could not be written says nothing of this one. */
    private static WriteOutcome failed(CrmWrite write, int status, SalesforceError error) {
        Answer.Later why = Answers.failed(status, error.code(), Duration.ZERO);
        return new WriteOutcome.RetryLater(
                write.id(),
                why.after(),
                why.code(),
                error.message().isEmpty() ? why.message() : error.message(),
                status == 503 ? null : ErrorClass.ofRecord(error.code()));
    }

    private static WriteOutcome later(CrmWrite write, Answer.Later why) {
        return new WriteOutcome.RetryLater(write.id(), why.after(), why.code(), why.message());
    }

    private static String reference(int i) {
        return "r" + i;
    }

    private static String httpDate(Instant at) {
        return HTTP_DATE.format(at.atZone(ZoneOffset.UTC));
    }
}
