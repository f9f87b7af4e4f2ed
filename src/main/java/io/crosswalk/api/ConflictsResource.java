package io.crosswalk.api;

import io.crosswalk.records.Journal;
import io.crosswalk.records.NotableEntries;
import io.crosswalk.records.NotableEntries.Kind;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What was decided against somebody, or did not arrive, across all records. */
@Path("/api/conflicts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Journal")
@APIResponse(ref = "Malformed", responseCode = "400")
@APIResponse(ref = "Unavailable", responseCode = "503")
@APIResponse(ref = "Otherwise", responseCode = "default")
public class ConflictsResource {
    private final NotableEntries entries;

    ConflictsResource(NotableEntries entries) {
        this.entries = entries;
    }

    @GET
    @Operation(
            summary = "Conflicts, rejected edits and failures of all records, newest first",
            description =
                    "Entries of the journal: CONFLICT, both sides had changed and one change was"
                            + " chosen; REJECTED, the rule did not let an edit stand; FAILED, the"
                            + " value does not fit or the CRM refused it. 'object' and 'kind' show"
                            + " only such; with 'kind' a page may be short or empty and still have"
                            + " a 'next'. What was decided a moment ago may be missing.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Answers.EntryPage.class)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    public Page<EntryView> conflicts(
            @QueryParam("object") @Nullable String object,
            @QueryParam("kind")
                    @Parameter(
                            schema = @Schema(implementation = Kind.class, type = SchemaType.STRING))
                    @Nullable String kind,
            @QueryParam("limit") @Parameter(ref = OpenApi.LIMIT) @Nullable String limit,
            @QueryParam("after") @Parameter(ref = OpenApi.AFTER) @Nullable String after) {
        List<String> objects =
                object == null
                        ? ObjectPairs.all().stream().map(ObjectPair::name).toList()
                        : List.of(ObjectsResource.known(object).name());
        Kind wanted = Parameters.constant("kind", kind, Kind.values());
        String from = Parameters.afterEntry(after);
        Journal.Page page = entries.page(objects, wanted, Parameters.limit(limit), from);
        return new Page<>(page.items().stream().map(EntryView::of).toList(), page.next());
    }
}
