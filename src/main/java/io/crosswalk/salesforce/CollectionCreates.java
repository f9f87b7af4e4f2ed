package io.crosswalk.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.records.CreateOutcome;
import io.crosswalk.records.CrmCreate;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.CrmWrite;
import io.crosswalk.records.WriteOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collections create, in which every record gets exactly one outcome. */
final class CollectionCreates {
    static final int CREATE_MAX = 200;

    /** Calls to find the records because of which a whole batch is refused. */
    private static final int CALLS_PER_BATCH_MAX = 64;

    /** Of a duplicate rule, which may compare names, and records of other types. */
    private static final String ALIKE = "DUPLICATES_DETECTED";

    private static final Set<String> DUPLICATE =
            Set.of(ALIKE, "DUPLICATE_VALUE", "DUPLICATE_EXTERNAL_ID");

    private static final Pattern EXISTING =
            Pattern.compile("record with id: ([A-Za-z0-9]{18}|[A-Za-z0-9]{15})");

    private final SalesforceCalls calls;
    private final Describes describes;
    private final ObjectMapper json;

    CollectionCreates(SalesforceCalls calls, Describes describes, ObjectMapper json) {
        this.calls = calls;
        this.describes = describes;
        this.json = json;
    }

    List<CreateOutcome> create(String type, List<CrmCreate> creates) {
        SoqlLiteral.name(type);
        if (creates.isEmpty()) {
            return List.of();
        }
        WireFields fields;
        try {
            fields = new WireFields(describes.of(type));
        } catch (CrmUnavailable unknown) {
            return creates.stream()
                    .<CreateOutcome>map(
                            each -> new CreateOutcome.RetryLater(unknown.after(), false))
                    .toList();
        }
        return new Run(type, creates, fields).outcomes();
    }

    /** One call of {@link #create}; records are known by their index. */
    private final class Run {
        private final String type;
        private final List<CrmCreate> creates;
        private final ObjectNode[] records;
        private final @Nullable CreateOutcome[] outcomes;
        private int callsLeft;
        private Answer.@Nullable Later stopped;

        Run(String type, List<CrmCreate> creates, WireFields fields) {
            this.type = type;
            this.creates = creates;
            this.records = new ObjectNode[creates.size()];
            this.outcomes = new CreateOutcome[creates.size()];
            for (int i = 0; i < creates.size(); i++) {
                ObjectNode record = json.createObjectNode();
                record.putObject("attributes").put("type", type);
                records[i] = record;
                CrmCreate each = creates.get(i);
                WriteOutcome.Rejected wrong =
                        fields.put(new CrmWrite(each.key(), each.values()), record);
                outcomes[i] =
                        wrong == null
                                ? null
                                : new CreateOutcome.Refused(
                                        wrong.code(), wrong.message(), wrong.names());
            }
        }

        List<CreateOutcome> outcomes() {
            List<Integer> sendable = new ArrayList<>();
            for (int i = 0; i < outcomes.length; i++) {
                if (outcomes[i] == null) {
                    sendable.add(i);
                }
            }
            for (int from = 0; from < sendable.size(); from += CREATE_MAX) {
                callsLeft = CALLS_PER_BATCH_MAX;
                send(sendable.subList(from, Math.min(from + CREATE_MAX, sendable.size())));
            }
            return Arrays.asList(outcomes);
        }

        private void send(List<Integer> part) {
            if (stopped != null || callsLeft-- <= 0) {
                // Not sent: nothing can have been made.
                part.forEach(i -> outcomes[i] = later(stopped, false));
                return;
            }
            ObjectNode body = json.createObjectNode().put("allOrNone", false);
            ArrayNode array = body.putArray("records");
            part.forEach(i -> array.add(records[i]));
            Answer answer =
                    calls.send(
                            CallListener.Kind.COLLECTION_CREATE,
                            part.size(),
                            "POST",
                            calls.data() + "/composite/sobjects",
                            body);
            if (answer instanceof Answer.Later later) {
                stopped = later;
                boolean unknown = later.code().equals(WriteOutcome.RetryLater.TIMEOUT);
                part.forEach(i -> outcomes[i] = later(later, unknown));
            } else if (answer instanceof Answer.Done done) {
                settle(part, done.body());
            } else if (answer instanceof Answer.Refused refused && part.size() == 1) {
                int i = part.get(0);
                outcomes[i] = failed(i, refused.errors(), json.missingNode());
            } else {
                // The whole call was refused, so nothing was made.
                send(part.subList(0, part.size() / 2));
                send(part.subList(part.size() / 2, part.size()));
            }
        }

        private void settle(List<Integer> part, JsonNode body) {
            for (int slot = 0; slot < part.size(); slot++) {
                int i = part.get(slot);
                JsonNode result = body.path(slot);
                if (result.path("success").asBoolean(false)) {
                    outcomes[i] = new CreateOutcome.Created(result.path("id").asText());
                } else if (result.isObject()) {
                    JsonNode errors = result.path("errors");
                    outcomes[i] = failed(i, SalesforceError.all(200, errors), errors);
                } else {
                    outcomes[i] = later(null, true);
                }
            }
        }

        private CreateOutcome failed(int i, List<SalesforceError> errors, JsonNode details) {
            for (SalesforceError error : errors) {
                if (DUPLICATE.contains(error.code())) {
                    boolean same = !error.code().equals(ALIKE);
                    List<String> ids = existing(error, details);
                    return same || !ids.isEmpty()
                            ? new CreateOutcome.Exists(ids, error.code(), same)
                            : new CreateOutcome.Refused(
                                    error.code(), error.message(), error.fields());
                }
            }
            SalesforceError worst = errors.get(0);
            for (SalesforceError error : errors) {
                if (ErrorClass.of(error.code()) != ErrorClass.LATER) {
                    worst = error;
                }
            }
            return ErrorClass.of(worst.code()) == ErrorClass.LATER
                    ? new CreateOutcome.RetryLater(ErrorClass.wait(worst.code()), false)
                    : new CreateOutcome.Refused(worst.code(), worst.message(), worst.fields());
        }

        /** Collections spell it {@code duplicateResult}, single records {@code duplicateResut}. */
        private List<String> existing(SalesforceError error, JsonNode details) {
            Set<String> ids = new LinkedHashSet<>();
            for (JsonNode detail : details) {
                for (String spelling : List.of("duplicateResult", "duplicateResut")) {
                    for (JsonNode match : detail.path(spelling).path("matchResults")) {
                        for (JsonNode found : match.path("matchRecords")) {
                            // A contact's rule may find a lead, which is nobody's partner.
                            if (found.at("/record/attributes/type").asText(type).equals(type)) {
                                ids.add(SalesforceId.canonical(found.at("/record/Id").asText("")));
                            }
                        }
                    }
                }
            }
            Matcher named = EXISTING.matcher(error.message());
            while (named.find()) {
                ids.add(SalesforceId.canonical(named.group(1)));
            }
            ids.remove("");
            return List.copyOf(ids);
        }

        private static CreateOutcome later(Answer.@Nullable Later why, boolean unknown) {
            return new CreateOutcome.RetryLater(why == null ? Duration.ZERO : why.after(), unknown);
        }
    }
}
