package io.crosswalk.functions;

import io.crosswalk.hubspot.CallListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How often this process has called each CRM since it was asked last; logins are no calls, as in
 * the budgets. Thread-safe.
 */
@ApplicationScoped
class CallCounts implements CallListener, io.crosswalk.salesforce.CallListener {
    private final AtomicInteger hubspot = new AtomicInteger();
    private final AtomicInteger salesforce = new AtomicInteger();

    @Override
    public void called(CallListener.Kind kind, int records, int status, long millis) {
        if (kind != CallListener.Kind.LOGIN) {
            hubspot.incrementAndGet();
        }
    }

    @Override
    public void called(
            io.crosswalk.salesforce.CallListener.Kind kind, int records, int status, long millis) {
        if (kind != io.crosswalk.salesforce.CallListener.Kind.LOGIN) {
            salesforce.incrementAndGet();
        }
    }

    /** Starts again at zero. Empty if there were none. */
    Map<Metric, Integer> take() {
        int ofHubspot = hubspot.getAndSet(0);
        int ofSalesforce = salesforce.getAndSet(0);
        return ofHubspot + ofSalesforce == 0
                ? Map.of()
                : Map.of(
                        Metric.HUBSPOT_CALLS, ofHubspot,
                        Metric.SALESFORCE_CALLS, ofSalesforce);
    }
}
