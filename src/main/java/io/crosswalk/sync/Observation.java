package io.crosswalk.sync;

import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A link and both its records as they are now, with the times that are known of their fields.
 *
 * @param hubspotTimes per property the newest known time of an edit
 * @param salesforceTimes per field likewise
 */
record Observation(
        Link link,
        CrmRecord hubspot,
        CrmRecord salesforce,
        Map<String, Instant> hubspotTimes,
        Map<String, Instant> salesforceTimes) {

    static Observation of(Link link, CrmRecord hubspot, CrmRecord salesforce) {
        return new Observation(
                link,
                hubspot,
                salesforce,
                times(link.due().hints(), Side.HUBSPOT),
                times(link.due().hints(), Side.SALESFORCE));
    }

    /** Our own writes are no edits, so their times do not count. */
    private static Map<String, Instant> times(List<Noted> hints, Side side) {
        Map<String, Instant> times = new HashMap<>();
        for (Noted hint : hints) {
            if (hint.side() == side && hint.kind() == Noted.Kind.CHANGED && !hint.ours()) {
                times.merge(hint.name(), hint.at(), (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        return times;
    }

    /** With times from HubSpot's own history, where no hint brought any. */
    Observation withHubspotTimes(Map<String, Instant> history) {
        Map<String, Instant> times = new HashMap<>(history);
        times.putAll(hubspotTimes);
        return new Observation(link, hubspot, salesforce, times, salesforceTimes);
    }

    /** Whether both sides answered with it; a blank one is answered as such. */
    boolean shows(PlannedField field) {
        return hubspot.values().containsKey(field.mapping().hubspotProperty())
                && salesforce.values().containsKey(field.mapping().salesforceField());
    }

    Value hubspot(PlannedField field) {
        return field.hubspot(hubspot.values());
    }

    Value salesforce(PlannedField field) {
        return field.salesforce(salesforce.values());
    }

    @Nullable Instant hubspotAt(PlannedField field) {
        return hubspotTimes.get(field.mapping().hubspotProperty());
    }

    @Nullable Instant salesforceAt(PlannedField field) {
        return salesforceTimes.get(field.mapping().salesforceField());
    }

    String salesforceId() {
        return salesforce.id();
    }
}
