package io.crosswalk.simulation;

import io.crosswalk.records.Hint;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.Link;
import io.crosswalk.records.Link.State;
import io.crosswalk.records.Noted;
import io.crosswalk.records.Priority;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RunNote;
import io.crosswalk.rules.Side;
import io.crosswalk.simulation.Schedule.Step;
import io.crosswalk.simulation.World.Mapped;
import io.crosswalk.simulation.World.Pair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** One run: the schedule, then calm until nothing happens any more, then the checkers. */
final class Simulation {
    private static final int CALM_ROUNDS_MAX = 200;

    private final Schedule schedule;
    private final World world;
    private final Set<RecordKey> inHand = new LinkedHashSet<>();

    private Simulation(Schedule schedule, Planted planted, boolean shown) {
        this.schedule = schedule;
        this.world = new World(schedule.setup(), planted, shown);
    }

    record Result(
            Schedule schedule,
            List<String> violations,
            long hash,
            String trace,
            int edits,
            int writes,
            FaultCounts faults) {}

    static Result run(Schedule schedule, Planted planted, boolean shown) {
        return new Simulation(schedule, planted, shown).run();
    }

    private Result run() {
        List<String> violations = new ArrayList<>();
        try {
            for (Step step : schedule.steps()) {
                world.trace.add("step", step.number(), step.act());
                act(step, new SplittableRandom(step.seed()));
            }
            world.faults.calm();
            world.calm();
            calmDown();
            violations.addAll(new Checkers(world).violations());
        } catch (RuntimeException e) {
            violations.add("the engine threw " + e + at(e));
        }
        return new Result(
                schedule,
                violations,
                world.trace.hash(),
                world.trace.text(),
                world.nextNumber() - world.firstEdit,
                world.hubspot.ourWrites.size() + world.salesforce.ourWrites.size(),
                world.faults.counts);
    }

    private static String at(RuntimeException e) {
        return e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
    }

    private void act(Step step, SplittableRandom random) {
        world.clock.pass(1 + random.nextInt(random.nextInt(3) == 0 ? 3_000 : 300));
        world.faults.calm();
        switch (step.act()) {
            case EDIT -> edit(random);
            case EDIT_BOTH_SIDES -> editBoth(random);
            case EDIT_AND_TAKE_BACK -> takeBack(random);
            case DELIVER -> {
                storm(random);
                deliver(random);
            }
            case SYNC -> {
                storm(random);
                meanwhile(random);
                sync(random);
            }
            case RECONCILE -> {
                storm(random);
                world.reconcile();
            }
            case PASS -> world.clock.pass(1_000L << random.nextInt(10));
            case DELETE -> delete(random);
            case RESTORE -> restoreAll();
            case THROTTLE -> world.crm(side(random)).throttle(1_000L << random.nextInt(8));
            case CHANGE_OPTIONS -> changeOptions(random);
            case BACKFILL -> backfill(step.number(), random);
            case NEWCOMER -> newcomer(random);
            case MERGE -> merge(random);
            case UNDO -> undo(step.number(), random);
        }
        world.faults.calm();
    }

    private void storm(SplittableRandom random) {
        if (random.nextInt(3) > 0) {
            world.faults.stormy(random.split(), true);
        }
    }

    private void meanwhile(SplittableRandom random) {
        int what = random.nextInt(12);
        int after = 1 + random.nextInt(5);
        SplittableRandom its = random.split();
        switch (what) {
            case 0 -> world.faults.meanwhile(() -> another(its), after);
            case 1 -> world.faults.meanwhile(() -> deliver(its), after);
            case 2 -> world.faults.meanwhile(world::reconcile, after);
            case 3, 4 -> world.faults.meanwhile(() -> edit(its), after);
            default -> {}
        }
    }

    /** A second function; also of the same records, whatever the stream promises. */
    private void another(SplittableRandom random) {
        if (random.nextBoolean()) {
            deliver(random);
            world.store.stream.removeAll(inHand);
            world.sync(new ArrayList<>(inHand));
        } else {
            sync(random);
        }
    }

    private <T> T one(List<T> all, SplittableRandom random) {
        return all.get(random.nextInt(all.size()));
    }

    private static Side side(SplittableRandom random) {
        return random.nextBoolean() ? Side.HUBSPOT : Side.SALESFORCE;
    }

