package io.crosswalk.backend;

import io.crosswalk.template.TemplateTables;
import java.net.URI;
import java.util.Map;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** LocalStack in Docker, with the template's tables made by its CloudFormation. */
public final class LocalStackServer implements DynamoServer {
    /** The last version that needs no account; later ones stop without a token. */
    private static final DockerImageName IMAGE =
            DockerImageName.parse("localstack/localstack:4.14.0");

    private final LocalStackContainer container;

    private LocalStackServer(LocalStackContainer container) {
        this.container = container;
    }

    @Override
    public URI endpoint() {
        return container.getEndpoint();
    }

    @Override
    public void close() {
        container.stop();
    }

    /** Found by {@link DynamoServer#start()}. */
    public static final class Maker implements DynamoServer.Maker {
        @Override
        public String kind() {
            return "localstack";
        }

        @Override
        public DynamoServer start() throws Exception {
            LocalStackContainer container =
                    new LocalStackContainer(IMAGE)
                            .withServices("dynamodb", "dynamodbstreams", "cloudformation");
            container.start();
            LocalStackServer server = new LocalStackServer(container);
            new AwsCalls(server.endpoint())
                    .createStack(STACK, new TemplateTables(STACK).template(), Map.of());
            return server;
        }
    }
}
