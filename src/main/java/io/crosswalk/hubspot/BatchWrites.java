package io.crosswalk.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.records.CrmWrite;
import io.crosswalk.records.WriteOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Batch updates, in which every write gets exactly one outcome. */
final class BatchWrites {
    static final int UPDATE_MAX = 100;

    /** Enough to find nine bad records among a hundred; what is left over is retried later. */
    private static final int CALLS_PER_BATCH_MAX = 64;

    private final HubspotCalls calls;
    private final ObjectMapper json;

    /** Tells this process's writes from another's; HubSpot only asks that they differ per call. */
    private final String traceRoot;

    private final AtomicLong traces = new AtomicLong();

    BatchWrites(HubspotCalls calls, ObjectMapper json, long startedAtMillis) {
        this.calls = calls;
        this.json = json;
        this.traceRoot = "crosswalk-" + Long.toString(startedAtMillis, 36) + "-";
    }

    List<WriteOutcome> write(String type, List<CrmWrite> writes) {
        Run run = new Run(type, writes);
        for (int from = 0; from < writes.size(); from += UPDATE_MAX) {
            int to = Math.min(from + UPDATE_MAX, writes.size());
            run.callsLeft = CALLS_PER_BATCH_MAX;
            run.send(IntStream.range(from, to).boxed().toList());
        }
        return Arrays.asList(run.outcomes);
    }

    /** One call of {@link #write}; records are known by their index, which nothing can confuse. */
    private final class Run {
        private final String type;
        private final List<CrmWrite> writes;
        private final WriteOutcome[] outcomes;
        private final String[] traceIds;
        private int callsLeft;
        private Answer.@Nullable Later stopped;

        Run(String type, List<CrmWrite> writes) {
            this.type = type;
            this.writes = writes;
            this.outcomes = new WriteOutcome[writes.size()];
            this.traceIds = new String[writes.size()];
            Arrays.setAll(traceIds, i -> traceRoot + traces.incrementAndGet());
        }

        void send(List<Integer> part) {
            if (part.isEmpty()) {
                return;
            }
            if (stopped != null) {
                later(part, stopped);
                return;
            }
            if (callsLeft-- <= 0) {
                later(part, notKnown("TOO_MANY_BAD_RECORDS", "Many records of a batch are bad"));
                return;
            }
            Answer answer =
                    calls.post(
                            CallListener.Kind.BATCH_UPDATE,
                            part.size(),
                            Paths.objects(type, "batch/update"),
                            body(part));
            if (answer instanceof Answer.Later later) {
                stopped = later;
                later(part, later);
            } else if (answer instanceof Answer.Refused refused) {
                refuse(part, refused.error());
            } else if (answer instanceof Answer.Done done) {
                settle(part, done.body());
            }
        }

        /** The whole batch was refused and nothing was written: find out because of whom. */
        private void refuse(List<Integer> part, HubspotError error) {
            List<Integer> blamed = new ArrayList<>();
            for (int i : part) {
                boolean named =
                        error.traceIds().contains(traceIds[i]) || error.ids().contains(id(i));
                boolean writesBlamedProperty =
                        error.holdsForAnyValue()
                                && error.names().stream()
                                        .anyMatch(writes.get(i).values()::containsKey);
                if (part.size() == 1 || named || writesBlamedProperty) {
                    blamed.add(i);
                }
            }
            if (blamed.isEmpty()) {
                halve(part);
                return;
            }
            blamed.forEach(i -> outcomes[i] = error.outcome(id(i)));
            send(part.stream().filter(i -> !blamed.contains(i)).toList());
        }

        private void halve(List<Integer> part) {
            int middle = part.size() / 2;
            send(part.subList(0, middle));
            send(part.subList(middle, part.size()));
        }

        private void settle(List<Integer> part, JsonNode body) {
            List<Integer> open = new ArrayList<>(part);
            List<JsonNode> strangers = new ArrayList<>();
            for (JsonNode result : body.path("results")) {
                String trace = result.path("objectWriteTraceId").asText("");
                String id = result.path("id").asText("");
                Integer hit = find(open, List.of(trace), List.of(id));
                if (hit == null) {
                    strangers.add(result);
                } else {
                    open.remove(hit);
                    outcomes[hit] = written(hit, result);
                }
            }
            HubspotError unnamed = null;
            for (JsonNode node : body.path("errors")) {
                HubspotError error = HubspotError.parse(json, 207, node);
                Integer hit = find(open, error.traceIds(), error.ids());
                unnamed = hit == null ? error : unnamed;
                while (hit != null) {
                    open.remove(hit);
                    outcomes[hit] = error.outcome(id(hit));
                    hit = find(open, error.traceIds(), error.ids());
                }
            }
            leftover(part, open, strangers, unnamed);
        }

        /** What neither a result nor an error names. */
        private void leftover(
                List<Integer> part,
                List<Integer> open,
                List<JsonNode> strangers,
                @Nullable HubspotError unnamed) {
            if (open.size() == 1 && strangers.size() == 1) {
                // The record lost a merge: its winner took the values and answered.
                outcomes[open.get(0)] = written(open.get(0), strangers.get(0));
            } else if (unnamed != null && part.size() == 1) {
                open.forEach(i -> outcomes[i] = unnamed.outcome(id(i)));
            } else if (unnamed != null && strangers.isEmpty()) {
                // Fewer records than before, or halves of them: this ends.
                if (open.size() < part.size()) {
                    send(open);
                } else {
                    halve(open);
                }
            } else {
                later(
                        open,
                        notKnown(
                                WriteOutcome.RetryLater.TIMEOUT,
                                "HubSpot's answer leaves the record out"));
            }
        }

        private @Nullable Integer find(
                List<Integer> open, List<String> wantedTraces, List<String> wantedIds) {
            for (Integer i : open) {
                if (wantedTraces.contains(traceIds[i])) {
                    return i;
                }
            }
            for (Integer i : open) {
                if (wantedIds.contains(id(i))) {
                    return i;
                }
            }
            return null;
        }

        private WriteOutcome written(int i, JsonNode result) {
            return new WriteOutcome.Written(
                    id(i),
                    WireValues.of(result.path("properties"), writes.get(i).values().keySet()));
        }

        private void later(List<Integer> part, Answer.Later why) {
            for (int i : part) {
                outcomes[i] =
                        new WriteOutcome.RetryLater(id(i), why.after(), why.code(), why.message());
            }
        }

        private String id(int i) {
            return writes.get(i).id();
        }

        private ObjectNode body(List<Integer> part) {
            ObjectNode body = json.createObjectNode();
            ArrayNode inputs = body.putArray("inputs");
            for (int i : part) {
                ObjectNode input = inputs.addObject();
                input.put("id", id(i)).put("objectWriteTraceId", traceIds[i]);
                ObjectNode properties = input.putObject("properties");
                // The empty text clears; what null does is not documented.
                writes.get(i)
                        .values()
                        .forEach((name, wire) -> properties.put(name, wire == null ? "" : wire));
            }
            return body;
        }
    }

    private static Answer.Later notKnown(String code, String message) {
        return new Answer.Later(Duration.ZERO, code, message);
    }
}
