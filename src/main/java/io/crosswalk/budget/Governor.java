package io.crosswalk.budget;

import io.crosswalk.budget.DayUse.Seen;
import io.crosswalk.budget.LaneBudget.Closed;
import io.crosswalk.budget.Ledger.Claimed;
import io.crosswalk.hubspot.AccountZone;
import io.crosswalk.records.Priority;
import io.crosswalk.rules.Side;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Says how many calls may be made now, for all functions together. A process leases calls for the
 * slot that is running from the shared budget and gives them out from memory, so that in steady
 * state there is one write to storage per process and slot, for both CRMs. Thread-safe.
 */
@ApplicationScoped
public class Governor {
    private static final Logger LOG = Logger.getLogger(Governor.class);

    /** When others were faster every time. */
    private static final Duration CONTENDED = Duration.ofSeconds(1);

    private static final Duration CLOSED_MIN = Duration.ofSeconds(2);

    private final BudgetStore store;
    private final Ledger ledger;
    private final Terms terms;
    private final Clock clock;
    private final String process;
    private final Lease lease = new Lease();
    private final OpenGrants open = new OpenGrants();
    private final Refusals refusals = new Refusals();
    private final Untold untold = new Untold();
    private int slotsHeld;

    @Inject
    Governor(
            BudgetStore store,
            BudgetConfig config,
            AccountZone zone,
            Clock clock,
            RandomGenerator random) {
        this(store, Terms.of(config, zone), clock, random);
    }

    /**
     * @param random names the process
     */
    public Governor(BudgetStore store, Terms terms, Clock clock, RandomGenerator random) {
        this.store = store;
        this.ledger = new Ledger(store, terms);
        this.terms = terms;
        this.clock = clock;
        this.process = HexFormat.of().toHexDigits(random.nextLong());
    }

    /**
     * @param wanted in the worst case; what was not made is given back when the grant is closed
     * @return as much of it as there is; nothing at all if one of the lanes has nothing
     * @throws RuntimeException when storage fails
     */
    public synchronized Grant ask(Priority priority, Calls wanted) {
        Instant now = clock.instant();
        at(now);
        if (!isCovered(priority, wanted) && !refusals.hold(priority, wanted, now)) {
            lease(priority, wanted, now);
        }
        Calls taken = take(priority, wanted);
        open.open(taken);
        Duration after =
                taken.covers(wanted)
                        ? Duration.ZERO
                        : refusals.wait(priority, wanted, now, untilNextSlot(now));
        return new Grant(this, priority, taken, after, lease.slot());
    }

    private void at(Instant now) {
        long before = lease.slot();
        lease.at(LaneUse.slotAt(now));
        if (lease.slot() != before) {
            slotsHeld = 0;
        }
    }

    private boolean isCovered(Priority priority, Calls wanted) {
        return lease.has(priority).covers(wanted)
                && (wanted.salesforce() == 0 || open.salesforce() < slotsHeld);
    }

    private Calls take(Priority priority, Calls wanted) {
        Calls has = lease.has(priority);
        for (Lane lane : Lane.values()) {
            boolean noSlot = lane == Lane.SALESFORCE && open.salesforce() >= slotsHeld;
            if (wanted.of(lane) > 0 && (has.of(lane) == 0 || noSlot)) {
                return Calls.NONE;
            }
        }
        return lease.take(priority, wanted);
    }

    private Duration untilNextSlot(Instant now) {
        Duration left = Duration.between(now, LaneUse.start(lease.slot() + 1));
        return left.isNegative() || left.isZero() ? LaneUse.SLOT : left;
    }

    /** What was granted before and lies there still is not asked for again. */
    private void lease(Priority priority, Calls wanted, Instant now) {
        Calls missing = wanted.minus(lease.has(priority));
        boolean needsSlot = wanted.salesforce() > 0 && open.salesforce() >= slotsHeld;
        if (needsSlot && missing.salesforce() == 0) {
            missing = missing.plus(new Calls(0, 0, 1));
        }
        int slots = open.salesforce() + (wanted.salesforce() > 0 ? 1 : 0);
        Claim claim =
                new Claim(process, priority, missing, lease.expected(), untold.with(lease), slots);
        Leasing leasing = claim(claim, now);
        for (Lane lane : Lane.values()) {
            Leasing.Wait wait = leasing == null ? null : leasing.refused(lane);
            if (leasing == null && missing.of(lane) > 0) {
                refusals.add(priority, lane, now, CONTENDED);
            } else if (wait != null) {
                refusals.add(priority, lane, now, wait.after());
                LOG.debugf("No calls of %s for %s: %s", lane, priority, wait.why());
            } else if (missing.of(lane) > 0) {
                refusals.forget(priority, lane);
            }
        }
    }

