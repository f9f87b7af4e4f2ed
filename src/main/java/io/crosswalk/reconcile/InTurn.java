package io.crosswalk.reconcile;

import org.jspecify.annotations.Nullable;

/** Steps of which none keeps those after it from their turn. */
public final class InTurn {
    private InTurn() {}

    /**
     * @throws RuntimeException the first that one of them threw, with the others suppressed, after
     *     all of them had their turn
     */
    public static void run(Runnable... steps) {
        @Nullable RuntimeException failure = null;
        for (Runnable step : steps) {
            try {
                step.run();
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
