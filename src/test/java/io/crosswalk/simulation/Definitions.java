package io.crosswalk.simulation;

import io.crosswalk.rules.Side;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How an administrator has changed the properties or fields of a side. */
final class Definitions {
    /** Of a text in Salesforce. */
    static final int LENGTH = 80;

    /** A text with a number of three digits is longer. */
    private static final int SHORT_LENGTH = 3;

    enum State {
        READ_ONLY,

        /** Salesforce only. */
        SHORT,

        /** Deleted, or hidden from us: the CRM does not know it. */
        HIDDEN
    }

    private final Side side;
    private final Map<String, State> states = new TreeMap<>();

    Definitions(Side side) {
        this.side = side;
    }

    /** What it becomes, or null if it is as it was at first again. */
    @Nullable State change(String name, State to) {
        if (states.remove(name) != null) {
            return null;
        }
        State its = to == State.SHORT && side == Side.HUBSPOT ? State.READ_ONLY : to;
        states.put(name, its);
        return its;
    }

    void restoreAll() {
        states.clear();
    }

    boolean isReadOnly(String name) {
        return states.get(name) == State.READ_ONLY;
    }

    boolean isHidden(String name) {
        return states.get(name) == State.HIDDEN;
    }

    int length(String name) {
        return states.get(name) == State.SHORT ? SHORT_LENGTH : LENGTH;
    }

    boolean refuses(String name, String given) {
        State state = states.get(name);
        return state != null && (state != State.SHORT || given.length() > SHORT_LENGTH);
    }
}
