package io.crosswalk.simulation;

import io.crosswalk.budget.Calls;
import io.crosswalk.budget.Terms;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.records.Hint;
import io.crosswalk.records.Link;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.salesforce.SalesforceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Both CRMs, the storage, the engine, and what a run has to know of them. */
final class World {
    final VirtualClock clock = new VirtualClock();
    final Trace trace;
    final Faults faults;
    final SimulatedHubspot hubspot;
    final SimulatedSalesforce salesforce;
    final InMemoryRecordStore store;
    final InMemoryJournal journal;
    final InMemoryProblems problems;
    final SkewedClock functionsClock = new SkewedClock(clock);
    final List<Mapped> mappings = new ArrayList<>();
    final List<Pair> pairs = new ArrayList<>();

    /** What both sides held when a mapping first met a link: {@code pair mapping}. */
    final Map<String, List<String>> firstMet = new HashMap<>();

    private final List<Unmet> unmet = new LinkedList<>();

    /** Numbers below are initial values, not edits. */
    final int firstEdit;

    private final Engine engine;
    private final int[] sequence = new int[2];

    record Pair(String hubspotId, String salesforceId) {}

    /** A mapping that has not met a pair's link yet. */
    private record Unmet(Pair pair, Mapped mapped) {}

    record Mapped(Mapping mapping, Kind kind) {
        String name(Side side) {
            return side == Side.HUBSPOT ? mapping.hubspotProperty() : mapping.salesforceField();
        }
    }

