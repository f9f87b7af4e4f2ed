package io.crosswalk.api;

import io.crosswalk.backfill.Runs;
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
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Why a value is what it is. */
@Path("/api/journal")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Journal")
@APIResponse(ref = "Malformed", responseCode = "400")
@APIResponse(ref = "Unavailable", responseCode = "503")
@APIResponse(ref = "Otherwise", responseCode = "default")
public class JournalResource {
    private static final Predicate<String> MAPPING =
            Pattern.compile("[a-z0-9-]{1,120}").asMatchPredicate();

    private static final Predicate<String> NOTE =
            Pattern.compile("CONFLICT|REJECTED").asMatchPredicate();

    /** An entry's id, where the record is known. */
    private static final Predicate<String> ENTRY =
            Pattern.compile("[!-~]{1,200}").asMatchPredicate();

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
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Answers.EntryPage.class)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    public Page<EntryView> entries(
            @QueryParam("object") @Nullable String object,
            @QueryParam("hubspotId") @Nullable String hubspotId,
            @QueryParam("salesforceId") @Nullable String salesforceId,
            @QueryParam("mapping") @Nullable String mapping,
            @QueryParam("run") @Nullable String run,
            @QueryParam("since")
                    @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @Nullable String since,
            @QueryParam("note")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"CONFLICT", "REJECTED"}))
                    @Nullable String note,
            @QueryParam("limit") @Parameter(ref = OpenApi.LIMIT) @Nullable String limit,
            @QueryParam("after") @Parameter(ref = OpenApi.AFTER) @Nullable String after) {
        int max = Parameters.limit(limit);
        Note wanted = note(note);
        long named =
                Stream.of(hubspotId, salesforceId, mapping, run).filter(Objects::nonNull).count();
        if (named != 1 || object == null && run == null) {
            throw new Refusal(
                    RefusalCode.PARAMETER_MISSING,
                    "Name one thing: a record by 'object' and either 'hubspotId' or 'salesforceId',"
                            + " a mapping by 'object' and 'mapping', or a 'run'.");
        }
        if (since != null && mapping == null) {
            throw new Refusal(
                    RefusalCode.PARAMETER_MALFORMED,
                    "Parameter 'since' goes with 'mapping' only. Entries come newest first: read on"
                            + " until they are older.");
        }
        if (run != null) {
            String id = Parameters.matching("run", Runs::isId, run, "a run's id");
            return page(journal.ofRun(id, max, Parameters.afterEntry(after)), wanted);
        }
        ObjectPair pair = ObjectsResource.known(object);
        if (mapping != null) {
            String id = Parameters.matching("mapping", MAPPING, mapping, "a mapping's id");
            Instant from = since == null ? null : Times.parameter("since", since);
            return page(
                    journal.ofMapping(
                            pair.name(), id, from, wanted, max, Parameters.afterEntry(after)),
                    wanted);
        }
        String from = Parameters.after(ENTRY, after);
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
        return note == null
                ? null
                : Note.valueOf(Parameters.matching("note", NOTE, note, "CONFLICT or REJECTED"));
    }

    private @Nullable RecordKey link(
            ObjectPair object, @Nullable String hubspotId, @Nullable String salesforceId) {
        if (hubspotId != null) {
            return RecordKey.hubspot(object.name(), Parameters.recordId("hubspotId", hubspotId));
        }
        String id = SalesforceId.canonical(Parameters.recordId("salesforceId", salesforceId));
        RecordKey key = RecordKey.salesforce(object.name(), id);
        Link pointer = store.load(List.of(key)).get(key);
        return pointer == null || pointer.partnerId() == null
                ? null
                : RecordKey.hubspot(object.name(), pointer.partnerId());
    }
}
