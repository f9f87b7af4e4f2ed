package io.crosswalk.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.local.LoopbackDynamo;
import io.crosswalk.records.DynamoLocal;
import io.crosswalk.records.DynamoTables;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** The template's tables and those that the code makes for dev mode are the same. */
class TablesTest {
    private static final TemplateTables TABLES = new TemplateTables("crosswalk");

    @Test
    void tables_areThoseOfTheCode() throws Exception {
        Described template = new Described(TABLES::create);
        Described code =
                new Described(
                        client -> new DynamoTables(client, DynamoLocal.config(false)).create());

        assertThat(template.names()).isEqualTo(code.names());
        for (String name : code.names()) {
            assertThat(template.of(name)).as(name).isEqualTo(code.of(name));
        }
    }

    @TestFactory
    List<DynamicTest> everyTable_isOnDemandEncryptedRecoverableAndProtected() {
        return Template.load().properties("AWS::DynamoDB::Table").entrySet().stream()
                .map(table -> DynamicTest.dynamicTest(table.getKey(), () -> safe(table.getValue())))
                .toList();
    }

    private static void safe(Map<String, Object> table) {
        assertThat(table)
                .containsEntry("BillingMode", "PAY_PER_REQUEST")
                .containsEntry("SSESpecification", Map.of("SSEEnabled", true))
                .containsEntry(
                        "PointInTimeRecoverySpecification",
                        Map.of("PointInTimeRecoveryEnabled", true))
                .containsEntry(
                        "DeletionProtectionEnabled",
                        Map.of("Fn::If", List.of("IsProtected", true, false)));
    }

    private interface Maker {
        void make(DynamoDbClient client);
    }

    /** What a DynamoDB of its own says about the tables that were made in it. */
    private static final class Described {
        private final DynamoDbClient client;

        Described(Maker maker) throws Exception {
            client = DynamoLocal.client(LoopbackDynamo.start(0, null).port());
            maker.make(client);
        }

        List<String> names() {
            return client.listTables().tableNames();
        }

        List<Object> of(String name) {
            TableDescription table = client.describeTable(b -> b.tableName(name)).table();
            return List.of(
                    table.keySchema(),
                    table.attributeDefinitions().stream()
                            .sorted(Comparator.comparing(AttributeDefinition::attributeName))
                            .toList(),
                    table.billingModeSummary().billingMode(),
                    table.globalSecondaryIndexes().stream().map(Described::index).sorted().toList(),
                    String.valueOf(table.streamSpecification()),
                    String.valueOf(
                            client.describeTimeToLive(b -> b.tableName(name))
                                    .timeToLiveDescription()
                                    .attributeName()));
        }

        private static String index(GlobalSecondaryIndexDescription index) {
            return index.indexName() + index.keySchema() + index.projection();
        }
    }
}
