package io.crosswalk.salesforce;

import java.time.Duration;

/**
 * Told of every HTTP call to Salesforce after it ended; for budgets and metrics. Must not throw.
 */
public interface CallListener {

    CallListener NONE = (kind, records, status, millis) -> {};

    /**
     * @param records records that the call carried; 0 for metadata, queries and logins
     * @param status the HTTP status; 0 when there was no answer
     * @param millis from sending to the answer's last byte
     */
    void called(Kind kind, int records, int status, long millis);

    /** Told what the headers have said of the limits so far, before {@link #called}. */
    default void seen(CallBudget budget) {}

    /**
     * Told that Salesforce takes no calls for a while, whoever makes them: {@code
     * REQUEST_LIMIT_EXCEEDED}, 503.
     *
     * @param kind of the call that was refused
     * @param code {@code REQUEST_LIMIT_EXCEEDED}, {@code SERVER_UNAVAILABLE}
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
        COLLECTION_READ,
        COLLECTION_UPDATE,
        COMPOSITE_UPDATE,
        COLLECTION_CREATE,
        QUERY,
        DESCRIBE
    }
}