    /** Null if others were faster every time; then nothing was stored. */
    private @Nullable Leasing claim(Claim claim, Instant now) {
        Claimed claimed = ledger.claim(claim, now);
        if (claimed != null && claimed.stored()) {
            stored(claim, claimed.leasing());
        }
        return claimed == null ? null : claimed.leasing();
    }

    private void stored(Claim claim, Leasing leasing) {
        SharedBudget known = ledger.known();
        untold.told(claim.told(), known.slot());
        lease.told(claim.told().lapsed());
        lease.add(known.slot(), claim.priority(), leasing.granted());
        SharedBudget.Held held = known.held().get(process);
        slotsHeld = held == null ? 0 : held.slots();
    }

    /** Counts what a grant did not use for others, and tells the others what the CRMs said. */
    synchronized void done(Grant grant) {
        Instant now = clock.instant();
        at(now);
        Calls unused = open.close(grant.calls());
        lease.giveBack(grant.slot(), grant.priority(), unused, now);
        if (untold.hasCalls(now) || untold.hasNews(ledger.known()) || isCrowded(now)) {
            tell(now);
        }
    }

    /** Then a slot that is not needed is given back at once, else when its time is over. */
    private boolean isCrowded(Instant now) {
        SharedBudget.Held own = ledger.known().held().get(process);
        if (own == null || open.salesforce() >= own.slots()) {
            return false;
        }
        int taken = 0;
        for (SharedBudget.Held held : ledger.known().held().values()) {
            taken += held.until().isAfter(now) ? held.slots() : 0;
        }
        return taken * 2 >= terms.slots().max();
    }

    private void tell(Instant now) {
        try {
            Claim claim =
                    new Claim(
                            process,
                            Priority.EDIT,
                            Calls.NONE,
                            Calls.NONE,
                            untold.with(lease),
                            open.salesforce());
            claim(claim, now);
        } catch (RuntimeException e) {
            LOG.warn("What was called could not be stored; it is counted with the next calls", e);
        }
    }

    /** A call was made, whatever came of it. Does not throw. */
    synchronized void made(Lane lane) {
        if (!open.count(lane)) {
            untold.called(lane);
            Instant now = clock.instant();
            if (open.isEmpty() && untold.hasCalls(now)) {
                tell(now);
            }
        }
    }

    /** What headers said of a day. */
    synchronized void seen(Side side, Seen day) {
        untold.seen(side, day);
    }

    /** What HubSpot's headers said of ten seconds. */
    synchronized void seenWindowMax(int max) {
        untold.seenWindowMax(max);
    }

    synchronized @Nullable Seen seen(Side side) {
        return untold.seen(side);
    }

    /** A CRM has refused calls: closes the lane for all functions. Does not throw. */
    synchronized void close(Lane lane, Duration after, String reason) {
        Instant now = clock.instant();
        Duration wait = after.compareTo(CLOSED_MIN) < 0 ? CLOSED_MIN : after;
        lease.close(lane, now.plus(wait));
        for (Priority priority : Priority.values()) {
            refusals.add(priority, lane, now, wait);
        }
        try {
            ledger.close(lane, new Closed(now.plus(wait), reason));
        } catch (RuntimeException e) {
            LOG.warnf(e, "%s is closed (%s) for this process only", lane, reason);
        }
    }

    /** A day that is used up: until its end where that is known, else until it is tried again. */
    public Duration untilDayEnds(Side side) {
        Instant now = clock.instant();
        Instant end = terms.dayEnd(side, now);
        return end == null ? Terms.probeEvery(side) : Duration.between(now, end);
    }

    /** How the budgets are, for people. */
    public BudgetStatus status() {
        return new BudgetStatus(store.load(), terms, clock.instant());
    }
}
