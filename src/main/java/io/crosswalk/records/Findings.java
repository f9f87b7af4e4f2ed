package io.crosswalk.records;

import io.crosswalk.rules.Side;
import java.util.Map;
import java.util.Set;

/**
 * What the last look at a link has left behind, beside the bases.
 *
 * @param parked per mapping id the pair of values that could not be written; the same pair is not
 *     tried again
 * @param gone the sides on which the record was deleted; nothing is written while there are any
 * @param differences per mapping id why the sides differ; a mapping in step is absent
 * @param compared how many mapped fields the look compared
 * @param writes per mapping id when it was written lately
 * @param retries per mapping id when a parked pair is tried again by itself; of a record without a
 *     partner when that is made after all
 * @param overtaken how many looks in a row did not write, because somebody had changed the
 *     Salesforce record since they read it
 * @param lookedUnder the version of the object's configuration under which the last look decided; 0
 *     if none did
 */
public record Findings(
        Map<String, Base> parked,
        Set<Side> gone,
        Map<String, Difference> differences,
        int compared,
        Map<String, RecentWrites> writes,
        Map<String, Retry> retries,
        int overtaken,
        long lookedUnder) {
    public static final Findings NONE = of(Map.of(), Set.of());

    public Findings {
        parked = Map.copyOf(parked);
        gone = Set.copyOf(gone);
        differences = Map.copyOf(differences);
        writes = Map.copyOf(writes);
        retries = Map.copyOf(retries);
    }

    /** Of no look that a configuration is known of. */
    public Findings(
            Map<String, Base> parked,
            Set<Side> gone,
            Map<String, Difference> differences,
            int compared,
            Map<String, RecentWrites> writes,
            Map<String, Retry> retries,
            int overtaken) {
        this(parked, gone, differences, compared, writes, retries, overtaken, 0);
    }

    public static Findings of(Map<String, Base> parked, Set<Side> gone) {
        return new Findings(parked, gone, Map.of(), 0, Map.of(), Map.of(), 0, 0);
    }

    public Findings withParked(Map<String, Base> parked) {
        return new Findings(
                parked, gone, differences, compared, writes, retries, overtaken, lookedUnder);
    }

    public Findings withWrites(Map<String, RecentWrites> writes) {
        return new Findings(
                parked, gone, differences, compared, writes, retries, overtaken, lookedUnder);
    }

    public Findings withDifferences(Map<String, Difference> differences) {
        return new Findings(
                parked, gone, differences, compared, writes, retries, overtaken, lookedUnder);
    }

    public Findings withRetries(Map<String, Retry> retries) {
        return new Findings(
                parked, gone, differences, compared, writes, retries, overtaken, lookedUnder);
    }

    public Findings withGone(Set<Side> gone) {
        return new Findings(
                parked, gone, differences, compared, writes, retries, overtaken, lookedUnder);
    }

    public Findings withLookedUnder(long configuration) {
        return new Findings(
                parked, gone, differences, compared, writes, retries, overtaken, configuration);
    }
}
