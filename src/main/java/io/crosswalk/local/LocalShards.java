package io.crosswalk.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The records of a table's stream, in order per item. */
final class LocalShards {
    private static final long LOOK_FOR_SHARDS_EVERY_NANOS = 1_000_000_000L;

    private final DynamoDbClient dynamo;
    private final DynamoDbStreamsClient streams;
    private final String table;
    private final Map<String, String> iterators = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private @Nullable String stream;
    private long nextLook = System.nanoTime();

    LocalShards(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
        this.streams =
                DynamoDbStreamsClient.builder()
                        .endpointOverride(
                                dynamo.serviceClientConfiguration()
                                        .endpointOverride()
                                        .orElseThrow())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("local", "local")))
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build();
    }

    List<Record> poll() {
        if (System.nanoTime() - nextLook >= 0) {
            findShards();
            nextLook = System.nanoTime() + LOOK_FOR_SHARDS_EVERY_NANOS;
        }
        List<Record> records = new ArrayList<>();
        for (String shard : List.copyOf(iterators.keySet())) {
            try {
                records.addAll(read(shard));
            } catch (TrimmedDataAccessException | ExpiredIteratorException e) {
                // The shard is read anew from what is left of it: looking twice changes nothing.
                iterators.remove(shard);
                known.remove(shard);
            }
        }
        return records;
    }

    private List<Record> read(String shard) {
        GetRecordsResponse response =
                streams.getRecords(b -> b.shardIterator(iterators.get(shard)));
        if (response.nextShardIterator() == null) {
            iterators.remove(shard);
        } else {
            iterators.put(shard, response.nextShardIterator());
        }
        return response.records();
    }

    private void findShards() {
        if (stream == null) {
            stream = dynamo.describeTable(b -> b.tableName(table)).table().latestStreamArn();
        }
        List<Shard> shards =
                streams.describeStream(b -> b.streamArn(stream)).streamDescription().shards();
        for (Shard shard : shards) {
            // A child shard goes on where its parent ended, so the parent is read out first.
            boolean parentOpen = iterators.containsKey(String.valueOf(shard.parentShardId()));
            if (!parentOpen && known.add(shard.shardId())) {
                iterators.put(
                        shard.shardId(),
                        streams.getShardIterator(
                                        b ->
                                                b.streamArn(stream)
                                                        .shardId(shard.shardId())
                                                        .shardIteratorType(
                                                                ShardIteratorType.TRIM_HORIZON))
                                .shardIterator());
            }
        }
    }
}
