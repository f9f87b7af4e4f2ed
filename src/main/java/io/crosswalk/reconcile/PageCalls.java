package io.crosswalk.reconcile;

import io.crosswalk.budget.Calls;
import io.crosswalk.budget.Governor;
import io.crosswalk.budget.Grant;
import io.crosswalk.records.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reconcile's calls, each of which may have to wait for a later run. */
@ApplicationScoped
public class PageCalls {
    private final Governor governor;

    public PageCalls(Governor governor) {
        this.governor = governor;
    }

    /**
     * @param calls that it makes at most, as far as it can be foreseen
     * @param page makes them
     * @return null if there are too few calls left for reconcile now; then none was made
     */
    <T> @Nullable T call(Calls calls, Supplier<T> page) {
        try (Grant grant = governor.ask(Priority.RECONCILE, calls)) {
            return grant.isWhole() ? page.get() : null;
        }
    }
}
