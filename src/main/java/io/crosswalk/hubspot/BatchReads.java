package io.crosswalk.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.records.ReadOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Batch reads, in which every id asked for ends as found, missing or not read. */
final class BatchReads {
    private static final String COMPLETE = "COMPLETE";

    static final int READ_MAX = 100;
    static final int HISTORY_READ_MAX = 50;

    /** Calls for single records per batch, where only they can tell who answered for whom. */
    private static final int SINGLES_MAX = 20;

    private final HubspotCalls calls;
    private final ObjectMapper json;

    BatchReads(HubspotCalls calls, ObjectMapper json) {
        this.calls = calls;
        this.json = json;
    }

    /** What a read brought so far; {@code found} holds HubSpot's result objects by id asked for. */
    static final class Reading {
        final Map<String, JsonNode> found = new LinkedHashMap<>();
        final Set<String> missing = new LinkedHashSet<>();
        final Set<String> notRead = new LinkedHashSet<>();
        ReadOutcome.@Nullable Failure failure;
        private boolean stopped;

        private void failed(Collection<String> ids, ReadOutcome.Failure why) {
            if (!ids.isEmpty()) {
                notRead.addAll(ids);
                failure = failure == null || stopped ? why : failure;
            }
        }
    }

    Reading read(String type, Collection<String> ids, Collection<String> names, boolean history) {
        Reading reading = new Reading();
        List<String> askable = new ArrayList<>();
        for (String id : new LinkedHashSet<>(ids)) {
            // One id that is no number would fail the other 99 with a 400.
            if (id.matches("\\d{1,18}")) {
                askable.add(id);
            } else {
                reading.missing.add(id);
            }
        }
        int max = history ? HISTORY_READ_MAX : READ_MAX;
        for (int from = 0; from < askable.size(); from += max) {
            List<String> part = askable.subList(from, Math.min(from + max, askable.size()));
            if (reading.stopped && reading.failure != null) {
                reading.failed(part, reading.failure);
            } else {
                send(reading, type, part, names, history, SINGLES_MAX);
            }
        }
        return reading;
    }

    private void send(
            Reading reading,
            String type,
            List<String> part,
            Collection<String> names,
            boolean history,
            int singlesMax) {
        Answer answer =
                calls.post(
                        history
                                ? CallListener.Kind.BATCH_READ_HISTORY
                                : CallListener.Kind.BATCH_READ,
                        part.size(),
                        Paths.objects(type, "batch/read"),
                        body(part, names, history));
        if (answer instanceof Answer.Later later) {
            reading.stopped = true;
            reading.failed(part, later.failure());
        } else if (answer instanceof Answer.Refused refused) {
            refuse(reading, part, refused);
        } else if (answer instanceof Answer.Done done && !done.body().path("results").isArray()) {
            // An answer without results must not make every record look deleted.
            reading.failed(part, failure("UNREADABLE", "HubSpot's answer has no results"));
        } else if (answer instanceof Answer.Done done) {
            List<String> unclear = settle(reading, part, done.body());
            for (String id : unclear) {
                if (reading.stopped && reading.failure != null) {
                    reading.failed(List.of(id), reading.failure);
                } else if (singlesMax-- <= 0) {
                    reading.failed(
                            List.of(id),
                            failure(
                                    HubspotClient.UNCLEAR,
                                    "HubSpot does not say which records these are"));
                } else {
                    send(reading, type, List.of(id), names, history, 0);
                }
            }
        }
    }

    private static void refuse(Reading reading, List<String> part, Answer.Refused refused) {
        List<String> rest = new ArrayList<>(part);
        if (refused.error().notFound()) {
            List<String> gone = refused.error().ids();
            rest.removeAll(gone);
            part.stream().filter(gone::contains).forEach(reading.missing::add);
        }
        String code = refused.error().code();
        reading.failed(rest, failure(code, "HubSpot refuses to read these records: " + code));
    }

    /**
     * A record that lost a merge is answered by its winner, under the winner's id, or not at all.
     * With one such id the answer is clear.
     *
     * @return ids to be asked for one by one, because several answers are under other ids, or some
     *     records are gone and HubSpot does not say which
     */
    private List<String> settle(Reading reading, List<String> part, JsonNode body) {
        Set<String> open = new LinkedHashSet<>(part);
        List<JsonNode> strangers = new ArrayList<>();
        for (JsonNode result : body.path("results")) {
            String id = result.path("id").asText();
            if (!open.remove(id)) {
                strangers.add(result);
            } else if (result.path("archived").asBoolean(false)) {
                reading.missing.add(id);
            } else {
                reading.found.put(id, result);
            }
        }
        HubspotError unnamed = errors(reading, open, body);
        if (!body.path("status").asText(COMPLETE).equals(COMPLETE)) {
            reading.failed(open, failure("NOT_COMPLETE", "HubSpot has not read all records yet"));
            return List.of();
        }
        if (!open.isEmpty() && !strangers.isEmpty()) {
            if (open.size() > 1) {
                return List.copyOf(open);
            }
            reading.found.put(open.iterator().next(), strangers.get(0));
            return List.of();
        }
        if (unnamed != null && unnamed.notFound() && open.size() > 1) {
            return List.copyOf(open);
        }
        if (unnamed != null && !unnamed.notFound()) {
            reading.failed(open, unreadable(unnamed));
            return List.of();
        }
        reading.missing.addAll(open);
        return List.of();
    }

    /**
     * Takes those out of {@code open} that an error names.
     *
     * @return an error that names none of them: it is about some of those that stay open. Null if
     *     there is none; one that does not say that they are gone, if there is one
     */
    private @Nullable HubspotError errors(Reading reading, Set<String> open, JsonNode body) {
        HubspotError unnamed = null;
        for (JsonNode node : body.path("errors")) {
            HubspotError error = HubspotError.parse(json, 207, node);
            List<String> named = open.stream().filter(error.ids()::contains).toList();
            named.forEach(open::remove);
            if (error.notFound()) {
                reading.missing.addAll(named);
            } else {
                reading.failed(named, unreadable(error));
            }
            if (named.isEmpty() && (unnamed == null || unnamed.notFound())) {
                unnamed = error;
            }
        }
        return unnamed;
    }

    private static ReadOutcome.Failure unreadable(HubspotError error) {
        return failure(error.code(), "HubSpot cannot read these records: " + error.code());
    }

    private static ReadOutcome.Failure failure(String code, String message) {
        return new ReadOutcome.Failure(Duration.ZERO, code, message);
    }

    private ObjectNode body(List<String> ids, Collection<String> names, boolean history) {
        ObjectNode body = json.createObjectNode();
        ArrayNode inputs = body.putArray("inputs");
        ids.forEach(id -> inputs.addObject().put("id", id));
        ArrayNode plain = body.putArray("properties");
        ArrayNode withHistory = body.putArray("propertiesWithHistory");
        names.forEach(name -> (history ? withHistory : plain).add(name));
        return body;
    }
}
