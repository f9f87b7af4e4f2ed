package io.crosswalk.records;

import static io.crosswalk.records.DynamoAttributes.number;
import static io.crosswalk.records.DynamoAttributes.text;
import static io.crosswalk.records.DynamoAttributes.time;

import io.crosswalk.records.Link.State;
import io.crosswalk.records.RecordStore.Acknowledgement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The two updates of an acknowledgement: the usual one, and the one after another mark. */
final class DynamoAcknowledgement {
    private final String table;
    private final Link link;
    private final Acknowledgement acknowledgement;
    private final Map<String, String> names = new HashMap<>(Map.of("#state", DynamoLinkItem.STATE));
    private final Map<String, AttributeValue> values = new HashMap<>();
    private final String inTurn;
    private final List<String> set = new ArrayList<>();
    private final List<String> remove = new ArrayList<>();

    DynamoAcknowledgement(String table, Link link, Acknowledgement acknowledgement) {
        this.table = table;
        this.link = link;
        this.acknowledgement = acknowledgement;
        inTurn = DynamoTurn.asSeen(link, names, values);
        put(DynamoLinkItem.TURN, number(link.due().turn().number() + 1));
        remove.add(DynamoLinkItem.HELD_UNTIL);
        Map<String, AttributeValue> found = found(acknowledgement.findings());
        for (String name : DynamoLinkItem.FOUND) {
            putOrRemove(name, Objects.requireNonNull(found.get(name), name));
        }
    }

    private Map<String, AttributeValue> found(Findings findings) {
        return Map.of(
                DynamoLinkItem.BASE,
                DynamoLinkItem.bases(movedBase()),
                DynamoLinkItem.INTENTS,
                DynamoLinkItem.intents(keptIntents()),
                DynamoLinkItem.PARKED,
                DynamoLinkItem.bases(findings.parked()),
                DynamoLinkItem.GONE,
                DynamoLinkItem.gone(findings.gone()),
                DynamoLinkItem.DIFFERENCES,
                DynamoLinkItem.texts(findings.differences(), Difference::text),
                DynamoLinkItem.COMPARED,
                number(findings.compared()),
                DynamoLinkItem.WRITES,
                DynamoLinkItem.texts(findings.writes(), RecentWrites::text),
                DynamoLinkItem.RETRIES,
                DynamoLinkItem.texts(findings.retries(), Retry::text),
                DynamoLinkItem.OVERTAKEN,
                number(findings.overtaken()),
                DynamoLinkItem.LOOKED_UNDER,
                number(findings.lookedUnder()));
    }

    /** Whole maps are written: the turn guards what lies between reading and writing them. */
    private Map<String, Base> movedBase() {
        Map<String, Base> base = new HashMap<>(link.base());
        base.putAll(acknowledgement.base());
        return base;
    }

    private Map<String, Intent> keptIntents() {
        Map<String, Intent> kept = new HashMap<>(link.intents());
        kept.keySet().retainAll(acknowledgement.keptIntents());
        return kept;
    }

    UpdateItemRequest unlessMarkedAgain() {
        List<String> set = new ArrayList<>(this.set);
        List<String> remove = new ArrayList<>(this.remove);
        Map<String, AttributeValue> values = new HashMap<>(this.values);
        String unmarked = DynamoMark.notSince(link, values);
        if (acknowledgement.again() == null) {
            remove.addAll(
                    List.of("#state", "dueShard", "dueAt", "dueSince", "attempts", "priority"));
        } else {
            values.put(":state", text(State.WAITING.name()));
            values.put(":dueAt", time(acknowledgement.again()));
            values.put(":attempts", number(acknowledgement.attempts()));
            values.put(":shard", DynamoLinkItem.shard(link.key(), link.due().priority()));
            if (acknowledgement.attempts() == 0) {
                // It was looked at: what comes later is planned, and nothing has waited since.
                remove.add(DynamoLinkItem.DUE_SINCE);
            }
            set.addAll(
                    List.of(
                            "#state = :state",
                            "dueAt = :dueAt",
                            DynamoMark.STAYING,
                            "attempts = :attempts"));
        }
        if (remembers()) {
            remove.add(DynamoForgetting.EXPIRES_AT);
        }
        return request(
                expression(set, remove) + droppedHints(values, acknowledgement.keptHints()),
                values,
                inTurn + " AND " + unmarked);
    }

    private boolean remembers() {
        return link.isForgotten()
                && acknowledgement.keptHints().stream().noneMatch(Noted::isPrivacyDeletion);
    }

    UpdateItemRequest leavingItDue() {
        Map<String, AttributeValue> values = new HashMap<>(this.values);
        values.put(":state", text(State.DUE.name()));
        List<String> set = new ArrayList<>(this.set);
        set.add("#state = :state");
        if (acknowledgement.attempts() > 0) {
            values.put(":attempts", number(acknowledgement.attempts()));
            set.add("attempts = :attempts");
        }
        // A privacy deletion may have been told of once more: the two hints are alike.
        Set<Noted> kept = new HashSet<>(acknowledgement.keptHints());
        link.due().hints().stream().filter(Noted::isPrivacyDeletion).forEach(kept::add);
        String expression = expression(set, remove) + droppedHints(values, kept);
        return request(expression, values, inTurn);
    }

    /** Hints that came meanwhile are not in the link that was seen, so they stay. */
    private String droppedHints(Map<String, AttributeValue> values, Set<Noted> kept) {
        List<Noted> dropped =
                link.due().hints().stream().filter(hint -> !kept.contains(hint)).toList();
        if (dropped.isEmpty()) {
            return "";
        }
        values.put(":seen", DynamoLinkItem.hints(dropped));
        return " DELETE hints :seen";
    }

    private UpdateItemRequest request(
            String expression, Map<String, AttributeValue> values, String condition) {
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(DynamoLinkItem.key(link.key()))
                .updateExpression(expression)
                .conditionExpression(condition)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .build();
    }

    private static String expression(List<String> set, List<String> remove) {
        return "SET "
                + String.join(", ", set)
                + (remove.isEmpty() ? "" : " REMOVE " + String.join(", ", remove));
    }

    private void put(String name, AttributeValue value) {
        values.put(":" + name + "Next", value);
        set.add(name + " = :" + name + "Next");
    }

    private void putOrRemove(String name, AttributeValue value) {
        if (isNothing(value)) {
            remove.add(name);
        } else {
            put(name, value);
        }
    }

    /** What is not there reads as that. */
    private static boolean isNothing(AttributeValue value) {
        if (value.n() != null) {
            return value.n().equals("0");
        }
        return value.hasM() ? value.m().isEmpty() : value.ss().isEmpty();
    }
}
