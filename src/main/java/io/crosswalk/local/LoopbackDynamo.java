package io.crosswalk.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
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
     * @param folder to keep the tables in, made if it is not there; null keeps them in memory
     * @throws IllegalStateException if the port is taken or nothing can be kept in the folder
     */
    public static LoopbackDynamo start(int port, @Nullable String folder) throws Exception {
        if (folder != null) {
            prepare(Path.of(folder));
        }
        LocalDynamoDBRequestHandler requests =
                new LocalDynamoDBRequestHandler(0, folder == null, folder, true, false);
        Server server = new Server(new InetSocketAddress("127.0.0.1", port));
        server.setHandler(new ContextHandler(new LocalDynamoDBServerHandler(requests, null), "/"));
        try {
            server.start();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "DynamoDB Local cannot listen on port "
                            + port
                            + ". Is another Crosswalk running? Choose another port with"
                            + " -Dcrosswalk.local.dynamodb-port=…",
                    e);
        }
        return new LoopbackDynamo(server, requests);
    }

    /** Without it DynamoDB Local starts, and then fails at every call. */
    private static void prepare(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw unusable(folder, e);
        }
        if (!Files.isWritable(folder)) {
            throw unusable(folder, null);
        }
    }

    private static IllegalStateException unusable(Path folder, @Nullable IOException e) {
        return new IllegalStateException(
                "Tables cannot be kept in '"
                        + folder
                        + "', because it is no folder that can be written. Name another one with"
                        + " -Dcrosswalk.local.dynamodb-path=…, or none.",
                e);
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
