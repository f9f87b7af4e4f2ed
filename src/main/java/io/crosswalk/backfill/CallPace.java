package io.crosswalk.backfill;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** How fast a run may call the CRMs. */
public interface CallPace {

    /**
     * Makes calls if the budget has them now.
     *
     * @param calls what they are at most
     * @return what they answered; empty if nothing was done
     * @throws io.crosswalk.records.CrmUnavailable what the calls throw
     */
    <T> Optional<T> made(Calls calls, Supplier<T> work);

    /**
     * How long a run takes at least.
     *
     * @param calls that it makes
     * @param links that it has looked at
     */
    Duration lasts(Calls calls, long links);

    /**
     * @param hubspot calls but searches
     */
    record Calls(long hubspot, long searches, long salesforce) {
        public static final Calls NONE = new Calls(0, 0, 0);
        private static final int HUBSPOT_BATCH = 100;
        private static final int SALESFORCE_BATCH = 200;

        /** HubSpot gives histories of 50 records at a time. */
        private static final int HISTORY_BATCH = 50;

        /** To look at so many links once, histories included. */
        static Calls looking(long links, long histories) {
            return new Calls(
                    batches(links, HUBSPOT_BATCH) + batches(histories, HISTORY_BATCH),
                    0,
                    batches(links, SALESFORCE_BATCH));
        }

        static Calls writing(long inHubspot, long inSalesforce) {
            return new Calls(
                    batches(inHubspot, HUBSPOT_BATCH), 0, batches(inSalesforce, SALESFORCE_BATCH));
        }

        private static long batches(long records, int size) {
            return (records + size - 1) / size;
        }

        public Calls plus(Calls other) {
            return new Calls(
                    hubspot + other.hubspot,
                    searches + other.searches,
                    salesforce + other.salesforce);
        }
    }
}
