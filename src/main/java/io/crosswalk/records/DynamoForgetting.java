package io.crosswalk.records;

import static io.crosswalk.records.DynamoAttributes.number;
import static io.crosswalk.records.DynamoAttributes.text;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Forgets a person's record. What stays is its id and that it was forgotten, until nothing that
 * tells of it can come any more: an event that comes late would else bring it back.
 */
final class DynamoForgetting {
    static final String EXPIRES_AT = "expiresAt";

    /** HubSpot and EventBridge repeat for a day, Salesforce's relay for three. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final DynamoPairs pairs;
    private final DynamoConflicts conflicts;
    private final String table;
    private final Clock clock;

    DynamoForgetting(DynamoPairs pairs, DynamoConflicts conflicts, String table, Clock clock) {
        this.pairs = pairs;
        this.conflicts = conflicts;
        this.table = table;
        this.clock = clock;
    }

    /** Returns false if the link is not as it was loaded. */
    boolean forget(Link link) {
        List<TransactWriteItem> items = new ArrayList<>();
        items.add(TransactWriteItem.builder().put(emptied(link)).build());
        if (link.partnerId() != null) {
            RecordKey pointer = RecordKey.salesforce(link.key().object(), link.partnerId());
            items.add(declining(pointer, link.key()));
        }
        return conflicts.transact(items);
    }

    private Put emptied(Link link) {
        Map<String, AttributeValue> seen = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        String asSeen =
                DynamoTurn.asSeen(link, names, seen) + " AND " + DynamoMark.notSince(link, seen);
        Map<String, AttributeValue> item = new HashMap<>(DynamoLinkItem.key(link.key()));
        item.put(DynamoLinkItem.HINTS, AttributeValue.fromSs(List.of(Noted.FORGOTTEN.text())));
        if (link.due().marks() > 0) {
            item.put(DynamoLinkItem.MARKS, number(link.due().marks()));
        }
        item.put(DynamoLinkItem.TURN, number(link.due().turn().number() + 1));
        item.put(EXPIRES_AT, number(clock.instant().plus(REMEMBERED).getEpochSecond()));
        Put.Builder put =
                Put.builder()
                        .tableName(table)
                        .item(item)
                        .conditionExpression(asSeen)
                        .expressionAttributeNames(names);
        // A record of which there are notes only has no turn and no marks to name.
        return seen.isEmpty() ? put.build() : put.expressionAttributeValues(seen).build();
    }

    /**
     * Nobody carries it over again; it is due, so that those look again that wait for it, and what
     * people may have been told of it is seen to.
     */
    private TransactWriteItem declining(RecordKey salesforce, RecordKey hubspot) {
        DynamoMark due =
                pairs.mark(salesforce, List.of())
                        .leavingItOpen()
                        .adding(
                                "declined :anybody",
                                Map.of(
                                        ":anybody",
                                        AttributeValue.fromSs(List.of(MatchNotes.ANYBODY)),
                                        ":partner",
                                        text(hubspot.recordId())));
        return pairs.marked(
                salesforce, due, "partner, " + DynamoPairs.FOUND, DynamoPairs.FREE_OR_ITS_OWN);
    }
}
