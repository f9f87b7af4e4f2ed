package io.crosswalk.backfill;

import static io.crosswalk.records.DynamoAttributes.number;
import static io.crosswalk.records.DynamoAttributes.required;
import static io.crosswalk.records.DynamoAttributes.text;
import static io.crosswalk.records.DynamoAttributes.time;

import io.crosswalk.backfill.Run.Progress;
import io.crosswalk.backfill.Run.Status;
import io.crosswalk.backfill.Run.Times;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The shape of a run's item. */
final class DynamoRunItem {
    static final String VERSION = "version";

    private DynamoRunItem() {}

    static Map<String, AttributeValue> item(Run run) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("state", text(run.state().name()));
        item.put(VERSION, number(run.status().version()));
        put(item, "message", run.status().message());
        item.put("order", DynamoRunOrder.value(run.order()));
        Progress progress = run.progress();
        put(item, "cursor", progress.cursor());
        item.put("marked", number(progress.marked()));
        item.put("looked", number(progress.looked()));
        if (!progress.waiting().isEmpty()) {
            item.put("waiting", text(String.join(" ", progress.waiting())));
        }
        put(item, "failingSince", progress.failingSince());
        item.put("preview", DynamoRunPreview.value(run.preview()));
        if (!run.samples().items().isEmpty()) {
            item.put("samples", DynamoRunPreview.samples(run.samples()));
            put(item, "samplesUntil", run.samples().until());
        }
        item.put("created", time(run.times().created()));
        put(item, "previewed", run.times().previewed());
        put(item, "started", run.times().started());
        put(item, "ended", run.times().ended());
        return item;
    }

    static Run read(String id, Map<String, AttributeValue> item) {
        return new Run(
                id,
                DynamoRunOrder.read(item.get("order").m()),
                new Status(
                        RunState.valueOf(required(item, "state")),
                        number(item, VERSION),
                        text(item, "message")),
                new Progress(
                        text(item, "cursor"),
                        number(item, "marked"),
                        number(item, "looked"),
                        waiting(text(item, "waiting")),
                        time(item, "failingSince")),
                DynamoRunPreview.read(item.get("preview").m()),
                item.containsKey("samples")
                        ? new RunSamples(
                                DynamoRunPreview.readSamples(item.get("samples")),
                                time(item, "samplesUntil"))
                        : RunSamples.NONE,
                new Times(
                        Objects.requireNonNull(time(item, "created"), "created"),
                        time(item, "previewed"),
                        time(item, "started"),
                        time(item, "ended")));
    }

    private static Set<String> waiting(@Nullable String ids) {
        return ids == null ? Set.of() : new HashSet<>(List.of(ids.split(" ")));
    }

    private static void put(Map<String, AttributeValue> item, String name, @Nullable String value) {
        if (value != null) {
            item.put(name, text(value));
        }
    }

    private static void put(
            Map<String, AttributeValue> item, String name, @Nullable Instant value) {
        if (value != null) {
            item.put(name, time(value));
        }
    }
}
