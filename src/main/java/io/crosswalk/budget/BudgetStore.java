package io.crosswalk.budget;

import org.jspecify.annotations.Nullable;

/** Where all functions share what they know of the budgets. Methods throw when storage fails. */
public interface BudgetStore {

    /** As it is now (consistent read); {@link SharedBudget#UNUSED} at first. */
    SharedBudget load();

    /**
     * Stores {@code next} if the version before it is what is stored.
     *
     * @return null if it was stored; else what somebody else has stored meanwhile, and nothing
     *     changed
     */
    @Nullable SharedBudget replace(SharedBudget next);
}
