package io.crosswalk.rules;

import io.crosswalk.rules.Converted.Code;
import io.crosswalk.rules.Converted.Ok;
import io.crosswalk.rules.Converted.Refused;
import java.time.Instant;

/**
 * Dates and datetimes. Where one side is a date, the UTC date counts, and the finer side keeps its
 * time of day as long as the date is the same; between datetimes the second counts, as Salesforce
 * has no milliseconds.
 */
final class TimeLens implements Lens {
    private static final Refused NOT_A_DATE =
            new Refused(
                    Code.NOT_A_DATE, "Only dates of the years 0000 to 9999 can be carried over.");

    private final HubspotType hubspotType;
    private final SalesforceType salesforceType;
    private final boolean byDay;

    TimeLens(HubspotType hubspotType, SalesforceType salesforceType) {
        this.hubspotType = hubspotType;
        this.salesforceType = salesforceType;
        byDay = hubspotType == HubspotType.DATE || salesforceType == SalesforceType.DATE;
    }

    @Override
    public Converted toSalesforce(Value hubspot) {
        Instant instant = TimeText.parse(hubspot.text());
        if (instant == null) {
            return NOT_A_DATE;
        }
        return new Ok(Canonical.salesforce(salesforceType, coarse(instant)));
    }

    @Override
    public Converted toHubspot(Value salesforce) {
        Instant instant = TimeText.parse(salesforce.text());
        if (instant == null) {
            return NOT_A_DATE;
        }
        return new Ok(Canonical.hubspot(hubspotType, coarse(instant)));
    }

    @Override
    public boolean inStep(Value hubspot, Value salesforce) {
        Instant hubspotAt = TimeText.parse(hubspot.text());
        Instant salesforceAt = TimeText.parse(salesforce.text());
        if (hubspotAt == null || salesforceAt == null) {
            return hubspot.equals(salesforce);
        }
        return coarse(hubspotAt).equals(coarse(salesforceAt));
    }

    private String coarse(Instant instant) {
        return byDay ? TimeText.day(instant) : TimeText.seconds(instant);
    }
}
