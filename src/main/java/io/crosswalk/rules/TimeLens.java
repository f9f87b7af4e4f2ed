package io.crosswalk.rules;

import io.crosswalk.rules.Converted.Code;
import io.crosswalk.rules.Converted.Ok;
import io.crosswalk.rules.Converted.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Dates and datetimes. Where one side is a date, the day counts, and the finer side keeps its time
 * of day as long as the day is the same; between datetimes the second counts, as Salesforce has no
 * milliseconds.
 *
 * <p>A moment is of the day that it is in the account's time zone, where people choose it and see
 * it. A day becomes its noon there, so that whoever is up to eleven hours away sees the same day.
 */
final class TimeLens implements Lens {
    private static final Refused NOT_A_DATE =
            new Refused(
                    Code.NOT_A_DATE, "Only dates of the years 0000 to 9999 can be carried over.");
    private static final Refused NO_SUCH_DAY =
            new Refused(
                    Code.NOT_A_DATE,
                    "The account's time zone has no such day in the years 0000 to 9999.");

    private final HubspotType hubspotType;
    private final SalesforceType salesforceType;
    private final ZoneId zone;
    private final boolean hubspotDay;
    private final boolean salesforceDay;

    TimeLens(HubspotType hubspotType, SalesforceType salesforceType, ZoneId zone) {
        this.hubspotType = hubspotType;
        this.salesforceType = salesforceType;
        this.zone = zone;
        hubspotDay = hubspotType == HubspotType.DATE;
        salesforceDay = salesforceType == SalesforceType.DATE;
    }

    @Override
    public Converted toSalesforce(Value hubspot) {
        Instant instant = TimeText.parse(hubspot.text());
        if (instant == null) {
            return NOT_A_DATE;
        }
        String text = carried(instant, hubspotDay, salesforceDay);
        return text == null ? NO_SUCH_DAY : new Ok(Canonical.salesforce(salesforceType, text));
    }

    @Override
    public Converted toHubspot(Value salesforce) {
        Instant instant = TimeText.parse(salesforce.text());
        if (instant == null) {
            return NOT_A_DATE;
        }
        String text = carried(instant, salesforceDay, hubspotDay);
        return text == null ? NO_SUCH_DAY : new Ok(Canonical.hubspot(hubspotType, text));
    }

    @Override
    public boolean inStep(Value hubspot, Value salesforce) {
        Instant hubspotAt = TimeText.parse(hubspot.text());
        Instant salesforceAt = TimeText.parse(salesforce.text());
        if (hubspotAt == null || salesforceAt == null) {
            return hubspot.equals(salesforce);
        }
        return hubspotDay || salesforceDay
                ? day(hubspotAt, hubspotDay).equals(day(salesforceAt, salesforceDay))
                : TimeText.seconds(hubspotAt).equals(TimeText.seconds(salesforceAt));
    }

    /** Null for a day that the other side cannot say. */
    private @Nullable String carried(Instant instant, boolean fromDay, boolean toDay) {
        if (!fromDay && !toDay) {
            return TimeText.seconds(instant);
        }
        LocalDate day = day(instant, fromDay);
        Instant at = toDay ? day.atStartOfDay(ZoneOffset.UTC).toInstant() : noon(day);
        // A zone that was moved across the date line has skipped a day: its noon is of the next.
        return TimeText.isRead(at) && day(at, toDay).equals(day)
                ? toDay ? TimeText.day(at) : TimeText.seconds(at)
                : null;
    }

    /** A date is written as its midnight in UTC, wherever people are. */
    private LocalDate day(Instant instant, boolean isDay) {
        return instant.atZone(isDay ? ZoneOffset.UTC : zone).toLocalDate();
    }

    private Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(zone).toInstant();
    }
}
