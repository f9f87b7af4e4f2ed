package io.crosswalk.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A CRM on a loopback port, for clients under test; remembers what it was asked. */
public final class LocalCrm implements AutoCloseable {
    static {
        // Else every answer waits 40 ms for the other side's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    public final List<SandboxRequest> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final String basePath;

    /**
     * @param basePath without a slash at its end; may be empty
     */
    public LocalCrm(String basePath, Function<SandboxRequest, SandboxResponse> crm) {
        this.basePath = basePath;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> serve(exchange, crm));
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + basePath;
    }

    private void serve(HttpExchange exchange, Function<SandboxRequest, SandboxResponse> crm)
            throws IOException {
        try (exchange) {
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, v) -> headers.put(name.toLowerCase(Locale.ROOT), v.get(0)));
            SandboxRequest request =
                    SandboxRequest.of(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().toString().substring(basePath.length()),
                            headers,
                            exchange.getRequestBody().readAllBytes());
            requests.add(request);
            SandboxResponse answer = crm.apply(request);
            if (closed.await(answer.delay().toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = answer.body();
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
