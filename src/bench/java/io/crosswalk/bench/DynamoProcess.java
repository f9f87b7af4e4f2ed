package io.crosswalk.bench;

import io.crosswalk.local.LoopbackDynamo;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** DynamoDB Local in a process of its own, so that what is measured is the product's alone. */
final class DynamoProcess implements AutoCloseable {
    private final Process process;
    private final int port;

    private DynamoProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Prints the port; ends with its standard input. */
    public static void main(String[] args) throws Exception {
        System.out.println("port " + LoopbackDynamo.start(0, null).port());
        while (System.in.read() >= 0) {
            continue;
        }
        System.exit(0);
    }

    static DynamoProcess start() throws Exception {
        Process process =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-Xmx3g",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                DynamoProcess.class.getName())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("port ")) {
                return new DynamoProcess(process, Integer.parseInt(line.substring(5)));
            }
        }
        throw new IllegalStateException("DynamoDB Local did not start");
    }

    /**
     * @param meters that count what the client does, if anything is to count it
     */
    DynamoDbClient client(DynamoMeter... meters) {
        return DynamoDbClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + port))
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("b", "b")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(c -> c.executionInterceptors(List.of(meters)))
                .build();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.destroy();
    }
}
