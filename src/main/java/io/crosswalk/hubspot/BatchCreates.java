package io.crosswalk.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.records.CreateOutcome;
import io.crosswalk.records.CrmCreate;
import io.crosswalk.records.WriteOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Batch creates. Every input has a trace id of its own: without them HubSpot makes all or none
 * (error handling guide).
 */
final class BatchCreates {
    static final int CREATE_MAX = 100;

    /** Calls to find the records because of which a whole batch is refused. */
    private static final int CALLS_PER_BATCH_MAX = 64;

    private static final Pattern EXISTING = Pattern.compile("Existing ID: (\\d{1,18})");

    private final HubspotCalls calls;
    private final ObjectMapper json;
    private final String traceRoot;
    private final AtomicLong traces = new AtomicLong();

    BatchCreates(HubspotCalls calls, ObjectMapper json, long startedAtMillis) {
        this.calls = calls;
        this.json = json;
        this.traceRoot = "crosswalk-create-" + Long.toString(startedAtMillis, 36) + "-";
    }

    List<CreateOutcome> create(String type, List<CrmCreate> creates) {
        Run run = new Run(type, creates);
        for (int from = 0; from < creates.size(); from += CREATE_MAX) {
            run.callsLeft = CALLS_PER_BATCH_MAX;
            int to = Math.min(from + CREATE_MAX, creates.size());
            run.send(IntStream.range(from, to).boxed().toList());
        }
        return Arrays.asList(run.outcomes);
    }

    /** One call of {@link #create}; records are known by their index. */
    private final class Run {
        private final String type;
        private final List<CrmCreate> creates;
        private final CreateOutcome[] outcomes;
        private final String[] traceIds;
        private int callsLeft;
        private Answer.@Nullable Later stopped;

        Run(String type, List<CrmCreate> creates) {
            this.type = type;
            this.creates = creates;
            this.outcomes = new CreateOutcome[creates.size()];
            this.traceIds = new String[creates.size()];
            Arrays.setAll(traceIds, i -> traceRoot + traces.incrementAndGet());
        }

        void send(List<Integer> part) {
            if (stopped != null || callsLeft-- <= 0) {
                // Not sent: nothing can have been made.
                part.forEach(i -> outcomes[i] = later(stopped, false));
                return;
            }
            Answer answer =
                    calls.post(
                            CallListener.Kind.BATCH_CREATE,
                            part.size(),
                            Paths.objects(type, "batch/create"),
                            body(part));
            if (answer instanceof Answer.Later later) {
                stopped = later;
                boolean unknown = later.code().equals(WriteOutcome.RetryLater.TIMEOUT);
                part.forEach(i -> outcomes[i] = later(later, unknown));
            } else if (answer instanceof Answer.Done done) {
                settle(part, done.body());
            } else if (answer instanceof Answer.Refused refused && part.size() == 1) {
                outcomes[part.get(0)] = failed(part.get(0), refused.error());
            } else {
                // The whole batch was refused, so nothing was made.
                send(part.subList(0, part.size() / 2));
                send(part.subList(part.size() / 2, part.size()));
            }
        }

        private void settle(List<Integer> part, JsonNode body) {
            List<Integer> open = new ArrayList<>(part);
            List<JsonNode> unechoed = new ArrayList<>();
            for (JsonNode result : body.path("results")) {
                String trace = result.path("objectWriteTraceId").asText("");
                String id = result.path("id").asText("");
                if (trace.isEmpty() && !id.isEmpty()) {
                    unechoed.add(result);
                }
                take(open, List.of(trace))
                        .forEach(i -> outcomes[i] = new CreateOutcome.Created(id));
            }
            boolean allNamed = true;
            for (JsonNode node : body.path("errors")) {
                HubspotError error = HubspotError.parse(json, 207, node);
                List<Integer> named = take(open, error.traceIds());
                named.forEach(i -> outcomes[i] = failed(i, error));
                allNamed &= !named.isEmpty();
            }
            if (allNamed) {
                pair(open, unechoed);
            }
            // Named by neither: it may be there or not.
            open.forEach(i -> outcomes[i] = later(null, true));
        }

        private void pair(List<Integer> open, List<JsonNode> unechoed) {
            List<CrmCreate> inputs = open.stream().map(creates::get).toList();
            Map<Integer, String> ids = new UnechoedResults(type).ids(inputs, unechoed);
            List<Integer> paired = ids.keySet().stream().map(open::get).toList();
            ids.forEach(
                    (place, id) -> {
                        int i = open.get(place);
                        outcomes[i] = new CreateOutcome.Created(id);
                    });
            open.removeAll(paired);
        }

        private List<Integer> take(List<Integer> open, List<String> wanted) {
            List<Integer> taken = open.stream().filter(i -> wanted.contains(traceIds[i])).toList();
            open.removeAll(taken);
            return taken;
        }

        private CreateOutcome failed(int i, HubspotError error) {
            WriteOutcome outcome = error.outcome(creates.get(i).key());
            if (outcome instanceof WriteOutcome.RetryLater later) {
                return new CreateOutcome.RetryLater(later.after(), later.mayHaveHappened());
            }
            Matcher existing = EXISTING.matcher(error.message());
            return existing.find()
                    ? new CreateOutcome.Exists(List.of(existing.group(1)), error.code(), true)
                    : new CreateOutcome.Refused(error.code(), error.message(), error.names());
        }

        private static CreateOutcome later(Answer.@Nullable Later why, boolean unknown) {
            return why == null
                    ? new CreateOutcome.RetryLater(Duration.ZERO, unknown)
                    : new CreateOutcome.RetryLater(why.after(), unknown, why.code());
        }

        private ObjectNode body(List<Integer> part) {
            ObjectNode body = json.createObjectNode();
            ArrayNode inputs = body.putArray("inputs");
            for (int i : part) {
                ObjectNode input = inputs.addObject().put("objectWriteTraceId", traceIds[i]);
                ObjectNode properties = input.putObject("properties");
                creates.get(i)
                        .values()
                        .forEach((name, wire) -> properties.put(name, wire == null ? "" : wire));
                associate(input, properties);
            }
            return body;
        }

        /** The property that shows the primary company cannot be written. */
        private void associate(ObjectNode input, ObjectNode properties) {
            PrimaryCompany company = PrimaryCompany.of(type);
            JsonNode id = company == null ? null : properties.remove(company.property());
            if (company != null && id != null && !id.asText("").isEmpty()) {
                ObjectNode association = input.putArray("associations").addObject();
                association.putObject("to").put("id", id.asText());
                association.putArray("types").add(CompanyAssociations.primary(json, company));
            }
        }
    }
}
