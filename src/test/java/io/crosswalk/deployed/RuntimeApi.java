package io.crosswalk.deployed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Lambda's Runtime API (version 2018-06-01) on loopback, for one function: gives invocations out,
 * takes answers and errors.
 */
final class RuntimeApi implements AutoCloseable {
    private static final String VERSION = "/2018-06-01/runtime/";
    private static final String FUNCTION =
            "arn:aws:lambda:us-east-1:123456789012:function:crosswalk-test";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private final Map<String, Invocation> given = new ConcurrentHashMap<>();
    private final CompletableFuture<String> initError = new CompletableFuture<>();
    private final CompletableFuture<Void> asked = new CompletableFuture<>();

    RuntimeApi() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(threads);
        server.createContext(VERSION + "invocation/", this::invocation);
        server.createContext(VERSION + "init/error", this::initError);
        server.start();
    }

    /**
     * What the function made of an event.
     *
     * @param failed whether it reported an error instead of an answer
     * @param body the answer's or the error's JSON
     */
    record Outcome(boolean failed, String body) {}

    private record Invocation(
            String id, String event, long deadline, CompletableFuture<Outcome> outcome) {}

    /** As {@code AWS_LAMBDA_RUNTIME_API} has it. */
    String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * Puts an invocation in the queue; the function takes one after another.
     *
     * @param time what it may take, as the function is told
     */
    CompletableFuture<Outcome> invoke(String event, Duration time) {
        Invocation invocation =
                new Invocation(
                        UUID.randomUUID().toString(),
                        event,
                        System.currentTimeMillis() + time.toMillis(),
                        new CompletableFuture<>());
        waiting.add(invocation);
        return invocation.outcome();
    }

    /** Ends when the function asks for its first invocation. */
    CompletableFuture<Void> asked() {
        return asked;
    }

    /** What the function says if it cannot start. */
    CompletableFuture<String> initError() {
        return initError;
    }

    private void invocation(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().substring(VERSION.length()).split("/");
        if (path.length == 2 && path[1].equals("next")) {
            next(exchange);
        } else if (path.length == 3 && given.containsKey(path[1])) {
            String body = read(exchange);
            Invocation invocation = given.remove(path[1]);
            answer(exchange, 202, "{\"status\":\"OK\"}");
            invocation.outcome().complete(new Outcome(path[2].equals("error"), body));
        } else {
            answer(exchange, 404, "{\"errorType\":\"InvalidRequestID\"}");
        }
    }

    /** Waits as long as nothing is to be done, as Lambda does. */
    private void next(HttpExchange exchange) throws IOException {
        asked.complete(null);
        Invocation invocation;
        try {
            invocation = waiting.take();
        } catch (InterruptedException closed) {
            exchange.close();
            return;
        }
        given.put(invocation.id(), invocation);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id());
        headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(invocation.deadline()));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", FUNCTION);
        headers.set(
                "Lambda-Runtime-Trace-Id", "Root=1-6745a1b2-0123456789abcdef01234567;Sampled=0");
        answer(exchange, 200, invocation.event());
    }

    private void initError(HttpExchange exchange) throws IOException {
        initError.complete(read(exchange));
        answer(exchange, 202, "{\"status\":\"OK\"}");
    }

    private static String read(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
        try {
            threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
