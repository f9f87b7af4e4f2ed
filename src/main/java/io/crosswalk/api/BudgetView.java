package io.crosswalk.api;

import io.crosswalk.budget.BudgetStatus;
import io.crosswalk.budget.BudgetStatus.Day;
import io.crosswalk.budget.BudgetStatus.Slots;
import io.crosswalk.budget.BudgetStatus.Window;
import io.crosswalk.budget.Lane;
import io.crosswalk.budget.LaneBudget.Closed;
import io.crosswalk.records.Priority;
import io.crosswalk.rules.Side;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A CRM's budget of calls.
 *
 * @param window calls of the last seconds, as they were granted to functions
 * @param search HubSpot's searches, which have a limit of their own; null for Salesforce
 * @param day calls of a day
 * @param concurrent batches at a time; null for HubSpot
 * @param closedUntil the CRM refused calls, so nobody calls before; null while calls may be made
 * @param closedFor why, in the CRM's own word; null while calls may be made
 * @param seenAt when the CRM's headers last said how its day is; null if they never did
 */
public record BudgetView(
        WindowView window,
        @Schema(nullable = true) @Nullable WindowView search,
        DayView day,
        @Schema(nullable = true) @Nullable ConcurrentView concurrent,
        @Schema(nullable = true) @Nullable Instant closedUntil,
        @Schema(nullable = true) @Nullable String closedFor,
        @Schema(nullable = true) @Nullable Instant seenAt) {

    /**
     * @param limit calls within any ten seconds; null where there is no such limit
     * @param used granted within the last ten to fifteen seconds
     * @param left what an edit may still have; null where there is no limit
     */
    public record WindowView(
            @Schema(nullable = true) @Nullable Integer limit,
            int used,
            @Schema(nullable = true) @Nullable Integer left,
            Map<Priority, Integer> usedByPriority) {}

    /** Who says how many calls a day has. */
    public enum Source {
        /** The CRM's own headers, other apps' calls included. */
        HEADER,
        /** The configuration; only Crosswalk's own calls are counted. */
        CONFIGURED
    }

    /**
     * @param resetsAt when the day ends; null where the CRM's hours roll or its time zone is not
     *     configured
     */
    public record DayView(
            long limit,
            long used,
            long left,
            Source source,
            @Schema(nullable = true) @Nullable Instant resetsAt) {}

    /** In use, or kept for a function that was at it within the last 90 seconds. */
    public record ConcurrentView(int limit, int used) {}

    static BudgetView hubspot(BudgetStatus status) {
        Window window = status.window(Lane.HUBSPOT);
        return view(
                window, view(status.window(Lane.HUBSPOT_SEARCH)), status.day(Side.HUBSPOT), null);
    }

    static BudgetView salesforce(BudgetStatus status) {
        Slots slots = status.salesforceSlots();
        return view(
                status.window(Lane.SALESFORCE),
                null,
                status.day(Side.SALESFORCE),
                new ConcurrentView(slots.limit(), slots.used()));
    }

    private static BudgetView view(
            Window window,
            @Nullable WindowView search,
            Day day,
            @Nullable ConcurrentView concurrent) {
        Closed closed = window.closed();
        return new BudgetView(
                view(window),
                search,
                view(day),
                concurrent,
                closed == null ? null : closed.until(),
                closed == null ? null : closed.reason(),
                day.seenAt());
    }

    private static WindowView view(Window window) {
        Map<Priority, Integer> byPriority = new EnumMap<>(Priority.class);
        byPriority.put(Priority.EDIT, window.used().edit());
        byPriority.put(Priority.RECONCILE, window.used().reconcile());
        byPriority.put(Priority.BACKFILL, window.used().backfill());
        Integer limit = window.limit();
        int used = window.used().total();
        return new WindowView(
                limit, used, limit == null ? null : Math.max(0, limit - used), byPriority);
    }

    private static DayView view(Day day) {
        return new DayView(
                day.limit(),
                day.used(),
                day.left(),
                day.fromHeader() ? Source.HEADER : Source.CONFIGURED,
                day.ends());
    }
}
