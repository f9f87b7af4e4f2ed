package io.crosswalk.api;

import io.crosswalk.backfill.Run;
import io.crosswalk.backfill.RunOrder;
import io.crosswalk.backfill.Runs;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Taking back what Crosswalk has written. */
@Path("/api/undo")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Backfills and undo")
@APIResponse(ref = "Malformed", responseCode = "400")
@APIResponse(ref = "Unavailable", responseCode = "503")
@APIResponse(ref = "Otherwise", responseCode = "default")
public class UndoResource {
    private final Runs runs;
    private final BackfillsResource backfills;

    UndoResource(Runs runs, BackfillsResource backfills) {
        this.runs = runs;
        this.backfills = backfills;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Ask for writes to be taken back; the preview begins",
            description =
                    "Name journal 'entries', or a 'run', or an 'object' with a 'mapping' and"
                            + " 'since'. Each field goes back only if it still holds what was"
                            + " written and nobody has changed either side since. The answer is a"
                            + " run like any other: let it run once its preview is complete.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Requests.Undo.class),
                            examples = {
                                @ExampleObject(name = "entries", value = Examples.UNDO_ENTRIES),
                                @ExampleObject(name = "run", value = Examples.UNDO_RUN),
                                @ExampleObject(name = "mapping", value = Examples.UNDO_MAPPING)
                            }))
    @APIResponse(
            responseCode = "202",
            headers = @Header(name = "Location", ref = "Location"),
            content = @Content(schema = @Schema(implementation = RunView.class)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    @APIResponse(ref = "Conflict", responseCode = "409")
    @APIResponse(ref = "TooLarge", responseCode = "413")
    public RestResponse<RunView> create(InputStream body) {
        Members members = RunBody.undoMembers(Trees.json(Bodies.text(body)));
        RunOrder order = RunBody.undo(members);
        Run run = order == null ? runs.undo(members.text("run")) : runs.start(order);
        return backfills.accepted(run);
    }
}
