package io.crosswalk.simulation;

/** The function dies here. What was stored before stays. */
final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash(String where) {
        super(where, null, false, false);
    }
}
