package io.crosswalk.api;

import io.crosswalk.api.RecordView.FoundRecordView;
import io.crosswalk.budget.Calls;
import io.crosswalk.budget.Governor;
import io.crosswalk.budget.Grant;
import io.crosswalk.hubspot.HubspotClient.SearchPage;
import io.crosswalk.hubspot.HubspotFinder;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Link;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.Priority;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds records by what a person knows of them: a name, an e-mail address, a domain, an id. */
@ApplicationScoped
class RecordSearch {
    /** HubSpot refuses to page further. */
    static final int FOUND_MAX = 10_000;

    private final Governor governor;
    private final HubspotFinder hubspot;
    private final RecordStore store;
    private final Records records;

    RecordSearch(Governor governor, HubspotFinder hubspot, RecordStore store, Records records) {
        this.governor = governor;
        this.hubspot = hubspot;
        this.store = store;
        this.records = records;
    }

    Page<FoundRecordView> find(ObjectPair object, String words, int limit, @Nullable String after) {
        if (after == null && (Records.isSalesforceId(words) || words.matches("[0-9]{4,20}"))) {
            Page<FoundRecordView> byId = byId(object, words);
            if (!byId.items().isEmpty()) {
                return byId;
            }
        }
        SearchPage page = search(object, words, limit, after);
        List<RecordKey> keys =
                page.records().stream()
                        .map(record -> RecordKey.hubspot(object.name(), record.id()))
                        .toList();
        Map<RecordKey, Link> links = keys.isEmpty() ? Map.of() : store.load(keys);
        return new Page<>(
                page.records().stream().map(record -> view(object, record, links)).toList(),
                next(page.after(), limit));
    }

    /**
     * HubSpot pages no further than to the 10,000th, and by number (search guide): whoever looks on
     * says more words.
     *
     * @param after as HubSpot says it
     */
    static @Nullable String next(@Nullable String after, int limit) {
        boolean goesOn =
                after != null
                        && after.matches("\\d{1,9}")
                        && Integer.parseInt(after) + limit <= FOUND_MAX;
        return goesOn ? after : null;
    }

    private Page<FoundRecordView> byId(ObjectPair object, String id) {
        try {
            RecordView found = records.view(object, id);
            if (!found.known()) {
                return new Page<>(List.of(), null);
            }
            String name = Objects.requireNonNullElse(found.name(), "Record without a name");
            return new Page<>(
                    List.of(
                            new FoundRecordView(
                                    object.name(),
                                    found.hubspotId(),
                                    found.salesforceId(),
                                    name,
                                    null)),
                    null);
        } catch (Refusal nothing) {
            if (nothing.code() == RefusalCode.NOT_FOUND) {
                return new Page<>(List.of(), null);
            }
            throw nothing;
        }
    }

    private SearchPage search(ObjectPair object, String words, int limit, @Nullable String after) {
        try (Grant grant = governor.ask(Priority.EDIT, new Calls(0, 1, 0))) {
            if (!grant.isWhole()) {
                throw new Refusal(
                        RefusalCode.UNAVAILABLE,
                        "HubSpot allows no search now: its calls of this second, or of the day, are"
                                + " used. Try again in "
                                + Math.max(1, grant.after().toSeconds())
                                + " s.");
            }
            return hubspot.find(
                    object.hubspotType(), words, RecordNames.hubspot(object), limit, after);
        }
    }

    private static FoundRecordView view(
            ObjectPair object, CrmRecord record, Map<RecordKey, Link> links) {
        Link link = links.get(RecordKey.hubspot(object.name(), record.id()));
        return new FoundRecordView(
                object.name(),
                record.id(),
                link == null ? null : link.partnerId(),
                Objects.requireNonNullElse(
                        RecordNames.name(object, record.values()), "Record without a name"),
                RecordNames.detail(object, record.values()));
    }
}
