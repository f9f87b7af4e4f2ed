package io.crosswalk.records;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which values wait for a record to find a partner: a contact's company that is not linked yet.
 * Read consistently, so that of two who note and link at the same time one sees the other.
 */
public interface AwaitedPartners {

    /**
     * A value that waits.
     *
     * @param link whose value it is
     */
    record Waiting(RecordKey link, String mappingId) {}

    /**
     * Durable when it returns; noting it again changes nothing.
     *
     * @param waiting per record without a partner
     */
    void await(Map<RecordKey, Set<Waiting>> waiting);

    /**
     * Those that wait for records; records that nothing waits for are missing.
     *
     * @param limit per record, at most 1,000
     */
    Map<RecordKey, List<Waiting>> of(Collection<RecordKey> awaited, int limit);

    /** They wait no more. */
    void release(RecordKey awaited, Collection<Waiting> waiting);
}
