package io.crosswalk.deployed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Secrets Manager on loopback, as far as it is asked: {@code GetSecretValue}. */
final class LocalSecrets implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Map<String, String> current = new ConcurrentHashMap<>();

    LocalSecrets() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * @param json with single quotes
     */
    void store(String id, String json) {
        current.put(id, json.replace('\'', '"'));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request = JSON.readTree(exchange.getRequestBody());
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            String id = request.path("SecretId").asText();
            boolean isCurrent = request.path("VersionStage").asText().equals("AWSCURRENT");
            String secret = isCurrent ? current.get(id) : null;
            ObjectNode answer = JSON.createObjectNode();
            boolean found = "secretsmanager.GetSecretValue".equals(target) && secret != null;
            if (found) {
                answer.put("Name", id)
                        .put("ARN", "arn:aws:secretsmanager:us-east-1:123456789012:secret:" + id)
                        .put("VersionId", "00000000-0000-0000-0000-000000000001")
                        .put("SecretString", secret)
                        .put("CreatedDate", 1_795_514_400.123)
                        .putArray("VersionStages")
                        .add("AWSCURRENT");
            } else {
                answer.put("__type", "ResourceNotFoundException")
                        .put("Message", "Secrets Manager can't find the specified secret.");
            }
            byte[] bytes = JSON.writeValueAsBytes(answer);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(found ? 200 : 400, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
