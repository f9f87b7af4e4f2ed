package io.crosswalk.reconcile;

import io.crosswalk.records.Difference;
import io.crosswalk.records.Difference.Reason;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.Priority;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.UnaskedRecordStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Contacts in the order of their ids; notes what is marked and retried. */
final class ListedLinks extends UnaskedRecordStore {
    private final Map<Integer, LinkSummary> links = new TreeMap<>();

    /** Asked for so far. */
    int pages;

    final List<String> marked = new ArrayList<>();
    final List<String> retried = new ArrayList<>();

    /** How many links a page shows at most; smaller than what is asked for. */
    int pageMax = 1_000;

    void add(int id, int compared) {
        add(id, compared, Map.of());
    }

    void add(int id, int compared, String mappingId, Reason reason, Instant since) {
        add(id, compared, Map.of(mappingId, new Difference(reason, since)));
    }

    void add(int id, int compared, Map<String, Difference> differences) {
        links.put(
                id,
                new LinkSummary(
                        RecordKey.hubspot("contact", "" + id), "003" + id, compared, differences));
    }

    @Override
    public LinkPage links(String object, int limit, @Nullable String after) {
        if (!object.equals("contact")) {
            return new LinkPage(List.of(), null);
        }
        pages++;
        int from = after == null ? Integer.MIN_VALUE : Integer.parseInt(after);
        List<LinkSummary> page = new ArrayList<>();
        for (LinkSummary link : links.values()) {
            if (Integer.parseInt(link.key().recordId()) > from) {
                if (page.size() == Math.min(limit, pageMax)) {
                    return new LinkPage(page, page.get(page.size() - 1).key().recordId());
                }
                page.add(link);
            }
        }
        return new LinkPage(page, null);
    }

    @Override
    public Map<RecordKey, Link> mark(Map<RecordKey, List<Noted>> hints, Priority priority) {
        hints.keySet().stream()
                .map(RecordKey::recordId)
                .sorted()
                .forEach(id -> marked.add(priority + " " + id));
        return Map.of();
    }

    @Override
    public boolean retry(RecordKey link, @Nullable String mappingId) {
        return retried.add(link.recordId() + " " + mappingId);
    }
}
