package io.crosswalk.functions;

import io.crosswalk.records.Arrivals;
import io.crosswalk.rules.Side;
import io.crosswalk.salesforce.ChangeEventBatch;
import io.crosswalk.salesforce.ChangeEvents;
import io.crosswalk.sync.HintIntake;
import io.crosswalk.sync.Hinted;
import io.quarkus.funqy.Funq;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Behind the EventBridge rule on Salesforce's partner event bus: takes change events. Fails when
 * storage fails, so that EventBridge delivers again.
 */
public class SalesforceChangeFunction {
    private static final Logger LOG = Logger.getLogger(SalesforceChangeFunction.class);

    private final ChangeEvents events;
    private final HintIntake hints;
    private final Arrivals arrivals;
    private final Metrics metrics;
    private final Clock clock;

    SalesforceChangeFunction(
            ChangeEvents events,
            HintIntake hints,
            Arrivals arrivals,
            Metrics metrics,
            Clock clock) {
        this.events = events;
        this.hints = hints;
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
            // Salesforce names no records then. Reconcile reads everything that changed since its
            // cursor, whatever told of it.
            LOG.warnf(
                    "Salesforce lost change events of %s; reconcile catches up",
                    overflow.entityName());
        } else if (batch instanceof ChangeEventBatch.Ignored ignored) {
            LOG.debugf("A change event was ignored: %s", ignored.reason());
        } else {
            throw new AssertionError(batch);
        }
        arrivals.taken(Side.SALESFORCE, clock.instant());
    }
}
