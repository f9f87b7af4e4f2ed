package io.crosswalk.records;

/**
 * How urgent a look at a link is, most urgent first. Budgets of calls are granted in this order.
 */
public enum Priority {
    /** Somebody changed something, and a hint told of it. */
    EDIT,
    /** Catching up with what no hint told of. */
    RECONCILE,
    /** Bringing existing values in step, because a person asked for it. */
    BACKFILL
}
