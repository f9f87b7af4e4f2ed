package io.crosswalk.sync;

import java.util.ArrayList;
import java.util.List;

/**
 * The parts in which a batch is looked at, one after the other: where hundreds of fields are mapped
 * and all differ, what is decided and told of the whole batch takes half of a function's memory.
 */
final class LookParts {
    /** At a few KB for each one that is written, a tenth of a function's memory. */
    private static final int FIELDS_MAX = 30_000;

    /** As many as HubSpot takes in a call: in whole ones, parts cost no more calls. */
    private static final int CALL = 100;

    private LookParts() {}

    /**
     * @param fields of each
     * @return all of them, in order
     */
    static <T> List<List<T>> of(List<T> links, int fields) {
        int size = Math.max(1, FIELDS_MAX / Math.max(1, fields) / CALL) * CALL;
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < links.size(); from += size) {
            parts.add(links.subList(from, Math.min(links.size(), from + size)));
        }
        return parts;
    }
}
