package io.crosswalk.budget;

import io.crosswalk.budget.LaneBudget.Closed;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A process's way to change the shared budget, and what it last knew of it. */
final class Ledger {
    private static final Logger LOG = Logger.getLogger(Ledger.class);

    /** Of a change that others keep being faster with. */
    private static final int TRIES_MAX = 20;

    private final BudgetStore store;
    private final Terms terms;
    private SharedBudget known = SharedBudget.UNUSED;

    Ledger(BudgetStore store, Terms terms) {
        this.store = store;
        this.terms = terms;
    }

    SharedBudget known() {
        return known;
    }

    /**
     * @param stored false if it was refused and had nothing to tell
     */
    record Claimed(Leasing leasing, boolean stored) {}

    /**
     * A refusal is believed only of what is stored now: somebody may have told news.
     *
     * @return null if others were faster every time; then nothing was stored
     */
    @Nullable Claimed claim(Claim claim, Instant now) {
        boolean fresh = false;
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            Leasing leasing = new Leasing(known, terms, claim, now);
            if (leasing.granted().isNone() && !claim.wanted().isNone() && !fresh) {
                known = store.load();
                fresh = true;
                continue;
            }
            if (!leasing.isWorthStoring()) {
                return new Claimed(leasing, false);
            }
            SharedBudget next = leasing.after();
            SharedBudget other = store.replace(next);
            known = other == null ? next : other;
            if (other == null) {
                return new Claimed(leasing, true);
            }
            fresh = true;
        }
        return null;
    }

    void close(Lane lane, Closed closed) {
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            SharedBudget next = known.closed(lane, closed);
            SharedBudget other = next == known ? null : store.replace(next);
            known = other == null ? next : other;
            if (other == null) {
                LOG.infof("%s is closed until %s: %s", lane, closed.until(), closed.reason());
                return;
            }
        }
    }
}
