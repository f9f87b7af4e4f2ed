package io.crosswalk.reconcile;

import io.crosswalk.budget.Calls;
import io.crosswalk.budget.Lane;
import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.hubspot.HubspotClient.SearchFilter;
import io.crosswalk.hubspot.HubspotClient.SearchPage;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.Priority;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.rules.Side;
import io.crosswalk.salesforce.SalesforceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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

    /** Of the properties' names: HubSpot refuses searches whose body has over 3,000 characters. */
    private static final int NAMES_LENGTH_MAX = 2_400;

    private static final int RECORDS_PER_READ = 100;

    private final HubspotClient hubspot;
    private final RecordStore store;
    private final Cursors cursors;
    private final Differences differences;
    private final OverwrittenEdits overwritten;
    private final PageCalls calls;
    private final ReconcileConfig config;
    private final Clock clock;

    public HubspotCatchUp(
            HubspotClient hubspot,
            RecordStore store,
            Cursors cursors,
            Differences differences,
            OverwrittenEdits overwritten,
            PageCalls calls,
            ReconcileConfig config,
            Clock clock) {
        this.hubspot = hubspot;
        this.store = store;
        this.cursors = cursors;
        this.differences = differences;
        this.overwritten = overwritten;
        this.calls = calls;
        this.config = config;
        this.clock = clock;
    }

    Caught run(MappingPlan plan, Share share) {
        ObjectPair object = plan.object();
        Instant from = cursors.cursor(object.name(), Side.HUBSPOT);
        Instant last = from;
        @Nullable String after = null;
        Caught caught = Caught.NOTHING;
        OverwrittenEdits.Check check = overwritten.check(plan);
        for (int page = 0; page < config.pagesMax(); page++) {
            SearchPage found = search(object, plan, from, after);
            if (found == null) {
                // The next run goes on at the cursor.
                return caught.thenRefused();
            }
            caught = caught.and(take(plan, found.records(), check));
            if (!check.isWhole()) {
                // Whether these were overwritten could not be asked: the next run looks again.
                return caught.thenRefused();
            }
            for (CrmRecord record : found.records()) {
                if (record.modifiedAt() != null && record.modifiedAt().isAfter(last)) {
                    last = record.modifiedAt();
                }
            }
            Instant settled = share.settled();
            cursors.advance(object.name(), Side.HUBSPOT, last.isAfter(settled) ? settled : last);
            after = found.after();
            if (after == null) {
                check.end();
                break;
            }
            if (share.isUsedUp(clock) && last.isAfter(from)) {
                break;
            }
            if (last.isAfter(from)) {
                // Not by offset: what changes meanwhile leaves its place, and the rest moves up.
                from = last;
                after = null;
            }
        }
        return caught;
    }

    private @Nullable SearchPage search(
            ObjectPair object, MappingPlan plan, Instant from, @Nullable String after) {
        String since = Long.toString(Math.max(0, from.toEpochMilli()));
        List<SearchFilter> filters =
                List.of(new SearchFilter(object.modifiedProperty(), "GTE", List.of(since)));
        boolean fits = length(plan.hubspotProperties()) <= NAMES_LENGTH_MAX;
        Set<String> shown = new HashSet<>(Set.of(object.salesforceIdProperty()));
        shown.add(object.modifiedProperty());
        if (fits) {
            shown.addAll(plan.hubspotProperties());
        }
        Calls most = fits ? SEARCH : SEARCH.plus(Calls.of(Lane.HUBSPOT, PAGE / RECORDS_PER_READ));
        return calls.call(
                most,
                () -> {
                    SearchPage page =
                            hubspot.search(
                                    object.hubspotType(),
                                    filters,
                                    object.modifiedProperty(),
                                    shown,
                                    PAGE,
                                    after);
                    return fits ? timed(object, page) : read(plan, timed(object, page));
                });
    }

    /**
     * With the time by which the search filters and sorts. Whether a record's {@code updatedAt} is
     * the same is not documented, and one that is later would have the cursor pass others by.
     */
    private static SearchPage timed(ObjectPair object, SearchPage page) {
        List<CrmRecord> records = new ArrayList<>();
        for (CrmRecord found : page.records()) {
            String at = found.values().get(object.modifiedProperty());
            records.add(
                    at == null || at.isEmpty()
                            ? found
                            : new CrmRecord(
                                    found.id(), found.currentId(), found.values(), time(at)));
        }
        return new SearchPage(page.total(), records, page.after());
    }

    /** Properties hold times in both forms (crm-apis: dates). */
    private static Instant time(String at) {
        boolean millis = at.chars().allMatch(c -> c >= '0' && c <= '9');
        return millis
                ? Instant.ofEpochMilli(Long.parseLong(at))
                : OffsetDateTime.parse(at).toInstant();
    }

    private static int length(Set<String> names) {
        return names.stream().mapToInt(name -> name.length() + "\"\",".length()).sum();
    }

    /**
     * The same records with all their values. One that is gone since is left out; of one that has
     * changed since, the time of the search counts, for by that the pages are sorted.
     */
    private SearchPage read(MappingPlan plan, SearchPage page) {
        List<String> ids = page.records().stream().map(CrmRecord::id).toList();
        ReadOutcome read = hubspot.read(plan.object().hubspotType(), ids, plan.hubspotProperties());
        ReadOutcome.Failure failure = read.failure();
        if (failure != null) {
            throw new CrmUnavailable(failure.code(), failure.message(), failure.after());
        }
        List<CrmRecord> whole = new ArrayList<>();
        for (CrmRecord found : page.records()) {
            CrmRecord now = read.found().get(found.id());
            if (now != null) {
                whole.add(
                        new CrmRecord(now.id(), now.currentId(), now.values(), found.modifiedAt()));
            }
        }
        return new SearchPage(page.total(), whole, page.after());
    }

    /** A look tells of it, and closes what people were told, or may have been. */
    private static boolean hasOpenEnds(@Nullable Link link) {
        return link != null && (!link.parked().isEmpty() || link.due().turn().isOpen());
    }

    private Caught take(MappingPlan plan, List<CrmRecord> records, OverwrittenEdits.Check check) {
        ObjectPair object = plan.object();
        List<RecordKey> keys =
                records.stream().map(r -> RecordKey.hubspot(object.name(), r.id())).toList();
        Map<RecordKey, Link> links = store.load(keys);
        Map<RecordKey, List<Noted>> marks = new HashMap<>();
        Map<String, String> partners = new LinkedHashMap<>();
        int untold = 0;
        for (CrmRecord record : records) {
            RecordKey key = RecordKey.hubspot(object.name(), record.id());
            Link link = links.get(key);
            String partner = SalesforceId.named(record.values().get(object.salesforceIdProperty()));
            if (link != null && link.partnerId() != null) {
                if (differences.worthALook(plan, link, Side.HUBSPOT, record)) {
                    marks.put(key, List.of());
                    untold += differences.isUntold(plan, link, Side.HUBSPOT, record) ? 1 : 0;
                }
            } else if (!partner.isEmpty() && !hasOpenEnds(link)) {
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
        return new Caught(linked.size() + marks.size(), untold, false);
    }
}
