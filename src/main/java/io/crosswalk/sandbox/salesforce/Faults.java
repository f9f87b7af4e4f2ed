package io.crosswalk.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What goes wrong, on request. Faults of calls hit the integration user and other API users, never
 * a person in the browser.
 */
final class Faults {
    /** Every knob with the value that means "nothing goes wrong". */
    private static final Map<String, Double> STANDARD = standard();

    private final Map<String, Double> knobs = new LinkedHashMap<>(STANDARD);
    private final Map<String, Integer> lockedRows = new HashMap<>();
    private SplittableRandom callRandom;
    private SplittableRandom eventRandom;

    Faults(long seed) {
        callRandom = new SplittableRandom(seed);
        eventRandom = new SplittableRandom(seed + 1);
    }

    private static Map<String, Double> standard() {
        Map<String, Double> knobs = new LinkedHashMap<>();
        // Probabilities, per event.
        for (String name :
                "eventLoss eventDuplicate eventDelay eventReorder eventGap eventOverflow"
                        .split(" ")) {
            knobs.put(name, 0.0);
        }
        knobs.put("eventDelayMillis", 5000.0);
        // How relays differ: 1 leaves out nulledFields and diffFields, 1 sends every field.
        knobs.put("omitHeaderLists", 0.0);
        knobs.put("fullBodies", 0.0);
        // Probabilities, per call; lockRow per record.
        for (String name :
                "unavailable limitExceeded sessionLoss timeoutAfterCommit lockRow".split(" ")) {
            knobs.put(name, 0.0);
        }
        // The next so many calls.
        for (String name :
                "unavailableCalls limitExceededCalls sessionLossCalls timeoutAfterCommitCalls"
                        .split(" ")) {
            knobs.put(name, 0.0);
        }
        knobs.put("timeoutMillis", 130_000.0);
        knobs.put("latencyMillis", 0.0);
        // 1: a value of the wrong JSON type fails a whole collections call, not its record.
        knobs.put("parserErrorFailsAll", 0.0);
        return knobs;
    }

    /** Sets what the body names and leaves the rest. */
    void set(ObjectNode body) {
        for (Map.Entry<String, JsonNode> entry : body.properties()) {
            String name = entry.getKey();
            if (name.equals("seed")) {
                callRandom = new SplittableRandom(entry.getValue().asLong());
                eventRandom = new SplittableRandom(entry.getValue().asLong() + 1);
            } else if (name.equals("lockedRows")) {
                entry.getValue()
                        .properties()
                        .forEach(
                                row ->
                                        lockedRows.put(
                                                Ids.full(row.getKey()), row.getValue().asInt()));
            } else if (!STANDARD.containsKey(name)) {
                throw Refused.record(
                        "UNKNOWN_FAULT",
                        "No fault '" + name + "'. There are: " + STANDARD.keySet());
            } else {
                JsonNode value = entry.getValue();
                knobs.put(name, value.isBoolean() && value.booleanValue() ? 1.0 : value.asDouble());
            }
        }
    }

    void reset() {
        knobs.putAll(STANDARD);
        lockedRows.clear();
    }

    ObjectNode json() {
        ObjectNode json = Json.node();
        knobs.forEach(json::put);
        ObjectNode rows = json.putObject("lockedRows");
        lockedRows.forEach(rows::put);
        return json;
    }

    boolean on(String flag) {
        return value(flag) > 0;
    }

    double value(String name) {
        Double value = knobs.get(name);
        if (value == null) {
            throw new IllegalStateException("No fault " + name);
        }
        return value;
    }

    boolean callFails(String name) {
        return callRandom.nextDouble() < value(name) || taken(name + "Calls");
    }

    private boolean taken(String counter) {
        double left = knobs.getOrDefault(counter, 0.0);
        if (left < 1) {
            return false;
        }
        knobs.put(counter, left - 1);
        return true;
    }

    boolean eventFails(String name) {
        return eventRandom.nextDouble() < value(name);
    }

    /** Between 1 and {@code eventDelayMillis}. */
    long eventDelayMillis() {
        return 1 + eventRandom.nextLong(Math.max(1, (long) value("eventDelayMillis")));
    }

    /** Whether somebody else holds the row this time. */
    void requireUnlocked(String id) {
        int left = lockedRows.getOrDefault(id, 0);
        if (left > 0) {
            lockedRows.put(id, left - 1);
        }
        if (left > 0 || callRandom.nextDouble() < value("lockRow")) {
            throw Refused.record(
                    "UNABLE_TO_LOCK_ROW",
                    "unable to obtain exclusive access to this record or 1 records: "
                            + Ids.key(id));
        }
    }
}
