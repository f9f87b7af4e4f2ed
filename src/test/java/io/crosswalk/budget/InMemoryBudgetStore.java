package io.crosswalk.budget;

import org.jspecify.annotations.Nullable;

/** {@link BudgetStore} as DynamoDB would keep it; counts what it is asked. */
public final class InMemoryBudgetStore implements BudgetStore {
    private SharedBudget stored = SharedBudget.UNUSED;
    int loads;
    int writes;
    int conflicts;
    boolean down;

    @Override
    public SharedBudget load() {
        requireUp();
        loads++;
        return stored;
    }

    @Override
    public @Nullable SharedBudget replace(SharedBudget next) {
        requireUp();
        if (next.version() != stored.version() + 1) {
            conflicts++;
            return stored;
        }
        writes++;
        stored = next;
        return null;
    }

    private void requireUp() {
        if (down) {
            throw new IllegalStateException("storage is down");
        }
    }

    SharedBudget stored() {
        return stored;
    }
}
