package io.crosswalk.simulation;

import io.crosswalk.records.AwaitedPartners;
import io.crosswalk.records.Journal;
import io.crosswalk.records.ProblemStore;
import io.crosswalk.records.RecordStore;

/** A fault that stands between the engine and its storage; {@link #NONE} is the engine as it is. */
interface Planted {
    Planted NONE = new Planted() {};

    default RecordStore store(RecordStore store) {
        return store;
    }

    default Journal journal(Journal journal) {
        return journal;
    }

    default AwaitedPartners awaited(AwaitedPartners awaited) {
        return awaited;
    }

    default ProblemStore problems(ProblemStore problems) {
        return problems;
    }

    /** Whether Salesforce writes records that have changed since they were read. */
    default boolean ignoresGuards() {
        return false;
    }

    /** Whether a company that was deleted in HubSpot is read as if it was there. */
    default boolean readsDeletedCompanies() {
        return false;
    }

    /** Whether nobody looks at HubSpot's histories. */
    default boolean hidesHistories() {
        return false;
    }
}
