package io.crosswalk.sync;

import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.hubspot.HubspotClient.Changed;
import io.crosswalk.mapping.CompanyReference;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Base;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.Fingerprint;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A company that is deleted in HubSpot is taken off its contacts and deals there, which looks as if
 * somebody had cleared it. Nobody has: the account in Salesforce stays, and with the company its
 * records come back. Which company it was HubSpot's history of the record tells, as the account may
 * have another partner by now. Costs nothing where no company was taken off, else a read of
 * storage, and one of HubSpot's histories and companies for those that are not known to be deleted.
 */
final class DeletedCompanies {
    private final CompanyLinks companies;
    private final HubspotClient hubspot;
    private final Fingerprints fingerprints;
    private final ArrivedWrites arrivedWrites;
    private final Clock clock;

    DeletedCompanies(
            CompanyLinks companies, HubspotClient hubspot, Fingerprints fingerprints, Clock clock) {
        this.companies = companies;
        this.hubspot = hubspot;
        this.fingerprints = fingerprints;
        this.arrivedWrites = new ArrivedWrites(fingerprints);
        this.clock = clock;
    }

    /** A company property that is blank now, while the account that it stood for is still set. */
    private record Cleared(Observation seen, PlannedField field, RecordKey account) {

        /** Whether the rule has Salesforce follow: then it must be certain that it was a person. */
        boolean isCarriedOver() {
            return field.mapping().syncRule().mayClear(Side.SALESFORCE);
        }
    }

    /**
     * As they are, but for the company properties that a deletion has cleared. Where Salesforce
     * would be cleared too, the blank counts as acknowledged: then it is no edit later on either,
     * when the account has another partner. Else nothing is decided about them.
     *
     * @param leftAside gets those of which nobody can say now why they are blank
     */
    List<Observation> leftOut(MappingPlan plan, List<Observation> all, LeftAside leftAside) {
        List<Cleared> cleared = cleared(plan, all);
        ObjectPair company = ObjectPairs.named(CompanyReference.COMPANY).orElse(null);
        if (cleared.isEmpty() || company == null) {
            return all;
        }
        Map<RecordKey, Link> pairs =
                companies.ofAccounts(cleared.stream().map(Cleared::account).distinct().toList());
        Map<Cleared, String> suspects = new LinkedHashMap<>();
        Map<Cleared, @Nullable String> asking = new LinkedHashMap<>();
        Set<String> deleted = new HashSet<>();
        for (Cleared each : cleared) {
            Link pair = pairs.get(each.account());
            String its = pair == null ? null : pair.key().recordId();
            boolean gone = pair != null && pair.gone().contains(Side.HUBSPOT);
            boolean last = its != null && isLastKnown(each, its);
            if (its != null && gone && (last || !each.isCarriedOver())) {
                deleted.add(its);
                suspects.put(each, its);
            } else if (each.isCarriedOver()) {
                asking.put(each, last ? its : null);
            } else if (its != null) {
                suspects.put(each, its);
            }
        }
        Map<Observation, Observation> without = new LinkedHashMap<>();
        all.forEach(seen -> without.put(seen, seen));
        Set<Cleared> unknown = takenOff(plan, asking, suspects, without, leftAside);
        ReadOutcome read = read(company, suspects.values(), deleted);
        unknown.forEach(each -> without.computeIfPresent(each.seen(), (s, now) -> kept(each, now)));
        suspects.forEach(
                (each, id) -> {
                    Observation now = without.get(each.seen());
                    if (now != null && read.notRead().contains(id)) {
                        without.remove(each.seen());
                        leftAside.postpone(each.seen().link(), read.failure());
                    } else if (now != null
                            && (deleted.contains(id) || read.missing().contains(id))) {
                        without.put(each.seen(), kept(each, now));
                    }
                });
        return List.copyOf(without.values());
    }

