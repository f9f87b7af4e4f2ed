package io.crosswalk.budget;

import io.crosswalk.hubspot.AccountZone;
import io.crosswalk.records.Priority;
import io.crosswalk.rules.Side;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * {@link BudgetConfig}, checked.
 *
 * @param windows per ten seconds; Salesforce has none
 * @param days calls a day, where the CRM does not say
 * @param zone where HubSpot's day ends; null if nobody has said: then days are counted in UTC, and
 *     one that is used up is tried again every hour
 * @param slots Salesforce's
 * @param windowShare percent of a window and of the slots that a priority may use
 * @param dayReserve percent of a day that a priority leaves
 */
public record Terms(
        Calls windows,
        Days days,
        @Nullable ZoneId zone,
        Slots slots,
        Percent windowShare,
        Percent dayReserve) {

    /** What a lane without a limit of its own allows. */
    static final int NO_LIMIT = Integer.MAX_VALUE;

    /** When a used-up day is tried again if nobody knows its end. */
    private static final Duration HUBSPOT_PROBE = Duration.ofHours(1);

    /** Salesforce's 24 hours roll, so there is room again soon. */
    private static final Duration SALESFORCE_PROBE = Duration.ofMinutes(15);

    public record Days(long hubspot, long salesforce) {
        long of(Side side) {
            return side == Side.HUBSPOT ? hubspot : salesforce;
        }
    }

    /**
     * @param held how long one that nobody gives back is taken
     */
    public record Slots(int max, Duration held) {}

    /** Per priority. */
    public record Percent(int edit, int reconcile, int backfill) {
        public Percent {
            if (edit < 0
                    || edit > 100
                    || reconcile < 0
                    || reconcile > 100
                    || backfill < 0
                    || backfill > 100) {
                throw new IllegalArgumentException(
                        "Shares under 'crosswalk.budget' are 0 to 100 percent");
            }
        }

        int of(Priority priority) {
            return switch (priority) {
                case EDIT -> edit;
                case RECONCILE -> reconcile;
                case BACKFILL -> backfill;
            };
        }
    }

    public Terms {
        if (windows.hubspot() < 1
                || windows.search() < 1
                || days.hubspot() < 1
                || days.salesforce() < 1
                || slots.max() < 1) {
            throw new IllegalArgumentException("Limits under 'crosswalk.budget' are 1 or more");
        }
    }

    static Terms of(BudgetConfig config, AccountZone zone) {
        return new Terms(
                new Calls(
                        config.hubspot().callsPerTenSeconds(),
                        config.hubspot().searchesPerSecond() * 10,
                        NO_LIMIT),
                new Days(config.hubspot().callsPerDay(), config.salesforce().callsPerDay()),
                zone.configured().orElse(null),
                new Slots(config.salesforce().concurrent(), config.salesforce().slotHeld()),
                new Percent(
                        config.windowPercent().edit(),
                        config.windowPercent().reconcile(),
                        config.windowPercent().backfill()),
                new Percent(
                        config.dayReservePercent().edit(),
                        config.dayReservePercent().reconcile(),
                        config.dayReservePercent().backfill()));
    }

    /** When the day that {@code now} is in began. */
    Instant dayStart(Side side, Instant now) {
        ZoneId zone = dayZone(side);
        if (zone == ZoneOffset.UTC) {
            return now.truncatedTo(ChronoUnit.DAYS);
        }
        return now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }

    /** When the day ends; null where that is not known. */
    @Nullable Instant dayEnd(Side side, Instant now) {
        if (side == Side.SALESFORCE || zone == null) {
            return null;
        }
        return now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    }

    private ZoneId dayZone(Side side) {
        return side == Side.SALESFORCE || zone == null ? ZoneOffset.UTC : zone;
    }

    static Duration probeEvery(Side side) {
        return side == Side.HUBSPOT ? HUBSPOT_PROBE : SALESFORCE_PROBE;
    }
}
