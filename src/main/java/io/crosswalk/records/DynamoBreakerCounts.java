package io.crosswalk.records;

import static io.crosswalk.records.DynamoAttributes.number;
import static io.crosswalk.records.DynamoAttributes.time;
import static io.crosswalk.records.DynamoBreakerItem.OPEN;
import static io.crosswalk.records.DynamoBreakerItem.key;
import static io.crosswalk.records.DynamoBreakerItem.names;

import io.crosswalk.records.BreakerStore.Counted;
import io.crosswalk.records.BreakerStore.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** What was overwritten and cleared by a mapping in the window so far, in one item. */
final class DynamoBreakerCounts {
    /** More than functions that begin a new sixth of the window at once. */
    private static final int TRIES_MAX = 50;

    private final DynamoDbClient dynamo;
    private final String table;

    DynamoBreakerCounts(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /** As {@link BreakerStore#count}. */
    Counted count(
            String object,
            String mappingId,
            long overwritten,
            long cleared,
            Instant now,
            Duration window) {
        Map<String, AttributeValue> key = key(object, mappingId);
        Instant slot = DynamoBreakerItem.slot(now, window);
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            Counted counted = add(key, overwritten, cleared, now, slot);
            if (counted != null) {
                return counted;
            }
            Map<String, AttributeValue> item =
                    dynamo.getItem(b -> b.tableName(table).key(key).consistentRead(true)).item();
            if (item.containsKey(DynamoBreakerItem.PAUSED)) {
                return new Counted(Outcome.PAUSED, 0, 0);
            }
            if (DynamoBreakerItem.isExempt(item, now)) {
                return new Counted(Outcome.EXEMPT, 0, 0);
            }
            Instant from = time(item, DynamoBreakerItem.FROM);
            if (from != null && !from.isBefore(slot)) {
                // Another function's clock is ahead.
                slot = from;
            } else {
                shift(key, item, slot, window);
            }
        }
        throw new IllegalStateException(
                "Could not count the writes of mapping '"
                        + mappingId
                        + "': others keep changing it");
    }

    /** Null if the slot is not the newest one, or the mapping is paused or exempt. */
    private @Nullable Counted add(
            Map<String, AttributeValue> key,
            long overwritten,
            long cleared,
            Instant now,
            Instant slot) {
        UpdateItemRequest update =
                UpdateItemRequest.builder()
                        .tableName(table)
                        .key(key)
                        .updateExpression(
                                "SET overwritten[0] = overwritten[0] + :overwritten,"
                                        + " cleared[0] = cleared[0] + :cleared")
                        .conditionExpression("#from = :slot AND " + OPEN)
                        .expressionAttributeNames(
                                names("from", "paused", "release", "at", "exemptUntil"))
                        .expressionAttributeValues(
                                Map.of(
                                        ":overwritten", number(overwritten),
                                        ":cleared", number(cleared),
                                        ":slot", time(slot),
                                        ":now", time(now)))
                        .returnValues(ReturnValue.ALL_NEW)
                        .build();
        try {
            Map<String, AttributeValue> item = dynamo.updateItem(update).attributes();
            return new Counted(
                    Outcome.COUNTED,
                    DynamoBreakerItem.sum(item, DynamoBreakerItem.OVERWRITTEN),
                    DynamoBreakerItem.sum(item, DynamoBreakerItem.CLEARED));
        } catch (ConditionalCheckFailedException e) {
            return null;
        }
    }

    /** Makes room for a new slot, unless counts came since the item was read. */
    private void shift(
            Map<String, AttributeValue> key,
            Map<String, AttributeValue> item,
            Instant slot,
            Duration window) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":slot", time(slot));
        String condition = "attribute_not_exists(#from)";
        if (item.containsKey(DynamoBreakerItem.FROM)) {
            condition = "#from = :from AND overwritten = :o AND cleared = :c";
            values.put(":from", item.get(DynamoBreakerItem.FROM));
            values.put(":o", item.get(DynamoBreakerItem.OVERWRITTEN));
            values.put(":c", item.get(DynamoBreakerItem.CLEARED));
        }
        String overwritten = DynamoBreakerItem.OVERWRITTEN;
        String cleared = DynamoBreakerItem.CLEARED;
        values.put(":oNext", DynamoBreakerItem.shifted(item, overwritten, slot, window));
        values.put(":cNext", DynamoBreakerItem.shifted(item, cleared, slot, window));
        UpdateItemRequest update =
                UpdateItemRequest.builder()
                        .tableName(table)
                        .key(key)
                        .updateExpression(
                                "SET #from = :slot, overwritten = :oNext, cleared = :cNext")
                        .conditionExpression(condition)
                        .expressionAttributeNames(names("from"))
                        .expressionAttributeValues(values)
                        .build();
        try {
            dynamo.updateItem(update);
        } catch (ConditionalCheckFailedException e) {
            // Counts came since it was read, so the caller reads it again.
            return;
        }
    }
}
