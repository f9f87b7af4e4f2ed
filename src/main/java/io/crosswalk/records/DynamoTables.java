package io.crosswalk.records;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/**
 * The tables as code, for dev mode and tests. A deployment has them from {@code template.yaml},
 * whose definitions must be the same.
 */
@ApplicationScoped
public class DynamoTables {
    private final DynamoDbClient dynamo;
    private final StorageConfig config;

    public DynamoTables(DynamoDbClient dynamo, StorageConfig config) {
        this.dynamo = dynamo;
        this.config = config;
    }

    /**
     * Creates the tables that are not there.
     *
     * @throws IllegalStateException if one is there from a version that knew fewer indexes
     */
    public void create() {
        List.of(configuration(), problems()).forEach(this::createIfAbsent);
        if (createIfAbsent(records())) {
            expire(config.recordsTable(), DynamoForgetting.EXPIRES_AT);
        }
        if (createIfAbsent(journal())) {
            expire(config.journalTable(), DynamoJournalItem.EXPIRES_AT);
        }
    }

    private void expire(String table, String attribute) {
        dynamo.updateTimeToLive(
                b ->
                        b.tableName(table)
                                .timeToLiveSpecification(
                                        ttl -> ttl.attributeName(attribute).enabled(true)));
    }

    /** Returns false if it was there. */
    private boolean createIfAbsent(CreateTableRequest table) {
        try {
            dynamo.createTable(table);
            return true;
        } catch (ResourceInUseException e) {
            // It is there from an earlier run, or from a function that started at the same time.
            requireIndexes(table);
            return false;
        }
    }

    /** Else every query of such an index would fail, and nobody could tell why. */
    private void requireIndexes(CreateTableRequest table) {
        Set<String> there = new HashSet<>();
        dynamo.describeTable(b -> b.tableName(table.tableName()))
                .table()
                .globalSecondaryIndexes()
                .forEach(index -> there.add(index.indexName()));
        for (GlobalSecondaryIndex index : table.globalSecondaryIndexes()) {
            if (!there.contains(index.indexName())) {
                throw new IllegalStateException(
                        "Table '%s' was made by an older version: it has no index '%s'. Delete the folder that keeps the tables (crosswalk.local.dynamodb-path), or name another one."
                                .formatted(table.tableName(), index.indexName()));
            }
        }
    }

    private CreateTableRequest configuration() {
        return table(config.configurationTable(), "part", "name")
                .attributeDefinitions(string("part"), string("name"))
                .build();
    }

    private CreateTableRequest records() {
        return CreateTableRequest.builder()
                .tableName(config.recordsTable())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(element(DynamoLinkItem.KEY, KeyType.HASH))
                .attributeDefinitions(
                        string(DynamoLinkItem.KEY),
                        string(DynamoLinkItem.DUE_SHARD),
                        AttributeDefinition.builder()
                                .attributeName(DynamoLinkItem.DUE_AT)
                                .attributeType(ScalarAttributeType.N)
                                .build(),
                        string(DynamoLinkItem.LINK_SHARD))
                .globalSecondaryIndexes(
                        index(
                                DynamoLinkPages.INDEX,
                                DynamoLinkItem.LINK_SHARD,
                                DynamoLinkItem.KEY,
                                including(
                                        DynamoLinkItem.PARTNER,
                                        DynamoLinkItem.DIFFERENCES,
                                        DynamoLinkItem.COMPARED)),
                        index(
                                DynamoDueSet.INDEX,
                                DynamoLinkItem.DUE_SHARD,
                                DynamoLinkItem.DUE_AT,
                                including(
                                        DynamoLinkItem.STATE,
                                        DynamoLinkItem.PRIORITY,
                                        DynamoLinkItem.DUE_SINCE)))
                .streamSpecification(
                        stream ->
                                stream.streamEnabled(true).streamViewType(StreamViewType.NEW_IMAGE))
                .build();
    }

    private CreateTableRequest journal() {
        return table(config.journalTable(), DynamoJournalItem.KEY, DynamoJournalItem.AT)
                .attributeDefinitions(
                        string(DynamoJournalItem.KEY),
                        string(DynamoJournalItem.AT),
                        string(DynamoJournalItem.MAPPING),
                        string(DynamoJournalItem.RUN),
                        string(DynamoJournalItem.NOTABLE),
                        string(DynamoJournalItem.NOTABLE_AT))
                .globalSecondaryIndexes(
                        index(
                                DynamoNotableEntries.INDEX,
                                DynamoJournalItem.NOTABLE,
                                DynamoJournalItem.NOTABLE_AT,
                                including(DynamoJournalItem.NOTE, DynamoJournalItem.OUTCOME)),
                        index(
                                DynamoJournalIndexes.MAPPING_INDEX,
                                DynamoJournalItem.MAPPING,
                                DynamoJournalItem.AT,
                                including(DynamoJournalItem.NOTE)),
                        index(
                                DynamoJournalIndexes.RUN_INDEX,
                                DynamoJournalItem.RUN,
                                DynamoJournalItem.AT,
                                of(ProjectionType.KEYS_ONLY)))
                .build();
    }

    private static GlobalSecondaryIndex index(
            String name, String hash, String range, Projection projection) {
        return GlobalSecondaryIndex.builder()
                .indexName(name)
                .keySchema(element(hash, KeyType.HASH), element(range, KeyType.RANGE))
                .projection(projection)
                .build();
    }

    /** The keys, and these. */
    private static Projection including(String... attributes) {
        return Projection.builder()
                .projectionType(ProjectionType.INCLUDE)
                .nonKeyAttributes(attributes)
                .build();
    }

    private static Projection of(ProjectionType type) {
        return Projection.builder().projectionType(type).build();
    }

    private CreateTableRequest problems() {
        return table(config.problemsTable(), DynamoProblemItem.SUBJECT, DynamoProblemItem.ID)
                .attributeDefinitions(
                        string(DynamoProblemItem.SUBJECT),
                        string(DynamoProblemItem.ID),
                        string(DynamoProblemItem.OBJECT),
                        string(DynamoProblemItem.MAPPING),
                        string(DynamoProblemItem.OPENED))
                .globalSecondaryIndexes(
                        index(
                                DynamoProblemStore.NEWEST_INDEX,
                                DynamoProblemItem.OBJECT,
                                DynamoProblemItem.OPENED,
                                of(ProjectionType.ALL)),
                        index(
                                DynamoProblemStore.MAPPING_INDEX,
                                DynamoProblemItem.MAPPING,
                                DynamoProblemItem.OPENED,
                                of(ProjectionType.ALL)))
                .build();
    }

    private static CreateTableRequest.Builder table(String name, String hash, String range) {
        return CreateTableRequest.builder()
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(element(hash, KeyType.HASH), element(range, KeyType.RANGE));
    }

    static KeySchemaElement element(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    static AttributeDefinition string(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }
}
