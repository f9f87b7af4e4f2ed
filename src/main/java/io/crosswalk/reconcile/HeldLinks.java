package io.crosswalk.reconcile;

import io.crosswalk.mapping.BreakerConfig;
import io.crosswalk.records.Difference;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.records.RecordStore.LinkPage;
import io.crosswalk.records.RecordStore.LinkSummary;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Has the links looked at again that hold back what paused mappings would have written. */
@ApplicationScoped
public class HeldLinks {
    private static final int PAGE = 500;

    /** Pages of one run; most links hold nothing back. */
    private static final int PAGES_MAX = 40;

    private final RecordStore records;
    private final BreakerConfig config;

    public HeldLinks(RecordStore records, BreakerConfig config) {
        this.records = records;
        this.config = config;
    }

    /**
     * A part of an object's links.
     *
     * @param retried per mapping id how many of them held its value; missing where none did
     * @param after where the next part begins; null where there is none
     */
    record Part(Map<String, Long> retried, @Nullable String after) {}

    /**
     * As many as a run may.
     *
     * @param mappingIds of which nothing is held any more
     * @param from null for the start
     */
    Part lookAgain(String object, Set<String> mappingIds, @Nullable String from) {
        Map<String, Long> retried = new HashMap<>();
        @Nullable String after = from;
        int links = 0;
        for (int pages = 0; pages < PAGES_MAX && links < config.releasesMax(); pages++) {
            LinkPage page = records.links(object, PAGE, after);
            for (var held : byFirst(page, mappingIds, retried).entrySet()) {
                links += records.retryAll(held.getValue(), held.getKey()).size();
            }
            after = page.next();
            if (after == null) {
                break;
            }
        }
        return new Part(retried, after);
    }

    /** Each link once: whatever is held because a mapping is paused is decided anew by a look. */
    private static Map<String, List<RecordKey>> byFirst(
            LinkPage page, Set<String> mappingIds, Map<String, Long> counts) {
        Map<String, List<RecordKey>> byFirst = new TreeMap<>();
        for (LinkSummary link : page.items()) {
            @Nullable String first = null;
            for (Map.Entry<String, Difference> each : link.differences().entrySet()) {
                String id = each.getKey();
                if (each.getValue().reason() == Difference.Reason.PAUSED
                        && mappingIds.contains(id)) {
                    counts.merge(id, 1L, Long::sum);
                    first = first == null || id.compareTo(first) < 0 ? id : first;
                }
            }
            if (first != null) {
                byFirst.computeIfAbsent(first, id -> new ArrayList<>()).add(link.key());
            }
        }
        return byFirst;
    }
}
