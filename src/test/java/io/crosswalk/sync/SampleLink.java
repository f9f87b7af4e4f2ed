package io.crosswalk.sync;

import io.crosswalk.mapping.CompanyReference;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Base;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Fingerprint;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.Intent;
import io.crosswalk.records.Link;
import io.crosswalk.records.Link.Turn;
import io.crosswalk.records.Noted;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.RecentWrites;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Conversion;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.HubspotType;
import io.crosswalk.rules.Limits;
import io.crosswalk.rules.SalesforceType;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A contact's link with its phone mapped by "m", as a look finds it. */
final class SampleLink {
    static final RecordKey KEY = RecordKey.hubspot("contact", "501");
    static final String PARTNER = "003000000000001AAA";
    static final Fingerprints FINGERPRINTS = new Fingerprints(new byte[16]);
    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final List<Noted> hints = new ArrayList<>();
    private final Map<String, Base> bases = new HashMap<>();
    private final Map<String, Base> parked = new HashMap<>();
    private final Map<String, Intent> intents = new HashMap<>();
    private RecentWrites writes = RecentWrites.NONE;
    private Instant salesforceModifiedAt = NOON;

    static PlannedField field(SyncRule rule) {
        return field("m", "phone", "Phone", rule);
    }

    /** One that did not sync for a time. */
    static PlannedField fieldSince(Instant at, SyncRule rule) {
        Mapping always = field(rule).mapping();
        return field(
                new Mapping(
                        always.id(),
                        always.object(),
                        always.hubspotProperty(),
                        always.salesforceField(),
                        always.choice(),
                        false,
                        new Mapping.Saved(3, at, new Mapping.Since(7, at))));
    }

    static PlannedField field(String id, String property, String field, SyncRule rule) {
        return field(new Mapping(id, "contact", property, field, rule, Fill.NONE, false, 1));
    }

    private static PlannedField field(Mapping mapping) {
        return new PlannedField(
                mapping,
                HubspotType.PHONENUMBER,
                SalesforceType.PHONE,
                Conversion.between(
                        HubspotType.PHONENUMBER,
                        SalesforceType.PHONE,
                        Limits.NONE,
                        Limits.NONE,
                        Map.of()));
    }

    static MappingPlan plan(PlannedField... fields) {
        return new MappingPlan(ObjectPairs.named("contact").orElseThrow(), true, List.of(fields));
    }

    /** Of a contact's company. */
    static MappingPlan companyPlan(String mappingId, SyncRule rule) {
        Mapping mapping =
                new Mapping(
                        mappingId,
                        "contact",
                        "associatedcompanyid",
                        "AccountId",
                        rule,
                        Fill.NONE,
                        true,
                        1);
        return plan(
                PlannedField.ofCompany(
                        mapping, HubspotType.NUMBER, new CompanyReference(Limits.NONE)));
    }

    static Base base(String hubspot, String salesforce) {
        return FINGERPRINTS.base(KEY, "m", Value.of(hubspot), Value.of(salesforce));
    }

    static Fingerprint fingerprint(Side side, String value) {
        return FINGERPRINTS.of(KEY, "m", side, Value.of(value));
    }

    /**
     * A person's edit.
     *
     * @param value null where the hint does not say
     */
    static Noted edit(Side side, Instant at, @Nullable String value) {
        return new Noted(
                side,
                Noted.Kind.CHANGED,
                side == Side.HUBSPOT ? "phone" : "Phone",
                at,
                false,
                value == null ? null : fingerprint(side, value));
    }

    SampleLink hinted(Side side, Instant at, @Nullable String value) {
        return hinted(edit(side, at, value));
    }

    SampleLink hinted(Noted hint) {
        hints.add(hint);
        return this;
    }

    SampleLink acknowledged(String hubspot, String salesforce) {
        bases.put("m", base(hubspot, salesforce));
        return this;
    }

    SampleLink parked(Base pair) {
        parked.put("m", pair);
        return this;
    }

    /** A look stopped before it could say what it had told people of. */
    SampleLink perhapsTold() {
        parked.put(Link.ANY_MAPPING, Base.OF_NOTHING);
        return this;
    }

    SampleLink wrote(Side side, Instant at) {
        return wrote(side, at, "A", RecentWrites.Kind.CARRIED);
    }

    SampleLink wrote(Side side, Instant at, String value, RecentWrites.Kind kind) {
        writes = writes.with(side, at, fingerprint(side, value), kind);
        return this;
    }

    SampleLink inQuarantine() {
        writes = writes.inQuarantine();
        return this;
    }

    SampleLink intends(Side side, Instant at, String hubspot, String salesforce) {
        String journalAt = at.toString().replace("Z", ".000Z") + "#100000";
        intents.put("m", new Intent(side, base(hubspot, salesforce), journalAt));
        return this;
    }

    SampleLink salesforceModifiedAt(Instant at) {
        salesforceModifiedAt = at;
        return this;
    }

    Link link() {
        Map<String, RecentWrites> all =
                writes.equals(RecentWrites.NONE) ? Map.of() : Map.of("m", writes);
        return link(new Findings(parked, Set.of(), Map.of(), 0, all, Map.of(), 0));
    }

    Link link(Findings findings) {
        return new Link(
                KEY, PARTNER, Link.Due.quiet(1, Turn.FIRST, hints), bases, intents, findings);
    }

    Observation seen(String hubspot, String salesforce) {
        return seen(link(), hubspot, salesforce);
    }

    Observation seen(Link link, String hubspot, String salesforce) {
        return Observation.of(
                link,
                new CrmRecord("501", "501", Map.of("phone", hubspot), NOON),
                new CrmRecord(PARTNER, PARTNER, Map.of("Phone", salesforce), salesforceModifiedAt));
    }
}
