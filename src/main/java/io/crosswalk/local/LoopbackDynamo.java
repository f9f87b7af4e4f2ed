package io.crosswalk.local;

import java.net.InetSocketAddress;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.jspecify.annotations.Nullable;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local as an HTTP server on loopback. Its own launcher would listen on every interface of
 * the machine.
 */
public final class LoopbackDynamo {
    private final Server server;
    private final LocalDynamoDBRequestHandler requests;

    private LoopbackDynamo(Server server, LocalDynamoDBRequestHandler requests) {
        this.server = server;
        this.requests = requests;
    }

    /**
     * @param port 0 for any that is free
     * @param folder an existing folder to keep the tables in; null keeps them in memory
     */
    public static LoopbackDynamo start(int port, @Nullable String folder) throws Exception {
        LocalDynamoDBRequestHandler requests =
                new LocalDynamoDBRequestHandler(0, folder == null, folder, true, false);
        Server server = new Server(new InetSocketAddress("127.0.0.1", port));
        server.setHandler(new ContextHandler(new LocalDynamoDBServerHandler(requests, null), "/"));
        try {
            server.start();
        } catch (java.io.IOException e) {
            throw new IllegalStateException(
                    "DynamoDB Local cannot listen on port "
                            + port
                            + ". Is another Crosswalk running? Choose another port with"
                            + " -Dcrosswalk.local.dynamodb-port=…",
                    e);
        }
        return new LoopbackDynamo(server, requests);
    }

    public int port() {
        return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    public void stop() throws Exception {
        server.stop();
        // Else it goes on holding the folder, and one that is started after it fails at every call.
        requests.shutdown();
    }
}
