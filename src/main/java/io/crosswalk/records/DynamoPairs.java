package io.crosswalk.records;

import static io.crosswalk.records.DynamoAttributes.number;
import static io.crosswalk.records.DynamoAttributes.text;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Makes, moves and parts pairs: all of a pair's items at once or none. Whoever looked at one of
 * them before does not act on what it was then, as its turn is over.
 */
final class DynamoPairs {
    /** What a link knows of the two records that it pairs, but for who looks at it. */
    static final String FOUND = String.join(", ", DynamoLinkItem.FOUND);

    private static final String KNOWN = FOUND + ", heldUntil";

    static final String FREE_OR_ITS_OWN = "attribute_not_exists(partner) OR partner = :partner";

    /** Nobody links a person who was forgotten. */
    private static final String KNOWN_TO_BE_FREE =
            "("
                    + FREE_OR_ITS_OWN
                    + ") AND attribute_not_exists("
                    + DynamoForgetting.EXPIRES_AT
                    + ")";

    private static final String NOTHING_INTENDED =
            "(attribute_not_exists(intents) OR size(intents) = :none)";

    private final DynamoConflicts conflicts;
    private final String table;
    private final Clock clock;

    DynamoPairs(DynamoConflicts conflicts, String table, Clock clock) {
        this.conflicts = conflicts;
        this.table = table;
        this.clock = clock;
    }

    /**
     * Whether the two are a pair now, which is due, with the hints of both, and with what is known
     * of one being made for the other.
     *
     * @param link the HubSpot record's item as it was loaded; false if it is otherwise now, where
     *     that matters
     * @param pointer the Salesforce record's item as it was loaded; false if it was marked since,
     *     or somebody has taken the turn
     */
    boolean link(
            RecordKey hubspot, RecordKey salesforce, @Nullable Link link, @Nullable Link pointer) {
        return conflicts.transact(
                List.of(
                        linked(hubspot, salesforce, link, pointer),
                        pointing(hubspot, salesforce, pointer)));
    }

    private TransactWriteItem linked(
            RecordKey hubspot, RecordKey salesforce, @Nullable Link link, @Nullable Link pointer) {
        List<Noted> hints = pointer == null ? List.of() : pointer.due().hints();
        DynamoMark paired = paired(hubspot, salesforce, hints);
        if (!wasMaking(pointer) || link != null && !link.intents().isEmpty()) {
            return marked(hubspot, paired, "heldUntil", KNOWN_TO_BE_FREE);
        }
        DynamoMark made =
                paired.setting(
                        "intents = :made",
                        Map.of(
                                ":made", DynamoLinkItem.intents(pointer.intents()),
                                ":none", number(0)));
        return marked(hubspot, made, "heldUntil", KNOWN_TO_BE_FREE + " AND " + NOTHING_INTENDED);
    }

    private static boolean wasMaking(@Nullable Link pointer) {
        return pointer != null && pointer.partnerId() == null && !pointer.intents().isEmpty();
    }

    private DynamoMark paired(RecordKey hubspot, RecordKey salesforce, List<Noted> hints) {
        return mark(hubspot, hints)
                .setting(
                        "partner = :partner, linkShard = :linkShard",
                        Map.of(
                                ":partner", text(salesforce.recordId()),
                                ":linkShard", DynamoLinkItem.linkShard(hubspot)));
    }

