package io.crosswalk.hubspot;

import java.time.Duration;

/** Told of every HTTP call to HubSpot after it ended; for budgets and metrics. Must not throw. */
public interface CallListener {

    CallListener NONE = (kind, records, status, millis) -> {};

    /**
     * @param records records that the call carried; 0 for metadata and logins
     * @param status the HTTP status; 0 when there was no answer
     * @param millis from sending to the answer's last byte
     */
    void called(Kind kind, int records, int status, long millis);

    /** Told what the headers have said of the limits so far, before {@link #called}. */
    default void seen(CallBudget budget) {}

    /**
     * Told that HubSpot takes no calls for a while, whoever makes them: 429, 477, 503.
     *
     * @param kind of the call that was refused
     * @param code the limit's name ({@code TEN_SECONDLY_ROLLING}, {@code SECONDLY}, {@code DAILY}),
     *     or HubSpot's word for why it takes no calls
     * @param after the least time to wait; zero if nobody names one
     */
    default void limited(Kind kind, String code, Duration after) {}

    /** Tells all of them. */
    static CallListener all(Iterable<CallListener> listeners) {
        return new CallListener() {
            @Override
            public void called(Kind kind, int records, int status, long millis) {
                listeners.forEach(one -> one.called(kind, records, status, millis));
            }

            @Override
            public void seen(CallBudget budget) {
                listeners.forEach(one -> one.seen(budget));
            }

            @Override
            public void limited(Kind kind, String code, Duration after) {
                listeners.forEach(one -> one.limited(kind, code, after));
            }
        };
    }

    enum Kind {
        LOGIN,
        BATCH_READ,
        BATCH_READ_HISTORY,
        BATCH_UPDATE,
        BATCH_CREATE,
        ASSOCIATION_READ,
        ASSOCIATION_UPDATE,
        SEARCH,
        PROPERTIES,
        PROPERTY_UPDATE,
        PIPELINES,
        OWNERS,
        /** What our app may do. HubSpot names no limit that leaves it out. */
        ACCESS
    }
}
