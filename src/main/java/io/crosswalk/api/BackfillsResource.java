package io.crosswalk.api;

import io.crosswalk.backfill.CallPace;
import io.crosswalk.backfill.Run;
import io.crosswalk.backfill.RunState.Move;
import io.crosswalk.backfill.RunStore;
import io.crosswalk.backfill.Runs;
import io.crosswalk.records.RunCount;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Runs: existing values are brought in step, or writes taken back, after a look at a preview. */
@Path("/api/backfills")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Backfills and undo")
@APIResponse(ref = "Malformed", responseCode = "400")
@APIResponse(ref = "Unavailable", responseCode = "503")
@APIResponse(ref = "Otherwise", responseCode = "default")
public class BackfillsResource {
    private final Runs runs;
    private final CallPace pace;
    private final Clock clock;

    BackfillsResource(Runs runs, CallPace pace, Clock clock) {
        this.runs = runs;
        this.pace = pace;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Ask for a backfill; its preview begins",
            description =
                    "With fill 'align' fields that differ and that nobody has changed are brought"
                            + " in step by their rule; with 'none' every record is only looked at."
                            + " Nothing is written before the preview is complete and the run is let"
                            + " run.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Requests.BackfillCreate.class),
                            examples = @ExampleObject(name = "align", value = Examples.BACKFILL)))
    @APIResponse(
            responseCode = "202",
            headers = @Header(name = "Location", ref = "Location"),
            content = @Content(schema = @Schema(implementation = RunView.class)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    @APIResponse(ref = "Conflict", responseCode = "409")
    @APIResponse(ref = "TooLarge", responseCode = "413")
    @APIResponse(ref = "Impossible", responseCode = "422")
    public RestResponse<RunView> create(InputStream body) {
        return accepted(runs.start(RunBody.backfill(Trees.json(Bodies.text(body)))));
    }

    /** Where it can be watched. */
    RestResponse<RunView> accepted(Run run) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, view(run))
                .header(HttpHeaders.LOCATION, "/api/backfills/" + run.id())
                .build();
    }

    @GET
    @Operation(summary = "Backfills and undos, newest first")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Answers.RunPage.class)))
    public Page<RunView> list(
            @QueryParam("limit") @Parameter(ref = OpenApi.LIMIT) @Nullable String limit,
            @QueryParam("after") @Parameter(ref = OpenApi.AFTER) @Nullable String after) {
        int max = Parameters.limit(limit);
        RunStore.Page page = runs.page(max, Parameters.after(Runs::isId, after));
        Map<String, Map<RunCount, Long>> tallies = runs.tallies(page.items());
        Instant now = clock.instant();
        return new Page<>(
                page.items().stream()
                        .map(
                                run ->
                                        RunView.of(
                                                run,
                                                tallies.getOrDefault(run.id(), Map.of()),
                                                pace,
                                                now))
                        .toList(),
                page.next());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A run: its preview, its progress")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = RunView.class)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    public RunView run(@PathParam("id") String id) {
        return view(runs.seen(id));
    }

    @POST
    @Path("/{id}/run")
    @Operation(summary = "Let a previewed run run")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = RunView.class)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    @APIResponse(ref = "Conflict", responseCode = "409")
    public RunView start(@PathParam("id") String id) {
        return view(runs.move(id, Move.RUN));
    }

    @POST
    @Path("/{id}/pause")
    @Operation(summary = "Mark no more records; those that are marked are looked at")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = RunView.class)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    @APIResponse(ref = "Conflict", responseCode = "409")
    public RunView pause(@PathParam("id") String id) {
        return view(runs.move(id, Move.PAUSE));
    }

    @POST
    @Path("/{id}/resume")
    @Operation(summary = "Go on where a paused run was")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = RunView.class)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    @APIResponse(ref = "Conflict", responseCode = "409")
    public RunView resume(@PathParam("id") String id) {
        return view(runs.move(id, Move.RESUME));
    }

    @POST
    @Path("/{id}/cancel")
    @Operation(
            summary = "End a run",
            description =
                    "Records that are marked already are looked at still, at most 2,000; what was"
                            + " written can be taken back by an undo.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = RunView.class)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    @APIResponse(ref = "Conflict", responseCode = "409")
    public RunView cancel(@PathParam("id") String id) {
        return view(runs.move(id, Move.CANCEL));
    }

    private RunView view(Run run) {
        return RunView.of(
                run,
                run.times().started() == null ? Map.of() : runs.tally(run),
                pace,
                clock.instant());
    }
}
