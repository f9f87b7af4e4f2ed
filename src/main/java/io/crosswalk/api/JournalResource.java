package io.crosswalk.api;

import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.records.Journal;
import io.crosswalk.records.JournalEntry.Outcome;
import io.crosswalk.records.Link;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.rules.Note;
import io.crosswalk.salesforce.SalesforceId;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Why a value is what it is. */
@Path("/api/journal")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Journal")
public class JournalResource {
    private static final String NEXT = "what 'next' said on the page before";

    /** Of entries of many records: the entry's id, and its record's key. */
    private static final String ACROSS =
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{12}Z#[0-9]{6,9}~[a-z]{1,30}/hubspot/[A-Za-z0-9]{1,64}";

    private final Journal journal;
    private final RecordStore store;

    JournalResource(Journal journal, RecordStore store) {
        this.journal = journal;
        this.store = store;
    }

    @GET
    @Operation(
            summary = "What was decided about a record, by a mapping, or for a run, newest first",
            description =
                    "Name a record ('object', and 'hubspotId' or 'salesforceId'), or a mapping"
                            + " ('object' and 'mapping', with 'since' if only what came later"
                            + " matters), or a 'run'. 'note' CONFLICT or REJECTED shows only such"
                            + " entries; a page may be short then, and still have a next.")
    @APIResponse(responseCode = "200")
    @APIResponse(ref = "Malformed", responseCode = "400")
    @APIResponse(ref = "NotFound", responseCode = "404")
    public Page<EntryView> entries(
            @QueryParam("object") @Nullable String object,
            @QueryParam("hubspotId") @Nullable String hubspotId,
            @QueryParam("salesforceId") @Nullable String salesforceId,
            @QueryParam("mapping") @Nullable String mapping,
            @QueryParam("run") @Nullable String run,
            @QueryParam("since") @Nullable String since,
            @QueryParam("note") @Nullable String note,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        int max = Paging.limit(limit);
        Note wanted = note(note);
        long named =
                Stream.of(hubspotId, salesforceId, mapping, run).filter(Objects::nonNull).count();
        if (named != 1 || object == null && run == null) {
            throw new Refusal(
                    RefusalCode.PARAMETER_MISSING,
                    "Name one thing: a record by 'object' and either 'hubspotId' or 'salesforceId', a"
                            + " mapping by 'object' and 'mapping', or a 'run'.");
        }
        if (since != null && mapping == null) {
            throw new Refusal(
                    RefusalCode.PARAMETER_MALFORMED,
                    "Parameter 'since' goes with 'mapping' only. Entries come newest first: read on"
                            + " until they are older.");
        }
        if (run != null) {
            String id = matching("run", run, "[a-z0-9-]{1,40}", "a run's id");
            return page(journal.ofRun(id, max, across(after)), wanted);
        }
        ObjectPair pair = ObjectsResource.known(object);
        if (mapping != null) {
            String id = matching("mapping", mapping, "[a-z0-9-]{1,120}", "a mapping's id");
            Instant from = since == null ? null : Times.parameter("since", since);
            return page(
                    journal.ofMapping(pair.name(), id, from, wanted, max, across(after)), wanted);
        }
        String from = after == null ? null : matching("after", after, "[!-~]{1,200}", NEXT);
        RecordKey link = link(pair, hubspotId, salesforceId);
        return link == null
                ? new Page<>(List.of(), null)
                : page(journal.page(link, max, from), wanted);
    }

    private static Page<EntryView> page(Journal.Page page, @Nullable Note note) {
        return new Page<>(
                page.items().stream()
                        // What an event told is a note for the next look, and no decision.
                        .filter(it -> it.verdict().result().outcome() != Outcome.TOLD)
                        .filter(it -> note == null || it.verdict().note().equals(note.name()))
                        .map(EntryView::of)
                        .toList(),
                page.next());
    }

    private static @Nullable Note note(@Nullable String note) {
        if (note == null) {
            return null;
        }
        String known = matching("note", note, "CONFLICT|REJECTED", "CONFLICT or REJECTED");
        return Note.valueOf(known);
    }

    private static @Nullable String across(@Nullable String after) {
        return after == null ? null : matching("after", after, ACROSS, NEXT);
    }

    private static String matching(String parameter, String value, String form, String what) {
        if (!value.matches(form)) {
            throw new Refusal(
                    RefusalCode.PARAMETER_MALFORMED,
                    "Parameter '" + parameter + "' is " + what + ".");
        }
        return value;
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
}
