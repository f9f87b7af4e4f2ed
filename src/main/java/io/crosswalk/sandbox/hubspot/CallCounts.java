package io.crosswalk.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.Map;

/** How many calls came, of the app under test and of everyone else. */
final class CallCounts {
    private static final class Count {
        long calls;
        long records;
        long refused;
    }

    private final Map<CallKind, Count> app = new EnumMap<>(CallKind.class);
    private final Map<CallKind, Count> others = new EnumMap<>(CallKind.class);

    /**
     * @param records that the call asked for or carried
     * @param status from 400 on counts as refused
     */
    void add(boolean byApp, CallKind kind, int records, int status) {
        Count count = (byApp ? app : others).computeIfAbsent(kind, k -> new Count());
        count.calls++;
        count.records += records;
        count.refused += status >= 400 ? 1 : 0;
    }

    void clear() {
        app.clear();
        others.clear();
    }

    ObjectNode json() {
        ObjectNode json = Json.object();
        write(json.putObject("app"), app);
        write(json.putObject("others"), others);
        return json;
    }

    private static void write(ObjectNode json, Map<CallKind, Count> counts) {
        counts.forEach(
                (kind, count) -> {
                    ObjectNode entry = json.putObject(kind.word());
                    entry.put("calls", count.calls);
                    entry.put("records", count.records);
                    entry.put("refused", count.refused);
                });
    }
}
