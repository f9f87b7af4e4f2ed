package io.crosswalk.api;

import io.crosswalk.api.RecordView.FieldState;
import io.crosswalk.api.RecordView.Presence;
import io.crosswalk.api.RecordView.RecordFieldView;
import io.crosswalk.mapping.CrmMetadata;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.MappingPlans;
import io.crosswalk.mapping.MappingStore;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.records.Journal;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.Link;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ProblemStore;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.salesforce.SalesforceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts together what is known of one record. */
@ApplicationScoped
class Records {
    private static final int PROBLEMS_MAX = 50;

    /** So many entries are looked through for the newest of each field. */
    private static final int ENTRY_PAGES_MAX = 4;

    private static final int ENTRY_PAGE = 200;

    private final RecordStore store;
    private final Journal journal;
    private final ProblemStore problems;
    private final MappingStore mappings;
    private final MappingPlans plans;
    private final CrmMetadata metadata;
    private final RecordReads reads;

    Records(
            RecordStore store,
            Journal journal,
            ProblemStore problems,
            MappingStore mappings,
            MappingPlans plans,
            CrmMetadata metadata,
            RecordReads reads) {
        this.store = store;
        this.journal = journal;
        this.problems = problems;
        this.mappings = mappings;
        this.plans = plans;
        this.metadata = metadata;
        this.reads = reads;
    }

    /** The two ids of a record, of which one is there at least. */
    private record Ids(@Nullable String hubspotId, @Nullable String salesforceId) {}

    /** HubSpot's ids are numbers; Salesforce's have 15 or 18 characters. */
    static boolean isSalesforceId(String id) {
        return id.matches("[A-Za-z0-9]{15}|[A-Za-z0-9]{18}") && !id.matches("[0-9]+");
    }

    RecordView view(ObjectPair object, String id) {
        Ids ids = ids(object, id);
        MappingPlan plan = plans.plan(object);
        RecordReads.Read hubspot = reads.hubspot(plan, ids.hubspotId());
        Link link = link(object, ids.hubspotId());
        String partner = link == null ? ids.salesforceId() : link.partnerId();
        RecordReads.Read salesforce = reads.salesforce(plan, partner);
        boolean nowhere =
                hubspot.presence().state() != Presence.NOT_READ
                        && salesforce.presence().state() != Presence.NOT_READ
                        && !hubspot.isRead()
                        && !salesforce.isRead();
        if (nowhere && link == null) {
            throw new Refusal(
                    RefusalCode.NOT_FOUND,
                    "Neither CRM shows a record of this id, and nothing is stored of it.");
        }
        return view(plan, new Ids(ids.hubspotId(), partner), link, hubspot, salesforce);
    }

    private RecordView view(
            MappingPlan plan,
            Ids ids,
            @Nullable Link link,
            RecordReads.Read hubspot,
            RecordReads.Read salesforce) {
        ObjectPair object = plan.object();
        String hubspotId = ids.hubspotId();
        Map<String, EntryView> last = hubspotId == null ? Map.of() : last(object, hubspotId);
        RecordFields fields =
                new RecordFields(plan, metadata.of(object), hubspot, salesforce, link, last);
        List<RecordFieldView> views =
                mappings.mappings(object.name()).stream().map(fields::view).toList();
        return new RecordView(
                object.name(),
                hubspotId,
                ids.salesforceId(),
                name(object, hubspot, salesforce),
                plan.syncEnabled(),
                hubspot.presence(),
                salesforce.presence(),
                link == null ? null : LinksResource.view(link),
                count(views, FieldState.IN_STEP),
                count(views, FieldState.DIFFERS),
                views,
                hubspotId == null ? List.of() : problems(object, hubspotId));
    }

    private Ids ids(ObjectPair object, String id) {
        if (!isSalesforceId(id)) {
            return new Ids(id, null);
        }
        String canonical = SalesforceId.canonical(id);
        RecordKey key = RecordKey.salesforce(object.name(), canonical);
        Link pointer = store.load(List.of(key)).get(key);
        return new Ids(pointer == null ? null : pointer.partnerId(), canonical);
    }

    private @Nullable Link link(ObjectPair object, @Nullable String hubspotId) {
        if (hubspotId == null) {
            return null;
        }
        RecordKey key = RecordKey.hubspot(object.name(), hubspotId);
        return store.load(List.of(key)).get(key);
    }

    private Map<String, EntryView> last(ObjectPair object, String hubspotId) {
        RecordKey key = RecordKey.hubspot(object.name(), hubspotId);
        Map<String, EntryView> last = new HashMap<>();
        String after = null;
        for (int pages = 0; pages < ENTRY_PAGES_MAX; pages++) {
            Journal.Page page = journal.page(key, ENTRY_PAGE, after);
            for (JournalEntry entry : page.items()) {
                if (entry.verdict().result().outcome() != JournalEntry.Outcome.TOLD) {
                    last.putIfAbsent(entry.mapping().id(), EntryView.of(entry));
                }
            }
            after = page.next();
            if (after == null) {
                break;
            }
        }
        return last;
    }

    private List<ProblemView> problems(ObjectPair object, String hubspotId) {
        ProblemStore.Filter filter =
                new ProblemStore.Filter(object.name(), null, null, null, hubspotId);
        return problems.page(filter, PROBLEMS_MAX, null).items().stream()
                .map(ProblemView::of)
                .toList();
    }

    private static @Nullable String name(
            ObjectPair object, RecordReads.Read hubspot, RecordReads.Read salesforce) {
        String name =
                hubspot.record() == null
                        ? null
                        : RecordNames.name(object, hubspot.record().values());
        return name != null || salesforce.record() == null
                ? name
                : RecordNames.salesforceName(object, salesforce.record().values());
    }

    private static int count(List<RecordFieldView> fields, FieldState state) {
        return (int) fields.stream().filter(field -> field.state() == state).count();
    }
}
