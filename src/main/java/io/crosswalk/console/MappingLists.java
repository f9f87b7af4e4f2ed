package io.crosswalk.console;

import io.crosswalk.api.ObjectStatuses;
import io.crosswalk.mapping.CrmMetadata;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingStatus;
import io.crosswalk.mapping.MappingStatuses;
import io.crosswalk.mapping.Mappings;
import io.crosswalk.mapping.ObjectConfiguration;
import io.crosswalk.mapping.ObjectMetadata;
import io.crosswalk.mapping.ScopeProblems;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.sync.SyncConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts together what the list of mappings shows. */
@ApplicationScoped
class MappingLists {
    private final Mappings mappings;
    private final CrmMetadata metadata;
    private final MappingStatuses statuses;
    private final ScopeProblems scopes;
    private final ObjectStatuses objects;
    private final SyncConfig sync;

    MappingLists(
            Mappings mappings,
            CrmMetadata metadata,
            MappingStatuses statuses,
            ScopeProblems scopes,
            ObjectStatuses objects,
            SyncConfig sync) {
        this.mappings = mappings;
        this.metadata = metadata;
        this.statuses = statuses;
        this.scopes = scopes;
        this.objects = objects;
        this.sync = sync;
    }

    /** All rows, and why they lack labels and statuses; null if they do not. */
    private record Rows(List<MappingRow> all, @Nullable String notice) {}

    MappingsPage page(ObjectPair object, MappingFilter filter, int number) {
        ObjectConfiguration now = mappings.of(object);
        Rows rows = rows(object, now);
        List<MappingRow> found = filter.apply(rows.all());
        Map<String, @Nullable String> asked = query(filter);
        String unsorted = Forms.query(asked);
        asked.put("sort", given(filter.sort()));
        String query = Forms.query(asked);
        MappingsPage.Pages pages = MappingsPage.Pages.of(number, found.size(), query, unsorted);
        return new MappingsPage(
                view(object, now),
                ObjectTab.all(object),
                filter,
                counts(rows.all(), found.size()),
                found.subList(pages.from(), pages.to()),
                pages,
                sync.watchOnly(),
                Outage.of(objects.caughtUp()),
                scopes.of(object).map(problem -> problem.cause().text()).orElse(null),
                rows.notice());
    }

    static MappingsPage.ObjectView view(ObjectPair object, ObjectConfiguration now) {
        return new MappingsPage.ObjectView(
                object.name(),
                ObjectTab.label(object),
                object.hubspotType(),
                object.salesforceType(),
                now.syncEnabled(),
                Mappings.isSyncRequired(object));
    }

    /** What is configured can be seen even while a CRM is away. */
    private Rows rows(ObjectPair object, ObjectConfiguration now) {
        try {
            ObjectMetadata known = metadata.of(object);
            Map<String, MappingStatus> byId = new HashMap<>();
            statuses.of(object).forEach(it -> byId.put(it.mappingId(), it));
            return new Rows(rows(now, known, byId), null);
        } catch (CrmUnavailable e) {
            return new Rows(
                    rows(now, null, Map.of()),
                    sentence(e) + " Labels, types and statuses are missing until then.");
        }
    }

    static String sentence(CrmUnavailable e) {
        return sentence(String.valueOf(e.getMessage()));
    }

    static String sentence(String said) {
        return said.endsWith(".") ? said : said + ".";
    }

    private static List<MappingRow> rows(
            ObjectConfiguration now,
            @Nullable ObjectMetadata known,
            Map<String, MappingStatus> byId) {
        List<MappingRow> rows = new ArrayList<>();
        for (Mapping mapping : now.mappings()) {
            rows.add(MappingRow.of(mapping, known, byId.get(mapping.id())));
        }
        return rows;
    }

    private static MappingsPage.Counts counts(List<MappingRow> all, int found) {
        return new MappingsPage.Counts(
                all.size(),
                found,
                (int) all.stream().filter(it -> !it.standard()).count(),
                (int) all.stream().filter(it -> it.status().level().equals("warning")).count(),
                (int) all.stream().filter(it -> it.status().level().equals("issue")).count());
    }

    private static Map<String, @Nullable String> query(MappingFilter filter) {
        Map<String, @Nullable String> query = new HashMap<>();
        query.put("search", given(filter.search()));
        query.put("status", given(filter.status()));
        query.put("rule", given(filter.rule()));
        return query;
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }
}
