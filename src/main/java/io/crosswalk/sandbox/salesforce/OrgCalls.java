package io.crosswalk.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.sandbox.SandboxResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Describes, replication (updated, deleted) and the list of resources. */
final class OrgCalls {
    private static final Duration UPDATED_BACK = Duration.ofDays(30);
    private static final Duration DELETED_BACK = Duration.ofDays(15);
    private static final int IDS_MAX = 600_000;

    private final Org org;

    OrgCalls(Org org) {
        this.org = org;
    }

    static SandboxResponse versions() {
        ArrayNode versions = Json.NODES.arrayNode();
        String[] labels = {"Summer '25", "Winter '26", "Spring '26", "Summer '26"};
        for (int i = 0; i < labels.length; i++) {
            String version = (64 + i) + ".0";
            versions.addObject()
                    .put("label", labels[i])
                    .put("url", "/services/data/v" + version)
                    .put("version", version);
        }
        return SandboxResponse.json(200, versions);
    }

    Answer resources(Call call) {
        ObjectNode resources = Json.node();
        String base = "/services/data/" + call.version() + "/";
        for (String name : "sobjects query queryAll limits composite".split(" ")) {
            resources.put(name, base + name);
        }
        return Answer.json(resources, 0);
    }

    Answer describeGlobal(Call call) {
        return Answer.json(Describe.global(org.store, call.version()), 0);
    }

    Answer describe(Call call) {
        SObject type = org.store.table(call.path().get(1)).type();
        Instant changed = type.modifiedAt.truncatedTo(ChronoUnit.SECONDS);
        Instant since = RecordCalls.date(call, "if-modified-since");
        if (since != null && !changed.isAfter(since)) {
            return Answer.empty(304, 0);
        }
        SandboxResponse response =
                SandboxResponse.json(200, Describe.full(type, call.actor(), call.version()));
        return new Answer(response.with("Last-Modified", RecordCalls.httpDate(changed)), 0);
    }

    Answer updated(Call call) {
        Window window = window(call, UPDATED_BACK);
        ObjectNode body = Json.node();
        ArrayNode ids = body.putArray("ids");
        for (Row row : org.store.table(call.path().get(1)).since(window.start())) {
            if (!row.stamp().isBefore(window.end())) {
                break;
            }
            if (!row.deleted()) {
                ids.add(row.id());
            }
        }
        if (ids.size() > IDS_MAX) {
            throw Refused.record("EXCEEDED_ID_LIMIT", "too many ids in the window");
        }
        body.put("latestDateCovered", RowJson.DATETIME.format(window.covered()));
        return Answer.json(body, ids.size());
    }

    Answer deleted(Call call) {
        Window window = window(call, DELETED_BACK);
        ObjectNode body = Json.node();
        ArrayNode records = body.putArray("deletedRecords");
        for (Row row : org.store.table(call.path().get(1)).since(window.start())) {
            if (!row.stamp().isBefore(window.end())) {
                break;
            }
            if (row.deleted()) {
                records.addObject()
                        .put("id", row.id())
                        .put("deletedDate", RowJson.DATETIME.format(row.stamp()));
            }
        }
        Instant earliest = org.clock.instant().minus(DELETED_BACK);
        body.put("earliestDateAvailable", RowJson.DATETIME.format(earliest));
        body.put("latestDateCovered", RowJson.DATETIME.format(window.covered()));
        return Answer.json(body, records.size());
    }

    private record Window(Instant start, Instant end, Instant covered) {}

    private Window window(Call call, Duration back) {
        Instant now = org.clock.instant();
        try {
            Instant start = Input.instant(call.parameter("start")).truncatedTo(ChronoUnit.MINUTES);
            Instant end = Input.instant(call.parameter("end")).truncatedTo(ChronoUnit.MINUTES);
            if (!start.isBefore(end)) {
                throw Refused.record(
                        "INVALID_REPLICATION_DATE", "startDate must be before endDate");
            }
            if (start.isBefore(now.minus(back))) {
                throw Refused.record(
                        "INVALID_REPLICATION_DATE",
                        "startDate cannot be more than " + back.toDays() + " days ago");
            }
            return new Window(start, end, end.isBefore(now) ? end : now);
        } catch (DateTimeException e) {
            throw Refused.record("INVALID_REPLICATION_DATE", "start and end must be ISO 8601");
        }
    }
}
