package io.crosswalk.mapping;

import io.crosswalk.records.Link;
import io.crosswalk.rules.SyncRule;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Since when the mappings of an object sync, those included that a CRM does not show now.
 *
 * @param version of the object's configuration
 * @param since by mapping id the version with which it was made, or its rule left Don't sync; those
 *     that always synced are absent
 */
record Beginnings(long version, Map<String, Long> since) {

    /**
     * @param version may be older than the mappings, which were read after it
     */
    static Beginnings of(long version, Collection<Mapping> mappings) {
        long newest = version;
        Map<String, Long> since = new HashMap<>();
        for (Mapping mapping : mappings) {
            Mapping.Since its = mapping.saved().since();
            if (its != null && mapping.syncRule() != SyncRule.DONT_SYNC) {
                since.put(mapping.id(), its.configuration());
                newest = Math.max(newest, its.configuration());
            }
        }
        return new Beginnings(newest, Map.copyOf(since));
    }

    /**
     * A link without what it knew of mappings that did not sync for a time since: nobody watched
     * their values then, so they meet anew.
     */
    Link upToDate(Link link) {
        if (since.isEmpty() || link.findings().lookedUnder() >= version) {
            return link;
        }
        Set<String> outdated = new HashSet<>();
        since.forEach(
                (id, configuration) -> {
                    if (configuration > link.findings().lookedUnder()) {
                        outdated.add(id);
                    }
                });
        return link.withoutBases(outdated);
    }
}
