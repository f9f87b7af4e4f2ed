package io.crosswalk.simulation;

import io.crosswalk.records.Hint;
import io.crosswalk.records.Link.State;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import io.crosswalk.simulation.Schedule.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;

/** One run: the schedule, then calm until nothing happens any more, then the checkers. */
final class Simulation {
    private static final int CALM_ROUNDS_MAX = 200;

    private final Schedule schedule;
    private final World world;
    private final People people;
    private final CompanyPeople companyPeople;
    private final Set<RecordKey> inHand = new LinkedHashSet<>();

    private Simulation(Schedule schedule, Planted planted, boolean shown) {
        this.schedule = schedule;
        this.world = new World(schedule.setup(), planted, shown);
        this.people = new People(world);
        this.companyPeople = new CompanyPeople(world);
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
                if (world.redefines) {
                    people.redefine(new SplittableRandom(step.seed() + 1));
                }
            }
            world.faults.calm();
            world.calm();
            calmDown();
            if (world.redefines) {
                // Of an edit in what was hidden then, nothing but the audit knows.
                world.audit();
                settle();
            }
            violations.addAll(new Checkers(world).violations());
            if (world.hasUntoldMerges() || world.companies != null && world.companies.anyLeft()) {
                world.audit();
                settle();
                violations.addAll(new Checkers(world).violations());
            }
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
        world.answering.act();
        switch (step.act()) {
            case EDIT -> people.edit(random);
            case EDIT_BOTH_SIDES -> people.editBoth(random);
            case EDIT_AND_TAKE_BACK -> people.takeBack(random, this::deliver);
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
            case PASS -> world.clock.pass(spell(random));
            case DELETE -> people.delete(random);
            case RESTORE -> people.restoreAll();
            case THROTTLE -> world.crm(People.side(random)).throttle(1_000L << random.nextInt(8));
            case CHANGE_OPTIONS -> people.changeOptions(random);
            case BACKFILL -> people.backfill(step.number(), random);
            case NEWCOMER -> people.newcomer(random);
            case MERGE -> people.merge(random);
            case UNDO -> people.undo(step.number(), random);
            case FORGET -> people.forget(random);
        }
        world.faults.calm();
        companyPeople.act(new SplittableRandom(step.seed() + 1));
    }

    /** Minutes, or an outage of everything: what was told meanwhile arrives hours late. */
    private static long spell(SplittableRandom random) {
        return random.nextInt(8) == 0
                ? Duration.ofHours(1 + random.nextInt(30)).toMillis()
                : 1_000L << random.nextInt(10);
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
            case 3, 4, 5, 6 -> world.faults.meanwhile(() -> edit(its), after);
            default -> {}
        }
    }

    private void edit(SplittableRandom random) {
        people.edit(random);
        companyPeople.act(random);
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

    /** Everything is delivered or lost for good, and time passes until nothing happens. */
    private void calmDown() {
        world.trace.add("calm");
        people.restoreAll();
        settle();
    }

    private void settle() {
        SplittableRandom random = new SplittableRandom(schedule.seed());
        int still = 0;
        for (int round = 0; round < CALM_ROUNDS_MAX && (still < 3 || !quiet()); round++) {
            int writes = writes();
            world.answering.act();
            while (!world.hubspot.events.isEmpty() || !world.salesforce.events.isEmpty()) {
                deliver(random);
            }
            drain();
            boolean moved = writes() != writes;
            boolean answered = world.answering.isPending();
            still = moved || answered || !quiet() ? 0 : still + 1;
            world.clock.pass(Math.max(180_000, answered ? 0 : untilTheNextIsDue()));
            world.releasePaused();
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
        return world.breaker.isQuiet("contact")
                && world.store.all().stream().allMatch(link -> link.due().state() == State.QUIET);
    }
}
