package io.crosswalk.records;

import io.crosswalk.records.Problem.Found;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The open problems. A closed one is deleted: what happened to a value stays in the journal, and
 * counts and lists need no filter.
 */
public interface ProblemStore {

    /** Opens them, or counts them once more. Durable when it returns. */
    void raise(Collection<Found> problems);

    Optional<Problem> find(ProblemId id);

    /** Closing what is not open changes nothing. */
    void close(Collection<ProblemId> ids);

    /**
     * Closes the problems of a record's value.
     *
     * @param mappingId null for those of the record as a whole
     * @param keep the one to be left open; null closes all
     */
    void closeAllOf(RecordKey link, @Nullable String mappingId, @Nullable ProblemCode keep);

    /** Closes everything about a record. */
    void closeAllOf(RecordKey link);

    /** Everything that is open about a record, as it is when this is called. */
    List<Problem> ofRecord(RecordKey link);

    /**
     * Likewise for many records, which may be asked side by side.
     *
     * @return by record; one without any is absent
     */
    default Map<RecordKey, List<Problem>> ofRecords(Collection<RecordKey> links) {
        Map<RecordKey, List<Problem>> open = new LinkedHashMap<>();
        links.forEach(link -> open.computeIfAbsent(link, this::ofRecord));
        open.values().removeIf(List::isEmpty);
        return open;
    }

    /** Problems of the object and of its mappings as such, without those of records. */
    List<Problem> ofMappings(String object);

    /**
     * Newest first, by the time at which they were opened.
     *
     * @param after {@link Page#next()} of the page before; null to start
     */
    Page page(Filter filter, int limit, @Nullable String after);

    /**
     * Open problems of records, per mapping id; a mapping without any is absent. Counts to {@link
     * #COUNT_MAX}.
     */
    Map<String, Integer> countOfRecords(String object, Collection<String> mappingIds);

    int COUNT_MAX = 1_000;

    /** Null lets everything pass. */
    record Filter(
            @Nullable String object,
            @Nullable String mappingId,
            @Nullable ProblemSeverity severity,
            @Nullable ProblemCode code,
            @Nullable String hubspotId) {

        public static Filter ofMapping(String object, String mappingId) {
            return new Filter(object, mappingId, null, null, null);
        }
    }

    /**
     * @param next to pass as {@code after} for the next page; null on the last
     */
    record Page(List<Problem> items, @Nullable String next) {}
}
