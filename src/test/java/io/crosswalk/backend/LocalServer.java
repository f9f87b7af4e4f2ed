package io.crosswalk.backend;

import io.crosswalk.local.LoopbackDynamo;
import io.crosswalk.records.DynamoLocal;
import io.crosswalk.template.TemplateTables;

/** DynamoDB Local in this process. It has no CloudFormation, so the tables are made one by one. */
final class LocalServer implements DynamoServer {
    private final LoopbackDynamo server;

    private LocalServer(LoopbackDynamo server) {
        this.server = server;
    }

    static DynamoServer start() throws Exception {
        LocalServer started = new LocalServer(LoopbackDynamo.start(0, null));
        new TemplateTables(STACK).create(DynamoLocal.client(started.port()));
        return started;
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
