package io.crosswalk.api;

import io.crosswalk.mapping.MatchKey;
import io.crosswalk.mapping.PausedMappings;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.reconcile.HealthCheck;
import io.crosswalk.reconcile.RetryAll;
import io.crosswalk.reconcile.RetryAll.Asked;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.Problem;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.ProblemId;
import io.crosswalk.records.ProblemSeverity;
import io.crosswalk.records.ProblemStore;
import io.crosswalk.records.ProblemStore.Filter;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.sync.SyncConfig;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** What a person must act on. Problems close themselves when their cause is gone. */
@Path("/api/problems")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Problems")
@APIResponse(ref = "Malformed", responseCode = "400")
@APIResponse(ref = "Unavailable", responseCode = "503")
@APIResponse(ref = "Otherwise", responseCode = "default")
public class ProblemsResource {
    /** What {@code next} says: a time and a problem's id. */
    private static final Predicate<String> CURSOR =
            Pattern.compile("[0-9TZ:.-]{20,30}~[A-Za-z0-9._-]{1,700}").asMatchPredicate();

    private final ProblemStore problems;
    private final RecordStore records;
    private final RetryAll retries;
    private final HealthCheck health;
    private final PausedMappings paused;
    private final boolean watchOnly;
    private final Clock clock;

    ProblemsResource(
            ProblemStore problems,
            RecordStore records,
            RetryAll retries,
            HealthCheck health,
            PausedMappings paused,
            SyncConfig sync,
            Clock clock) {
        this.problems = problems;
        this.records = records;
        this.retries = retries;
        this.health = health;
        this.paused = paused;
        this.watchOnly = sync.watchOnly();
        this.clock = clock;
    }

    /**
     * @param open whether the problem is open still; a record's value is tried within moments, and
     *     the problem closes if it is taken
     */
    public record RetryView(String id, boolean open) {}

    /**
     * @param tried how many records are looked at within moments
     * @param more whether there are more: the next reconcile runs go on
     */
    public record RecordRetriesView(String object, ProblemCode code, int tried, boolean more) {}

    @GET
    @Operation(
            summary = "The open problems, newest first",
            description =
                    "Of objects, of mappings and of records. Filters can be combined; 'hubspotId' needs"
                            + " 'object'.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Answers.ProblemPage.class)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    public Page<ProblemView> problems(
            @QueryParam("object") @Nullable String object,
            @QueryParam("mapping") @Nullable String mapping,
            @QueryParam("severity")
                    @Parameter(schema = @Schema(implementation = ProblemSeverity.class))
                    @Nullable String severity,
            @QueryParam("code") @Parameter(schema = @Schema(implementation = ProblemCode.class))
                    @Nullable String code,
            @QueryParam("hubspotId") @Nullable String hubspotId,
            @QueryParam("limit") @Parameter(ref = OpenApi.LIMIT) @Nullable String limit,
            @QueryParam("after") @Parameter(ref = OpenApi.AFTER) @Nullable String after) {
        int max = Parameters.limit(limit);
        if (hubspotId != null && object == null) {
            throw new Refusal(
                    RefusalCode.PARAMETER_MISSING,
                    "Parameter 'hubspotId' needs 'object': ids repeat between objects.");
        }
        String from = Parameters.after(CURSOR, after);
        Filter filter =
                new Filter(
                        object == null ? null : ObjectsResource.known(object).name(),
                        Parameters.id("mapping", mapping),
                        Parameters.constant("severity", severity, ProblemSeverity.values()),
                        Parameters.constant("code", code, ProblemCode.values()),
                        Parameters.id("hubspotId", hubspotId));
        ProblemStore.Page page = problems.page(filter, max, from);
        return new Page<>(page.items().stream().map(ProblemView::of).toList(), page.next());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One open problem")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ProblemView.class)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    public ProblemView problem(@PathParam("id") String id) {
        return ProblemView.of(known(id));
    }

