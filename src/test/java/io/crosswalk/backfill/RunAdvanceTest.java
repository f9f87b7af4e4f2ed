package io.crosswalk.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.Shipped;
import io.crosswalk.backfill.Run.Progress;
import io.crosswalk.backfill.Run.Status;
import io.crosswalk.backfill.Run.Times;
import io.crosswalk.backfill.RunOrder.Backfill;
import io.crosswalk.backfill.RunOrder.Filter;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingStore;
import io.crosswalk.mapping.ObjectConfiguration;
import io.crosswalk.records.Findings;
import io.crosswalk.records.InMemoryRunTallies;
import io.crosswalk.records.Link;
import io.crosswalk.records.Link.Due;
import io.crosswalk.records.Link.State;
import io.crosswalk.records.Link.Turn;
import io.crosswalk.records.Noted;
import io.crosswalk.records.Priority;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.UnaskedRecordStore;
import io.crosswalk.rules.Fill;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A run's function stops at any call of storage, and goes on later. */
class RunAdvanceTest {
    private static final int LINKS = 57;
    private static final int AT_A_TIME = 10;
    private static final int DUE_MAX = 25;
    private static final BackfillConfig CONFIG =
            Shipped.config(
                    BackfillConfig.class,
                    Map.of(
                            "crosswalk.backfill.due-max", "" + DUE_MAX,
                            "crosswalk.backfill.marked-at-a-time", "" + AT_A_TIME,
                            "crosswalk.backfill.previewed-at-a-time", "" + AT_A_TIME));
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    /** As an error: nothing goes on after it. */
    private static final class Stopped extends Error {
        private static final long serialVersionUID = 1;
    }

    /** Links, and a sync that looks at some of what is due. */
    private static final class Links extends UnaskedRecordStore {
        private final Map<RecordKey, List<Noted>> due = new LinkedHashMap<>();
        private final TreeMap<String, RecordKey> all = new TreeMap<>();
        private final Map<RecordKey, Integer> looks = new HashMap<>();
        private final Random random;
        private int callsLeft = Integer.MAX_VALUE;
        private int mostDue;

        Links(Random random) {
            this.random = random;
            for (int i = 0; i < LINKS; i++) {
                RecordKey key = RecordKey.hubspot("contact", Integer.toString(1_000 + i));
                all.put(key.text(), key);
            }
        }

        private void call() {
            if (callsLeft-- <= 0) {
                throw new Stopped();
            }
        }

        @Override
        public LinkPage links(String object, int limit, @Nullable String after) {
            call();
            List<LinkSummary> items = new ArrayList<>();
            for (RecordKey key : (after == null ? all : all.tailMap(after, false)).values()) {
                if (items.size() < limit) {
                    items.add(new LinkSummary(key, "003", 0, Map.of()));
                }
            }
            String last = items.isEmpty() ? null : items.get(items.size() - 1).key().text();
            boolean more = last != null && !last.equals(all.lastKey());
            return new LinkPage(items, more ? last : null);
        }

        @Override
        public Map<RecordKey, Link> load(Collection<RecordKey> keys) {
            call();
            Map<RecordKey, Link> links = new HashMap<>();
            for (RecordKey key : keys) {
                List<Noted> hints = due.get(key);
                Due its =
                        hints == null
                                ? Due.quiet(0, Turn.FIRST, List.of())
                                : new Due(
                                        State.DUE,
                                        NOW,
                                        NOW,
                                        1,
                                        Turn.FIRST,
                                        0,
                                        Priority.BACKFILL,
                                        hints);
                links.put(key, new Link(key, "003", its, Map.of(), Map.of(), Findings.NONE));
            }
            return links;
        }

        @Override
        public Map<RecordKey, Link> mark(Map<RecordKey, List<Noted>> hints, Priority priority) {
            assertThat(priority).isEqualTo(Priority.BACKFILL);
            for (Map.Entry<RecordKey, List<Noted>> each : hints.entrySet()) {
                call();
                due.put(each.getKey(), each.getValue());
            }
            mostDue = Math.max(mostDue, due.size());
            call();
            return Map.of();
        }

        void sync() {
            for (RecordKey key : List.copyOf(due.keySet())) {
                if (random.nextBoolean()) {
                    due.remove(key);
                    looks.merge(key, 1, Integer::sum);
                }
            }
        }
    }

    /** A save may be stored, and its answer lost. */
    private static final class Runs implements RunStore {
        private final InMemoryRunStore runs = new InMemoryRunStore();
        private final Links links;

        Runs(Links links) {
            this.links = links;
        }

        @Override
        public boolean save(Run run) {
            links.call();
            boolean saved = runs.save(run);
            links.call();
            return saved;
        }

        @Override
        public Optional<Run> find(String id) {
            return runs.find(id);
        }

        @Override
        public List<Run> open(int limit) {
            links.call();
            return runs.open(limit);
        }

        @Override
        public Page page(int limit, @Nullable String after) {
            return runs.page(limit, after);
        }
    }

    private static Run running() {
        return new Run(
                "run",
                new Backfill("contact", List.of(), Fill.NONE, Filter.NONE),
                new Status(RunState.RUNNING, 1, null),
                Progress.START,
                RunPreview.NONE,
                RunSamples.NONE,
                new Times(NOW, NOW, NOW, null));
    }

    /** Contacts are on. */
    private static final class On implements MappingStore {
        @Override
        public ObjectSettings settings(String object) {
            return new ObjectSettings(true, 1);
        }

        @Override
        public List<Mapping> mappings(String object) {
            return List.of();
        }

        @Override
        public List<ObjectConfiguration> load(List<String> objects) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean save(Collection<Change> changes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Mapping> history(String object, String id, @Nullable Long before, int limit) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void stoppedAnywhere_everyLinkIsLookedAt_andAPageAtMostTwice() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Links links = new Links(random);
            Runs runs = new Runs(links);
            RunSources sources = new RunSources(links, null, null, null);
            Marking marking = new Marking(sources, links, new InMemoryRunTallies(), null, CONFIG);
            Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
            RunAdvance advance = new RunAdvance(runs, null, marking, new On(), CONFIG, clock);
            runs.save(running());
            int stops = 0;
            for (int call = 0; call < 400 && !runs.runs.open(1).isEmpty(); call++) {
                boolean stops4 = stops < 4 && random.nextInt(3) == 0;
                links.callsLeft = stops4 ? random.nextInt(40) : Integer.MAX_VALUE;
                try {
                    advance.run();
                } catch (Stopped e) {
                    stops++;
                }
                links.callsLeft = Integer.MAX_VALUE;
                links.sync();
            }
            Run run = runs.find("run").orElseThrow();
            assertThat(run.state()).as("seed %d", seed).isEqualTo(RunState.DONE);
            assertThat(links.looks).as("seed %d", seed).hasSize(LINKS);
            assertThat(run.progress().marked()).as("seed %d", seed).isEqualTo(LINKS);
            assertThat(run.progress().looked()).as("seed %d", seed).isEqualTo(LINKS);
            int again = links.looks.values().stream().mapToInt(looks -> looks - 1).sum();
            assertThat(again).as("seed %d", seed).isLessThanOrEqualTo(stops * AT_A_TIME);
            assertThat(links.mostDue).as("seed %d", seed).isLessThanOrEqualTo(DUE_MAX + AT_A_TIME);
        }
    }
}
