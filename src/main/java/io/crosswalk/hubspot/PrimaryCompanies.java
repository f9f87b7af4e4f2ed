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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sets and clears primary companies in batches: one call to see how the records are associated now,
 * and one to change it. The other companies of a record stay associated, and so does the one that
 * was primary; labels that people gave to an association stay on it.
 */
final class PrimaryCompanies {
    /**
     * HubSpot takes 1,000 to read and 2,000 to write; this is as many as the other batches have.
     */
    static final int INPUTS_MAX = 100;

    /** Enough to find nine bad records among a hundred; what is left over is retried later. */
    private static final int CALLS_PER_BATCH_MAX = 64;

    private static final String NOT_SEEN = "NOT_SEEN";

    private final HubspotCalls calls;
    private final ObjectMapper json;

    PrimaryCompanies(HubspotCalls calls, ObjectMapper json) {
        this.calls = calls;
        this.json = json;
    }

    /**
     * One outcome per write, of the property that shows the company alone.
     *
     * @param writes each with a value of that property: a company's id; blank clears
     */
    List<WriteOutcome> write(PrimaryCompany company, List<CrmWrite> writes) {
        WriteOutcome[] outcomes = new WriteOutcome[writes.size()];
        for (int from = 0; from < writes.size(); from += INPUTS_MAX) {
            int to = Math.min(from + INPUTS_MAX, writes.size());
            new Run(company, writes, outcomes).run(IntStream.range(from, to).boxed().toList());
        }
        return Arrays.asList(outcomes);
    }

    /** One batch; records are known by their index. */
    private final class Run {
        private final PrimaryCompany company;
        private final List<CrmWrite> writes;
        private final WriteOutcome[] outcomes;
        private final CompanyAssociations now;
        private int callsLeft = CALLS_PER_BATCH_MAX;
        private Answer.@Nullable Later stopped;

        Run(PrimaryCompany company, List<CrmWrite> writes, WriteOutcome[] outcomes) {
            this.company = company;
            this.writes = writes;
            this.outcomes = outcomes;
            this.now = new CompanyAssociations(company);
        }

        void run(List<Integer> part) {
            if (see(part)) {
                change(part);
            }
        }

        private void change(List<Integer> part) {
            List<Integer> setting = new ArrayList<>();
            List<Integer> clearing = new ArrayList<>();
            for (int i : part) {
                String wanted = wanted(i);
                String primary = now.primary(id(i));
                JsonNode unseen = now.unseen(id(i));
                if (unseen != null) {
                    outcomes[i] = notShown(i, unseen);
                } else if (wanted.isEmpty() && primary == null && now.hasMore(id(i))) {
                    outcomes[i] = tooMany(i);
                } else if (wanted.isEmpty() ? primary == null : wanted.equals(primary)) {
                    written(i);
                } else {
                    (wanted.isEmpty() ? clearing : setting).add(i);
                }
            }
            send(setting, "batch/create");
            // Takes the label off; archiving the whole association would part the two.
            send(clearing, "batch/labels/archive");
        }

        /** False if it cannot be seen together; then there is nothing left to be written. */
        private boolean see(List<Integer> part) {
            if (stopped != null) {
                later(part, notSeen(stopped.after(), stopped.message()));
                return false;
            }
            if (callsLeft-- <= 0) {
                later(part, new Answer.Later(Duration.ZERO, "TOO_MANY_BAD_RECORDS", ""));
                return false;
            }
            ObjectNode body = json.createObjectNode();
            ArrayNode inputs = body.putArray("inputs");
            part.forEach(i -> inputs.addObject().put("id", id(i)));
            Answer answer =
                    calls.post(
                            CallListener.Kind.ASSOCIATION_READ,
                            part.size(),
                            Paths.companies(company.type(), "batch/read"),
                            body);
            if (answer instanceof Answer.Done done) {
                now.take(part.stream().map(this::id).toList(), done.body());
                return true;
            }
            if (answer instanceof Answer.Later later) {
                stopped = later;
                later(part, notSeen(later.after(), later.message()));
            } else if (part.size() > 1) {
                run(part.subList(0, part.size() / 2));
                run(part.subList(part.size() / 2, part.size()));
            } else if (answer instanceof Answer.Refused refused) {
                part.forEach(i -> outcomes[i] = rejected(i, refused.error()));
            }
            return false;
        }

        /** Nothing was sent yet, so whatever it was leaves nothing in doubt. */
        private static Answer.Later notSeen(Duration after, String message) {
            return new Answer.Later(after, NOT_SEEN, message);
        }

