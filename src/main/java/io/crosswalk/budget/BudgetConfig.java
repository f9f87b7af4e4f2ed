package io.crosswalk.budget;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much of what the CRMs allow is ours, and who comes first. */
@ConfigMapping(prefix = "crosswalk.budget")
public interface BudgetConfig {

    Hubspot hubspot();

    Salesforce salesforce();

    /** Up to which share of a window, and of Salesforce's slots, each priority may go. */
    WindowShares windowPercent();

    /** How much of the day each priority leaves to more urgent ones and to other apps. */
    DayReserves dayReservePercent();

    /** HubSpot's limits. */
    interface Hubspot {

        /**
         * Calls within any ten seconds, searches apart. What HubSpot's headers name may be less,
         * and is kept to then; it is never raised by itself.
         */
        @WithDefault("100")
        int callsPerTenSeconds();

        /** Searches; HubSpot limits them per account. */
        @WithDefault("5")
        int searchesPerSecond();

        /** Where HubSpot's headers do not say, as for OAuth apps. */
        @WithDefault("250000")
        long callsPerDay();
    }

    /** Salesforce's limits. */
    interface Salesforce {

        /** In 24 hours, until the first answer's header says it. */
        @WithDefault("100000")
        long callsPerDay();

        /** Batches at a time. Salesforce takes 25 long calls of everybody, 5 in trial orgs. */
        @WithDefault("10")
        int concurrent();

        /** How long a function that crashed keeps its slot; longer than its timeout. */
        @WithDefault("PT90S")
        Duration slotHeld();
    }

    /** In percent. */
    interface WindowShares {

        @WithDefault("100")
        int edit();

        @WithDefault("80")
        int reconcile();

        @WithDefault("50")
        int backfill();
    }

    /** In percent. */
    interface DayReserves {

        @WithDefault("2")
        int edit();

        @WithDefault("15")
        int reconcile();

        @WithDefault("30")
        int backfill();
    }
}
