package io.crosswalk.records;

import static io.crosswalk.records.DynamoAttributes.number;
import static io.crosswalk.records.DynamoAttributes.text;
import static io.crosswalk.records.DynamoAttributes.time;

import io.crosswalk.records.Link.State;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The clauses of an update that make a record due: at once, since the first mark, and once more.
 *
 * @param values of the expression's parameters
 */
record DynamoMark(String set, String add, Map<String, AttributeValue> values) {
    /** A record that is due already stays where it is. */
    static final String STAYING = "dueShard = if_not_exists(dueShard, :shard)";

    static final String LEFT_OPEN = "heldUntil = :longAgo";
    static final AttributeValue LONG_AGO = time(Instant.EPOCH);

    static DynamoMark of(RecordKey key, List<Noted> hints, Instant now) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":due", text(State.DUE.name()));
        values.put(":shard", DynamoLinkItem.shard(key, Priority.EDIT));
        values.put(":now", time(now));
        values.put(":one", number(1));
        if (!hints.isEmpty()) {
            values.put(":hints", DynamoLinkItem.hints(hints));
        }
        // For how long HubSpot shows a record since counts from when it told of the deletion.
        boolean anew = hints.stream().anyMatch(Noted::isPrivacyDeletion);
        return new DynamoMark(
                "#state = :due, "
                        + STAYING
                        + ", dueAt = :now, dueSince = "
                        + (anew ? ":now" : "if_not_exists(dueSince, :now)"),
                "marks :one" + (hints.isEmpty() ? "" : ", hints :hints"),
                values);
    }

    /**
     * The condition that a record was not marked since it was seen.
     *
     * @param values to which its parameter is added
     */
    static String notSince(@Nullable Link seen, Map<String, AttributeValue> values) {
        long marks = seen == null ? 0 : seen.due().marks();
        if (marks == 0) {
            return "attribute_not_exists(marks)";
        }
        values.put(":marks", number(marks));
        return "marks = :marks";
    }

    /** Besides, something is set. */
    DynamoMark setting(String more, Map<String, AttributeValue> its) {
        Map<String, AttributeValue> all = new HashMap<>(values);
        all.putAll(its);
        return new DynamoMark(more + ", " + set, add, all);
    }

    /** Besides, something is added. */
    DynamoMark adding(String more, Map<String, AttributeValue> its) {
        Map<String, AttributeValue> all = new HashMap<>(values);
        all.putAll(its);
        return new DynamoMark(set, add + ", " + more, all);
    }

    /** Besides, whoever looks at it loses the turn. */
    DynamoMark takingTheTurn() {
        return new DynamoMark(set, add + ", turn :one", values);
    }

    /**
     * Besides, the turn stays open: people may still be told of what was, and the next look ends
     * that.
     */
    DynamoMark leavingItOpen() {
        return setting(LEFT_OPEN, Map.of(":longAgo", LONG_AGO));
    }

    String expression() {
        return "SET " + set + " ADD " + add;
    }
}
