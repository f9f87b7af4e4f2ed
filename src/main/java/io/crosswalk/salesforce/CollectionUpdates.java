package io.crosswalk.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.CrmWrite;
import io.crosswalk.records.WriteOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collections update, in which every write gets exactly one outcome. */
final class CollectionUpdates {
    static final int UPDATE_MAX = 200;

    /** Calls to find the records because of which a whole batch is refused. */
    private static final int CALLS_PER_BATCH_MAX = 64;

    private final SalesforceCalls calls;
    private final Describes describes;
    private final ObjectMapper json;

    CollectionUpdates(SalesforceCalls calls, Describes describes, ObjectMapper json) {
        this.calls = calls;
        this.describes = describes;
        this.json = json;
    }

    List<WriteOutcome> write(String type, List<CrmWrite> writes) {
        SoqlLiteral.name(type);
        if (writes.isEmpty()) {
            return List.of();
        }
        WireFields fields;
        try {
            fields = new WireFields(describes.of(type));
        } catch (CrmUnavailable unknown) {
            return writes.stream()
                    .map(write -> retryLater(write.id(), Answer.Later.unsent(unknown)))
                    .map(WriteOutcome.class::cast)
                    .toList();
        }
        return new Run(type, writes, fields).outcomes();
    }

    /** One call of {@link #write}; records are known by their index. */
    private final class Run {
        private final List<CrmWrite> writes;
        private final WireFields fields;
        private final ObjectNode[] records;
        private final WriteOutcome[] outcomes;
        private int callsLeft;
        private Answer.@Nullable Later stopped;

        Run(String type, List<CrmWrite> writes, WireFields fields) {
            this.writes = writes;
            this.fields = fields;
            this.records = new ObjectNode[writes.size()];
            this.outcomes = new WriteOutcome[writes.size()];
            for (int i = 0; i < writes.size(); i++) {
                ObjectNode record = json.createObjectNode();
                record.putObject("attributes").put("type", type);
                record.put("id", id(i));
                records[i] = record;
                outcomes[i] = unsendable(i);
            }
        }

        private @Nullable WriteOutcome unsendable(int i) {
            return RecordId.of(id(i)) == null
                    ? new WriteOutcome.Gone(id(i), "MALFORMED_ID")
                    : fields.put(writes.get(i), records[i]);
        }

        List<WriteOutcome> outcomes() {
            List<Integer> sendable = new ArrayList<>();
            for (int i = 0; i < outcomes.length; i++) {
                if (outcomes[i] == null) {
                    sendable.add(i);
                }
            }
            for (int from = 0; from < sendable.size(); from += UPDATE_MAX) {
                callsLeft = CALLS_PER_BATCH_MAX;
                send(sendable.subList(from, Math.min(from + UPDATE_MAX, sendable.size())));
            }
            return Arrays.asList(outcomes);
        }

        private void send(List<Integer> part) {
            if (stopped != null) {
                later(part, stopped);
                return;
            }
            if (callsLeft-- <= 0) {
                later(
                        part,
                        new Answer.Later(
                                Duration.ZERO,
                                "TOO_MANY_BAD_RECORDS",
                                "Many records of a batch are bad"));
                return;
            }
            ObjectNode body = json.createObjectNode().put("allOrNone", false);
            ArrayNode array = body.putArray("records");
            part.forEach(i -> array.add(records[i]));
            Answer answer =
                    calls.send(
                            CallListener.Kind.COLLECTION_UPDATE,
                            part.size(),
                            "PATCH",
                            calls.data() + "/composite/sobjects",
                            body);
            if (answer instanceof Answer.Later later) {
                stopped = later;
                later(part, later);
            } else if (answer instanceof Answer.Done done) {
                settle(part, done.body());
            } else if (part.size() > 1) {
                send(part.subList(0, part.size() / 2));
                send(part.subList(part.size() / 2, part.size()));
            } else if (answer instanceof Answer.Refused refused) {
                outcomes[part.get(0)] =
                        RecordErrors.outcome(writes.get(part.get(0)), refused.errors(), fields);
            }
        }

        private void settle(List<Integer> part, JsonNode body) {
            for (int slot = 0; slot < part.size(); slot++) {
                int i = part.get(slot);
                JsonNode result = body.path(slot);
                if (result.path("success").asBoolean(false)) {
                    outcomes[i] = new WriteOutcome.Written(id(i), Map.of());
                } else if (result.isObject()) {
                    outcomes[i] =
                            RecordErrors.outcome(
                                    writes.get(i),
                                    SalesforceError.all(200, result.path("errors")),
                                    fields);
                } else {
                    outcomes[i] =
                            new WriteOutcome.RetryLater(
                                    id(i),
                                    Duration.ZERO,
                                    WriteOutcome.RetryLater.TIMEOUT,
                                    "Salesforce's answer leaves the record out");
                }
                if (outcomes[i] instanceof WriteOutcome.RetryLater retry
                        && retry.code().equals(ErrorClass.REQUEST_LIMIT)) {
                    stopped = new Answer.Later(retry.after(), retry.code(), retry.message());
                }
            }
        }

        private void later(List<Integer> part, Answer.Later why) {
            part.forEach(i -> outcomes[i] = retryLater(id(i), why));
        }

        private String id(int i) {
            return writes.get(i).id();
        }
    }

    private static WriteOutcome.RetryLater retryLater(String id, Answer.Later why) {
        return new WriteOutcome.RetryLater(id, why.after(), why.code(), why.message());
    }
}
