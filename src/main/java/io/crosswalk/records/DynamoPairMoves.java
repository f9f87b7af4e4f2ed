package io.crosswalk.records;

import static io.crosswalk.records.DynamoAttributes.number;
import static io.crosswalk.records.DynamoAttributes.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Moves a pair to the winner of a merge, and forgets one: all of its items at once or none. */
final class DynamoPairMoves {
    /** What a link knows of the two records that it pairs. */
    private static final String KNOWN =
            "bases, intents, parked, gone, differences, compared, writes, retries, heldUntil";

    private static final String FREE_OR_ITS_OWN =
            "attribute_not_exists(partner) OR partner = :paired";

    private final DynamoDbClient dynamo;
    private final String table;

    DynamoPairMoves(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /**
     * @param mark the clauses of an update that make the link due, with their values
     */
    boolean toHubspotWinner(
            RecordKey loser,
            RecordKey winner,
            RecordKey salesforce,
            List<Noted> hints,
            String mark,
            Map<String, AttributeValue> markValues) {
        Map<String, AttributeValue> paired = new HashMap<>(markValues);
        paired.put(":paired", text(salesforce.recordId()));
        paired.put(":linkShard", DynamoLinkItem.linkShard(winner));
        if (!hints.isEmpty()) {
            paired.put(":hints", DynamoLinkItem.hints(hints));
        }
        String marking =
                mark + (hints.isEmpty() ? "" : ", hints :hints") + ", turn :one REMOVE heldUntil";
        return done(
                List.of(
                        update(
                                loser,
                                "REMOVE partner, linkShard, " + KNOWN,
                                "partner = :before",
                                Map.of(":before", text(salesforce.recordId()))),
                        marked(
                                winner,
                                marking.replace(
                                        "SET ", "SET partner = :paired, linkShard = :linkShard, "),
                                FREE_OR_ITS_OWN,
                                paired),
                        update(
                                salesforce,
                                "SET partner = :paired",
                                "partner = :before",
                                Map.of(
                                        ":before", text(loser.recordId()),
                                        ":paired", text(winner.recordId())))));
    }

    /**
     * The winner is due too: what was asked or told of it as a record without a partner ends.
     *
     * @param mark the clauses of an update that make an item due
     * @param markValues their values for the link
     * @param winnerValues and for the winner
     */
    boolean toSalesforceWinner(
            RecordKey hubspot,
            RecordKey loser,
            RecordKey winner,
            String mark,
            Map<String, AttributeValue> markValues,
            Map<String, AttributeValue> winnerValues) {
        Map<String, AttributeValue> won = new HashMap<>(winnerValues);
        won.put(":paired", text(hubspot.recordId()));
        Map<String, AttributeValue> paired = new HashMap<>(markValues);
        paired.put(":paired", text(winner.recordId()));
        paired.put(":before", text(loser.recordId()));
        return done(
                List.of(
                        marked(
                                hubspot,
                                mark.replace("SET ", "SET partner = :paired, ")
                                        + ", turn :one REMOVE "
                                        + KNOWN,
                                "partner = :before",
                                paired),
                        update(
                                loser,
                                "REMOVE partner",
                                "partner = :hubspot",
                                Map.of(":hubspot", text(hubspot.recordId()))),
                        marked(
                                winner,
                                mark.replace("SET ", "SET partner = :paired, ")
                                        + ", turn :one REMOVE heldUntil",
                                FREE_OR_ITS_OWN,
                                won)));
    }

    /** The Salesforce record's item stays, so that nobody carries its record over again. */
    boolean forget(Link link) {
        List<TransactWriteItem> items = new ArrayList<>();
        Map<String, AttributeValue> seen = new HashMap<>();
        seen.put(":turn", number(link.due().turn().number()));
        if (link.due().marks() > 0) {
            seen.put(":marks", number(link.due().marks()));
        }
        Delete hubspot =
                Delete.builder()
                        .tableName(table)
                        .key(DynamoLinkItem.key(link.key()))
                        .conditionExpression(
                                "(attribute_not_exists(turn) OR turn = :turn) AND "
                                        + (link.due().marks() > 0
                                                ? "marks = :marks"
                                                : "attribute_not_exists(marks)"))
                        .expressionAttributeValues(seen)
                        .build();
        items.add(TransactWriteItem.builder().delete(hubspot).build());
        if (link.partnerId() != null) {
            items.add(
                    update(
                            RecordKey.salesforce(link.key().object(), link.partnerId()),
                            "REMOVE partner, waiting, " + KNOWN + " ADD declined :anybody",
                            "attribute_not_exists(partner) OR partner = :hubspot",
                            Map.of(
                                    ":hubspot", text(link.key().recordId()),
                                    ":anybody",
                                            AttributeValue.fromSs(List.of(MatchNotes.ANYBODY)))));
        }
        return done(items);
    }

    private TransactWriteItem marked(
            RecordKey key, String update, String condition, Map<String, AttributeValue> values) {
        return TransactWriteItem.builder()
                .update(
                        builder(key, update, condition, values)
                                .expressionAttributeNames(Map.of("#state", DynamoLinkItem.STATE))
                                .build())
                .build();
    }

    private TransactWriteItem update(
            RecordKey key, String update, String condition, Map<String, AttributeValue> values) {
        return TransactWriteItem.builder()
                .update(builder(key, update, condition, values).build())
                .build();
    }

    private Update.Builder builder(
            RecordKey key, String update, String condition, Map<String, AttributeValue> values) {
        return Update.builder()
                .tableName(table)
                .key(DynamoLinkItem.key(key))
                .updateExpression(update)
                .conditionExpression(condition)
                .expressionAttributeValues(values);
    }

    private boolean done(List<TransactWriteItem> items) {
        try {
            dynamo.transactWriteItems(b -> b.transactItems(items));
            return true;
        } catch (TransactionCanceledException e) {
            return false;
        }
    }
}
