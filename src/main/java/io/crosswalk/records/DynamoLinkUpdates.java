package io.crosswalk.records;

import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Updates of one link's item, which others may be changing as well. */
final class DynamoLinkUpdates {
    private final DynamoConflicts conflicts;

    DynamoLinkUpdates(DynamoConflicts conflicts) {
        this.conflicts = conflicts;
    }

    /** False if the condition does not hold. */
    boolean tried(UpdateItemRequest update) {
        try {
            conflicts.update(update);
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    /**
     * The link as it is then.
     *
     * @throws ConditionalCheckFailedException if the condition does not hold
     */
    Link updated(UpdateItemRequest update) {
        return DynamoLinkItem.read(
                conflicts
                        .update(update.toBuilder().returnValues(ReturnValue.ALL_NEW).build())
                        .attributes());
    }
}