        /**
         * @param why HubSpot's error, if it says anything of the record
         */
        private WriteOutcome notShown(int i, JsonNode why) {
            HubspotError error = HubspotError.parse(json, 207, why);
            boolean ofRecord = why.isObject() && !error.isLimit();
            return new WriteOutcome.RetryLater(
                    id(i),
                    Duration.ZERO,
                    NOT_SEEN,
                    error.message().isEmpty()
                            ? "HubSpot does not show its companies"
                            : error.message(),
                    ofRecord ? error.code() : null);
        }

        private WriteOutcome tooMany(int i) {
            return new WriteOutcome.Rejected(
                    id(i),
                    "TOO_MANY_ASSOCIATIONS",
                    "The record has more companies than HubSpot shows at once, and the primary one"
                            + " is not among those",
                    List.of(company.property()));
        }

        private void send(List<Integer> part, String call) {
            if (part.isEmpty()) {
                return;
            }
            if (stopped != null) {
                later(part, stopped);
                return;
            }
            if (callsLeft-- <= 0) {
                later(part, new Answer.Later(Duration.ZERO, "TOO_MANY_BAD_RECORDS", ""));
                return;
            }
            Answer answer =
                    calls.post(
                            CallListener.Kind.ASSOCIATION_UPDATE,
                            part.size(),
                            Paths.companies(company.type(), call),
                            body(part));
            if (answer instanceof Answer.Later later) {
                stopped = later;
                later(part, later);
            } else if (answer instanceof Answer.Refused refused) {
                refuse(part, call, refused.error());
            } else if (answer instanceof Answer.Done done) {
                settle(part, call, done.body());
            }
        }

        /** The whole part was refused: halves of it tell because of whom. */
        private void refuse(List<Integer> part, String call, HubspotError error) {
            if (part.size() == 1) {
                outcomes[part.get(0)] = rejected(part.get(0), error);
                return;
            }
            int middle = part.size() / 2;
            send(part.subList(0, middle), call);
            send(part.subList(middle, part.size()), call);
        }

        /** An answer without errors is about all of them; archiving has no body at all. */
        private void settle(List<Integer> part, String call, JsonNode body) {
            Map<String, Integer> open = new HashMap<>();
            part.forEach(i -> open.put(id(i), i));
            for (JsonNode result : body.path("results")) {
                Integer done = open.remove(result.path("fromObjectId").asText(""));
                if (done != null) {
                    written(done, result.path("toObjectId").asText(""));
                }
            }
            JsonNode errors = body.path("errors");
            if (errors.isEmpty()) {
                open.values().forEach(this::written);
                return;
            }
            if (open.size() == part.size() && part.size() > 1) {
                refuse(part, call, HubspotError.parse(json, 207, errors.get(0)));
            } else if (part.size() == 1 && !open.isEmpty()) {
                outcomes[part.get(0)] =
                        rejected(part.get(0), HubspotError.parse(json, 207, errors.get(0)));
            } else {
                // Fewer than before: each is sent again until its own error is known.
                send(part.stream().filter(i -> open.containsKey(id(i))).toList(), call);
            }
        }

        private void written(int i) {
            outcomes[i] = new WriteOutcome.Written(id(i), Map.of());
        }

        /**
         * @param company whom HubSpot says that it is associated with; blank if it does not. Where
         *     the company was merged into another, that is the other
         */
        private void written(int i, String company) {
            boolean another = !company.isEmpty() && !company.equals(wanted(i));
            outcomes[i] =
                    new WriteOutcome.Written(
                            id(i), another ? Map.of(this.company.property(), company) : Map.of());
        }

        /** Either of the two may be gone, so that it is not said that the record is. */
        private WriteOutcome rejected(int i, HubspotError error) {
            WriteOutcome outcome = error.outcome(id(i));
            return outcome instanceof WriteOutcome.RetryLater
                    ? outcome
                    : new WriteOutcome.Rejected(
                            id(i), error.code(), error.message(), List.of(company.property()));
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

        private String wanted(int i) {
            String wire = writes.get(i).values().get(company.property());
            return wire == null ? "" : wire;
        }

        private ObjectNode body(List<Integer> part) {
            ObjectNode body = json.createObjectNode();
            ArrayNode inputs = body.putArray("inputs");
            part.forEach(i -> inputs.add(now.change(json, id(i), wanted(i))));
            return body;
        }
    }
}
