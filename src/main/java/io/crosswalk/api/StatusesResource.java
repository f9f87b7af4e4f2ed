package io.crosswalk.api;

import io.crosswalk.mapping.MappingStatus;
import io.crosswalk.mapping.MappingStatuses;
import io.crosswalk.reconcile.HealthCheck;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ProblemAction;
import io.crosswalk.records.ProblemCause;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.ProblemSeverity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How each mapping of an object is. */
@Path("/api/objects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Problems")
@APIResponse(ref = "Malformed", responseCode = "400")
@APIResponse(ref = "Unavailable", responseCode = "503")
@APIResponse(ref = "Otherwise", responseCode = "default")
public class StatusesResource {
    private final MappingStatuses statuses;
    private final HealthCheck health;

    StatusesResource(MappingStatuses statuses, HealthCheck health) {
        this.statuses = statuses;
        this.health = health;
    }

    /**
     * @param status OK, WARNING or ISSUE: the worst of the findings and of the records' problems
     * @param code why it is not OK; null when it is
     * @param text for people
     * @param action what mends it; null when it is OK
     * @param findings all that the CRMs' metadata says against the mapping
     * @param recordProblems how many of its records have problems, counted to 1,000
     */
    @Schema(name = "MappingStatusView")
    public record StatusView(
            String mappingId,
            MappingStatus.Level status,
            @Schema(nullable = true) @Nullable ProblemCode code,
            String text,
            @Schema(nullable = true) @Nullable ProblemAction action,
            List<FindingView> findings,
            int recordProblems) {}

    /**
     * @param details {@code missing} options, a {@code limit}, ...
     */
    public record FindingView(
            ProblemCode code,
            ProblemSeverity severity,
            String text,
            ProblemAction action,
            Map<String, List<String>> details) {}

    @GET
    @Path("/{object}/statuses")
    @Operation(
            summary = "The status of each mapping",
            description = "From the CRMs' metadata, which may be some minutes old.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Answers.StatusPage.class)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    @APIResponse(ref = "CrmRefused", responseCode = "422")
    public Page<StatusView> statuses(@PathParam("object") String object) {
        return page(statuses.of(ObjectsResource.known(object)));
    }

    @POST
    @Path("/{object}/health-check")
    @Operation(
            summary = "Check the mappings now",
            description =
                    "Reads the CRMs' metadata anew, and which scopes HubSpot gives the app, opens"
                            + " and closes problems, and has refused values tried again where they"
                            + " may fit now. While sync of the object is off it has no problems.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Answers.StatusPage.class)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    @APIResponse(ref = "CrmRefused", responseCode = "422")
    public Page<StatusView> check(@PathParam("object") String object) {
        ObjectPair known = ObjectsResource.known(object);
        health.check(known);
        return page(statuses.of(known));
    }

    private static Page<StatusView> page(List<MappingStatus> all) {
        return new Page<>(all.stream().map(StatusesResource::view).toList(), null);
    }

    /** As the mapping's own view shows it. */
    static StatusView view(MappingStatus status) {
        return new StatusView(
                status.mappingId(),
                status.level(),
                status.code(),
                status.text(),
                status.action(),
                status.findings().stream().map(StatusesResource::view).toList(),
                status.recordProblems());
    }

    private static FindingView view(ProblemCause cause) {
        return new FindingView(
                cause.code(),
                cause.code().severity(),
                cause.text(),
                cause.action(),
                cause.details());
    }
}
