package io.crosswalk.simulation;

/**
 * @param races whether people edit inside the engine's calls
 * @param twoHands whether one link may be in two functions at once, which the stream prevents
 */
record Options(boolean races, boolean twoHands) {
    static final Options STREAM_ORDER = new Options(false, false);
}
