package io.crosswalk.api;

import io.crosswalk.mapping.LastWrites;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.Mappings;
import io.crosswalk.mapping.ObjectConfiguration;
import io.crosswalk.records.JournalEntry;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** When each mapping of an object wrote last. */
@Path("/api/objects/{object}/last-writes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Objects and mappings")
@APIResponse(ref = "Malformed", responseCode = "400")
@APIResponse(ref = "Unavailable", responseCode = "503")
@APIResponse(ref = "Otherwise", responseCode = "default")
public class LastWritesResource {
    private final Mappings mappings;
    private final LastWrites writes;

    LastWritesResource(Mappings mappings, LastWrites writes) {
        this.mappings = mappings;
        this.writes = writes;
    }

    /**
     * @param at null if none of the mapping's newest 10 entries in the journal is a write; then so
     *     is everything after it
     * @param entries whether the journal has entries of the mapping at all: with {@code at} null,
     *     that it may have written before those
     * @param writes the side that was written
     */
    public record LastWriteView(
            String mappingId,
            @Schema(nullable = true) @Nullable Instant at,
            boolean entries,
            @Schema(nullable = true) @Nullable String writes,
            @Schema(nullable = true) @Nullable String hubspotId,
            @Schema(nullable = true) @Nullable String salesforceId) {}

    @GET
    @Operation(
            summary = "When each mapping wrote last, and which record",
            description = "By the journal, in the order of the mappings.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = Answers.LastWritePage.class),
                            examples = @ExampleObject(name = "one", value = Examples.LAST_WRITES)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    public Page<LastWriteView> writes(
            @PathParam("object") String object,
            @QueryParam("limit") @Parameter(ref = OpenApi.LIMIT) @Nullable String limit,
            @QueryParam("after") @Parameter(ref = OpenApi.AFTER) @Nullable String after) {
        ObjectConfiguration now = mappings.of(ObjectsResource.known(object));
        Page<String> ids = Paging.page(now.mappings(), Mapping::id, Mapping::id, limit, after);
        LastWrites.Found last = writes.of(now.object(), ids.items());
        return new Page<>(ids.items().stream().map(id -> view(id, last)).toList(), ids.next());
    }

    private static LastWriteView view(String id, LastWrites.Found last) {
        JournalEntry entry = last.writes().get(id);
        return entry == null
                ? new LastWriteView(id, null, last.others().contains(id), null, null, null)
                : new LastWriteView(
                        id,
                        entry.decidedAt(),
                        true,
                        entry.verdict().writes(),
                        entry.link().recordId(),
                        entry.salesforceId());
    }
}
