package io.crosswalk.sync;

import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.mapping.CompanyReference;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.Intent;
import io.crosswalk.records.Link;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import java.time.Clock;
import java.util.Collection;
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
 * storage, and one of HubSpot's histories and companies for those that are not known to be deleted;
 * of the histories too where nobody knows whether a write of ours was there.
 */
final class DeletedCompanies {
    private final CompanyLinks companies;
    private final HubspotClient hubspot;
    private final ClearedCompanies cleared;
    private final CompanyHistories histories;
    private final Clock clock;

    DeletedCompanies(
            CompanyLinks companies, HubspotClient hubspot, Fingerprints fingerprints, Clock clock) {
        this.companies = companies;
        this.hubspot = hubspot;
        this.cleared = new ClearedCompanies(fingerprints);
        this.histories = new CompanyHistories(hubspot, fingerprints);
        this.clock = clock;
    }

    /**
     * As they are, but for the company properties that a deletion has cleared. Where Salesforce
     * would be cleared too, the blank counts as acknowledged: then it is no edit later on either,
     * when the account has another partner. Else they rest until the account has a partner again.
     *
     * @param leftAside gets those of which nobody can say now why they are blank
     */
    List<Observation> leftOut(MappingPlan plan, List<Observation> all, LeftAside leftAside) {
        List<ClearedCompany> cleared = this.cleared.of(plan, all);
        ObjectPair company = ObjectPairs.named(CompanyReference.COMPANY).orElse(null);
        if (cleared.isEmpty() || company == null) {
            return all;
        }
        Batch batch = new Batch(plan, all, leftAside);
        batch.suspect(cleared);
        batch.askHistories();
        batch.read(company);
        batch.leaveOut();
        return List.copyOf(batch.left.values());
    }

    /** Which of them were deleted, from what is stored to what must be asked. */
    private final class Batch {
        private final MappingPlan plan;
        private final LeftAside leftAside;

        /** By what was seen what is left of it; none of those that must be asked again. */
        private final Map<Observation, Observation> left = new LinkedHashMap<>();

        /** By property the company that may have been taken off it. */
        private final Map<ClearedCompany, String> suspects = new LinkedHashMap<>();

        /** Of these HubSpot's history tells which it was, with the one that was known last. */
        private final Map<ClearedCompany, @Nullable String> asking = new LinkedHashMap<>();

        /** What cannot be told is no person's wish; nor what looks have left as it was. */
        private final Set<ClearedCompany> unedited = new LinkedHashSet<>();

        private final Set<String> known = new HashSet<>();
        private final Set<String> found = new HashSet<>();

        Batch(MappingPlan plan, List<Observation> all, LeftAside leftAside) {
            this.plan = plan;
            this.leftAside = leftAside;
            all.forEach(seen -> left.put(seen, seen));
        }

        void suspect(List<ClearedCompany> all) {
            Map<RecordKey, Link> pairs =
                    companies.ofAccounts(
                            all.stream().map(ClearedCompany::account).distinct().toList());
            for (ClearedCompany each : all) {
                Link pair = pairs.get(each.account());
                String its = pair == null ? null : pair.key().recordId();
                boolean gone = pair != null && pair.gone().contains(Side.HUBSPOT);
                boolean last = its != null && cleared.isLastKnown(each, its);
                if (!each.isCarriedOver()) {
                    if (its != null && cleared.isOfItsAccount(each)) {
                        suspects.put(each, its);
                        known.addAll(gone ? Set.of(its) : Set.of());
                    }
                } else if (its != null && last && gone) {
                    known.add(its);
                    suspects.put(each, its);
                } else if (last && cleared.hasRested(each)) {
                    unedited.add(each);
                } else {
                    asking.put(each, last ? its : null);
                }
            }
        }

        void askHistories() {
            try {
                CompanyHistories.Told told = histories.of(plan, asking.keySet());
                asking.forEach(
                        (each, last) -> {
                            String newest = told.newest(each);
                            if (newest != null || last != null) {
                                suspects.put(each, newest == null ? last : newest);
                            } else {
                                unedited.add(each);
                            }
                        });
            } catch (CrmUnavailable e) {
                postpone(asking.keySet(), e);
            }
        }

        void read(ObjectPair company) {
            Set<String> asked = new LinkedHashSet<>(suspects.values());
            asked.removeAll(known);
            if (asked.isEmpty()) {
                return;
            }
            ReadOutcome read = hubspot.read(company.hubspotType(), asked, Set.of());
            found.addAll(read.missing());
            suspects.forEach(
                    (each, id) -> {
                        if (read.notRead().contains(id) && left.remove(each.seen()) != null) {
                            leftAside.postpone(each.seen().link(), read.failure());
                        }
                    });
        }

        void leaveOut() {
            unedited.forEach(this::keepAccount);
            Map<ClearedCompany, String> resting = new LinkedHashMap<>();
            suspects.forEach(
                    (each, id) -> {
                        if (!known.contains(id) && !found.contains(id)) {
                            return;
                        }
                        if (each.isCarriedOver()) {
                            keepAccount(each);
                        } else {
                            resting.put(each, id);
                        }
                    });
            rest(resting);
        }

        private void keepAccount(ClearedCompany each) {
            left.computeIfPresent(
                    each.seen(),
                    (seen, now) ->
                            now.withBlankUnedited(
                                    each.field(),
                                    cleared.base(each),
                                    cleared.blank(each),
                                    clock.instant()));
        }

        private void rest(Map<ClearedCompany, String> resting) {
            List<ClearedCompany> begun =
                    resting.keySet().stream().filter(each -> each.begun() != null).toList();
            try {
                CompanyHistories.Told told = histories.of(plan, begun);
                resting.forEach((each, id) -> rest(each, id, told));
            } catch (CrmUnavailable e) {
                postpone(begun, e);
                resting.keySet().removeAll(begun);
                resting.forEach((each, id) -> rest(each, id, null));
            }
        }

        private void rest(ClearedCompany each, String id, CompanyHistories.@Nullable Told told) {
            Intent begun = each.begun();
            Boolean arrived = told == null || begun == null ? null : told.arrived(each, begun);
            RecordKey company = RecordKey.hubspot(CompanyReference.COMPANY, id);
            boolean isKnown = known.contains(id);
            left.computeIfPresent(
                    each.seen(),
                    (seen, now) ->
                            now.resting(
                                    each.field(),
                                    new RestingCompany(each.account(), company, isKnown, arrived)));
        }

        private void postpone(Collection<ClearedCompany> all, CrmUnavailable away) {
            for (ClearedCompany each : all) {
                if (left.remove(each.seen()) != null) {
                    leftAside.postpone(each.seen().link(), away);
                }
            }
        }
    }
}
