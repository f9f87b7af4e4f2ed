package io.crosswalk.backend;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives every start of the application in tests a DynamoDB of its own, empty. Not DynamoDB Local:
 * that the application starts by itself.
 */
@WithTestResource(value = ServerOfTheApplication.class, scope = TestResourceScope.GLOBAL)
public final class ServerOfTheApplication implements QuarkusTestResourceLifecycleManager {
    private @Nullable DynamoServer server;

    @Override
    public Map<String, String> start() {
        if (DynamoServer.isLocal()) {
            return Map.of();
        }
        try {
            server = DynamoServer.start();
        } catch (Exception e) {
            throw new IllegalStateException("There is no DynamoDB for the application", e);
        }
        return Map.of(
                "crosswalk.local.dynamodb",
                "false",
                "quarkus.dynamodb.endpoint-override",
                server.endpoint().toString());
    }

    @Override
    public void stop() {
        if (server == null) {
            return;
        }
        try {
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException("The application's DynamoDB did not stop", e);
        }
    }
}
