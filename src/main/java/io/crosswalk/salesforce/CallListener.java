package io.crosswalk.salesforce;

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

    enum Kind {
        LOGIN,
        COLLECTION_READ,
        COLLECTION_UPDATE,
        COMPOSITE_UPDATE,
        QUERY,
        DESCRIBE
    }
}
