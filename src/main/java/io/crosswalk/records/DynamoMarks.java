package io.crosswalk.records;

import static io.crosswalk.records.DynamoAttributes.text;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Makes one link due, for whatever reason there is to look at it. */
final class DynamoMarks {
    private static final String NOT_DUE = "attribute_not_exists(#state)";

    private final DynamoLinkUpdates updates;
    private final DynamoBatches batches;
    private final String table;
    private final Clock clock;

    DynamoMarks(DynamoLinkUpdates updates, DynamoBatches batches, String table, Clock clock) {
        this.batches = batches;
        this.updates = updates;
        this.table = table;
        this.clock = clock;
    }

    /** As {@link RecordStore#mark}, for one link. */
    Link mark(RecordKey key, List<Noted> hints, Priority priority) {
        try {
            return markAt(key, hints, priority);
        } catch (DynamoDbException e) {
            if (hints.isEmpty() || !tooLarge(e)) {
                throw e;
            }
            return markWithoutEdits(key, hints, priority);
        }
    }

    /**
     * So many edits while a CRM was away: keep that there were some. Their times are in the CRMs'
     * own histories, and the values are read anyway. Of what else was asked or told nothing else
     * knows.
     */
    private Link markWithoutEdits(RecordKey key, List<Noted> hints, Priority priority) {
        List<Noted> edits = edits(key);
        Link marked =
                edits.isEmpty()
                        ? markAt(key, List.of(), priority)
                        : updates.updated(withoutHints(marking(key, List.of()), edits));
        List<Noted> others = hints.stream().filter(hint -> !isEdit(hint)).toList();
        return others.isEmpty() ? marked : markAt(key, others, priority);
    }

    /**
     * Likewise, for what else is to be stored: the link is due without the hints of edits.
     *
     * @return false, and nothing changes, if it has none
     */
    boolean makeRoom(RecordKey key) {
        List<Noted> edits = edits(key);
        return !edits.isEmpty() && updates.tried(withoutHints(marking(key, List.of()), edits));
    }

    private List<Noted> edits(RecordKey key) {
        Link full = batches.links(table, List.of(key)).get(key);
        return full == null
                ? List.of()
                : full.due().hints().stream().filter(DynamoMarks::isEdit).toList();
    }

    private static boolean isEdit(Noted hint) {
        return hint.kind() == Noted.Kind.CHANGED;
    }

    private static UpdateItemRequest withoutHints(UpdateItemRequest marking, List<Noted> hints) {
        Map<String, AttributeValue> values = new HashMap<>(marking.expressionAttributeValues());
        values.put(":dropped", DynamoLinkItem.hints(hints));
        return marking.toBuilder()
                .updateExpression(marking.updateExpression() + " DELETE hints :dropped")
                .expressionAttributeValues(values)
                .build();
    }

    /** What is due already keeps the more urgent priority; most marks need one call. */
    private Link markAt(RecordKey key, List<Noted> hints, Priority priority) {
        UpdateItemRequest marking = marking(key, hints);
        UpdateItemRequest urgent = with(marking, key, priority);
        UpdateItemRequest unlessMoreUrgent =
                switch (priority) {
                    case EDIT -> urgent;
                    case RECONCILE -> notDueOrBackfill(urgent);
                    case BACKFILL -> urgent.toBuilder().conditionExpression(NOT_DUE).build();
                };
        try {
            return updates.updated(unlessMoreUrgent);
        } catch (ConditionalCheckFailedException e) {
            return updates.updated(marking);
        }
    }

    private static UpdateItemRequest notDueOrBackfill(UpdateItemRequest marking) {
        return marking.toBuilder()
                .conditionExpression(NOT_DUE + " OR priority = :backfill")
                .expressionAttributeValues(and(marking, ":backfill", Priority.BACKFILL))
                .build();
    }

    /** With that priority, and where records of it stand. */
    private static UpdateItemRequest with(
            UpdateItemRequest marking, RecordKey key, Priority priority) {
        Map<String, AttributeValue> values = and(marking, ":priority", priority);
        values.put(":shard", DynamoLinkItem.shard(key, priority));
        return marking.toBuilder()
                .updateExpression(
                        marking.updateExpression()
                                .replace(
                                        DynamoMark.STAYING,
                                        "dueShard = :shard, priority = :priority"))
                .expressionAttributeValues(values)
                .build();
    }

    private static Map<String, AttributeValue> and(
            UpdateItemRequest marking, String name, Priority priority) {
        Map<String, AttributeValue> values = new HashMap<>(marking.expressionAttributeValues());
        values.put(name, text(priority.name()));
        return values;
    }

    private UpdateItemRequest marking(RecordKey key, List<Noted> hints) {
        DynamoMark mark = DynamoMark.of(key, hints, clock.instant());
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(DynamoLinkItem.key(key))
                .updateExpression(mark.expression())
                .expressionAttributeNames(Map.of("#state", DynamoLinkItem.STATE))
                .expressionAttributeValues(mark.values())
                .build();
    }

    static boolean tooLarge(DynamoDbException e) {
        return e.awsErrorDetails() != null
                && "ValidationException".equals(e.awsErrorDetails().errorCode())
                && String.valueOf(e.getMessage()).contains("size");
    }

    /** As {@link RecordStore#wake}, for one link. */
    boolean wake(RecordKey link) {
        return updates.tried(
                marking(link, List.of()).toBuilder()
                        .conditionExpression("attribute_exists(#state)")
                        .build());
    }

    /** As {@link RecordStore#retry}. */
    boolean retry(RecordKey link, @Nullable String mappingId) {
        if (mappingId == null) {
            return updates.tried(
                    marking(link, List.of()).toBuilder()
                            .conditionExpression("attribute_exists(#key)")
                            .expressionAttributeNames(
                                    Map.of(
                                            "#state",
                                            DynamoLinkItem.STATE,
                                            "#key",
                                            DynamoLinkItem.KEY))
                            .build());
        }
        DynamoRetry retry = new DynamoRetry(marking(link, List.of()), mappingId);
        return updates.tried(retry.besideOthers())
                || updates.tried(retry.asTheOnly())
                // A sync may have parked a pair between the two.
                || updates.tried(retry.besideOthers());
    }
}
