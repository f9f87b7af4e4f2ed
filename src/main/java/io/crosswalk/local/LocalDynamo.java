package io.crosswalk.local;

import io.crosswalk.records.DynamoTables;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** DynamoDB Local in this process, with the tables. Up before anything else needs it. */
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class LocalDynamo {
    private final LocalConfig config;
    private final DynamoTables tables;
    private @Nullable LoopbackDynamo server;

    LocalDynamo(LocalConfig config, DynamoTables tables) {
        this.config = config;
        this.tables = tables;
    }

    void start(@Observes @Priority(1) StartupEvent event) throws Exception {
        if (!config.dynamodb()) {
            return;
        }
        server = LoopbackDynamo.start(config.dynamodbPort(), config.dynamodbPath().orElse(null));
        tables.create();
    }

    void stop(@Observes ShutdownEvent event) throws Exception {
        if (server != null) {
            server.stop();
        }
    }
}
