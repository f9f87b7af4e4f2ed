package io.crosswalk.records;

import static io.crosswalk.records.DynamoAttributes.number;
import static io.crosswalk.records.DynamoAttributes.required;
import static io.crosswalk.records.DynamoAttributes.text;
import static io.crosswalk.records.DynamoAttributes.time;

import io.crosswalk.records.JournalEntry.DecidingMapping;
import io.crosswalk.records.JournalEntry.Outcome;
import io.crosswalk.records.JournalEntry.Result;
import io.crosswalk.records.JournalEntry.Seen;
import io.crosswalk.records.JournalEntry.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The shape of an item of the journal table. */
final class DynamoJournalItem {
    static final String KEY = "key";
    static final String AT = "at";
    static final String EXPIRES_AT = "expiresAt";
    static final String MAPPING = "mapping";

    /** Present only on what a run asked for: the run and a shard. */
    static final String RUN = "run";

    /** Never fewer: an entry stays in the shard that its record had. */
    static final int RUN_SHARDS = 8;

    static final String NOTE = "note";
    static final String OUTCOME = "outcome";

    /** Present only where {@link NotableEntries} has it: object and shard. */
    static final String NOTABLE = "notable";

    /** {@link #AT} and {@link #KEY} in one, so that no two entries share it. */
    static final String NOTABLE_AT = "notableAt";

    /** Never fewer: an entry stays in the shard that its record had. */
    static final int NOTABLE_SHARDS = 4;

    private DynamoJournalItem() {}

    /** What the index over mappings is keyed by. */
    static String mapping(String object, String mappingId) {
        return object + "/" + mappingId;
    }

    /** What the index over runs is keyed by: one key would take all the writes of a run. */
    static String run(String run, int shard) {
        return run + "/" + shard;
    }

    static int runShard(RecordKey link) {
        return Math.floorMod(link.recordId().hashCode(), RUN_SHARDS);
    }

    private static @Nullable String run(Map<String, AttributeValue> item) {
        String run = text(item, RUN);
        return run == null ? null : run.split("/", 2)[0];
    }

    static String notable(String object, int shard) {
        return object + "/" + shard;
    }

    static AttributeValue notable(RecordKey link) {
        int shard = Math.floorMod(link.recordId().hashCode(), NOTABLE_SHARDS);
        return text(notable(link.object(), shard));
    }

    static AttributeValue notableAt(RecordKey link, String at) {
        return text(at + "~" + link.text());
    }

    static Map<String, AttributeValue> key(RecordKey link, String at) {
        return Map.of(KEY, text(link.text()), AT, text(at));
    }

    static Map<String, AttributeValue> item(JournalEntry entry, Duration retention) {
        Map<String, AttributeValue> item = new HashMap<>(key(entry.link(), entry.at()));
        item.put(EXPIRES_AT, number(entry.decidedAt().plus(retention).getEpochSecond()));
        item.put("salesforceId", text(entry.salesforceId()));
        item.put("decidedAt", time(entry.decidedAt()));
        item.put("sequence", number(entry.sequence()));
        DecidingMapping mapping = entry.mapping();
        item.put("mappingId", text(mapping.id()));
        item.put(MAPPING, text(mapping(entry.link().object(), mapping.id())));
        item.put("mappingVersion", number(mapping.version()));
        item.put("hubspotProperty", text(mapping.hubspotProperty()));
        item.put("salesforceField", text(mapping.salesforceField()));
        item.put("syncRule", text(mapping.syncRule()));
        Seen seen = entry.seen();
        item.put("hubspot", text(seen.hubspot()));
        item.put("salesforce", text(seen.salesforce()));
        if (seen.base() != null) {
            item.put("base", DynamoAttributes.bytes(seen.base().bytes()));
        }
        putTime(item, "hubspotAt", seen.hubspotAt());
        putTime(item, "salesforceAt", seen.salesforceAt());
        putTime(item, "salesforceRecordAt", seen.salesforceRecordAt());
        if (seen.guarded()) {
            item.put("guarded", DynamoAttributes.flag(true));
        }
        Verdict verdict = entry.verdict();
        item.put("decision", text(verdict.decision()));
        item.put("writes", optional(verdict.writes()));
        item.put("value", optional(verdict.value()));
        item.put(NOTE, text(verdict.note()));
        item.put("reason", text(verdict.reason()));
        item.put(OUTCOME, text(verdict.result().outcome().name()));
        item.put("code", optional(verdict.result().code()));
        item.put("message", optional(verdict.result().message()));
        if (verdict.run() != null) {
            item.put(RUN, text(run(verdict.run(), runShard(entry.link()))));
        }
        if (NotableEntries.holds(entry)) {
            item.put(NOTABLE, notable(entry.link()));
            item.put(NOTABLE_AT, notableAt(entry.link(), entry.at()));
        }
        return item;
    }

    static JournalEntry read(Map<String, AttributeValue> item) {
        AttributeValue base = item.get("base");
        return new JournalEntry(
                RecordKey.parse(required(item, KEY)),
                required(item, "salesforceId"),
                Instant.ofEpochMilli(number(item, "decidedAt")),
                (int) number(item, "sequence"),
                new DecidingMapping(
                        required(item, "mappingId"),
                        number(item, "mappingVersion"),
                        required(item, "hubspotProperty"),
                        required(item, "salesforceField"),
                        required(item, "syncRule")),
                new Seen(
                        required(item, "hubspot"),
                        required(item, "salesforce"),
                        base == null ? null : Base.of(base.b().asByteArrayUnsafe()),
                        time(item, "hubspotAt"),
                        time(item, "salesforceAt"),
                        time(item, "salesforceRecordAt"),
                        DynamoAttributes.flag(item, "guarded")),
                new Verdict(
                        required(item, "decision"),
                        text(item, "writes"),
                        text(item, "value"),
                        required(item, NOTE),
                        required(item, "reason"),
                        new Result(
                                Outcome.valueOf(required(item, OUTCOME)),
                                text(item, "code"),
                                text(item, "message")),
                        run(item)));
    }

    static AttributeValue optional(@Nullable String value) {
        return value == null ? AttributeValue.fromNul(true) : text(value);
    }

    private static void putTime(
            Map<String, AttributeValue> item, String name, @Nullable Instant value) {
        if (value != null) {
            item.put(name, time(value));
        }
    }
}
