package io.crosswalk.sync;

import io.crosswalk.mapping.CompanyPairs;
import io.crosswalk.mapping.CompanyReference;
import io.crosswalk.records.AwaitedPartners;
import io.crosswalk.records.AwaitedPartners.Waiting;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.ProblemCause;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.rules.Side;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What refers to a company without a partner is noted at that company, and looked at again when it
 * gets one. Costs nothing where all companies have partners, but a read per company's first look.
 */
final class AwaitedCompanies {
    /** What is left is woken by another look at the company. */
    private static final int WAKEN_MAX = 1_000;

    /** Without a time, so that many looks that find the same leave one hint. */
    private static final Noted FOUND_DELETED =
            new Noted(Side.HUBSPOT, Noted.Kind.DELETED, "", Instant.EPOCH, false);

    private final RecordStore store;
    private final AwaitedPartners awaited;
    private final CompanyWaiters waiters;
    private final CompanyLinks companies;
    private final Clock clock;

    AwaitedCompanies(
            RecordStore store, AwaitedPartners awaited, CompanyLinks companies, Clock clock) {
        this.store = store;
        this.awaited = awaited;
        this.waiters = new CompanyWaiters(store, awaited);
        this.companies = companies;
        this.clock = clock;
    }

    /** Notes what waits for a company's partner, before it is acknowledged. */
    void await(List<LinkWork> works) {
        Map<RecordKey, Set<Waiting>> waiting = waiting(works);
        if (!waiting.isEmpty()) {
            awaited.await(waiting);
            tellOfDeleted(works);
        }
    }

    /** After who waits was noted: should a company be back by its own look, that wakes them. */
    private void tellOfDeleted(List<LinkWork> works) {
        Map<RecordKey, List<Noted>> marks = new LinkedHashMap<>();
        for (LinkWork work : works) {
            for (RestingCompany resting : work.seen().resting().values()) {
                if (!resting.isKnown()) {
                    marks.put(resting.company(), List.of(FOUND_DELETED));
                }
            }
        }
        if (!marks.isEmpty()) {
            store.mark(marks);
        }
    }

    /**
     * Whoever links a company looks for those that wait, so what was noted too late for that is
     * found here, before it is acknowledged and people are told.
     */
    void lookAgain(List<LinkWork> works) {
        Map<RecordKey, Set<Waiting>> waiting = waiting(works);
        works.forEach(work -> found(work).forEach(waiting::remove));
        if (waiting.isEmpty()) {
            return;
        }
        Map<RecordKey, LinkWork> byLink = new HashMap<>();
        works.forEach(work -> byLink.put(work.link.key(), work));
        CompanyPairs now = companies.pairs(waiting.keySet());
        waiting.forEach(
                (company, all) -> {
                    if (isLinked(company, now)) {
                        all.forEach(each -> byLink.get(each.link()).takeUpAgain(each.mappingId()));
                        awaited.release(company, all);
                    }
                });
    }

    /** As far as is stored they are: {@link #tellOfDeleted}. */
    private static List<RecordKey> found(LinkWork work) {
        return work.seen().resting().values().stream()
                .filter(resting -> !resting.isKnown())
                .map(RestingCompany::account)
                .toList();
    }

    private static boolean isLinked(RecordKey company, CompanyPairs now) {
        if (company.side() == Side.HUBSPOT) {
            String account = now.accounts().get(company.recordId());
            return account != null && now.inSalesforce().contains(account);
        }
        return now.accounts().entrySet().stream()
                .anyMatch(
                        pair ->
                                pair.getValue().equals(company.recordId())
                                        && now.inHubspot().contains(pair.getKey()));
    }

    private static Map<RecordKey, Set<Waiting>> waiting(List<LinkWork> works) {
        Map<RecordKey, Set<Waiting>> waiting = new HashMap<>();
        for (LinkWork work : works) {
            work.seen()
                    .resting()
                    .forEach((id, resting) -> add(waiting, resting.account(), work, id));
            if (work.refusals().isEmpty()) {
                continue;
            }
            for (FieldDecision decided : work.decisions()) {
                ProblemCause cause = work.refusals().get(decided.mappingId());
                Side written = decided.decision().writes();
                if (cause != null
                        && written != null
                        && cause.code() == ProblemCode.COMPANY_NOT_LINKED) {
                    RecordKey company =
                            new RecordKey(
                                    CompanyReference.COMPANY,
                                    written.other(),
                                    decided.value(written.other()).text());
                    add(waiting, company, work, decided.mappingId());
                }
            }
        }
        return waiting;
    }

    private static void add(
            Map<RecordKey, Set<Waiting>> waiting, RecordKey company, LinkWork work, String id) {
        waiting.computeIfAbsent(company, key -> new HashSet<>())
                .add(new Waiting(work.link.key(), id));
    }

    /**
     * Has those looked at again that wait for these companies: at a pair's first look, and when one
     * of the two has come back. Before the acknowledgement, so that a sync that stops does it
     * again.
     */
    void wake(List<LinkWork> works) {
        List<LinkWork> met = works.stream().filter(AwaitedCompanies::hasNews).toList();
        Set<RecordKey> left = wakeFor(met);
        for (LinkWork work : met) {
            if (companies(work).stream().anyMatch(left::contains)) {
                work.lookAgain(clock.instant());
            }
        }
    }

    private static boolean hasNews(LinkWork work) {
        Link link = work.seen().link();
        boolean news =
                link.isNew()
                        || !link.gone().isEmpty()
                        || link.due().attempts() > 0
                        || link.due().turn().isOpen()
                        || link.due().hints().stream().anyMatch(AwaitedCompanies::mayBeBack);
        return news && isCompany(link);
    }

    /** A record's look has found it deleted, and this one has not; or nobody saw it between. */
    private static boolean mayBeBack(Noted hint) {
        return hint.kind() == Noted.Kind.DELETED || hint.kind() == Noted.Kind.RESTORED;
    }

    /** Until it was acknowledged that a company is back, looks have noted that it is not. */
    void wakeOfReturned(List<LinkWork> works) {
        wakeFor(works.stream().filter(AwaitedCompanies::isBack).toList());
    }

    private static boolean isBack(LinkWork work) {
        Link link = work.seen().link();
        return !link.gone().isEmpty() && isCompany(link);
    }

    private static boolean isCompany(Link link) {
        return link.key().object().equals(CompanyReference.COMPANY);
    }

    /** By both the ids that records may refer to it by. */
    private static List<RecordKey> companies(LinkWork work) {
        RecordKey company = work.seen().link().key();
        return List.of(company, RecordKey.salesforce(company.object(), work.seen().salesforceId()));
    }

    /** Returns those for which more are waiting. */
    private Set<RecordKey> wakeFor(List<LinkWork> works) {
        Set<RecordKey> all = new HashSet<>();
        works.forEach(work -> all.addAll(companies(work)));
        return waiters.wake(all, WAKEN_MAX);
    }
}
