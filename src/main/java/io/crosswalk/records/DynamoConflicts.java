package io.crosswalk.records;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Changes of items that may be part of somebody's transaction just now: DynamoDB refuses those that
 * meet, and the SDK repeats none of them. A conflict says nothing of a condition.
 */
final class DynamoConflicts {
    private static final int REPEATS_MAX = 5;
    private static final int PAUSE_MILLIS = 10;

    private final DynamoDbClient dynamo;

    DynamoConflicts(DynamoDbClient dynamo) {
        this.dynamo = dynamo;
    }

    /**
     * @throws software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException if the
     *     condition does not hold
     * @throws TransactionConflictException if transactions are at the item again and again
     */
    UpdateItemResponse update(UpdateItemRequest update) {
        return outlasting(() -> dynamo.updateItem(update));
    }

    /**
     * All of them, or none.
     *
     * @return false if a condition does not hold
     * @throws TransactionCanceledException if they fail for any other reason
     */
    boolean transact(List<TransactWriteItem> items) {
        try {
            outlasting(() -> dynamo.transactWriteItems(b -> b.transactItems(items)));
            return true;
        } catch (TransactionCanceledException e) {
            if (has(e, "ConditionalCheckFailed")) {
                return false;
            }
            throw e;
        }
    }

    private static <T> T outlasting(Supplier<T> change) {
        for (int repeat = 0; ; repeat++) {
            try {
                return change.get();
            } catch (DynamoDbException e) {
                if (repeat == REPEATS_MAX || !isConflict(e)) {
                    throw e;
                }
            }
            pauseAfter(repeat);
        }
    }

    private static boolean isConflict(DynamoDbException e) {
        return e instanceof TransactionConflictException
                || e instanceof TransactionCanceledException canceled
                        && has(canceled, "TransactionConflict")
                        && !has(canceled, "ConditionalCheckFailed");
    }

    private static boolean has(TransactionCanceledException e, String code) {
        return e.cancellationReasons().stream()
                .map(CancellationReason::code)
                .anyMatch(code::equals);
    }

    /** Of a random length, so that those who met do not meet again. */
    private static void pauseAfter(int repeat) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(1, (long) PAUSE_MILLIS << repeat));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while storing", e);
        }
    }
}
