package io.crosswalk.api;

import io.crosswalk.api.ObjectStatuses.ObjectStatusView;
import io.crosswalk.budget.BudgetStatus;
import io.crosswalk.budget.Governor;
import io.crosswalk.records.Link.State;
import io.crosswalk.records.RecordStore;
import io.crosswalk.records.RecordStore.DueSummary;
import io.crosswalk.sync.SyncConfig;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How Crosswalk is doing. */
@Path("/api/status")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Status")
@APIResponse(ref = "Malformed", responseCode = "400")
@APIResponse(ref = "Unavailable", responseCode = "503")
@APIResponse(ref = "Otherwise", responseCode = "default")
public class StatusResource {
    /** So many due records are counted; a status must not cost more than what it tells of. */
    private static final int COUNTED_MAX = 1_000;

    private final Governor governor;
    private final RecordStore records;
    private final ObjectStatuses objects;
    private final SyncConfig sync;

    StatusResource(
            Governor governor, RecordStore records, ObjectStatuses objects, SyncConfig sync) {
        this.governor = governor;
        this.records = records;
        this.objects = objects;
        this.sync = sync;
    }

    /**
     * @param watchOnly whether nothing is written to the CRMs
     * @param due records that have something to look at
     * @param objects in the order of the list of objects
     */
    public record StatusView(
            boolean watchOnly, BudgetsView budgets, DueView due, List<ObjectStatusView> objects) {}

    /** Per CRM. */
    public record BudgetsView(BudgetView hubspot, BudgetView salesforce) {}

    /**
     * @param due will be looked at now
     * @param writing are being written
     * @param waiting will be looked at later: a CRM was away or had no calls left, or a value that
     *     was refused is tried again then
     * @param more true if there are more than the 1,000 that were counted
     * @param oldestSince since when the oldest of those that were counted has been due; null if
     *     nothing is. Those that were looked at and are tried again later have not been due since
     */
    public record DueView(
            int due,
            int writing,
            int waiting,
            boolean more,
            @Schema(nullable = true) @Nullable Instant oldestSince) {}

    @GET
    @Operation(
            summary = "How far everything is in step, the budgets of calls, and what is to do",
            description =
                    "As all functions know it together. Calls are granted for slots of five"
                            + " seconds, so figures are some seconds old. Per object: drift as the"
                            + " last sweep over its links counted it (links change meanwhile, so it"
                            + " is a figure and no balance), how far changes that nothing told of"
                            + " were looked for, why the last try to failed, and mappings that are"
                            + " paused.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = StatusView.class),
                            examples = @ExampleObject(name = "all", value = Examples.STATUS)))
    public StatusView status() {
        BudgetStatus budgets = governor.status();
        return new StatusView(
                sync.watchOnly(),
                new BudgetsView(BudgetView.hubspot(budgets), BudgetView.salesforce(budgets)),
                view(records.due(COUNTED_MAX)),
                objects.all());
    }

    private static DueView view(DueSummary due) {
        return new DueView(
                due.counts().getOrDefault(State.DUE, 0),
                due.counts().getOrDefault(State.WRITING, 0),
                due.counts().getOrDefault(State.WAITING, 0),
                due.more(),
                due.oldest());
    }
}