    World(long setup, Planted planted, boolean shown) {
        SplittableRandom random = new SplittableRandom(setup);
        trace = new Trace(clock, shown);
        faults = new Faults(clock, trace);
        Map<String, Kind> properties = new TreeMap<>();
        Map<String, Kind> fields = new TreeMap<>();
        int count = 3 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
            SyncRule rule = SyncRule.values()[random.nextInt(SyncRule.values().length)];
            Fill fill = random.nextInt(3) == 0 ? Fill.ALIGN : Fill.NONE;
            String field = "F" + i + "__c";
            mappings.add(
                    new Mapped(
                            new Mapping("m" + i, "contact", "p" + i, field, rule, fill, false, 1),
                            kind));
            properties.put("p" + i, kind);
            fields.put(field, kind);
            trace.add("mapping", i, kind, rule, fill);
        }
        hubspot = new SimulatedHubspot(clock, faults, trace, properties, sequence);
        salesforce = new SimulatedSalesforce(clock, faults, trace, fields, sequence);
        salesforce.ignoresGuards = planted.ignoresGuards();
        hubspot.hidesHistories = planted.hidesHistories();
        store = new InMemoryRecordStore(functionsClock, faults, trace);
        journal = new InMemoryJournal(faults, trace);
        problems = new InMemoryProblems(clock, faults, trace);
        salesforce.skew(random.nextInt(4) == 0 ? random.nextInt(4_001) - 2_000 : 0);
        engine =
                new Engine(
                        planted.store(store),
                        planted.journal(journal),
                        planted.problems(problems),
                        mappings.stream().map(Mapped::mapping).toList(),
                        hubspot,
                        salesforce,
                        new InMemoryCursors(faults),
                        functionsClock,
                        new SplittableRandom(setup + 1),
                        terms(random));
        populate(random);
        firstEdit = sequence[0];
    }

    /** In some runs there are hardly any calls, and records wait for them. */
    private static Terms terms(SplittableRandom random) {
        Terms standard = Terms.standard();
        return random.nextInt(4) > 0
                ? standard
                : new Terms(
                        new Calls(6 + random.nextInt(8), 10, Integer.MAX_VALUE),
                        standard.days(),
                        null,
                        new Terms.Slots(1 + random.nextInt(2), Duration.ofSeconds(90)),
                        standard.windowShare(),
                        standard.dayReserve());
    }

    private void populate(SplittableRandom random) {
        boolean linked = random.nextBoolean();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            Pair pair = new Pair("10" + i, SalesforceId.canonical("00300000000000" + i));
            pairs.add(pair);
            hubspot.records.put(
                    pair.hubspotId(),
                    new SimulatedCrm.SimulatedRecord(pair.hubspotId(), clock.now()));
            salesforce.records.put(
                    pair.salesforceId(),
                    new SimulatedCrm.SimulatedRecord(pair.salesforceId(), clock.now()));
            hubspot.change(
                    pair.hubspotId(),
                    Map.of(SimulatedHubspot.SALESFORCE_ID, pair.salesforceId()),
                    false);
            for (Mapped mapped : mappings) {
                unmet.add(new Unmet(pair, mapped));
                String value = mapped.kind().typed(random, sequence[0], true);
                String other =
                        random.nextInt(4) > 0
                                ? value
                                : mapped.kind().typed(random, sequence[0], false);
                hubspot.change(pair.hubspotId(), Map.of(mapped.name(Side.HUBSPOT), value), false);
                salesforce.change(
                        pair.salesforceId(), Map.of(mapped.name(Side.SALESFORCE), other), false);
            }
            clock.pass(1_000);
        }
        hubspot.events.clear();
        salesforce.events.clear();
        if (linked) {
            for (Pair pair : pairs) {
                store.link("contact", pair.hubspotId(), pair.salesforceId());
            }
            sync(new ArrayList<>(store.stream));
            store.stream.clear();
            clock.pass(600_000);
        }
    }

    /** Nothing goes wrong from here on. */
    void calm() {
        hubspot.throttle(0);
        salesforce.throttle(0);
    }

    SimulatedCrm crm(Side side) {
        return side == Side.HUBSPOT ? hubspot : salesforce;
    }

    String id(Pair pair, Side side) {
        return side == Side.HUBSPOT ? pair.hubspotId() : pair.salesforceId();
    }

    String value(Pair pair, Mapped mapped, Side side) {
        return crm(side).records.get(id(pair, side)).value(mapped.name(side));
    }

    int nextNumber() {
        return sequence[0];
    }

    boolean edit(Pair pair, Mapped mapped, Side side, String value) {
        boolean offered =
                mapped.kind() != Kind.OPTION
                        || value.isEmpty()
                        || crm(side).options.contains(value);
        if (crm(side).records.get(id(pair, side)).deleted || !offered) {
            return false;
        }
        return crm(side).change(id(pair, side), Map.of(mapped.name(side), value), false);
    }

    /** Whether the function came to its end. */
    boolean sync(List<RecordKey> keys) {
        trace.add("sync", keys.size());
        return running(() -> engine.sync.run(new LinkedHashSet<>(keys)));
    }

    boolean accept(List<Hint> hints) {
        trace.add("hints", hints.size());
        return running(() -> engine.intake.accept(hints));
    }

    boolean reconcile() {
        trace.add("reconcile");
        return running(() -> engine.reconcile.run());
    }

    private boolean running(Runnable function) {
        int outer = sequence[1];
        int started = sequence[0];
        sequence[1] = started;
        clock.pass(3);
        long outerOff = functionsClock.off();
        functionsClock.off(faults.clockOff());
        try {
            function.run();
            return true;
        } catch (Crash e) {
            return false;
        } finally {
            functionsClock.off(outerOff);
            sequence[1] = outer;
            meet(started);
        }
    }

    /** A person may edit while the sides meet: what was seen is what was there before or after. */
    private void meet(int started) {
        for (Iterator<Unmet> all = unmet.iterator(); all.hasNext(); ) {
            Unmet its = all.next();
            Pair pair = its.pair();
            Mapped mapped = its.mapped();
            Link link = store.link(RecordKey.hubspot("contact", pair.hubspotId()));
            if (link != null && link.base().containsKey(mapped.mapping().id())) {
                firstMet.put(
                        pair.hubspotId() + " " + mapped.mapping().id(),
                        List.of(both(pair, mapped, started), both(pair, mapped)));
                all.remove();
            }
        }
    }

    String both(Pair pair, Mapped mapped) {
        return both(pair, mapped, Integer.MAX_VALUE);
    }

    /** As they were before the change with that number. */
    private String both(Pair pair, Mapped mapped, int number) {
        return value(pair, mapped, Side.HUBSPOT, number)
                + " | "
                + value(pair, mapped, Side.SALESFORCE, number);
    }

    private String value(Pair pair, Mapped mapped, Side side, int number) {
        return crm(side).records.get(id(pair, side)).value(mapped.name(side), number);
    }
}
