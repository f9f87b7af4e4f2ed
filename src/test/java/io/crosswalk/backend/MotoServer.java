package io.crosswalk.backend;

import io.crosswalk.template.Tool;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** moto's server (Python), with everything of the transformed template that it can make. */
final class MotoServer implements DynamoServer {
    /** A zip without entries: moto keeps a function's code and never runs it. */
    private static final byte[] EMPTY_ZIP = new byte[22];

    static {
        EMPTY_ZIP[0] = 'P';
        EMPTY_ZIP[1] = 'K';
        EMPTY_ZIP[2] = 5;
        EMPTY_ZIP[3] = 6;
    }

    private final Process process;
    private final int port;

    private MotoServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static DynamoServer start() throws Exception {
        int port = freePort();
        ProcessBuilder moto =
                new ProcessBuilder(
                                "python3",
                                "src/test/python/moto_in_turns.py",
                                Integer.toString(port))
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.appendTo(Path.of("target", "moto.log").toFile()));
        MotoServer server = new MotoServer(moto.start(), port);
        // The tests' process may be killed.
        Runtime.getRuntime().addShutdownHook(new Thread(server.process::destroy));
        try {
            AwsCalls aws = new AwsCalls(server.endpoint());
            aws.awaitAnswer();
            aws.put("/code", new byte[0]);
            aws.put("/code/function.zip", EMPTY_ZIP);
            // moto looks into both branches of a condition, so it gets an issuer.
            aws.createStack(
                    STACK,
                    transformed(),
                    Map.of("JwtIssuer", "https://issuer.example", "JwtAudience", "crosswalk"));
        } catch (Exception e) {
            server.close();
            throw e;
        }
        return server;
    }

    private static String transformed() throws Exception {
        Tool.Said said =
                new Tool("python3")
                        .run("src/test/python/transform.py", "template.yaml", "--for-moto");
        if (said.exit() != 0) {
            throw new IllegalStateException("SAM's transform refuses the template: " + said.text());
        }
        return said.text();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor(10, TimeUnit.SECONDS);
    }
}
