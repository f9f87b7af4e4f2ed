package io.crosswalk.records;

import static io.crosswalk.records.DynamoAttributes.number;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The condition that nobody has taken a link's turn since it was seen. */
final class DynamoTurn {
    private DynamoTurn() {}

    /**
     * It does not hold for a record that was forgotten meanwhile, as an update of it would bring it
     * back.
     *
     * @param names to which its names are added
     * @param values to which its parameter is added
     */
    static String asSeen(Link link, Map<String, String> names, Map<String, AttributeValue> values) {
        long number = link.due().turn().number();
        names.put("#turn", DynamoLinkItem.TURN);
        if (number == 0) {
            names.put("#key", DynamoLinkItem.KEY);
            return "attribute_exists(#key) AND attribute_not_exists(#turn)";
        }
        values.put(":turn", number(number));
        return "#turn = :turn";
    }
}
