package io.crosswalk.sync;

import io.crosswalk.mapping.CompanyPairs;
import io.crosswalk.mapping.CompanyReference;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Link;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Translates which company a record belongs to, through the companies' own links: one or two reads
 * of storage per batch, none where no mapping refers to companies.
 */
final class CompanyLinks {
    private final RecordStore store;

    CompanyLinks(RecordStore store) {
        this.store = store;
    }

    /** The plan, knowing the partners of all companies that the records refer to. */
    MappingPlan informed(MappingPlan plan, Collection<Observation> seen) {
        Set<RecordKey> companies = new HashSet<>();
        for (PlannedField field : plan.references()) {
            for (Observation each : seen) {
                add(companies, Side.HUBSPOT, each.hubspot(field));
                add(companies, Side.SALESFORCE, each.salesforce(field));
            }
        }
        return companies.isEmpty() ? plan : plan.with(pairs(companies));
    }

    /** Likewise, for records whose partners may be made. */
    MappingPlan informedOfNew(MappingPlan plan, Collection<Seeker> seekers) {
        Set<RecordKey> companies = new HashSet<>();
        for (PlannedField field : plan.references()) {
            for (Seeker seeker : seekers) {
                if (Newcomers.isOne(plan, seeker)) {
                    add(companies, seeker.side(), seeker.value(field));
                }
            }
        }
        return companies.isEmpty() ? plan : plan.with(pairs(companies));
    }

    private static void add(Set<RecordKey> companies, Side side, Value id) {
        if (!id.isBlank()) {
            companies.add(new RecordKey(CompanyReference.COMPANY, side, id.text()));
        }
    }

    /** The pairs of accounts that have a partner, by the accounts' keys. */
    Map<RecordKey, Link> ofAccounts(Collection<RecordKey> accounts) {
        Map<RecordKey, Link> pairs = new HashMap<>();
        for (Link pair : links(accounts)) {
            String id = Objects.requireNonNull(pair.partnerId(), "it is a pair");
            pairs.put(RecordKey.salesforce(pair.key().object(), id), pair);
        }
        return pairs;
    }

    CompanyPairs pairs(Collection<RecordKey> companies) {
        Map<String, String> accounts = new HashMap<>();
        Set<String> inHubspot = new HashSet<>();
        Set<String> inSalesforce = new HashSet<>();
        for (Link link : links(companies)) {
            String hubspotId = link.key().recordId();
            String salesforceId = Objects.requireNonNull(link.partnerId(), "it is a pair");
            accounts.put(hubspotId, salesforceId);
            // Nobody can be moved to a company that was deleted there.
            if (!link.gone().contains(Side.HUBSPOT)) {
                inHubspot.add(hubspotId);
            }
            if (!link.gone().contains(Side.SALESFORCE)) {
                inSalesforce.add(salesforceId);
            }
        }
        return new CompanyPairs(accounts, inHubspot, inSalesforce);
    }

    /** The pairs of those that have partners; an account's item only points at its pair. */
    private List<Link> links(Collection<RecordKey> companies) {
        Map<RecordKey, Link> links = new HashMap<>();
        Set<RecordKey> pointedAt = new HashSet<>();
        store.load(companies)
                .forEach(
                        (key, link) -> {
                            if (link.partnerId() != null && key.side() == Side.HUBSPOT) {
                                links.put(key, link);
                            } else if (link.partnerId() != null) {
                                pointedAt.add(RecordKey.hubspot(key.object(), link.partnerId()));
                            }
                        });
        pointedAt.removeAll(links.keySet());
        if (!pointedAt.isEmpty()) {
            links.putAll(store.load(pointedAt));
        }
        return links.values().stream().filter(link -> link.partnerId() != null).toList();
    }
}
