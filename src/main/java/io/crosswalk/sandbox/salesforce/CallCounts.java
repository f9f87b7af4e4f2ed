package io.crosswalk.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What the callers used: calls, refused ones too, and the records that they carried. */
final class CallCounts {
    private final Map<CallKind, Count> integration = new EnumMap<>(CallKind.class);
    private final Map<CallKind, Count> others = new EnumMap<>(CallKind.class);

    private static final class Count {
        private long calls;
        private long failed;
        private long records;
    }

    void add(boolean byIntegration, CallKind kind, int status, int records) {
        Count count =
                (byIntegration ? integration : others).computeIfAbsent(kind, key -> new Count());
        count.calls++;
        count.records += records;
        if (status >= 400) {
            count.failed++;
        }
    }

    void reset() {
        integration.clear();
        others.clear();
    }

    ObjectNode json() {
        ObjectNode json = Json.node();
        json.set("integration", json(integration));
        json.set("others", json(others));
        return json;
    }

    private static ObjectNode json(Map<CallKind, Count> counts) {
        ObjectNode json = Json.node();
        long total = 0;
        for (Map.Entry<CallKind, Count> entry : counts.entrySet()) {
            Count count = entry.getValue();
            total += count.calls;
            json.putObject(entry.getKey().name().toLowerCase(Locale.ROOT))
                    .put("calls", count.calls)
                    .put("failed", count.failed)
                    .put("records", count.records);
        }
        return json.put("total", total);
    }
}
