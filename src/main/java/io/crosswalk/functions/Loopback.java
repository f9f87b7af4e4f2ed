package io.crosswalk.functions;

import io.quarkus.vertx.http.HttpServer;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** The HTTP server in this process, on whatever port it listens. */
@Singleton
class Loopback {
    private static final Duration CONNECT_MAX = Duration.ofSeconds(2);

    private final IntSupplier port;
    private @Nullable HttpClient http;

    @Inject
    Loopback(Instance<HttpServer> server) {
        this(() -> server.get().getPort());
    }

    /**
     * @param port below 1 where nothing listens
     */
    Loopback(IntSupplier port) {
        this.port = port;
    }

    /**
     * @throws java.net.http.HttpTimeoutException if there is no answer in time
     * @throws IOException if the server cannot be reached
     */
    HttpResponse<byte[]> send(HttpApiRequest request, Duration timeout) throws IOException {
        int at = port.getAsInt();
        if (at < 1) {
            throw new IOException(
                    "No HTTP server listens in this process: quarkus.http.host-enabled is false");
        }
        HttpRequest.Builder http =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at + request.target()))
                        .timeout(timeout)
                        .method(
                                request.method(),
                                request.body().length == 0
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(http::header);
        try {
            return client().send(http.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The wait for the answer was interrupted", e);
        }
    }

    /** Made at the first request: a native image must not carry an open selector. */
    private synchronized HttpClient client() {
        HttpClient made = http;
        if (made == null) {
            made =
                    HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .followRedirects(HttpClient.Redirect.NEVER)
                            .connectTimeout(CONNECT_MAX)
                            .build();
            http = made;
        }
        return made;
    }
}
