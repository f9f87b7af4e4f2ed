package io.crosswalk.reconcile;

import io.crosswalk.records.StorageConfig;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Cursors where the product keeps them. */
public final class StoredCursors {
    private StoredCursors() {}

    public static Cursors in(DynamoDbClient dynamo, StorageConfig config) {
        return new DynamoCursors(dynamo, config);
    }
}