    private String typed(Mapped mapped, Side side, SplittableRandom random) {
        return mapped.kind().typed(random, world.nextNumber(), side == Side.HUBSPOT);
    }

    private void edit(SplittableRandom random) {
        Mapped mapped = one(world.mappings, random);
        Side side = side(random);
        if (world.newcomers != null && random.nextBoolean()) {
            List<String> ids = List.copyOf(world.crm(side).records.keySet());
            world.edit(one(ids, random), mapped, side, typed(mapped, side, random));
        } else if (!world.pairs.isEmpty()) {
            world.edit(one(world.pairs, random), mapped, side, typed(mapped, side, random));
        }
    }

    /** A person enters somebody, who may be on the other side already. */
    private void newcomer(SplittableRandom random) {
        if (world.newcomers == null) {
            return;
        }
        Side side = side(random);
        Map<String, String> values = new TreeMap<>();
        for (Mapped mapped : world.mappings) {
            String value = typed(mapped, side, random);
            if (random.nextInt(4) > 0 && world.takes(mapped, side, value)) {
                values.put(mapped.name(side), value);
            }
        }
        SimulatedCrm crm = world.crm(side);
        crm.add(crm.newId(), values, false);
    }

    /** A person finds two records to be the same. */
    private void merge(SplittableRandom random) {
        SimulatedCrm crm = world.crm(side(random));
        List<String> ids =
                crm.records.values().stream()
                        .filter(record -> !record.deleted)
                        .map(record -> record.id)
                        .toList();
        if (world.newcomers != null && ids.size() > 1) {
            String winner = one(ids, random);
            String loser = one(ids, random);
            if (!winner.equals(loser)) {
                crm.merge(winner, loser);
            }
        }
    }

    private void editBoth(SplittableRandom random) {
        if (world.pairs.isEmpty()) {
            return;
        }
        Mapped mapped = one(world.mappings, random);
        Pair pair = one(world.pairs, random);
        Side first = side(random);
        world.edit(pair, mapped, first, typed(mapped, first, random));
        world.clock.pass(random.nextInt(3) == 0 ? 2_500 : random.nextInt(400));
        world.edit(pair, mapped, first.other(), typed(mapped, first.other(), random));
    }

    private void takeBack(SplittableRandom random) {
        if (world.pairs.isEmpty()) {
            return;
        }
        Mapped mapped = one(world.mappings, random);
        Pair pair = one(world.pairs, random);
        Side side = side(random);
        String before = world.value(pair, mapped, side);
        world.edit(pair, mapped, side, typed(mapped, side, random));
        world.clock.pass(1 + random.nextInt(4_000));
        if (random.nextInt(3) == 0) {
            deliver(random);
        }
        world.edit(pair, mapped, side, before);
    }

