package io.crosswalk.budget;

import io.crosswalk.budget.SharedBudget.Held;
import io.crosswalk.records.Priority;
import io.crosswalk.rules.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One claim held against the shared budget: what is granted of it, and the budget after that. Pure.
 */
final class Leasing {
    /** Of what is left, a process takes at most a quarter more than it needs now. */
    private static final int PART_FOR_MORE = 4;

    private final SharedBudget before;
    private final Terms terms;
    private final Claim claim;
    private final Instant now;
    private final long slot;
    private final Map<Lane, LaneBudget> lanes = new EnumMap<>(Lane.class);
    private final Map<Side, DayUse> days = new EnumMap<>(Side.class);
    private final Map<Lane, Wait> refused = new EnumMap<>(Lane.class);

    /** Whose day this claim tests, in another lane already. */
    private final Set<Side> testing = EnumSet.noneOf(Side.class);

    private Calls granted = Calls.NONE;

    /** Why a lane has no room, and when to ask again. */
    record Wait(Duration after, String why) {}

    Leasing(SharedBudget before, Terms terms, Claim claim, Instant now) {
        this.before = before;
        this.terms = terms;
        this.claim = claim;
        this.now = now;
        this.slot = before.slotFor(now);
        for (Side side : Side.values()) {
            boolean rolling = side == Side.SALESFORCE;
            days.put(
                    side,
                    before.day(side)
                            .at(terms.dayStart(side, now), rolling)
                            .with(claim.told().days().get(side), rolling));
        }
        for (Lane lane : Lane.values()) {
            LaneBudget known = before.lane(lane).with(before.use(lane, now));
            lanes.put(lane, lane == Lane.HUBSPOT ? known.withMax(claim.told().windowMax()) : known);
            // What a slot was granted counts for its window whatever became of it.
            int lapsed = claim.told().lapsed().of(lane);
            days.put(lane.side(), without(days.get(lane.side()), lapsed));
            count(lane, Priority.EDIT, claim.told().uncounted().of(lane));
        }
        grant();
    }

    /** What was granted before the day began, or before a header said how it is, is not in it. */
    private DayUse without(DayUse day, int lapsed) {
        Instant granted = claim.told().lapsedSince();
        boolean counted =
                !granted.isBefore(day.from())
                        && (day.seenAt() == null || !granted.isBefore(day.seenAt()));
        return counted ? day.minus(lapsed) : day;
    }

    private void count(Lane lane, Priority priority, int calls) {
        if (calls > 0) {
            LaneBudget known = lanes.get(lane);
            lanes.put(lane, known.with(known.use().plus(priority, calls)));
            days.put(lane.side(), days.get(lane.side()).plus(calls));
        }
    }

    /** All lanes or none: half of what a batch needs is of no use to it. */
    private void grant() {
        Map<Lane, Integer> rooms = new EnumMap<>(Lane.class);
        for (Lane lane : Lane.values()) {
            if (claim.wanted().of(lane) > 0) {
                int room = room(lane);
                if (room <= 0) {
                    return;
                }
                rooms.put(lane, room);
            }
        }
        testing.forEach(side -> days.put(side, days.get(side).probed(now)));
        rooms.forEach(
                (lane, room) -> {
                    int wanted = claim.wanted().of(lane);
                    int more = Math.min(claim.more().of(lane), (room - wanted) / PART_FOR_MORE);
                    int calls = Math.min(wanted + Math.max(0, more), room);
                    granted = granted.plus(Calls.of(lane, calls));
                    count(lane, claim.priority(), calls);
                });
    }

    private int room(Lane lane) {
        LaneBudget known = lanes.get(lane);
        if (known.isClosedAt(now)) {
            LaneBudget.Closed closed = known.closed();
            return refuse(lane, Duration.between(now, closed.until()), closed.reason());
        }
        if (lane == Lane.SALESFORCE && !hasSlot()) {
            return refuse(lane, untilNextSlot(1), "CONCURRENT");
        }
        int window = windowRoom(lane, known);
        if (window <= 0) {
            return refuse(lane, untilWindowHasRoom(lane, known), "WINDOW");
        }
        long day = dayRoom(lane.side());
        if (day > 0) {
            return (int) Math.min(window, day);
        }
        Duration wait = untilDayIsTested(lane.side());
        if (wait.isZero()) {
            testing.add(lane.side());
            return Math.min(window, claim.wanted().of(lane));
        }
        return refuse(lane, wait, "DAY");
    }

