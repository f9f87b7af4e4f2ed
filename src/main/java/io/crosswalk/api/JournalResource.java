package io.crosswalk.api;

import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.records.Base;
import io.crosswalk.records.Journal;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.Link;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.rules.Side;
import io.crosswalk.salesforce.SalesforceId;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Why a value is what it is. */
@Path("/api/journal")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Journal")
public class JournalResource {
    private final Journal journal;
    private final RecordStore store;

    JournalResource(Journal journal, RecordStore store) {
        this.journal = journal;
        this.store = store;
    }

    /**
     * @param decision the row of the rule's table that decided
     * @param writes the side that was written, HUBSPOT or SALESFORCE; null when nothing was
     * @param value what was written, canonical; "" is blank
     * @param note REJECTED: an edit was overruled; CONFLICT: both sides changed; NONE
     * @param reason the decision as a sentence
     * @param outcome WRITTEN, REFUSED by the CRM, NOT_CONVERTIBLE, NOT_ARRIVED
     */
    public record EntryView(
            Instant at,
            String object,
            String hubspotId,
            String salesforceId,
            JournalEntry.DecidingMapping mapping,
            SideView hubspot,
            SideView salesforce,
            String decision,
            @Nullable String writes,
            @Nullable String value,
            String note,
            String reason,
            JournalEntry.Outcome outcome,
            @Nullable String code,
            @Nullable String message) {}

    /**
     * @param value what this side held, canonical; "" is blank
     * @param base the fingerprint that it was compared with; null at first contact
     * @param changedAt the field's time, where one is known
     */
    public record SideView(String value, @Nullable String base, @Nullable Instant changedAt) {}

    @GET
    @Operation(summary = "What was decided about a record, newest first")
    public Page<EntryView> entries(
            @QueryParam("object") @Nullable String object,
            @QueryParam("hubspotId") @Nullable String hubspotId,
            @QueryParam("salesforceId") @Nullable String salesforceId,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        int max = Paging.limit(limit);
        if (after != null && !after.matches("[!-~]{1,200}")) {
            throw new Refusal(
                    RefusalCode.PARAMETER_MALFORMED,
                    "Parameter 'after' is what 'next' said on the page before.");
        }
        if (object == null || (hubspotId == null) == (salesforceId == null)) {
            throw new Refusal(
                    RefusalCode.PARAMETER_MISSING,
                    "Name the record: 'object', and either 'hubspotId' or 'salesforceId'.");
        }
        RecordKey link = link(ObjectsResource.known(object), hubspotId, salesforceId);
        if (link == null) {
            return new Page<>(List.of(), null);
        }
        Journal.Page page = journal.page(link, max, after);
        return new Page<>(page.items().stream().map(JournalResource::view).toList(), page.next());
    }

    private @Nullable RecordKey link(
            ObjectPair object, @Nullable String hubspotId, @Nullable String salesforceId) {
        if (hubspotId != null) {
            return RecordKey.hubspot(object.name(), checked("hubspotId", hubspotId));
        }
        String id = SalesforceId.canonical(checked("salesforceId", salesforceId));
        RecordKey key = RecordKey.salesforce(object.name(), id);
        Link pointer = store.load(List.of(key)).get(key);
        return pointer == null || pointer.partnerId() == null
                ? null
                : RecordKey.hubspot(object.name(), pointer.partnerId());
    }

    /** Whether a record can have this id, in either CRM. */
    static boolean isId(String text) {
        return text.matches("[A-Za-z0-9]{1,64}");
    }

    private static String checked(String parameter, @Nullable String id) {
        if (id == null || !isId(id)) {
            throw new Refusal(
                    RefusalCode.PARAMETER_MALFORMED,
                    "Parameter '" + parameter + "' is a record's id: letters and digits.");
        }
        return id;
    }

    private static EntryView view(JournalEntry entry) {
        JournalEntry.Seen seen = entry.seen();
        JournalEntry.Verdict verdict = entry.verdict();
        return new EntryView(
                entry.decidedAt(),
                entry.link().object(),
                entry.link().recordId(),
                entry.salesforceId(),
                entry.mapping(),
                side(seen.hubspot(), seen.base(), Side.HUBSPOT, seen.hubspotAt()),
                side(seen.salesforce(), seen.base(), Side.SALESFORCE, seen.salesforceAt()),
                verdict.decision(),
                verdict.writes(),
                verdict.value(),
                verdict.note(),
                verdict.reason(),
                verdict.result().outcome(),
                verdict.result().code(),
                verdict.result().message());
    }

    private static SideView side(
            String value, @Nullable Base base, Side side, @Nullable Instant changedAt) {
        return new SideView(value, base == null ? null : base.of(side).toString(), changedAt);
    }
}
