package io.crosswalk.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.ReadOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collections retrieve, in which every id asked for ends as found, missing or not read. */
final class CollectionReads {
    /** Ids that Salesforce takes in one call (sObject collections, retrieve by POST). */
    static final int READ_MAX = 2_000;

    /** With many fields fewer records are read at a time, so that an answer fits into memory. */
    static final int VALUES_MAX = 40_000;

    /** As many as can be written in one call: fewer are not worth reading. */
    private static final int READ_MIN = 200;

    /** Repeats of a call without a field that Salesforce does not know or show. */
    private static final int FIELD_DROPS_MAX = 4;

    private static final Pattern NO_SUCH_COLUMN = Pattern.compile("No such column '([^']{1,100})'");

    private final SalesforceCalls calls;
    private final Describes describes;
    private final ObjectMapper json;

    CollectionReads(SalesforceCalls calls, Describes describes, ObjectMapper json) {
        this.calls = calls;
        this.describes = describes;
        this.json = json;
    }

    ReadOutcome read(String type, Collection<String> ids, Collection<String> names) {
        return new Run(type, names).read(ids);
    }

    /**
     * One call of {@link #read}: a field once dropped stays dropped for the batches that follow.
     */
    private final class Run {
        private final String type;
        private final Collection<String> names;
        private final Set<String> fields = new LinkedHashSet<>();
        private final Map<String, CrmRecord> found = new LinkedHashMap<>();
        private final Set<String> missing = new LinkedHashSet<>();
        private final Set<String> notRead = new LinkedHashSet<>();
        private ReadOutcome.@Nullable Failure failure;
        private int drops;

        Run(String type, Collection<String> names) {
            this.type = SoqlLiteral.name(type);
            this.names = names;
            fields.add("Id");
            fields.add("SystemModstamp");
            names.forEach(name -> fields.add(SoqlLiteral.name(name)));
        }

        ReadOutcome read(Collection<String> ids) {
            List<String> askable = new ArrayList<>();
            for (String id : new LinkedHashSet<>(ids)) {
                if (RecordId.of(id) == null) {
                    missing.add(id);
                } else {
                    askable.add(id);
                }
            }
            int most = Math.max(READ_MIN, Math.min(READ_MAX, VALUES_MAX / fields.size()));
            for (int from = 0; from < askable.size(); from += most) {
                List<String> part = askable.subList(from, Math.min(from + most, askable.size()));
                if (failure == null) {
                    send(part);
                } else {
                    notRead.addAll(part);
                }
            }
            return new ReadOutcome(
                    Collections.unmodifiableMap(found),
                    Collections.unmodifiableSet(missing),
                    Collections.unmodifiableSet(notRead),
                    failure);
        }

        private void send(List<String> part) {
            Answer answer = ask(part);
            while (answer instanceof Answer.Refused refused && dropped(refused)) {
                answer = ask(part);
            }
            if (answer instanceof Answer.Done done) {
                settle(part, done.body());
            } else if (answer instanceof Answer.Later later) {
                failed(part, later.failure());
            } else if (answer instanceof Answer.Refused refused) {
                String code = refused.first().code();
                failed(part, failure(code, "Salesforce refuses to read these records: " + code));
            }
        }

        private Answer ask(List<String> part) {
            ObjectNode body = json.createObjectNode();
            ArrayNode ids = body.putArray("ids");
            part.forEach(ids::add);
            ArrayNode wanted = body.putArray("fields");
            fields.forEach(wanted::add);
            return calls.send(
                    CallListener.Kind.COLLECTION_READ,
                    part.size(),
                    "POST",
                    calls.data() + "/composite/sobjects/" + type,
                    body);
        }

        /**
         * The message names one field at a time; from the second on, the describe knows them all.
         */
        private boolean dropped(Answer.Refused refused) {
            SalesforceError error = refused.first();
            if (!error.code().equals("INVALID_FIELD") || drops++ >= FIELD_DROPS_MAX) {
                return false;
            }
            Matcher column = NO_SUCH_COLUMN.matcher(error.message());
            String blamed = column.find() ? column.group(1) : "";
            boolean less = fields.removeIf(field -> field.equalsIgnoreCase(blamed));
            if (!less || drops > 1) {
                less |= fields.retainAll(visible());
            }
            return less && !fields.isEmpty();
        }

        private Set<String> visible() {
            try {
                return describes.of(type).keySet();
            } catch (CrmUnavailable unknown) {
                return Set.copyOf(fields);
            }
        }

        private void settle(List<String> part, JsonNode body) {
            for (int i = 0; i < part.size(); i++) {
                String id = part.get(i);
                JsonNode slot = body.path(i);
                if (slot.isObject()) {
                    found.put(id, WireValues.record(id, slot, names));
                } else if (slot.isNull()) {
                    missing.add(id);
                } else {
                    failed(List.of(id), failure("NO_ANSWER", "Salesforce left out records"));
                }
            }
        }

        private void failed(List<String> part, ReadOutcome.Failure why) {
            notRead.addAll(part);
            failure = why;
        }
    }

    private static ReadOutcome.Failure failure(String code, String message) {
        return new ReadOutcome.Failure(Duration.ZERO, code, message);
    }
}
