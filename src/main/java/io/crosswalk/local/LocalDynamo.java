package io.crosswalk.local;

import io.crosswalk.records.DynamoTables;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/** DynamoDB Local in this process, with the tables. Up before anything else needs it. */
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class LocalDynamo {
    private final LocalConfig config;
    private final DynamoTables tables;
    private @Nullable DynamoDBProxyServer server;

    LocalDynamo(LocalConfig config, DynamoTables tables) {
        this.config = config;
        this.tables = tables;
    }

    void start(@Observes @Priority(1) StartupEvent event) throws Exception {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("-disableTelemetry", "-port", "" + config.dynamodbPort()));
        arguments.addAll(
                config.dynamodbPath()
                        .map(path -> List.of("-sharedDb", "-dbPath", path))
                        .orElse(List.of("-sharedDb", "-inMemory")));
        server = ServerRunner.createServerFromCommandLineArgs(arguments.toArray(String[]::new));
        server.start();
        tables.create();
    }

    void stop(@Observes ShutdownEvent event) throws Exception {
        if (server != null) {
            server.stop();
        }
    }
}
