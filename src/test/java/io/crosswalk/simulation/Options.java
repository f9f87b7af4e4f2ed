package io.crosswalk.simulation;

/**
 * @param overwrites whether an edit may be lost that came between our read and our write of it: no
 *     engine that only reads before it writes can tell, so this is a known gap
 * @param twoHands whether one link may be in two functions at once, which the stream prevents
 */
record Options(boolean overwrites, boolean twoHands) {
    static final Options STREAM_ORDER = new Options(true, false);

    /** {@code -Dstrict} counts lost overwrites, {@code -DtwoHands} breaks the stream's promise. */
    static Options asAsked() {
        return new Options(!Boolean.getBoolean("strict"), Boolean.getBoolean("twoHands"));
    }
}