    /**
     * Asks HubSpot which companies they had last.
     *
     * @param asking with the one that was known last; null where nobody knows
     * @param suspects to which those are added that HubSpot names, or that were known
     * @param without from which those are taken that must be asked again
     * @return those of which nobody knows: what cannot be told is no person's wish
     */
    private Set<Cleared> takenOff(
            MappingPlan plan,
            Map<Cleared, @Nullable String> asking,
            Map<Cleared, String> suspects,
            Map<Observation, Observation> without,
            LeftAside leftAside) {
        Set<Cleared> unknown = new LinkedHashSet<>();
        if (asking.isEmpty()) {
            return unknown;
        }
        Set<String> ids = new LinkedHashSet<>();
        Set<String> properties = new LinkedHashSet<>();
        asking.keySet().forEach(each -> ids.add(each.seen().hubspot().id()));
        asking.keySet().forEach(each -> properties.add(each.field().name(Side.HUBSPOT)));
        try {
            Map<String, Map<String, List<Changed>>> histories =
                    hubspot.histories(plan.object().hubspotType(), ids, properties);
            asking.forEach(
                    (each, known) -> {
                        String told = newest(each, histories);
                        if (told != null || known != null) {
                            suspects.put(each, told == null ? known : told);
                        } else {
                            unknown.add(each);
                        }
                    });
        } catch (CrmUnavailable e) {
            for (Cleared each : asking.keySet()) {
                if (without.remove(each.seen()) != null) {
                    leftAside.postpone(each.seen().link(), e);
                }
            }
        }
        return unknown;
    }

    /** The last one before the blank that was read: somebody may have set another one since. */
    private static @Nullable String newest(
            Cleared each, Map<String, Map<String, List<Changed>>> histories) {
        List<Changed> history =
                histories
                        .getOrDefault(each.seen().hubspot().id(), Map.of())
                        .getOrDefault(each.field().name(Side.HUBSPOT), List.of());
        String since = null;
        boolean blank = false;
        for (Changed change : history) {
            Value value = each.field().ofHubspot(change.wire());
            blank |= value.isBlank();
            if (blank && !value.isBlank()) {
                return value.text();
            }
            since = since == null ? value.text() : since;
        }
        return blank ? null : since;
    }

    private ReadOutcome read(ObjectPair company, Iterable<String> suspects, Set<String> deleted) {
        Set<String> asked = new LinkedHashSet<>();
        suspects.forEach(asked::add);
        asked.removeAll(deleted);
        return asked.isEmpty()
                ? ReadOutcome.NOTHING
                : hubspot.read(company.hubspotType(), asked, Set.of());
    }

    private Observation kept(Cleared each, Observation seen) {
        return each.isCarriedOver()
                ? seen.withBlankUnedited(each.field(), base(each), blank(each), clock.instant())
                : seen.withoutProperty(each.field());
    }

    private List<Cleared> cleared(MappingPlan plan, List<Observation> all) {
        List<Cleared> cleared = new ArrayList<>();
        for (PlannedField field : plan.references()) {
            for (Observation seen : all) {
                Value account = seen.salesforce(field);
                if (!account.isBlank()) {
                    Cleared each =
                            new Cleared(
                                    seen,
                                    field,
                                    RecordKey.salesforce(CompanyReference.COMPANY, account.text()));
                    if (wasTakenOff(each)) {
                        cleared.add(each);
                    }
                }
            }
        }
        return cleared;
    }

    /**
     * Where the two have not met, an event may tell of it; and where the blank was acknowledged,
     * while something else of the field was not, its event must not count as a person's.
     */
    private boolean wasTakenOff(Cleared each) {
        Base base = base(each);
        Noted edit = each.seen().edit(each.field(), Side.HUBSPOT);
        boolean told =
                edit != null
                        && each.isCarriedOver()
                        && (base == null || blank(each).equals(edit.value()));
        return each.seen().shows(each.field())
                && each.seen().hubspot(each.field()).isBlank()
                && (told || base != null && !blank(each).equals(base.hubspot()));
    }

    /** By what could not be carried over, or else was acknowledged. */
    private boolean isLastKnown(Cleared each, String company) {
        String id = each.field().mapping().id();
        Link link = each.seen().link();
        Base last = link.parked().getOrDefault(id, base(each));
        return last != null && fingerprint(each, Value.of(company)).equals(last.hubspot());
    }

    /** What was acknowledged, or is by a write that nobody has acknowledged. */
    private @Nullable Base base(Cleared each) {
        Observation seen = each.seen();
        PlannedField field = each.field();
        Base now =
                fingerprints.base(
                        seen.link().key(),
                        field.mapping().id(),
                        seen.hubspot(field),
                        seen.salesforce(field));
        return arrivedWrites.base(seen, field, now);
    }

    private Fingerprint blank(Cleared each) {
        return fingerprint(each, Value.BLANK);
    }

    private Fingerprint fingerprint(Cleared each, Value value) {
        String id = each.field().mapping().id();
        return fingerprints.of(each.seen().link().key(), id, Side.HUBSPOT, value);
    }
}
