package io.crosswalk.reconcile;

/**
 * How far a run caught up with one side of an object.
 *
 * @param marked records that had changed without a hint, or were linked
 * @param untold those of them that were linked, and whose values had changed without an event
 * @param refused whether it stopped because there were no calls left for it
 */
record Caught(int marked, int untold, boolean refused) {
    static final Caught NOTHING = new Caught(0, 0, false);

    Caught and(Caught more) {
        return new Caught(marked + more.marked, untold + more.untold, refused || more.refused);
    }

    Caught thenRefused() {
        return new Caught(marked, untold, true);
    }
}
