package io.crosswalk.sync;

import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Base;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Difference;
import io.crosswalk.records.Fingerprint;
import io.crosswalk.records.Intent;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A link and both its records as they are now, with what is known of when their fields changed.
 *
 * @param edits per side and name the newest hint of a person's edit
 * @param hubspotTimes per property since when it has the value that it has now, from its history
 * @param asked what people asked of it
 * @param resting by mapping id the company references of which nothing is to be carried over now
 */
record Observation(
        Link link,
        CrmRecord hubspot,
        CrmRecord salesforce,
        Map<Side, Map<String, Noted>> edits,
        Map<String, Instant> hubspotTimes,
        Asked asked,
        Map<String, RestingCompany> resting) {

    private static final Map<Side, Map<String, Noted>> NO_EDITS =
            Map.of(Side.HUBSPOT, Map.of(), Side.SALESFORCE, Map.of());

    /** Maps of observations hold one of a link: the rest need not be hashed. */
    @Override
    public int hashCode() {
        return link.hashCode();
    }

    static Observation of(Link link, CrmRecord hubspot, CrmRecord salesforce) {
        Asked asked = Asked.of(link.due().hints());
        return new Observation(link, hubspot, salesforce, edits(link), Map.of(), asked, Map.of());
    }

    /** Our own writes are no edits, so their times do not count. */
    private static Map<Side, Map<String, Noted>> edits(Link link) {
        if (link.due().hints().isEmpty()) {
            return NO_EDITS;
        }
        Map<Side, Map<String, Noted>> edits = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            edits.put(side, new HashMap<>());
        }
        for (Noted hint : link.due().hints()) {
            if (hint.kind() == Noted.Kind.CHANGED && !hint.ours()) {
                edits.get(hint.side()).merge(hint.name(), hint, Noted::later);
            }
        }
        return edits;
    }

    Observation withHubspotTimes(Map<String, Instant> history) {
        return new Observation(link, hubspot, salesforce, edits, history, asked, resting);
    }

    Observation with(Link other) {
        return new Observation(
                other, hubspot, salesforce, edits(other), hubspotTimes, asked, resting);
    }

    Observation with(Asked asked) {
        return new Observation(link, hubspot, salesforce, edits, hubspotTimes, asked, resting);
    }

    /** The newest hint of a person's edit; null if there is none. */
    @Nullable Noted edit(PlannedField field, Side side) {
        return edits.get(side).get(field.name(side));
    }

    /**
     * Since when the side has the value that it has now, as the newest hint tells: null where that
     * told of another value, for then something came later.
     */
    @Nullable Instant hintedAt(PlannedField field, Side side, Fingerprint now) {
        Noted edit = edit(field, side);
        if (edit == null || isOlderThanTheValue(field, side, now, edit)) {
            return null;
        }
        boolean tells = edit.value() == null ? isLast(side, edit) : now.equals(edit.value());
        return tells ? edit.at() : null;
    }

    /**
     * A look that stopped has seen another value on the side that it carried over: what is there
     * now came later than what was hinted before.
     */
    private boolean isOlderThanTheValue(
            PlannedField field, Side side, Fingerprint now, Noted edit) {
        Intent begun = link.intents().get(field.mapping().id());
        return begun != null
                && begun.side() != side
                && !begun.putsBack()
                && !now.equals(begun.after().of(side))
                && edit.at().isBefore(begun.at());
    }

    /** A hint that does not say the value is still the last word if nothing at all came later. */
    private boolean isLast(Side side, Noted edit) {
        Instant modified = record(side).modifiedAt();
        return side == Side.SALESFORCE
                && modified != null
                && modified.getEpochSecond() == edit.at().getEpochSecond();
    }

    @Nullable Instant historyAt(PlannedField field) {
        return hubspotTimes.get(field.mapping().hubspotProperty());
    }

    /** As if HubSpot had not taken the company off that was deleted. */
    Observation resting(PlannedField field, RestingCompany resting) {
        Map<String, RestingCompany> all = new HashMap<>(this.resting);
        all.put(field.mapping().id(), resting);
        return new Observation(
                link, hubspot, salesforce, edits, hubspotTimes, asked, Map.copyOf(all));
    }

    /** Null where what both sides hold is to be carried over. */
    @Nullable RestingCompany resting(PlannedField field) {
        return resting.get(field.mapping().id());
    }

    /**
     * As if the property had been blank when the two were acknowledged last, and nobody had touched
     * it since.
     *
     * @param before what was acknowledged, or is by a write that has arrived; null at first contact
     * @param at since when they may differ so
     */
    Observation withBlankUnedited(
            PlannedField field, @Nullable Base before, Fingerprint blank, Instant at) {
        String id = field.mapping().id();
        Map<Side, Map<String, Noted>> left = new EnumMap<>(edits);
        Map<String, Noted> inHubspot = new HashMap<>(edits.get(Side.HUBSPOT));
        inHubspot.remove(field.name(Side.HUBSPOT));
        left.put(Side.HUBSPOT, inHubspot);
        Link other = link;
        if (before != null) {
            Map<String, Difference> differences = new HashMap<>(link.findings().differences());
            differences.put(id, new Difference(Difference.Reason.RULE_KEEPS, at));
            other =
                    new Link(
                                    link.key(),
                                    link.partnerId(),
                                    link.due(),
                                    link.base(),
                                    withBlank(id, blank),
                                    link.findings()
                                            .withDifferences(differences)
                                            .withParked(withoutHeld(id)))
                            .withBase(Map.of(id, before.with(Side.HUBSPOT, blank)));
        }
        return new Observation(other, hubspot, salesforce, left, hubspotTimes, asked, resting);
    }

    /** What was held until a person releases it is decided anew, as it was another edit then. */
    private Map<String, Base> withoutHeld(String id) {
        Map<String, Base> parked = new HashMap<>(link.parked());
        Difference known = link.findings().differences().get(id);
        if (known != null && known.isHeldAnew()) {
            parked.computeIfPresent(id, (key, pair) -> Base.OF_NOTHING);
        }
        return parked;
    }

    /** The write that it was carried over by may be acknowledged yet. */
    private Map<String, Intent> withBlank(String id, Fingerprint blank) {
        Map<String, Intent> intents = new HashMap<>(link.intents());
        intents.computeIfPresent(
                id, (key, intent) -> intent.with(intent.after().with(Side.HUBSPOT, blank)));
        return intents;
    }

    CrmRecord record(Side side) {
        return side == Side.HUBSPOT ? hubspot : salesforce;
    }

    Value value(PlannedField field, Side side) {
        return field.value(side, record(side).values());
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

    String salesforceId() {
        return salesforce.id();
    }
}