    private int refuse(Lane lane, Duration after, String why) {
        refused.put(lane, new Wait(after, why));
        return 0;
    }

    private int windowRoom(Lane lane, LaneBudget known) {
        int limit = known.limit(terms.windows().of(lane));
        if (limit == Terms.NO_LIMIT) {
            return limit;
        }
        return share(limit) - known.use().total();
    }

    /** Rounded up: the smallest limit leaves a call for everybody. */
    private int share(int limit) {
        return (int) Math.ceil(limit * (terms.windowShare().of(claim.priority()) / 100.0));
    }

    private long dayRoom(Side side) {
        long configured = terms.days().of(side);
        DayUse day = days.get(side);
        long reserve = day.limit(configured) * terms.dayReserve().of(claim.priority()) / 100;
        return day.left(configured) - reserve;
    }

    private boolean hasSlot() {
        int others = 0;
        for (Map.Entry<String, Held> entry : before.held().entrySet()) {
            boolean other = !entry.getKey().equals(claim.process());
            others += other && entry.getValue().until().isAfter(now) ? entry.getValue().slots() : 0;
        }
        return others + claim.slots() <= share(terms.slots().max());
    }

    private Duration untilNextSlot(int slots) {
        return Duration.between(now, LaneUse.start(slot + slots));
    }

    private Duration untilWindowHasRoom(Lane lane, LaneBudget known) {
        int share = share(known.limit(terms.windows().of(lane)));
        for (int slots = 1; slots < LaneUse.SLOTS; slots++) {
            if (known.use().after(slots).total() < share) {
                return untilNextSlot(slots);
            }
        }
        return untilNextSlot(LaneUse.SLOTS);
    }

    /** Zero if it is time to let a call through and see what the CRM says. */
    private Duration untilDayIsTested(Side side) {
        Instant end = terms.dayEnd(side, now);
        Instant tested = days.get(side).testedAt();
        if (end == null && tested == null) {
            // We count by ourselves: that is over when our day is.
            end = terms.dayStart(side, now).plus(Duration.ofDays(1));
        }
        if (testing.contains(side)) {
            return Duration.ZERO;
        }
        Instant next = end == null ? tested.plus(Terms.probeEvery(side)) : end;
        return next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO;
    }

    Calls granted() {
        return granted;
    }

    /** Why nothing is granted in a lane; null if there is room. */
    @Nullable Wait refused(Lane lane) {
        return refused.get(lane);
    }

    /** Whether storing it would tell anybody anything. */
    boolean isWorthStoring() {
        Held held = before.held().get(claim.process());
        boolean givesBack = held != null && held.slots() > claim.slots();
        return !granted.isNone() || !claim.told().uncounted().isNone() || hasNews() || givesBack;
    }

    private boolean hasNews() {
        for (Side side : Side.values()) {
            DayUse.Seen seen = claim.told().days().get(side);
            Instant known = before.day(side).seenAt();
            if (seen != null && (known == null || seen.at().isAfter(known))) {
                return true;
            }
        }
        return false;
    }

    SharedBudget after() {
        return new SharedBudget(before.version() + 1, slot, lanes, days, held());
    }

    /** Slots that nobody gave back are free when their time is over. */
    private Map<String, Held> held() {
        Map<String, Held> held = new HashMap<>();
        before.held()
                .forEach(
                        (process, its) -> {
                            if (its.until().isAfter(now) && !process.equals(claim.process())) {
                                held.put(process, its);
                            }
                        });
        boolean taken = claim.wanted().salesforce() == 0 || granted.salesforce() > 0;
        int slots = taken ? claim.slots() : Math.max(0, claim.slots() - 1);
        if (slots > 0) {
            Instant until = LaneUse.start(slot + 1).plus(terms.slots().held());
            held.put(claim.process(), new Held(slots, until));
        }
        return held;
    }
}
