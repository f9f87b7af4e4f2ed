package io.crosswalk.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.DynamoLocal;
import io.crosswalk.records.DynamoMatchNotes;
import io.crosswalk.records.DynamoRecordStore;
import io.crosswalk.records.DynamoTables;
import io.crosswalk.records.Link;
import io.crosswalk.records.MatchNotes;
import io.crosswalk.records.MatchNotes.Notes;
import io.crosswalk.records.Noted;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.records.RecordStore.LinkPage;
import io.crosswalk.records.RecordStore.LinkSummary;
import io.crosswalk.records.RecordStore.Taken;
import io.crosswalk.records.StorageConfig;
import io.crosswalk.simulation.DrawnOperations.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/**
 * What the simulation keeps its links in does what is deployed: the same operations, some with
 * links of long ago, one after the other on both.
 */
class StoresAgreeTest {
    /** {@code -Dagree.seeds=N} for more. */
    private static final int SEEDS = Integer.getInteger("agree.seeds", 20);

    private static final int OPERATIONS = 40;

    /** What the indexes show is asked less often: it takes a dozen queries. */
    private static final int INDEXES_EVERY = 10;

    /** Nothing expires meanwhile, should a DynamoDB look at the clock on the wall. */
    private static final Duration AHEAD = Duration.ofDays(40 * 365);

    /** Seeds that disagree. */
    private static final int TOLD_MAX = 3;

    private static final int PAGE = 1;
    private static final int PAGES_MAX = 50;

    private static final boolean WITHOUT_TELEMETRY = true;
    private static final StorageConfig CONFIG = DynamoLocal.config(false);
    private static AmazonDynamoDBLocal local;
    private static DynamoDbClient dynamo;

    /** In this process and with nothing else in it, as what is due is due of all records. */
    @BeforeAll
    static void start() {
        local = DynamoDBEmbedded.create(WITHOUT_TELEMETRY);
        dynamo = local.dynamoDbClient();
        new DynamoTables(dynamo, CONFIG).create();
    }

    @AfterAll
    static void stop() {
        local.shutdown();
    }

    /** One sequence on both. */
    private static final class Both {
        private final VirtualClock clock = new VirtualClock();
        private final InMemoryMatchNotes simulatedNotes = new InMemoryMatchNotes();
        private final MatchNotes deployedNotes = new DynamoMatchNotes(dynamo, CONFIG);
        private final RecordStore simulated;
        private final RecordStore deployed = new DynamoRecordStore(dynamo, CONFIG, clock);
        private final DrawnOperations operations;
        private final List<String> done = new ArrayList<>();

        Both(long seed) {
            clock.pass(AHEAD.toMillis());
            Trace trace = new Trace(clock, false);
            simulated =
                    new InMemoryRecordStore(clock, new Faults(clock, trace), trace, simulatedNotes);
            operations = new DrawnOperations(seed, clock);
        }

        /** Null if they agree, else what was done, and the difference. */
        @Nullable String difference() {
            for (int i = 1; i <= OPERATIONS; i++) {
                Operation next = operations.next();
                done.add(next.text());
                Object expected = plain(next.on().apply(deployed, deployedNotes));
                Object actual = plain(next.on().apply(simulated, simulatedNotes));
                String difference = difference("answers", expected, actual);
                for (View view : View.values()) {
                    if (difference == null && (view == View.RECORDS || i % INDEXES_EVERY == 0)) {
                        difference =
                                difference(
                                        view.name(),
                                        view.of(this, deployed, deployedNotes),
                                        view.of(this, simulated, simulatedNotes));
                    }
                }
                if (difference != null) {
                    return String.join("\n  ", done) + "\n" + difference;
                }
                operations.saw(simulated.load(operations.keys()).values());
            }
            return null;
        }

        private static @Nullable String difference(String what, Object deployed, Object simulated) {
            if (deployed.equals(simulated)) {
                return null;
            }
            if (deployed instanceof Map<?, ?> those && simulated instanceof Map<?, ?> these) {
                Set<Object> keys = new HashSet<>(those.keySet());
                keys.addAll(these.keySet());
                keys.removeIf(key -> Objects.equals(those.get(key), these.get(key)));
                Object key = keys.iterator().next();
                return different(what + " of " + key, those.get(key), these.get(key));
            }
            return different(what, deployed, simulated);
        }

        private static String different(
                String what, @Nullable Object deployed, @Nullable Object simulated) {
            return what + "\n  deployed  " + deployed + "\n  simulated " + simulated;
        }

        /** So that no later sequence finds it due. */
        void cleared() {
            for (RecordKey key : operations.keys()) {
                Map<String, AttributeValue> its = Map.of("key", AttributeValue.fromS(key.text()));
                dynamo.deleteItem(b -> b.tableName(CONFIG.recordsTable()).key(its));
            }
        }
    }

    private enum View {
        RECORDS {
            @Override
            Object of(Both both, RecordStore store, MatchNotes notes) {
                List<RecordKey> keys = both.operations.keys();
                Map<RecordKey, Link> links = store.load(keys);
                Map<RecordKey, Notes> noted = notes.load(keys);
                Map<Object, Object> all = new HashMap<>();
                links.forEach((key, link) -> all.put(key.text(), plain(link)));
                noted.forEach((key, its) -> all.put(key.text() + " notes", its));
                return all;
            }
        },
        LINKS {
            @Override
            Object of(Both both, RecordStore store, MatchNotes notes) {
                return pages(store, both.operations.object());
            }
        },
        OVERDUE {
            @Override
            Object of(Both both, RecordStore store, MatchNotes notes) {
                Instant now = both.clock.instant();
                return Set.copyOf(store.overdue(now, Duration.ofMinutes(1), 100));
            }
        },
        DUE {
            @Override
            Object of(Both both, RecordStore store, MatchNotes notes) {
                return store.due(100);
            }
        };

        abstract Object of(Both both, RecordStore store, MatchNotes notes);
    }

    private static Set<LinkSummary> pages(RecordStore store, String object) {
        Set<LinkSummary> links = new HashSet<>();
        LinkPage page = store.links(object, PAGE, null);
        links.addAll(page.items());
        for (int i = 0; i < PAGES_MAX && page.next() != null; i++) {
            page = store.links(object, PAGE, page.next());
            links.addAll(page.items());
        }
        return links;
    }

    /** Hints are a set, whatever the order in which a store has them. */
    private static Object plain(Object answer) {
        if (answer instanceof Link link) {
            return link.withHints(sorted(link.due().hints()));
        }
        if (answer instanceof Taken taken) {
            return List.of(plain(taken.link()), sorted(taken.news()));
        }
        if (answer instanceof Map<?, ?> map) {
            Map<Object, Object> plain = new HashMap<>();
            map.forEach((key, value) -> plain.put(key, plain(value)));
            return plain;
        }
        return answer;
    }

    private static List<Noted> sorted(List<Noted> hints) {
        return hints.stream().sorted(Comparator.comparing(Noted::toString)).toList();
    }

    @Test
    void sameOperations_sameLinksNotesAndAnswers() {
        List<String> differences = new ArrayList<>();
        for (long seed = 1; seed <= SEEDS && differences.size() < TOLD_MAX; seed++) {
            Both both = new Both(seed);
            String difference = both.difference();
            if (difference != null) {
                differences.add("Seed " + seed + ":\n  " + difference);
            }
            both.cleared();
        }
        assertThat(differences).as("seeds that disagree").isEmpty();
    }
}
