package io.crosswalk.sync;

import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.mapping.CompanyReference;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Base;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.Link;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A company that is deleted in HubSpot is taken off its contacts and deals there, which looks as if
 * somebody had cleared it. Nobody has: the account in Salesforce stays, and with the company its
 * records come back. Costs nothing where no company was taken off, else a read of storage, and one
 * of HubSpot for companies that are not known to be deleted.
 */
final class DeletedCompanies {
    private final CompanyLinks companies;
    private final HubspotClient hubspot;
    private final Fingerprints fingerprints;

    DeletedCompanies(CompanyLinks companies, HubspotClient hubspot, Fingerprints fingerprints) {
        this.companies = companies;
        this.hubspot = hubspot;
        this.fingerprints = fingerprints;
    }

    /** A company property that is blank now, while the account that it stood for is still set. */
    private record Cleared(Observation seen, PlannedField field, RecordKey account) {}

    /**
     * Without the company properties that a deletion has cleared: what is not there is not decided
     * about.
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
        Set<String> asked = new HashSet<>();
        for (Link pair : pairs.values()) {
            if (!pair.gone().contains(Side.HUBSPOT)) {
                asked.add(pair.key().recordId());
            }
        }
        ReadOutcome read =
                asked.isEmpty()
                        ? ReadOutcome.NOTHING
                        : hubspot.read(company.hubspotType(), asked, Set.of());
        Map<Observation, Observation> without = new LinkedHashMap<>();
        all.forEach(seen -> without.put(seen, seen));
        for (Cleared each : cleared) {
            Link pair = pairs.get(each.account());
            Observation seen = without.get(each.seen());
            if (pair == null || seen == null) {
                continue;
            }
            String id = pair.key().recordId();
            if (read.notRead().contains(id)) {
                without.remove(each.seen());
                leftAside.postpone(each.seen().link(), read.failure());
            } else if (pair.gone().contains(Side.HUBSPOT) || read.missing().contains(id)) {
                without.put(each.seen(), seen.withoutProperty(each.field()));
            }
        }
        return List.copyOf(without.values());
    }

    private List<Cleared> cleared(MappingPlan plan, List<Observation> all) {
        List<Cleared> cleared = new ArrayList<>();
        for (PlannedField field : plan.references()) {
            for (Observation seen : all) {
                Value account = seen.salesforce(field);
                if (wasTakenOff(field, seen) && !account.isBlank()) {
                    cleared.add(
                            new Cleared(
                                    seen,
                                    field,
                                    RecordKey.salesforce(
                                            CompanyReference.COMPANY, account.text())));
                }
            }
        }
        return cleared;
    }

    private boolean wasTakenOff(PlannedField field, Observation seen) {
        String id = field.mapping().id();
        Base base = seen.link().base().get(id);
        return base != null
                && seen.shows(field)
                && seen.hubspot(field).isBlank()
                && !fingerprints
                        .of(seen.link().key(), id, Side.HUBSPOT, Value.BLANK)
                        .equals(base.hubspot());
    }
}
