package io.crosswalk.bench;

import java.util.List;

/** Where the links are that nobody has changed yet. */
enum LinksKept {
    /** In DynamoDB Local, all of them: what takes long to fill, and is the proof of the other. */
    STORED,

    /** Nowhere: {@link GeneratedLinks} makes them when they are read. */
    GENERATED;

    static final String WORD = "stored";

    /**
     * @param args of a figure: with the word "stored" they are
     */
    static LinksKept of(List<String> args) {
        return args.contains(WORD) ? STORED : GENERATED;
    }
}
