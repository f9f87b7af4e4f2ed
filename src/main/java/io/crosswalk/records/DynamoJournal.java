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
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** {@link Journal} in DynamoDB. */
@ApplicationScoped
public class DynamoJournal implements Journal {
    static final String KEY = "key";
    static final String AT = "at";
    static final String EXPIRES_AT = "expiresAt";

    private final DynamoDbClient dynamo;
    private final DynamoBatches batches;
    private final String table;
    private final Duration retention;

    public DynamoJournal(DynamoDbClient dynamo, StorageConfig config) {
        this.dynamo = dynamo;
        this.batches = new DynamoBatches(dynamo);
        this.table = config.journalTable();
        this.retention = config.journalRetention();
    }

    @Override
    public void write(Collection<JournalEntry> entries) {
        batches.write(
                table,
                entries.stream()
                        .map(e -> WriteRequest.builder().putRequest(p -> p.item(item(e))).build())
                        .toList());
    }

    @Override
    public void correct(
            RecordKey link,
            String at,
            Outcome outcome,
            @Nullable String code,
            @Nullable String message) {
        try {
            dynamo.updateItem(
                    b ->
                            b.tableName(table)
                                    .key(key(link, at))
                                    .updateExpression(
                                            "SET #outcome = :outcome, #code = :code, #message ="
                                                    + " :message")
                                    .conditionExpression("attribute_exists(#at)")
                                    .expressionAttributeNames(
                                            Map.of(
                                                    "#outcome", "outcome",
                                                    "#code", "code",
                                                    "#message", "message",
                                                    "#at", AT))
                                    .expressionAttributeValues(
                                            Map.of(
                                                    ":outcome", text(outcome.name()),
                                                    ":code", optional(code),
                                                    ":message", optional(message))));
        } catch (ConditionalCheckFailedException e) {
            // The sync stopped between intent and journal: there was nothing to tell of yet.
            return;
        }
    }

    @Override
    public void withdraw(Collection<JournalEntry> entries) {
        batches.write(
                table,
                entries.stream()
                        .map(
                                e ->
                                        WriteRequest.builder()
                                                .deleteRequest(d -> d.key(key(e.link(), e.at())))
                                                .build())
                        .toList());
    }

    @Override
    public Page page(RecordKey link, int limit, @Nullable String after) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":key", text(link.text()));
        if (after != null) {
            values.put(":after", text(after));
        }
        QueryResponse response =
                dynamo.query(
                        b ->
                                b.tableName(table)
                                        .keyConditionExpression(
                                                after == null
                                                        ? "#key = :key"
                                                        : "#key = :key AND #at < :after")
                                        .expressionAttributeNames(
                                                after == null
                                                        ? Map.of("#key", KEY)
                                                        : Map.of("#key", KEY, "#at", AT))
                                        .expressionAttributeValues(values)
                                        .scanIndexForward(false)
                                        .limit(limit));
        List<JournalEntry> items = response.items().stream().map(DynamoJournal::read).toList();
        boolean more = response.hasLastEvaluatedKey() && !response.lastEvaluatedKey().isEmpty();
        return new Page(items, more ? response.lastEvaluatedKey().get(AT).s() : null);
    }

    @Override
    public boolean purge(RecordKey link) {
        QueryResponse response =
                dynamo.query(
                        b ->
                                b.tableName(table)
                                        .keyConditionExpression("#key = :key")
                                        .projectionExpression("#key, #at")
                                        .expressionAttributeNames(Map.of("#key", KEY, "#at", AT))
                                        .expressionAttributeValues(
                                                Map.of(":key", text(link.text())))
                                        .consistentRead(true)
                                        .limit(PURGE_MAX));
        batches.write(
                table,
                response.items().stream()
                        .map(item -> WriteRequest.builder().deleteRequest(d -> d.key(item)).build())
                        .toList());
        return !response.hasLastEvaluatedKey() || response.lastEvaluatedKey().isEmpty();
    }

    private static Map<String, AttributeValue> key(RecordKey link, String at) {
        return Map.of(KEY, text(link.text()), AT, text(at));
    }

    private Map<String, AttributeValue> item(JournalEntry entry) {
        Map<String, AttributeValue> item = new HashMap<>(key(entry.link(), entry.at()));
        item.put(EXPIRES_AT, number(entry.decidedAt().plus(retention).getEpochSecond()));
        item.put("salesforceId", text(entry.salesforceId()));
        item.put("decidedAt", time(entry.decidedAt()));
        item.put("sequence", number(entry.sequence()));
        DecidingMapping mapping = entry.mapping();
        item.put("mappingId", text(mapping.id()));
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
        item.put("note", text(verdict.note()));
        item.put("reason", text(verdict.reason()));
        item.put("outcome", text(verdict.result().outcome().name()));
        item.put("code", optional(verdict.result().code()));
        item.put("message", optional(verdict.result().message()));
        if (verdict.run() != null) {
            item.put("run", text(verdict.run()));
        }
        return item;
    }

    private static JournalEntry read(Map<String, AttributeValue> item) {
        AttributeValue base = item.get("base");
        return new JournalEntry(
                RecordKey.parse(required(item, KEY)),
                required(item, "salesforceId"),
                java.time.Instant.ofEpochMilli(number(item, "decidedAt")),
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
                        required(item, "note"),
                        required(item, "reason"),
                        new Result(
                                Outcome.valueOf(required(item, "outcome")),
                                text(item, "code"),
                                text(item, "message")),
                        text(item, "run")));
    }

    private static AttributeValue optional(@Nullable String value) {
        return value == null ? AttributeValue.fromNul(true) : text(value);
    }

    private static void putTime(
            Map<String, AttributeValue> item, String name, @Nullable Instant value) {
        if (value != null) {
            item.put(name, time(value));
        }
    }
}
