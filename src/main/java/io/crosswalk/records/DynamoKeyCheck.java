package io.crosswalk.records;

import static io.crosswalk.records.DynamoAttributes.text;

import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * {@link KeyCheck} by what the key makes of a fixed text, kept in the configuration table, item
 * {@code storage/key}. One request per process.
 */
@ApplicationScoped
public class DynamoKeyCheck implements KeyCheck {
    private static final Map<String, AttributeValue> KEY =
            Map.of("part", text("storage"), "name", text("key"));

    private static final String MADE = "made";

    private final DynamoDbClient dynamo;
    private final String table;
    private final Fingerprints fingerprints;
    private volatile boolean verified;

    public DynamoKeyCheck(DynamoDbClient dynamo, StorageConfig config, Fingerprints fingerprints) {
        this.dynamo = dynamo;
        this.table = config.configurationTable();
        this.fingerprints = fingerprints;
    }

    @Override
    public void verify() {
        if (verified) {
            return;
        }
        RecordKey nobody = RecordKey.hubspot("storage", "key");
        String mine = fingerprints.of(nobody, "", Side.HUBSPOT, Value.of("Crosswalk")).toString();
        Map<String, AttributeValue> stored =
                dynamo.updateItem(
                                b ->
                                        b.tableName(table)
                                                .key(KEY)
                                                .updateExpression(
                                                        "SET made = if_not_exists(made, :mine)")
                                                .expressionAttributeValues(
                                                        Map.of(":mine", text(mine)))
                                                .returnValues(ReturnValue.ALL_NEW))
                        .attributes();
        if (!mine.equals(stored.get(MADE).s())) {
            throw new IllegalStateException(
                    "The storage key is not the one that the bases in the records table were made"
                            + " with, so nothing is written: with another key every value that"
                            + " differs would be taken for a conflict. Put the previous version of"
                            + " the storage secret back; or, if the key is replaced on purpose,"
                            + " follow docs/security.md, Rotating.");
        }
        verified = true;
    }
}