    /** Some of what the CRMs told arrives: late, in any order, twice, or never. */
    private void deliver(SplittableRandom random) {
        for (Side side : Side.values()) {
            List<Hint> events = world.crm(side).events;
            int count = Math.min(events.size(), random.nextInt(5));
            List<Hint> arriving = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int at = random.nextInt(4) == 0 ? random.nextInt(events.size()) : 0;
                int fate = random.nextInt(12);
                Hint hint = fate == 0 ? events.get(at) : events.remove(at);
                if (fate == 1) {
                    world.lost.add(hint);
                } else {
                    arriving.add(hint);
                }
                count(at, fate);
            }
            if (arriving.isEmpty()) {
                continue;
            }
            boolean accepted = world.accept(arriving);
            boolean tooLate = random.nextInt(10) == 0;
            if (!accepted || tooLate) {
                // Not acknowledged, or too late: the CRM tells it again.
                events.addAll(0, arriving);
            }
            if (accepted && tooLate) {
                world.faults.counts.count(Fault.ANSWERED_TOO_LATE);
            }
        }
    }

    private void changeOptions(SplittableRandom random) {
        world.crm(side(random)).changeOptions(random.nextInt(4), random.nextInt(3) > 0);
    }

    /** What a run does: it marks linked records, with a note of what is asked. */
    private void backfill(int run, SplittableRandom random) {
        String what =
                random.nextInt(3) == 0
                        ? RunNote.NOTHING
                        : one(world.mappings, random).mapping().id();
        Map<RecordKey, List<Noted>> marks = new LinkedHashMap<>();
        for (Pair pair : world.pairs) {
            Link link = world.store.link(RecordKey.hubspot("contact", pair.hubspotId()));
            if (link != null && link.partnerId() != null && random.nextInt(3) > 0) {
                marks.put(link.key(), List.of(RunNote.align("run" + run, what).noted()));
            }
        }
        world.trace.add("backfill", what, marks.size());
        world.store.mark(marks, Priority.BACKFILL);
    }

    /** A person takes one of our writes back. */
    private void undo(int run, SplittableRandom random) {
        List<JournalEntry> writes =
                world.journal.all().stream()
                        .filter(entry -> entry.verdict().writes() != null)
                        .filter(
                                entry ->
                                        entry.verdict().result().outcome()
                                                == JournalEntry.Outcome.WRITTEN)
                        .toList();
        if (!writes.isEmpty()) {
            JournalEntry entry = one(writes, random);
            world.undone.add(entry);
            world.trace.add("undo", entry.link().recordId(), entry.at());
            Noted note = RunNote.undo("run" + run, entry.key()).noted();
            world.store.mark(Map.of(entry.link(), List.of(note)));
        }
    }

    private void count(int at, int fate) {
        if (at > 0) {
            world.faults.counts.count(Fault.EVENT_OUT_OF_ORDER);
        }
        if (fate < 2) {
            world.faults.counts.count(fate == 0 ? Fault.EVENT_TWICE : Fault.EVENT_LOST);
        }
    }

    private void sync(SplittableRandom random) {
        List<RecordKey> batch = new ArrayList<>();
        int most = 1 + random.nextInt(6);
        while (batch.size() < most && !world.store.stream.isEmpty()) {
            RecordKey key = world.store.stream.poll();
            batch.add(key);
        }
        if (batch.isEmpty()) {
            return;
        }
        Set<RecordKey> taken = new LinkedHashSet<>(batch);
        taken.removeAll(inHand);
        inHand.addAll(taken);
        boolean done = world.sync(batch);
        inHand.removeAll(taken);
        if (!done && random.nextInt(4) > 0) {
            for (int i = batch.size() - 1; i >= 0; i--) {
                world.store.stream.addFirst(batch.get(i));
            }
        }
    }

    private void delete(SplittableRandom random) {
        Side side = side(random);
        if (world.pairs.isEmpty()) {
            return;
        }
        String id = world.id(one(world.pairs, random), side);
        if (!world.crm(side).records.get(id).deleted) {
            world.crm(side).delete(id);
        }
    }

    private void restoreAll() {
        for (Side side : Side.values()) {
            for (var record : world.crm(side).records.values()) {
                if (record.deleted && record.mergedInto == null) {
                    world.crm(side).restore(record.id);
                }
            }
        }
    }

    /** Everything is delivered or lost for good, and time passes until nothing happens. */
    private void calmDown() {
        world.trace.add("calm");
        restoreAll();
        SplittableRandom random = new SplittableRandom(schedule.seed());
        int still = 0;
        for (int round = 0; round < CALM_ROUNDS_MAX && still < 3; round++) {
            int writes = writes();
            while (!world.hubspot.events.isEmpty() || !world.salesforce.events.isEmpty()) {
                deliver(random);
            }
            drain();
            boolean moved = writes() != writes;
            still = moved || !quiet() ? 0 : still + 1;
            world.clock.pass(Math.max(180_000, untilTheNextIsDue()));
            world.reconcile();
            drain();
        }
    }

    private void drain() {
        for (int i = 0; i < CALM_ROUNDS_MAX && !world.store.stream.isEmpty(); i++) {
            List<RecordKey> batch = new ArrayList<>(new LinkedHashSet<>(world.store.stream));
            world.store.stream.clear();
            world.sync(batch);
        }
    }

    private int writes() {
        return world.hubspot.ourWrites.size() + world.salesforce.ourWrites.size();
    }

    /** Some refused values are tried again after hours. */
    private long untilTheNextIsDue() {
        return world.store.all().stream()
                .map(link -> link.due().at())
                .filter(Objects::nonNull)
                .mapToLong(at -> at.toEpochMilli() - world.clock.now())
                .min()
                .orElse(0);
    }

    private boolean quiet() {
        return world.store.all().stream().allMatch(link -> link.due().state() == State.QUIET);
    }
}
