package io.crosswalk.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.Link.State;
import io.crosswalk.records.RecordStore.Acknowledgement;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** A person, or better metadata, has a refused pair of values tried again. */
@ExtendWith(DynamoLocal.class)
class DynamoRetryTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final AtomicInteger IDS = new AtomicInteger();
    private static final String PHONE = "contact-phone";

    private final Fingerprints fingerprints = new Fingerprints(new byte[16]);
    private RecordStore store;
    private RecordKey key;

    @BeforeEach
    void store() throws Exception {
        store =
                new DynamoRecordStore(
                        DynamoLocal.start(),
                        DynamoLocal.config(false),
                        Clock.fixed(NOW, ZoneOffset.UTC));
        key = RecordKey.hubspot("contact", "retry" + IDS.incrementAndGet());
        store.mark(Map.of(key, List.of()));
    }

    private Link loaded() {
        return store.load(List.of(key)).get(key);
    }

    private Base base(String hubspot) {
        return fingerprints.base(key, PHONE, Value.of(hubspot), Value.BLANK);
    }

    private static Acknowledgement parking(Map<String, Base> parked) {
        return new Acknowledgement(Map.of(), Findings.of(parked, Set.of()), Set.of(), Set.of());
    }

    @Test
    void retriedPair_isDueAndEqualsNothing() {
        store.acknowledge(
                Map.of(loaded(), parking(Map.of(PHONE, base("1"), "contact-fax", base("2")))));

        assertThat(store.retry(key, PHONE)).isTrue();

        assertThat(loaded().due().state()).isEqualTo(State.DUE);
        assertThat(loaded().parked())
                .containsEntry(PHONE, Base.OF_NOTHING)
                .containsEntry("contact-fax", base("2"));
        assertThat(Base.OF_NOTHING).isNotEqualTo(base("1"));
    }

    @Test
    void retriedWhereNothingIsParked_isLookedAtSoThatTheProblemCanClose() {
        store.acknowledge(Map.of(loaded(), parking(Map.of())));

        assertThat(store.retry(key, PHONE)).isTrue();

        assertThat(loaded().due().state()).isEqualTo(State.DUE);
        assertThat(loaded().parked()).containsOnlyKeys(PHONE);
    }

    @Test
    void retriedWhileASyncIsAtIt_takesItsTurnSoThatTheOldPairIsNotParkedAgain() {
        store.acknowledge(Map.of(loaded(), parking(Map.of(PHONE, base("1")))));
        store.mark(Map.of(key, List.of()));
        Link seen = loaded();
        Intent intent = new Intent(Side.SALESFORCE, base("1"), "2026-11-24T10:00:00.000Z#100000");
        Link writing =
                store.intend(Map.of(seen, Map.of("contact-fax", intent)), NOW.plusSeconds(90))
                        .get(key)
                        .link();

        store.retry(key, PHONE);

        assertThat(store.acknowledge(Map.of(writing, parking(seen.parked())))).isEmpty();
        assertThat(loaded().parked()).containsEntry(PHONE, Base.OF_NOTHING);
        assertThat(loaded().due().state()).isEqualTo(State.DUE);
        assertThat(loaded().intents()).containsKey("contact-fax");
    }

    /** Lets a sync park a pair right before the second update. */
    private final class Overtaken implements DynamoDbClient {
        private final DynamoDbClient dynamo;
        private int updates;

        Overtaken(DynamoDbClient dynamo) {
            this.dynamo = dynamo;
        }

        @Override
        public UpdateItemResponse updateItem(UpdateItemRequest request) {
            if (++updates == 2) {
                store.acknowledge(Map.of(loaded(), parking(Map.of("contact-fax", base("2")))));
            }
            return dynamo.updateItem(request);
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }

    @Test
    void retriedWhileASyncParksTheFirstPair_isDueBesideIt() throws Exception {
        RecordStore overtaken =
                new DynamoRecordStore(
                        new Overtaken(DynamoLocal.start()),
                        DynamoLocal.config(false),
                        Clock.fixed(NOW, ZoneOffset.UTC));

        assertThat(overtaken.retry(key, PHONE)).isTrue();

        assertThat(loaded().due().state()).isEqualTo(State.DUE);
        assertThat(loaded().parked())
                .containsEntry(PHONE, Base.OF_NOTHING)
                .containsEntry("contact-fax", base("2"));
    }

    @Test
    void recordAsAWhole_isOnlyMadeDue() {
        store.acknowledge(Map.of(loaded(), parking(Map.of(PHONE, base("1")))));

        assertThat(store.retry(key, null)).isTrue();

        assertThat(loaded().due().state()).isEqualTo(State.DUE);
        assertThat(loaded().parked()).containsEntry(PHONE, base("1"));
    }

    @Test
    void unknownRecord_isNotInvented() {
        RecordKey unknown = RecordKey.hubspot("contact", "retry-none" + IDS.incrementAndGet());

        assertThat(store.retry(unknown, PHONE)).isFalse();
        assertThat(store.retry(unknown, null)).isFalse();

        assertThat(store.load(List.of(unknown))).isEmpty();
    }

    @Test
    void manyRetried_areAllDueAndThoseThatAreNotThereAreTold() {
        RecordKey other = RecordKey.hubspot("contact", "retry" + IDS.incrementAndGet());
        RecordKey unknown = RecordKey.hubspot("contact", "retry-none" + IDS.incrementAndGet());
        store.mark(Map.of(other, List.of()));
        store.load(List.of(key, other))
                .values()
                .forEach(link -> store.acknowledge(Map.of(link, parking(Map.of()))));

        Set<RecordKey> there = store.retryAll(List.of(key, unknown, other, key), PHONE);

        assertThat(there).containsExactlyInAnyOrder(key, other);
        assertThat(store.load(List.of(key, other, unknown)).values())
                .hasSize(2)
                .allSatisfy(
                        link -> {
                            assertThat(link.due().state()).isEqualTo(State.DUE);
                            assertThat(link.parked()).containsOnlyKeys(PHONE);
                        });
    }

    @Test
    void noneRetried_isNothing() {
        assertThat(store.retryAll(List.of(), PHONE)).isEmpty();
    }
}
