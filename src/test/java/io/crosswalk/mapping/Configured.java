package io.crosswalk.mapping;

import io.crosswalk.records.DynamoLocal;
import io.crosswalk.records.DynamoProblemStore;
import io.crosswalk.records.DynamoTables;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.ProblemStore;
import io.crosswalk.records.StorageConfig;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.SyncRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** An installation of its own: a configuration table, and two CRMs with some metadata. */
final class Configured {
    static final ObjectPair CONTACT = ObjectPairs.named("contact").orElseThrow();
    static final ObjectPair DEAL = ObjectPairs.named("deal").orElseThrow();
    static final Instant NOW = Instant.parse("2026-11-24T09:30:00Z");

    private static final AtomicInteger TABLES = new AtomicInteger();

    final FakeHubspot hubspot = new FakeHubspot();
    final FakeSalesforce salesforce = new FakeSalesforce();
    final MappingStore store;
    final Mappings mappings;
    final Configurations configurations;
    final OptionRefresh refresh;
    final WokenRecords woken = new WokenRecords();
    final ProblemStore problems;
    final MappingPlans plans;

    Configured() throws Exception {
        this(Set.of("company", "deal"));
    }

    /**
     * @param syncedAtFirst beside contacts
     */
    Configured(Set<String> syncedAtFirst) throws Exception {
        DynamoDbClient dynamo = DynamoLocal.start();
        StorageConfig config = new OwnTable("configuration-" + TABLES.incrementAndGet());
        new DynamoTables(dynamo, config).create();
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Random random = new Random(7);
        store = new DynamoMappingStore(dynamo, config, () -> syncedAtFirst);
        CrmMetadata metadata = new CrmMetadata(hubspot, salesforce, clock);
        MappingIds ids = new MappingIds(random);
        Contention contention = new Contention(random);
        problems = new DynamoProblemStore(dynamo, config, clock);
        SyncSwitch sync = new SyncSwitch(new WaitingLinks(woken, clock), problems);
        mappings = new Mappings(store, metadata, ids, contention, sync, clock);
        configurations = new Configurations(store, metadata, ids, contention, sync, clock);
        refresh = new OptionRefresh(mappings, metadata, hubspot);
        plans = new MappingPlans(store, hubspot, salesforce, clock);
        metadata();
    }

    private void metadata() {
        for (int i = 0; i < 520; i++) {
            hubspot.with("text" + i, "string", "text");
            salesforce.with("Text" + i + "__c", "string");
        }
        hubspot.with("level", "enumeration", "select", "low", "high");
        salesforce.with("Level__c", "picklist", "Cold", "Hot");
        hubspot.with("hubspot_owner_id", "enumeration", "select");
        salesforce.with("OwnerId", "reference");
    }

    Mapping text(int number) {
        return mappings.create(
                CONTACT, "text" + number, "Text" + number + "__c", rule(SyncRule.TWO_WAY));
    }

    static MappingChoice rule(SyncRule rule) {
        return new MappingChoice(rule, Fill.NONE, Map.of());
    }

    static MappingEdit edit(SyncRule rule) {
        return new MappingEdit(null, null, rule, null, null);
    }

    private record OwnTable(String configurationTable) implements StorageConfig {
        @Override
        public String recordsTable() {
            return "crosswalk-records";
        }

        @Override
        public String problemsTable() {
            return "crosswalk-problems";
        }

        @Override
        public String journalTable() {
            return "crosswalk-journal";
        }

        @Override
        public Duration journalRetention() {
            return Duration.ofDays(1);
        }

        @Override
        public boolean journalHashesOnly() {
            return false;
        }

        @Override
        public Optional<String> fingerprintKey() {
            return Optional.of("a-key-for-tests-only");
        }
    }
}
