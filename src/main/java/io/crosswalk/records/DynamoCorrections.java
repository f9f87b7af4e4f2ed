package io.crosswalk.records;

import static io.crosswalk.records.DynamoAttributes.text;

import io.crosswalk.records.Journal.Correction;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Tells in a journal's entry what became of its write after all. */
final class DynamoCorrections {
    private final DynamoDbClient dynamo;
    private final String table;

    DynamoCorrections(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /** False if there is no such entry: the sync stopped between intent and journal. */
    boolean make(Correction correction) {
        try {
            dynamo.updateItem(update(correction));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private UpdateItemRequest update(Correction correction) {
        Map<String, String> names =
                new HashMap<>(
                        Map.of(
                                "#outcome",
                                DynamoJournalItem.OUTCOME,
                                "#code",
                                "code",
                                "#message",
                                "message",
                                "#at",
                                DynamoJournalItem.AT));
        Map<String, AttributeValue> values =
                new HashMap<>(
                        Map.of(
                                ":outcome", text(correction.outcome().name()),
                                ":code", DynamoJournalItem.optional(correction.code()),
                                ":message", DynamoJournalItem.optional(correction.message())));
        String update = "SET #outcome = :outcome, #code = :code, #message = :message";
        if (NotableEntries.isFailure(correction.outcome())) {
            update += ", #notable = :notable, #notableAt = :notableAt";
            names.put("#notable", DynamoJournalItem.NOTABLE);
            names.put("#notableAt", DynamoJournalItem.NOTABLE_AT);
            values.put(":notable", DynamoJournalItem.notable(correction.link()));
            values.put(
                    ":notableAt", DynamoJournalItem.notableAt(correction.link(), correction.at()));
        }
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(DynamoJournalItem.key(correction.link(), correction.at()))
                .updateExpression(update)
                .conditionExpression("attribute_exists(#at)")
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .build();
    }
}
