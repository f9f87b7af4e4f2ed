package io.crosswalk.reconcile;

/**
 * How far a run caught up with one side of an object.
 *
 * @param marked records that had changed without a hint, or were linked
 * @param refused whether it stopped because there were no calls left for it
 */
record Caught(int marked, boolean refused) {}
