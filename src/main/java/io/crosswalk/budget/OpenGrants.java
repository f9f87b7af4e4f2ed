package io.crosswalk.budget;

/**
 * The grants of a process that are being worked with. Calls are counted against all of them
 * together, because nobody knows which call belongs to which; so of several that run at once one
 * may give back less than it could, and never more.
 */
final class OpenGrants {
    private Calls granted = Calls.NONE;
    private Calls toBeMade = Calls.NONE;
    private int salesforce;

    void open(Calls calls) {
        granted = granted.plus(calls);
        toBeMade = toBeMade.plus(calls);
        salesforce += calls.salesforce() > 0 ? 1 : 0;
    }

    /**
     * A call was made.
     *
     * @return false if it was granted to nobody
     */
    boolean count(Lane lane) {
        if (toBeMade.of(lane) == 0) {
            return false;
        }
        toBeMade = toBeMade.minus(Calls.of(lane, 1));
        return true;
    }

    /** Returns what of it was not made. */
    Calls close(Calls calls) {
        Calls others = granted.minus(calls);
        Calls unused = calls.minus(calls.minus(toBeMade.minus(others)));
        granted = others;
        toBeMade = toBeMade.minus(unused);
        salesforce -= calls.salesforce() > 0 ? 1 : 0;
        return unused;
    }

    /** How many of them call Salesforce, each with a slot. */
    int salesforce() {
        return salesforce;
    }

    boolean isEmpty() {
        return granted.isNone();
    }
}
