package io.crosswalk.reconcile;

import io.crosswalk.budget.Calls;
import io.crosswalk.budget.Lane;
import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.hubspot.HubspotClient.SearchFilter;
import io.crosswalk.hubspot.HubspotClient.SearchPage;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.Priority;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.rules.Side;
import io.crosswalk.salesforce.SalesforceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for HubSpot records that changed since the cursor, and links those that name a partner;
 * those that may have one look for it.
 */
@ApplicationScoped
public class HubspotCatchUp {
    private static final int PAGE = 200;
    private static final Calls SEARCH = Calls.of(Lane.HUBSPOT_SEARCH, 1);

    /** HubSpot refuses to page further; then the search starts anew at the last time seen. */
    private static final int RESULTS_MAX = 10_000;

    private final HubspotClient hubspot;
    private final RecordStore store;
    private final Cursors cursors;
    private final Differences differences;
    private final OverwrittenEdits overwritten;
    private final PageCalls calls;
    private final ReconcileConfig config;

    public HubspotCatchUp(
            HubspotClient hubspot,
            RecordStore store,
            Cursors cursors,
            Differences differences,
            OverwrittenEdits overwritten,
            PageCalls calls,
            ReconcileConfig config) {
        this.hubspot = hubspot;
        this.store = store;
        this.cursors = cursors;
        this.differences = differences;
        this.overwritten = overwritten;
        this.calls = calls;
        this.config = config;
    }

    /**
     * @param settled the cursor stays behind it: search shows later changes late, so the next run
     *     looks for them again
     * @return how many records were marked
     */
    int run(MappingPlan plan, Instant settled) {
        ObjectPair object = plan.object();
        Instant from = cursors.cursor(object.name(), Side.HUBSPOT);
        Instant last = from;
        @Nullable String after = null;
        int results = 0;
        int marked = 0;
        OverwrittenEdits.Check check = overwritten.check(plan);
        for (int page = 0; page < config.pagesMax(); page++) {
            SearchPage found = search(object, plan, from, after);
            if (found == null) {
                // The next run goes on at the cursor.
                break;
            }
            marked += take(plan, found.records(), check);
            for (CrmRecord record : found.records()) {
                if (record.modifiedAt() != null && record.modifiedAt().isAfter(last)) {
                    last = record.modifiedAt();
                }
            }
            cursors.advance(object.name(), Side.HUBSPOT, last.isAfter(settled) ? settled : last);
            results += found.records().size();
            after = found.after();
            if (after == null) {
                check.end();
                break;
            }
            if (results + PAGE > RESULTS_MAX && last.isAfter(from)) {
                from = last;
                after = null;
                results = 0;
            }
        }
        return marked;
    }

    private @Nullable SearchPage search(
            ObjectPair object, MappingPlan plan, Instant from, @Nullable String after) {
        String since = Long.toString(Math.max(0, from.toEpochMilli()));
        return calls.call(
                SEARCH,
                () ->
                        hubspot.search(
                                object.hubspotType(),
                                List.of(
                                        new SearchFilter(
                                                object.modifiedProperty(), "GTE", List.of(since))),
                                object.modifiedProperty(),
                                plan.hubspotProperties(),
                                PAGE,
                                after));
    }

    private int take(MappingPlan plan, List<CrmRecord> records, OverwrittenEdits.Check check) {
        ObjectPair object = plan.object();
        List<RecordKey> keys =
                records.stream().map(r -> RecordKey.hubspot(object.name(), r.id())).toList();
        Map<RecordKey, Link> links = store.load(keys);
        Map<RecordKey, List<Noted>> marks = new HashMap<>();
        Map<String, String> partners = new LinkedHashMap<>();
        for (CrmRecord record : records) {
            RecordKey key = RecordKey.hubspot(object.name(), record.id());
            Link link = links.get(key);
            String partner =
                    SalesforceId.canonical(record.values().get(object.salesforceIdProperty()));
            if (link != null && link.partnerId() != null) {
                if (differences.worthALook(plan, link, Side.HUBSPOT, record)) {
                    marks.put(key, List.of());
                }
            } else if (!partner.isEmpty() && (link == null || link.parked().isEmpty())) {
                partners.put(record.id(), partner);
            } else if (differences.seeksPartner(plan, key, link, Side.HUBSPOT, record)) {
                marks.put(key, List.of());
            }
        }
        Set<String> linked = store.link(object.name(), partners);
        // Another record has the partner of the others; a look tells people.
        partners.keySet().stream()
                .filter(id -> !linked.contains(id))
                .forEach(id -> marks.put(RecordKey.hubspot(object.name(), id), List.of()));
        marks.putAll(check.find(records, links));
        store.mark(marks, Priority.RECONCILE);
        return linked.size() + marks.size();
    }
}
