package io.crosswalk.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswalk.local.LoopbackDynamo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;

/** Tables that a developer keeps in a folder are met by later versions. */
class DynamoTablesTest {
    private static final String JOURNAL = DynamoLocal.config(false).journalTable();

    @TempDir Path folder;

    @Test
    void tablesOfThisVersion_stayAsTheyAre() throws Exception {
        run(DynamoTablesTest::create);
        run(
                client -> {
                    create(client);
                    assertThat(client.listTables().tableNames()).hasSize(4);
                });
    }

    @Test
    void tableOfAnOlderVersion_isToldOfByItsNameAndTheIndexThatItLacks() throws Exception {
        run(DynamoTablesTest::createJournalAsItWas);
        run(
                client ->
                        assertThatThrownBy(() -> create(client))
                                .isInstanceOf(IllegalStateException.class)
                                .hasMessageContaining(JOURNAL)
                                .hasMessageContaining("index 'notable'")
                                .hasMessageContaining("crosswalk.local.dynamodb-path"));
    }

    @Test
    void folderThatIsNotThere_isMade() throws Exception {
        folder = folder.resolve("of/a developer");

        run(DynamoTablesTest::create);

        assertThat(folder).isNotEmptyDirectory();
    }

    @Test
    void folderThatIsAFile_isToldOfByItsName() throws Exception {
        Path file = Files.createFile(folder.resolve("a-file"));

        assertThatThrownBy(() -> LoopbackDynamo.start(0, file.toString()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("crosswalk.local.dynamodb-path");
    }

    /** Each with a server of its own over the same folder. */
    private void run(Consumer<DynamoDbClient> work) throws Exception {
        LoopbackDynamo server = LoopbackDynamo.start(0, folder.toString());
        try (DynamoDbClient client = DynamoLocal.client(server.port())) {
            work.accept(client);
        } finally {
            server.stop();
        }
    }

    private static void create(DynamoDbClient client) {
        new DynamoTables(client, DynamoLocal.config(false)).create();
    }

    private static void createJournalAsItWas(DynamoDbClient client) {
        client.createTable(
                table ->
                        table.tableName(JOURNAL)
                                .billingMode(BillingMode.PAY_PER_REQUEST)
                                .keySchema(
                                        DynamoTables.element(DynamoJournalItem.KEY, KeyType.HASH),
                                        DynamoTables.element(DynamoJournalItem.AT, KeyType.RANGE))
                                .attributeDefinitions(
                                        DynamoTables.string(DynamoJournalItem.KEY),
                                        DynamoTables.string(DynamoJournalItem.AT)));
    }
}
