package io.crosswalk.records;

import io.crosswalk.backend.DynamoServer;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A DynamoDB, once per test run, with the template's tables. */
public final class DynamoLocal implements BeforeAllCallback {
    private static DynamoDbClient client;

    @Override
    public synchronized void beforeAll(ExtensionContext context) throws Exception {
        start();
    }

    public static synchronized DynamoDbClient start() throws Exception {
        if (client == null) {
            client = client(DynamoServer.start().endpoint());
        }
        return client;
    }

    /** Of a DynamoDB at this port of loopback. */
    public static DynamoDbClient client(int port) {
        return client(URI.create("http://127.0.0.1:" + port));
    }

    public static DynamoDbClient client(URI endpoint) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(DynamoServer.REGION))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("t", "t")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /** The defaults. */
    public static StorageConfig config(boolean journalHashesOnly) {
        return new StorageConfig() {
            @Override
            public String configurationTable() {
                return "crosswalk-configuration";
            }

            @Override
            public String recordsTable() {
                return "crosswalk-records";
            }

            @Override
            public String journalTable() {
                return "crosswalk-journal";
            }

            @Override
            public String problemsTable() {
                return "crosswalk-problems";
            }

            @Override
            public Duration journalRetention() {
                return Duration.ofDays(400);
            }

            @Override
            public boolean journalHashesOnly() {
                return journalHashesOnly;
            }

            @Override
            public Optional<String> fingerprintKey() {
                return Optional.of("a-key-for-tests-only");
            }
        };
    }
}
