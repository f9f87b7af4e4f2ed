package io.crosswalk.sync;

import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.MatchKey;
import io.crosswalk.mapping.ScopeProblems;
import io.crosswalk.records.CreateOutcome;
import io.crosswalk.records.CrmCreate;
import io.crosswalk.records.CrmRecords;
import io.crosswalk.records.Intent;
import io.crosswalk.records.Link;
import io.crosswalk.records.MatchNotes;
import io.crosswalk.records.MatchNotes.Notes;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.records.RecordStore.Taken;
import io.crosswalk.rules.Side;
import io.crosswalk.sync.NewRecords.NewRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the missing partners of records that belong to nobody, where that is wanted.
 *
 * <p>No record is ever made twice: an intent stands on the unlinked record before the call, and as
 * long as it does, the next look first searches for what may have been made.
 */
final class Creating {
    /** Intents tell their time as the journal's keys do; there is no entry yet. */
    private static final String FIRST_ENTRY = "#100000";

    private final RecordStore store;
    private final MatchNotes notes;
    private final Map<Side, CrmRecords> crms;
    private final NewRecords newRecords;
    private final ArrivedWrites arrivedWrites;
    private final Traces traces;
    private final CreationEnds creationEnds;
    private final UnlinkedEnds ends;
    private final Waiters waiters;
    private final ScopeProblems scopes;
    private final Watching watching;
    private final Duration turn;
    private final Clock clock;

    Creating(
            RecordStore store,
            MatchNotes notes,
            Map<Side, CrmRecords> crms,
            NewRecords newRecords,
            ArrivedWrites arrivedWrites,
            Traces traces,
            CreationEnds creationEnds,
            UnlinkedEnds ends,
            Waiters waiters,
            ScopeProblems scopes,
            Watching watching,
            Duration turn,
            Clock clock) {
        this.store = store;
        this.notes = notes;
        this.crms = Map.copyOf(crms);
        this.newRecords = newRecords;
        this.arrivedWrites = arrivedWrites;
        this.traces = traces;
        this.creationEnds = creationEnds;
        this.ends = ends;
        this.waiters = waiters;
        this.scopes = scopes;
        this.watching = watching;
        this.turn = turn;
        this.clock = clock;
    }

    /**
     * @param alone records without a match, with those that look the same all the same
     * @return those that others are in the way of: they wait, and nobody is to wait for them
     */
    Set<RecordKey> run(MappingPlan plan, Map<Seeker, Match.None> alone) {
        Set<RecordKey> told = new HashSet<>();
        List<Seeker> lonely = new ArrayList<>();
        Map<Side, Map<Link, NewRecord>> wanted = new EnumMap<>(Side.class);
        Set<RecordKey> unwanted = unwanted(plan, alone.keySet());
        Map<Seeker, Match.None> open = traces.follow(plan, alone);
        open.forEach(
                (seeker, none) -> {
                    Side target = seeker.side().other();
                    boolean wants =
                            Newcomers.isOne(plan, seeker)
                                    && !unwanted.contains(seeker.link().key());
                    NewRecord made = wants ? newRecords.of(plan, seeker) : null;
                    if (made == null) {
                        lonely.add(seeker);
                    } else if (!none.alone()) {
                        waiters.await(none.keys(plan.object().name()), seeker.link().key());
                        ends.undecided(plan, seeker, PartnerProblems.occupied(none));
                        told.add(seeker.link().key());
                    } else {
                        wanted.computeIfAbsent(target, side -> new LinkedHashMap<>())
                                .put(seeker.link(), made);
                    }
                });
        alone(plan, lonely);
        wanted.forEach((target, records) -> told.addAll(create(plan, target, records)));
        return told;
    }

    /** Who waited for them is woken first: should this sync stop, they are looked at again. */
    private void alone(MappingPlan plan, List<Seeker> lonely) {
        waiters.release(lonely.stream().map(seeker -> seeker.link().key()).toList());
        for (Seeker seeker : lonely) {
            if (watching.keeps(seeker.link())) {
                ends.again(seeker.link(), clock.instant().plus(watching.pause()));
            } else {
                ends.alone(plan, seeker);
            }
        }
    }

    /** Salesforce records of people who were forgotten in HubSpot. */
    private Set<RecordKey> unwanted(MappingPlan plan, Set<Seeker> seekers) {
        if (!plan.linking().create().in(Side.HUBSPOT)) {
            return Set.of();
        }
        List<RecordKey> keys =
                seekers.stream()
                        .map(seeker -> seeker.link().key())
                        .filter(key -> key.side() == Side.SALESFORCE)
                        .toList();
        Set<RecordKey> unwanted = new HashSet<>();
        notes.load(keys)
                .forEach(
                        (key, noted) -> {
                            if (isUnwanted(noted)) {
                                unwanted.add(key);
                            }
                        });
        return unwanted;
    }

    private static boolean isUnwanted(Notes noted) {
        return noted.declines(MatchNotes.ANYBODY);
    }

    private Set<RecordKey> create(MappingPlan plan, Side target, Map<Link, NewRecord> records) {
        Instant now = clock.instant();
        Map<Link, Map<String, Intent>> intents = new LinkedHashMap<>();
        records.forEach((link, record) -> intents.put(link, intents(plan, target, record, now)));
        Map<RecordKey, Taken> taken = store.intend(intents, now.plus(turn));
        List<NewRecord> mine = new ArrayList<>();
        Set<NewRecord> triedBefore = new HashSet<>();
        records.forEach(
                (link, record) -> {
                    Taken next = taken.get(link.key());
                    if (next != null) {
                        NewRecord its = record.with(next.link());
                        mine.add(its);
                        if (Traces.intent(link) != null) {
                            triedBefore.add(its);
                        }
                    }
                });
        List<CrmCreate> creates =
                mine.stream()
                        .map(each -> new CrmCreate(each.seeker().id(), each.values()))
                        .toList();
        String type =
                target == Side.HUBSPOT
                        ? plan.object().hubspotType()
                        : plan.object().salesforceType();
        CrmRecords crm = crms.get(target);
        List<CreateOutcome> outcomes =
                crm == null || creates.isEmpty() ? List.of() : crm.create(type, creates);
        if (outcomes.stream().anyMatch(Creating::lacksScope)) {
            scopes.writeRefused(plan.object());
        }
        Set<RecordKey> told = new HashSet<>();
        for (int i = 0; i < outcomes.size(); i++) {
            NewRecord its = mine.get(i);
            if (creationEnds.take(plan, its, outcomes.get(i), triedBefore.contains(its))) {
                told.add(its.seeker().link().key());
            }
        }
        return told;
    }

    private static boolean lacksScope(CreateOutcome outcome) {
        return outcome instanceof CreateOutcome.RetryLater later && later.lacksScope();
    }

    private Map<String, Intent> intents(
            MappingPlan plan, Side target, NewRecord record, Instant now) {
        String journalAt = now + FIRST_ENTRY;
        Seeker seeker = record.seeker();
        Map<String, Intent> intents =
                arrivedWrites.ofMaking(seeker.link().key(), record.carried(), target, journalAt);
        intents.put(MatchKey.PARTNER, new Intent(target, ends.madeOf(plan, seeker), journalAt));
        return intents;
    }
}