    private TransactWriteItem pointing(
            RecordKey hubspot, RecordKey salesforce, @Nullable Link pointer) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":partner", text(hubspot.recordId()));
        String unmarked =
                "("
                        + FREE_OR_ITS_OWN
                        + ") AND "
                        + DynamoMark.notSince(pointer, values)
                        + " AND "
                        + notTakenSince(pointer, values);
        if (hasOpenEnds(pointer)) {
            DynamoMark due = mark(salesforce, List.of()).setting("partner = :partner", values);
            return marked(salesforce, due, "hints, attempts, intents", unmarked);
        }
        values.put(":one", number(1));
        String quiet =
                "SET partner = :partner ADD turn :one REMOVE #state, dueShard, dueAt, dueSince,"
                        + " hints, attempts, priority, heldUntil, intents";
        return named(builder(salesforce, quiet, unmarked, values));
    }

    private static String notTakenSince(@Nullable Link seen, Map<String, AttributeValue> values) {
        long turn = seen == null ? 0 : seen.due().turn().number();
        if (turn == 0) {
            return "attribute_not_exists(turn)";
        }
        values.put(":turn", number(turn));
        return "turn = :turn";
    }

    /** What people were told of it as a record without a partner, or may be, is to be closed. */
    private static boolean hasOpenEnds(@Nullable Link pointer) {
        return pointer != null && (!pointer.parked().isEmpty() || pointer.due().turn().isOpen());
    }

    /**
     * The pair of a HubSpot record that lost a merge. A look at the winner that stopped may have
     * told people something: its turn is taken away and left open.
     */
    boolean toHubspotWinner(
            RecordKey loser, RecordKey winner, RecordKey salesforce, List<Noted> hints) {
        return conflicts.transact(
                List.of(
                        update(
                                loser,
                                "SET "
                                        + DynamoMark.LEFT_OPEN
                                        + " REMOVE partner, linkShard, "
                                        + FOUND,
                                "partner = :before",
                                Map.of(
                                        ":before",
                                        text(salesforce.recordId()),
                                        ":longAgo",
                                        DynamoMark.LONG_AGO)),
                        winning(winner, paired(winner, salesforce, hints)),
                        update(
                                salesforce,
                                "SET partner = :partner",
                                "partner = :before",
                                Map.of(
                                        ":before", text(loser.recordId()),
                                        ":partner", text(winner.recordId())))));
    }

    /**
     * The pair of a Salesforce record that lost a merge. The winner is due too: what was asked or
     * told of it as a record without a partner ends.
     */
    boolean toSalesforceWinner(RecordKey hubspot, RecordKey loser, RecordKey winner) {
        DynamoMark due =
                mark(hubspot, List.of())
                        .setting(
                                "partner = :partner",
                                Map.of(
                                        ":partner", text(winner.recordId()),
                                        ":before", text(loser.recordId())))
                        .leavingItOpen();
        DynamoMark won =
                mark(winner, List.of())
                        .setting(
                                "partner = :partner", Map.of(":partner", text(hubspot.recordId())));
        return conflicts.transact(
                List.of(
                        marked(hubspot, due, FOUND, "partner = :before"),
                        update(
                                loser,
                                "REMOVE partner",
                                "partner = :hubspot",
                                Map.of(":hubspot", text(hubspot.recordId()))),
                        winning(winner, won)));
    }

    private TransactWriteItem winning(RecordKey winner, DynamoMark won) {
        DynamoMark due = won.leavingItOpen();
        return named(builder(winner, due.expression(), KNOWN_TO_BE_FREE, due.values()));
    }

    /**
     * Where only one of the two still names the other, as another pair took the place of this one,
     * that one is parted.
     */
    void part(RecordKey hubspot, RecordKey salesforce) {
        TransactWriteItem pointer = parting(salesforce, hubspot);
        TransactWriteItem link = parting(hubspot, salesforce);
        boolean both = conflicts.transact(List.of(pointer, link));
        if (!both) {
            conflicts.transact(List.of(pointer));
            conflicts.transact(List.of(link));
        }
    }

    private TransactWriteItem parting(RecordKey key, RecordKey partner) {
        return update(
                key,
                "REMOVE partner, linkShard, " + KNOWN + " ADD turn :one",
                "partner = :partner",
                Map.of(":partner", text(partner.recordId()), ":one", number(1)));
    }

    DynamoMark mark(RecordKey key, List<Noted> hints) {
        return DynamoMark.of(key, hints, clock.instant()).takingTheTurn();
    }

    TransactWriteItem marked(RecordKey key, DynamoMark due, String removed, String condition) {
        String update = due.expression() + " REMOVE " + removed;
        return named(builder(key, update, condition, due.values()));
    }

    private static TransactWriteItem named(Update.Builder update) {
        Map<String, String> names = Map.of("#state", DynamoLinkItem.STATE);
        return TransactWriteItem.builder()
                .update(update.expressionAttributeNames(names).build())
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
}
