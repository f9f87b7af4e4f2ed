package io.crosswalk.budget;

import io.crosswalk.Shipped;

/** What the budget allows where nobody has configured anything. */
public final class ShippedTerms {
    private static final Terms TERMS = Terms.of(Shipped.config(BudgetConfig.class));

    private ShippedTerms() {}

    public static Terms terms() {
        return TERMS;
    }
}
