package io.crosswalk.records;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Tallies of runs where the product keeps them. */
public final class StoredTallies {
    private StoredTallies() {}

    public static RunTallies in(DynamoDbClient dynamo, StorageConfig config) {
        return new DynamoRunTallies(dynamo, config);
    }
}