    @POST
    @Path("/{id}/retry")
    @ResponseStatus(202)
    @Operation(
            summary = "Try again",
            description =
                    "A record's value is written again as if it had just changed. For a problem of"
                            + " a mapping, the CRMs' metadata is read again, and for one of an"
                            + " object what HubSpot lets the app do; a mapping that was paused for"
                            + " a mass change is released.")
    @APIResponse(
            responseCode = "202",
            content = @Content(schema = @Schema(implementation = RetryView.class)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    @APIResponse(ref = "Conflict", responseCode = "409")
    @APIResponse(ref = "CrmRefused", responseCode = "422")
    public RetryView retry(@PathParam("id") String id) {
        Problem problem = known(id);
        RecordKey link = problem.id().link();
        if (problem.cause().code() == ProblemCode.MASS_CHANGE) {
            paused.release(
                    ObjectsResource.known(problem.place().object()), problem.id().mappingId());
        } else if (link == null && problem.id().mappingId() == null) {
            health.checkScopes(ObjectsResource.known(problem.place().object()));
        } else if (link == null) {
            health.check(ObjectsResource.known(problem.place().object()));
        } else if (records.retry(link, asked(problem)) && problem.place().mappingId() == null) {
            records.mark(Map.of(link, List.of(MatchKey.asked(link, clock.instant()))));
        }
        return new RetryView(id, problems.find(problem.id()).isPresent());
    }

    @POST
    @Path("/retry")
    @ResponseStatus(202)
    @Operation(
            summary = "Try all records again that have one kind of problem",
            description =
                    "As 'retry' of each problem of this code: a hundred at once, the others by the"
                            + " next reconcile runs, a thousand of an object in each. Both"
                            + " parameters must be given. What a mapping could not write is tried"
                            + " again by the mapping's own 'retry'.")
    @APIResponse(
            responseCode = "202",
            content = @Content(schema = @Schema(implementation = RecordRetriesView.class)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    @APIResponse(ref = "Conflict", responseCode = "409")
    public RecordRetriesView retryAll(
            @QueryParam("object") @Nullable String object,
            @QueryParam("code")
                    @Parameter(
                            schema =
                                    @Schema(
                                            enumeration = {
                                                "RECORD_GONE",
                                                "AMBIGUOUS_MATCH",
                                                "NOT_CREATED"
                                            }))
                    @Nullable String code) {
        ProblemCode[] all = RetryAll.OF_RECORDS.toArray(ProblemCode[]::new);
        ProblemCode wanted = Parameters.constant("code", code, all);
        if (object == null || wanted == null) {
            throw new Refusal(
                    RefusalCode.PARAMETER_MISSING,
                    "Parameters 'object' and 'code' say which records are tried again.");
        }
        ObjectPair pair = ObjectsResource.known(object);
        if (watchOnly && wanted == ProblemCode.NOT_CREATED) {
            throw new Refusal(
                    RefusalCode.WATCH_ONLY,
                    "These records would be made, and Crosswalk only watches. Set"
                            + " crosswalk.sync.watch-only to false first.");
        }
        Asked asked = retries.ask(pair, wanted);
        return new RecordRetriesView(pair.name(), wanted, asked.tried(), asked.more());
    }

    /** That there is no such record is what a person says by trying again. */
    private static @Nullable String asked(Problem problem) {
        return problem.cause().code() == ProblemCode.CREATION_UNCERTAIN
                ? MatchKey.PARTNER
                : problem.place().mappingId();
    }

    private Problem known(String id) {
        return ProblemId.parse(id)
                .flatMap(problems::find)
                .orElseThrow(
                        () ->
                                new Refusal(
                                        RefusalCode.NOT_FOUND,
                                        "There is no open problem of this id. A problem whose cause"
                                                + " is gone closes itself; the journal keeps what"
                                                + " happened."));
    }
}
