package io.crosswalk.backfill;

import io.crosswalk.backfill.RunOrder.Backfill;
import io.crosswalk.backfill.RunOrder.Filter;
import io.crosswalk.backfill.RunOrder.UndoEntries;
import io.crosswalk.backfill.RunOrder.UndoMapping;
import io.crosswalk.backfill.RunOrder.UndoRun;
import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.hubspot.HubspotClient.SearchFilter;
import io.crosswalk.hubspot.HubspotClient.SearchPage;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingStore;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Journal;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.records.RunNote;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.SyncRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The records of a run, page by page, with what it asks of each. */
@ApplicationScoped
public class RunSources {
    static final String ID = "hs_object_id";
    private static final int SEARCH_MAX = 200;

    private final RecordStore store;
    private final Journal journal;
    private final HubspotClient hubspot;
    private final MappingStore mappings;

    public RunSources(
            RecordStore store, Journal journal, HubspotClient hubspot, MappingStore mappings) {
        this.store = store;
        this.journal = journal;
        this.hubspot = hubspot;
        this.mappings = mappings;
    }

    /**
     * @param notes per HubSpot record, which need not have a link
     * @param next where the next page starts; null on the last
     */
    record Page(Map<RecordKey, List<RunNote>> notes, @Nullable String next) {}

    /** Whether a page costs one of HubSpot's searches. */
    static boolean searches(RunOrder order) {
        return order instanceof Backfill backfill && backfill.filter().searches();
    }

    /**
     * @param cursor "" for the first page
     * @param limit of records, or of journal entries; of searches 200 at most
     */
    Page page(Run run, String cursor, int limit) {
        if (run.order() instanceof Backfill order) {
            return backfill(run, order, cursor, limit);
        }
        String after = cursor.isEmpty() ? null : cursor;
        if (run.order() instanceof UndoRun order) {
            return undo(run, journal.ofRun(order.run(), limit, after));
        }
        if (run.order() instanceof UndoMapping order) {
            return undo(
                    run,
                    journal.ofMapping(
                            order.object(), order.mapping(), order.since(), null, limit, after));
        }
        if (run.order() instanceof UndoEntries order) {
            return new Page(notes(run, order.entries()), null);
        }
        throw new AssertionError(run.order());
    }

    private Page backfill(Run run, Backfill order, String cursor, int limit) {
        Filter filter = order.filter();
        if (!filter.ids().isEmpty()) {
            int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
            int to = Math.min(filter.ids().size(), from + limit);
            return asking(
                    run,
                    order,
                    filter.ids().subList(from, to),
                    to < filter.ids().size() ? Integer.toString(to) : null);
        }
        if (filter.searches()) {
            return searched(run, order, cursor, Math.min(limit, SEARCH_MAX));
        }
        RecordStore.LinkPage page =
                store.links(order.object(), limit, cursor.isEmpty() ? null : cursor);
        List<String> ids = page.items().stream().map(link -> link.key().recordId()).toList();
        return asking(run, order, ids, page.next());
    }

    /** By id and always the first page, so that HubSpot's 10,000 results are no limit. */
    private Page searched(Run run, Backfill order, String cursor, int limit) {
        ObjectPair object = run.object();
        SearchPage found =
                hubspot.search(
                        object.hubspotType(),
                        filters(object, order.filter(), cursor),
                        ID,
                        Set.of(),
                        limit,
                        null);
        List<String> ids = found.records().stream().map(CrmRecord::id).toList();
        boolean more = found.after() != null && !ids.isEmpty();
        return asking(run, order, ids, more ? ids.get(ids.size() - 1) : null);
    }

    static List<SearchFilter> filters(ObjectPair object, Filter filter, String cursor) {
        List<SearchFilter> filters = new ArrayList<>();
        if (filter.property() != null) {
            RunOrder.PropertyFilter property = filter.property();
            filters.add(
                    new SearchFilter(property.property(), property.operator(), property.values()));
        }
        if (filter.modifiedSince() != null) {
            String since = Long.toString(filter.modifiedSince().toEpochMilli());
            filters.add(new SearchFilter(object.modifiedProperty(), "GTE", List.of(since)));
        }
        if (!cursor.isEmpty()) {
            filters.add(new SearchFilter(ID, "GT", List.of(cursor)));
        }
        return filters;
    }

    private Page asking(Run run, Backfill order, Collection<String> ids, @Nullable String next) {
        List<RunNote> asked = asked(run, order);
        Map<RecordKey, List<RunNote>> notes = new LinkedHashMap<>();
        ids.forEach(id -> notes.put(RecordKey.hubspot(order.object(), id), asked));
        return new Page(notes, next);
    }

    /** By mapping, so that what one field waits for never touches another. */
    private List<RunNote> asked(Run run, Backfill order) {
        List<RunNote> nothing = List.of(RunNote.look(run.id()));
        if (order.fill() == Fill.NONE) {
            return nothing;
        }
        List<RunNote> asked =
                mappings.mappings(order.object()).stream()
                        .filter(mapping -> mapping.syncRule() != SyncRule.DONT_SYNC)
                        .filter(mapping -> run.preview().covers(mapping.id(), order))
                        .map(mapping -> align(run, mapping))
                        .toList();
        return asked.isEmpty() ? nothing : asked;
    }

    /** By the rule that was previewed, whatever became of it. */
    private static RunNote align(Run run, Mapping mapping) {
        RunPreview.OfMapping counted = run.preview().mappings().get(mapping.id());
        String rule = counted == null ? mapping.choice().ruleStamp() : counted.rule();
        return RunNote.align(run.id(), mapping.id(), rule);
    }

    /** What was written after the undo was asked for is not what was meant. */
    private static Page undo(Run run, Journal.Page page) {
        List<JournalEntry.Key> meant =
                page.items().stream()
                        .filter(entry -> !entry.decidedAt().isAfter(run.times().created()))
                        .map(JournalEntry::key)
                        .toList();
        return new Page(notes(run, meant), page.next());
    }

    private static Map<RecordKey, List<RunNote>> notes(Run run, List<JournalEntry.Key> entries) {
        Map<RecordKey, List<RunNote>> notes = new LinkedHashMap<>();
        for (JournalEntry.Key entry : entries) {
            notes.computeIfAbsent(entry.link(), link -> new ArrayList<>())
                    .add(RunNote.undo(run.id(), entry));
        }
        return notes;
    }
}
