package io.crosswalk.records;

import static io.crosswalk.records.DynamoAttributes.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.Arrivals.Arrival;
import io.crosswalk.rules.Side;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is kept of events that arrive, and of changes that none told of. */
@ExtendWith(DynamoLocal.class)
class DynamoArrivalsTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private Arrivals arrivals;

    @BeforeEach
    void arrivals() throws Exception {
        DynamoDbClient dynamo = DynamoLocal.start();
        StorageConfig config = DynamoLocal.config(false);
        Map<String, AttributeValue> key = Map.of("part", text("arrivals"), "name", text("HUBSPOT"));
        dynamo.deleteItem(b -> b.tableName(config.configurationTable()).key(key));
        arrivals = new DynamoArrivals(dynamo, config);
    }

    private Arrival hubspot() {
        return arrivals.last(Side.HUBSPOT);
    }

    @Test
    void foundAgainAndAgain_theFirstTimeSinceTheLastArrivalIsKept() {
        arrivals.taken(Side.HUBSPOT, NOON);
        arrivals.found(Side.HUBSPOT, NOON.plusSeconds(601));
        arrivals.found(Side.HUBSPOT, NOON.plusSeconds(660));

        assertThat(hubspot()).isEqualTo(new Arrival(NOON, null, null, NOON.plusSeconds(601)));
        assertThat(hubspot().silentSince()).isEqualTo(NOON.plusSeconds(601));
        assertThat(arrivals.last(Side.SALESFORCE).silentSince()).isNull();
    }

    @Test
    void arrivedSince_theNextTimeCountsAnew() {
        arrivals.taken(Side.HUBSPOT, NOON);
        arrivals.found(Side.HUBSPOT, NOON.plusSeconds(601));
        arrivals.taken(Side.HUBSPOT, NOON.plusSeconds(900));
        assertThat(hubspot().silentSince()).isNull();

        arrivals.found(Side.HUBSPOT, NOON.plusSeconds(1_800));

        assertThat(hubspot().silentSince()).isEqualTo(NOON.plusSeconds(1_800));
    }

    /** The last arrival may be up to a minute later than what is noted of it. */
    @Test
    void foundSoonAfterAnArrival_isNotKept() {
        arrivals.taken(Side.HUBSPOT, NOON);
        arrivals.found(Side.HUBSPOT, NOON.plusSeconds(600));

        assertThat(hubspot().found()).isNull();
    }

    @Test
    void nothingEverArrived_nobodyIsSilent() {
        arrivals.found(Side.HUBSPOT, NOON);

        assertThat(hubspot()).isEqualTo(new Arrival(null, null, null, null));
    }
}
