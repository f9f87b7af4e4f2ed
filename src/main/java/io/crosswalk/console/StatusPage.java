package io.crosswalk.console;

import io.crosswalk.api.BudgetView;
import io.crosswalk.api.BudgetView.WindowView;
import io.crosswalk.api.ObjectStatuses.CatchUpView;
import io.crosswalk.api.ObjectStatuses.DriftView;
import io.crosswalk.api.ObjectStatuses.FailureView;
import io.crosswalk.api.ObjectStatuses.ObjectStatusView;
import io.crosswalk.api.ObjectStatuses.PausedView;
import io.crosswalk.api.StatusResource.DueView;
import io.crosswalk.api.StatusResource.StatusView;
import io.crosswalk.console.Chart.Slice;
import io.crosswalk.records.DriftFigure;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.Priority;
import io.crosswalk.records.ProblemSeverity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How everything is doing, as pictures and words.
 *
 * @param watchOnly whether nothing is written to the CRMs
 * @param outages what keeps Crosswalk from looking through a CRM
 */
public record StatusPage(
        boolean watchOnly,
        List<Outage> outages,
        List<ObjectCard> objects,
        List<BudgetCard> budgets,
        DueView due,
        MappingNames names) {

    /** How many fields differ for a reason. */
    public record ReasonLine(String name, String label, long count, boolean explained) {}

    /**
     * @param bar null before the first count
     */
    public record ObjectCard(
            String name,
            String label,
            boolean syncs,
            String text,
            @Nullable Chart bar,
            @Nullable String percent,
            List<ReasonLine> reasons,
            List<DriftFigure.Example> examples,
            List<CatchUpLine> catchUp,
            List<PausedView> paused,
            @Nullable Instant sweptAt) {}

    /**
     * @param level {@code ok}, {@code warning} when it lags or was tried in vain, {@code issue}
     *     when a person has to do something, {@code off} before the first run
     */
    public record CatchUpLine(String side, String level, String text) {}

    /** One CRM's budget. */
    public record BudgetCard(
            String side,
            String label,
            List<Meter> meters,
            @Nullable Instant closedUntil,
            @Nullable String closedFor,
            String source) {}

    /**
     * @param text used of limit
     */
    public record Meter(String name, Chart bar, String text) {}

    private static final long LAGS_AFTER_SECONDS = 600;

    static StatusPage of(StatusView status, MappingNames names, Instant now) {
        return new StatusPage(
                status.watchOnly(),
                Outage.of(status.objects()),
                status.objects().stream().map(object -> card(object, now)).toList(),
                List.of(
                        budget("hubspot", "HubSpot", status.budgets().hubspot()),
                        budget("salesforce", "Salesforce", status.budgets().salesforce())),
                status.due(),
                names);
    }

    /** Whether mappings are named on it. */
    static boolean names(StatusView status) {
        return status.objects().stream()
                .anyMatch(
                        it ->
                                !it.pausedMappings().isEmpty()
                                        || it.drift() != null
                                                && !it.drift().unexplained().examples().isEmpty());
    }

    public boolean quiet() {
        return due.due() + due.writing() + due.waiting() == 0;
    }

    private static ObjectCard card(ObjectStatusView object, Instant now) {
        DriftView drift = object.drift();
        List<ReasonLine> reasons = drift == null ? List.of() : reasons(drift);
        return new ObjectCard(
                object.object(),
                ObjectPairs.named(object.object()).map(ObjectTab::label).orElse(object.object()),
                object.syncEnabled(),
                object.text(),
                drift == null || drift.compared() == 0 ? null : bar(drift),
                drift == null || drift.compared() == 0 ? null : percent(drift),
                reasons,
                drift == null ? List.of() : drift.unexplained().examples(),
                object.catchUp().stream().map(view -> catchUp(view, now)).toList(),
                object.pausedMappings(),
                drift == null ? null : drift.sweptAt());
    }

    /** Never rounded up to all of them. */
    private static String percent(DriftView drift) {
        long perMille = drift.inStep() * 1_000 / drift.compared();
        return perMille / 10 + (perMille % 10 == 0 ? "" : "." + perMille % 10) + " %";
    }

    private static Chart bar(DriftView drift) {
        List<Slice> slices = new ArrayList<>();
        slices.add(new Slice("In step", drift.inStep(), "tone-ok"));
        long explained = 0;
        for (var reason : drift.differing().entrySet()) {
            explained += reason.getKey().explained() ? reason.getValue() : 0;
        }
        slices.add(new Slice("Differ for a known reason", explained, "tone-known"));
        slices.add(new Slice("Differ without a reason", drift.unexplained().count(), "tone-issue"));
        return Chart.of(drift.compared(), slices);
    }

    private static List<ReasonLine> reasons(DriftView drift) {
        return drift.differing().entrySet().stream()
                .filter(it -> it.getValue() > 0)
                .map(
                        it ->
                                new ReasonLine(
                                        it.getKey().name(),
                                        Shown.said(it.getKey()),
                                        it.getValue(),
                                        it.getKey().explained()))
                .toList();
    }

    private static CatchUpLine catchUp(CatchUpView view, Instant now) {
        String side = Shown.word(view.side());
        Instant last = view.lastSuccess();
        FailureView failure = view.lastFailure();
        if (last == null) {
            return new CatchUpLine(
                    side,
                    failure == null ? "off" : level(failure),
                    failure == null ? "not looked through yet" : "could not be looked through yet");
        }
        long age = Duration.between(last, now).toSeconds();
        String text = "looked through " + Shown.lasting(age) + " ago";
        return failure == null
                ? new CatchUpLine(side, age > LAGS_AFTER_SECONDS ? "warning" : "ok", text)
                : new CatchUpLine(side, level(failure), text + "; tried since, in vain");
    }

    private static String level(FailureView failure) {
        return failure.severity() == ProblemSeverity.ISSUE ? "issue" : "warning";
    }

    private static BudgetCard budget(String side, String label, BudgetView budget) {
        List<Meter> meters = new ArrayList<>();
        meters.add(meter("Ten seconds", budget.window()));
        if (budget.search() != null) {
            meters.add(meter("Searches", budget.search()));
        }
        BudgetView.DayView day = budget.day();
        meters.add(
                new Meter(
                        "Day",
                        Chart.of(day.limit(), List.of(new Slice("Used", day.used(), "tone-used"))),
                        Shown.grouped(day.used()) + " of " + Shown.grouped(day.limit())));
        if (budget.concurrent() != null) {
            meters.add(atATime(budget.concurrent()));
        }
        return new BudgetCard(
                side,
                label,
                meters,
                budget.closedUntil(),
                budget.closedFor(),
                day.source() == BudgetView.Source.HEADER
                        ? "The day as the CRM itself counts it, other apps' calls included."
                        : "The day as configured; only Crosswalk's own calls are counted.");
    }

    private static Meter atATime(BudgetView.ConcurrentView view) {
        return new Meter(
                "Batches at a time",
                Chart.of(view.limit(), List.of(new Slice("In use", view.used(), "tone-used"))),
                view.used() + " of " + view.limit());
    }

    private static Meter meter(String name, WindowView window) {
        List<Slice> slices = new ArrayList<>();
        for (Priority priority : Priority.values()) {
            long used = window.usedByPriority().getOrDefault(priority, 0);
            slices.add(new Slice(label(priority), used, "tone-" + priority.name().toLowerCase()));
        }
        Integer limit = window.limit();
        return new Meter(
                name,
                Chart.of(limit == null ? Math.max(1, window.used()) : limit, slices),
                limit == null ? window.used() + ", no limit" : window.used() + " of " + limit);
    }

    private static String label(Priority priority) {
        return switch (priority) {
            case EDIT -> "Edits";
            case RECONCILE -> "Catching up";
            case BACKFILL -> "Backfill";
        };
    }
}
