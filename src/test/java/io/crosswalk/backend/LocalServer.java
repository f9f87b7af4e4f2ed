package io.crosswalk.backend;

import io.crosswalk.local.LoopbackDynamo;
import io.crosswalk.records.DynamoLocal;
import io.crosswalk.template.TemplateTables;
import java.net.URI;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** DynamoDB Local in this process. It has no CloudFormation, so the tables are made one by one. */
final class LocalServer implements DynamoServer {
    private final LoopbackDynamo server;

    private LocalServer(LoopbackDynamo server) {
        this.server = server;
    }

    static DynamoServer start() throws Exception {
        LocalServer started = new LocalServer(LoopbackDynamo.start(0, null));
        try (DynamoDbClient client = DynamoLocal.client(started.endpoint())) {
            new TemplateTables(STACK).create(client);
        }
        return started;
    }

    @Override
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
