package io.crosswalk.records;

import static io.crosswalk.records.DynamoAttributes.number;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The two updates that have a parked pair tried again: one for each shape of the item. */
final class DynamoRetry {
    private final UpdateItemRequest marking;
    private final String mappingId;

    /**
     * @param marking makes the link due
     */
    DynamoRetry(UpdateItemRequest marking, String mappingId) {
        this.marking = marking;
        this.mappingId = mappingId;
    }

    /** Where pairs are parked: the others stay. */
    UpdateItemRequest besideOthers() {
        return request(
                "#parked.#mapping = :nothing",
                "attribute_exists(#parked)",
                ":nothing",
                DynamoAttributes.bytes(Base.OF_NOTHING.bytes()));
    }

    /** Where nothing is parked. */
    UpdateItemRequest asTheOnly() {
        return request(
                "#parked = :parked",
                "attribute_exists(#key) AND attribute_not_exists(#parked)",
                ":parked",
                DynamoLinkItem.bases(Map.of(mappingId, Base.OF_NOTHING)));
    }

    private UpdateItemRequest request(
            String set, String condition, String name, AttributeValue value) {
        Map<String, String> names = new HashMap<>(marking.expressionAttributeNames());
        names.put("#parked", DynamoLinkItem.PARKED);
        if (set.contains("#mapping")) {
            names.put("#mapping", mappingId);
        }
        if (condition.contains("#key")) {
            names.put("#key", DynamoLinkItem.KEY);
        }
        Map<String, AttributeValue> values = new HashMap<>(marking.expressionAttributeValues());
        values.put(name, value);
        values.put(":one", number(1));
        return marking.toBuilder()
                .updateExpression(
                        marking.updateExpression().replace("SET ", "SET " + set + ", ")
                                + ", turn :one")
                .conditionExpression(condition)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .build();
    }
}
