package io.crosswalk.records;

import static io.crosswalk.records.DynamoAttributes.text;
import static io.crosswalk.records.DynamoAttributes.time;

import io.crosswalk.rules.Side;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * {@link Arrivals} in the configuration table, part {@code arrivals}. A process writes once a
 * minute per side and kind at most, whatever arrives.
 */
@ApplicationScoped
public class DynamoArrivals implements Arrivals {
    private static final Logger LOG = Logger.getLogger(DynamoArrivals.class);
    private static final String TAKEN = "taken";
    private static final String REFUSED = "refused";
    private static final String WHY = "why";
    private static final String FOUND = "found";

    private final DynamoDbClient dynamo;
    private final String table;
    private final Map<String, Instant> noted = new ConcurrentHashMap<>();

    public DynamoArrivals(DynamoDbClient dynamo, StorageConfig config) {
        this.dynamo = dynamo;
        this.table = config.configurationTable();
    }

    @Override
    public void taken(Side side, Instant at) {
        note(side, TAKEN, at, null);
    }

    @Override
    public void refused(Side side, Instant at, String why) {
        note(side, REFUSED, at, why);
    }

    @Override
    public void found(Side side, Instant at) {
        try {
            Arrival last = last(side);
            boolean firstSince =
                    last.taken() != null
                            && last.silentSince() == null
                            && at.isAfter(last.taken().plus(TOLD_OF_WITHIN));
            if (firstSince) {
                update(side, FOUND, at, null);
            }
        } catch (RuntimeException e) {
            LOG.warn("It could not be noted that changes were found without an event", e);
        }
    }

    private void note(Side side, String kind, Instant at, @Nullable String why) {
        String place = side + kind;
        Instant before = noted.get(place);
        if (before != null && before.plus(NOTED_EVERY).isAfter(at)) {
            return;
        }
        noted.put(place, at);
        try {
            update(side, kind, at, why);
        } catch (RuntimeException e) {
            LOG.warn("It could not be noted that events have arrived", e);
        }
    }

    private void update(Side side, String kind, Instant at, @Nullable String why) {
        Map<String, AttributeValue> values = new HashMap<>(Map.of(":at", time(at)));
        if (why != null) {
            values.put(":why", text(why));
        }
        dynamo.updateItem(
                b ->
                        b.tableName(table)
                                .key(key(side))
                                .updateExpression(
                                        "SET #kind = :at" + (why == null ? "" : ", why = :why"))
                                .expressionAttributeNames(Map.of("#kind", kind))
                                .expressionAttributeValues(values));
    }

    @Override
    public Arrival last(Side side) {
        Map<String, AttributeValue> item =
                dynamo.getItem(b -> b.tableName(table).key(key(side))).item();
        return new Arrival(
                time(item, TAKEN), time(item, REFUSED), text(item, WHY), time(item, FOUND));
    }

    private static Map<String, AttributeValue> key(Side side) {
        return Map.of("part", text("arrivals"), "name", text(side.name()));
    }
}
