package io.crosswalk.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which side's change is the later, at whole seconds: Salesforce's stamps have no finer grain. */
public enum Later {
    HUBSPOT,
    SALESFORCE,
    /** Both in the same second. */
    TIE,
    UNKNOWN;

    /**
     * Compares field times (docs/semantics.md, "Times and ties").
     *
     * @param hubspotAt when the property changed: the event's {@code occurredAt} or its history
     * @param salesforceAt when the field changed: the change event's {@code commitTimestamp}
     * @param salesforceRecordAt when any field of the record changed last ({@code SystemModstamp}).
     *     Only an upper bound for the field's time: it can show that HubSpot is later, and nothing
     *     else
     */
    public static Later of(
            @Nullable Instant hubspotAt,
            @Nullable Instant salesforceAt,
            @Nullable Instant salesforceRecordAt) {
        if (hubspotAt == null) {
            return UNKNOWN;
        }
        if (salesforceAt != null) {
            int order = Long.compare(hubspotAt.getEpochSecond(), salesforceAt.getEpochSecond());
            return order == 0 ? TIE : order > 0 ? HUBSPOT : SALESFORCE;
        }
        return salesforceRecordAt != null
                        && hubspotAt.getEpochSecond() > salesforceRecordAt.getEpochSecond()
                ? HUBSPOT
                : UNKNOWN;
    }

    /**
     * Likewise, where the field's time in Salesforce is not known but events of it that came before
     * are.
     *
     * @param salesforceNotBefore the newest event that told of the field with another value than it
     *     has now: what it has now came later. Only looked at when {@code salesforceAt} is null
     */
    public static Later of(
            @Nullable Instant hubspotAt,
            @Nullable Instant salesforceAt,
            @Nullable Instant salesforceNotBefore,
            @Nullable Instant salesforceRecordAt) {
        boolean salesforceIsLater =
                hubspotAt != null
                        && salesforceAt == null
                        && salesforceNotBefore != null
                        && hubspotAt.getEpochSecond() < salesforceNotBefore.getEpochSecond();
        return salesforceIsLater ? SALESFORCE : of(hubspotAt, salesforceAt, salesforceRecordAt);
    }

    /** The answer with the sides swapped; its own inverse. */
    public Later mirrored() {
        return switch (this) {
            case HUBSPOT -> SALESFORCE;
            case SALESFORCE -> HUBSPOT;
            case TIE, UNKNOWN -> this;
        };
    }
}
