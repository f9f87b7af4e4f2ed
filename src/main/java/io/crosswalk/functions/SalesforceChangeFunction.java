package io.crosswalk.functions;

import io.crosswalk.reconcile.Cursors;
import io.crosswalk.records.Arrivals;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.rules.Side;
import io.crosswalk.salesforce.ChangeEventBatch;
import io.crosswalk.salesforce.ChangeEvents;
import io.crosswalk.sync.HintIntake;
import io.crosswalk.sync.Hinted;
import io.quarkus.funqy.Funq;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Behind the EventBridge rule on Salesforce's partner event bus: takes change events. Fails when
 * storage fails, so that EventBridge delivers again.
 */
public class SalesforceChangeFunction {
    private static final Logger LOG = Logger.getLogger(SalesforceChangeFunction.class);

    /** A transaction of Salesforce's may run for ten minutes, and its clock be off a little. */
    private static final Duration TRANSACTION_MAX = Duration.ofMinutes(12);

    private final ChangeEvents events;
    private final HintIntake hints;
    private final Cursors cursors;
    private final Arrivals arrivals;
    private final Metrics metrics;
    private final Clock clock;

    SalesforceChangeFunction(
            ChangeEvents events,
            HintIntake hints,
            Cursors cursors,
            Arrivals arrivals,
            Metrics metrics,
            Clock clock) {
        this.events = events;
        this.hints = hints;
        this.cursors = cursors;
        this.arrivals = arrivals;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Funq("salesforceChange")
    public void salesforceChange(EventBridgeEvent event) {
        ChangeEventBatch batch = events.parse(event.detail());
        if (batch instanceof ChangeEventBatch.Hints changed) {
            List<Hinted> due = hints.accept(changed.hints());
            due.forEach(record -> ChangeLog.due(Side.SALESFORCE, record, changed.eventIds()));
            metrics.put(
                    due.isEmpty() ? Map.of() : Map.of(Metric.SALESFORCE_HINTS_STORED, due.size()));
        } else if (batch instanceof ChangeEventBatch.Overflow overflow) {
            readAgain(overflow);
        } else if (batch instanceof ChangeEventBatch.Ignored ignored) {
            LOG.debugf("A change event was ignored: %s", ignored.reason());
        } else {
            throw new AssertionError(batch);
        }
        arrivals.taken(Side.SALESFORCE, clock.instant());
    }

    /**
     * Salesforce names no records then, so reconcile reads all that changed. Their stamps are of
     * within the transaction, which may be long before it was committed, and then are seen.
     */
    private void readAgain(ChangeEventBatch.Overflow overflow) {
        LOG.warnf(
                "Salesforce lost change events of %s; reconcile catches up", overflow.entityName());
        Instant now = clock.instant();
        Instant committed =
                overflow.at() == null || overflow.at().isAfter(now) ? now : overflow.at();
        ObjectPairs.ofSalesforceType(overflow.entityName())
                .ifPresent(
                        object ->
                                cursors.back(
                                        object.name(),
                                        Side.SALESFORCE,
                                        committed.minus(TRANSACTION_MAX)));
    }
}
