package io.crosswalk.functions;

import io.crosswalk.budget.BudgetStatus;
import io.crosswalk.budget.Governor;
import io.crosswalk.mapping.MappingStore;
import io.crosswalk.mapping.PausedMappings;
import io.crosswalk.reconcile.Cursors;
import io.crosswalk.records.Arrivals;
import io.crosswalk.records.DriftFigure;
import io.crosswalk.records.DriftStore;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.ProblemSeverity;
import io.crosswalk.records.ProblemStore;
import io.crosswalk.records.RecordStore;
import io.crosswalk.records.RecordStore.DueSummary;
import io.crosswalk.rules.Side;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** How everything is, after a reconcile: from storage by key and index, without a call to a CRM. */
@ApplicationScoped
class ReconcileMetrics {
    private static final Logger LOG = Logger.getLogger(ReconcileMetrics.class);

    /** A figure must not cost more than what it tells of. */
    static final int COUNTED_MAX = 1_000;

    private static final int PROBLEM_PAGE = 200;

    /** What is said of a side that was never caught up with. */
    private static final Duration NEVER = Duration.ofDays(1);

    private final Metrics metrics;
    private final RecordStore records;
    private final ProblemStore problems;
    private final MappingStore mappings;
    private final PausedMappings paused;
    private final Governor governor;
    private final Cursors cursors;
    private final Arrivals arrivals;
    private final DriftStore drift;
    private final Clock clock;

    ReconcileMetrics(
            Metrics metrics,
            RecordStore records,
            ProblemStore problems,
            MappingStore mappings,
            PausedMappings paused,
            Governor governor,
            Cursors cursors,
            Arrivals arrivals,
            DriftStore drift,
            Clock clock) {
        this.metrics = metrics;
        this.records = records;
        this.problems = problems;
        this.mappings = mappings;
        this.paused = paused;
        this.governor = governor;
        this.cursors = cursors;
        this.arrivals = arrivals;
        this.drift = drift;
        this.clock = clock;
    }

    /** Does not throw: what was reconciled must not be done again for a figure. */
    void put() {
        if (metrics == Metrics.NOWHERE) {
            return;
        }
        try {
            Map<Metric, Long> values = new EnumMap<>(Metric.class);
            due(values);
            budgets(values);
            objects(values);
            values.put(Metric.HUBSPOT_SILENCE, silence(Side.HUBSPOT));
            values.put(Metric.SALESFORCE_SILENCE, silence(Side.SALESFORCE));
            metrics.put(values);
        } catch (RuntimeException e) {
            LOG.warn("There are no metrics of this run", e);
        }
    }

    private void due(Map<Metric, Long> values) {
        DueSummary due = records.due(COUNTED_MAX);
        long links = due.counts().values().stream().mapToLong(Integer::longValue).sum();
        values.put(Metric.DUE_LINKS, links);
        values.put(Metric.OLDEST_DUE_AGE, due.oldest() == null ? 0 : age(due.oldest()));
    }

    private void budgets(Map<Metric, Long> values) {
        BudgetStatus budgets = governor.status();
        values.put(Metric.HUBSPOT_DAILY_BUDGET_USED, percent(budgets.day(Side.HUBSPOT)));
        values.put(Metric.SALESFORCE_DAILY_BUDGET_USED, percent(budgets.day(Side.SALESFORCE)));
    }

    private static long percent(BudgetStatus.Day day) {
        return day.limit() <= 0 ? 0 : day.used() * 100 / day.limit();
    }

    private void objects(Map<Metric, Long> values) {
        long cursorAge = 0;
        for (ObjectPair object : ObjectPairs.all()) {
            problems(object.name(), values);
            add(values, Metric.PAUSED_MAPPINGS, pausedOf(object));
            DriftFigure figure = drift.figure(object.name()).orElse(null);
            add(values, Metric.MAPPED_FIELDS, figure == null ? 0 : figure.compared());
            add(values, Metric.FIELDS_IN_STEP, figure == null ? 0 : figure.inStep());
            if (mappings.settings(object.name()).syncEnabled()) {
                for (Side side : Side.values()) {
                    cursorAge = Math.max(cursorAge, caughtUp(object.name(), side));
                }
            }
        }
        values.put(Metric.CURSOR_AGE, cursorAge);
    }

    private long pausedOf(ObjectPair object) {
        return paused.of(object).stream().filter(state -> state.paused() != null).count();
    }

    /** The cursor itself stands still while nothing changes, so the last good run counts. */
    private long caughtUp(String object, Side side) {
        Instant last = cursors.standing(object, side).lastSuccess();
        return last == null ? NEVER.toSeconds() : age(last);
    }

    private void problems(String object, Map<Metric, Long> values) {
        add(values, Metric.PROBLEMS_OPEN, 0);
        add(values, Metric.ISSUES_OPEN, 0);
        ProblemStore.Filter all = new ProblemStore.Filter(object, null, null, null, null);
        @Nullable String after = null;
        for (int counted = 0; counted < COUNTED_MAX; counted += PROBLEM_PAGE) {
            ProblemStore.Page page = problems.page(all, PROBLEM_PAGE, after);
            long issues =
                    page.items().stream()
                            .filter(problem -> problem.severity() == ProblemSeverity.ISSUE)
                            .count();
            add(values, Metric.PROBLEMS_OPEN, page.items().size());
            add(values, Metric.ISSUES_OPEN, issues);
            after = page.next();
            if (after == null) {
                return;
            }
        }
    }

    private long silence(Side side) {
        Instant since = arrivals.last(side).silentSince();
        return since == null ? 0 : age(since);
    }

    private static void add(Map<Metric, Long> values, Metric metric, long more) {
        values.merge(metric, more, Long::sum);
    }

    private long age(Instant since) {
        return Math.max(0, Duration.between(since, clock.instant()).toSeconds());
    }
}
