package io.crosswalk.budget;

import io.crosswalk.Shipped;
import io.crosswalk.hubspot.AccountZone;

/** What the budget allows where nobody has configured anything. */
public final class ShippedTerms {
    private static final Terms TERMS =
            Terms.of(Shipped.config(BudgetConfig.class), AccountZone.named(""));

    private ShippedTerms() {}

    public static Terms terms() {
        return TERMS;
    }
}
