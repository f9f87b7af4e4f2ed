package io.crosswalk.sync;

import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.records.Intent;
import io.crosswalk.records.Journal;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.Link;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.records.RecordStore.Taken;
import io.crosswalk.rules.Side;
import io.crosswalk.salesforce.SalesforceClient;
import io.crosswalk.sync.FieldDecision.Refuse;
import io.crosswalk.sync.FieldDecision.Write;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Notes down what is about to be written: first the intents, then the journal. */
final class Committing {
    private static final int OVERTAKEN_MAX = 4;

    private final RecordStore store;
    private final Journal journal;
    private final JournalWriter entries;
    private final ArrivedWrites arrivedWrites;
    private final LostWrites lostWrites;
    private final UntoldMakings makings;
    private final Duration turn;
    private final Clock clock;

    Committing(
            RecordStore store,
            Journal journal,
            JournalWriter entries,
            ArrivedWrites arrivedWrites,
            LostWrites lostWrites,
            UntoldMakings makings,
            Duration turn,
            Clock clock) {
        this.store = store;
        this.journal = journal;
        this.entries = entries;
        this.arrivedWrites = arrivedWrites;
        this.lostWrites = lostWrites;
        this.makings = makings;
        this.turn = turn;
        this.clock = clock;
    }

    /** Those that may go on: whose turn nobody else took. */
    List<LinkWork> commit(MappingPlan plan, List<LinkWork> works) {
        Instant now = clock.instant();
        Map<RecordKey, List<JournalEntry>> told = new HashMap<>();
        Map<Link, Map<String, Intent>> intents = new LinkedHashMap<>();
        guard(works);
        lostWrites.tell(works);
        for (LinkWork work : works) {
            work.link = work.link.withBase(work.before());
            List<JournalEntry> its = new ArrayList<>(makings.entries(plan, work.seen()));
            boolean made = !its.isEmpty();
            Map<String, Intent> intended = tell(work, now, its);
            if (made || !intended.isEmpty()) {
                // Should this sync stop, the next look still knows what the record was made with.
                intended.putAll(UntoldMakings.intents(work.link));
            }
            told.put(work.link.key(), its);
            // Also for entries alone: nothing more is told of who is forgotten meanwhile.
            if (!intended.isEmpty() || !work.late.isEmpty() || opensOrCloses(work)) {
                intended.putAll(Unseen.of(plan, work).intents(work.link));
                intents.put(work.link, intended);
            }
        }
        Map<RecordKey, Taken> taken = store.intend(intents, now.plus(turn));
        List<LinkWork> committed = new ArrayList<>();
        List<JournalEntry> toldOf = new ArrayList<>();
        for (LinkWork work : works) {
            Taken next = taken.get(work.link.key());
            if (intents.containsKey(work.link) && next == null) {
                continue;
            }
            List<JournalEntry> its = told.get(work.link.key());
            if (next != null) {
                its.removeAll(work.skipWhatNewsTouches(next.news()));
                work.link = next.link();
            }
            toldOf.addAll(its);
            committed.add(work);
        }
        journal.write(toldOf);
        return committed;
    }

    /** Problems alone are reason enough: should this sync stop, the next look knows of them. */
    private static boolean opensOrCloses(LinkWork work) {
        return !work.refusals().isEmpty()
                || work.link.parked().keySet().stream().anyMatch(work::isSettled);
    }

    /** As many as fit into one call; a record that changes all the time is written in the end. */
    private static void guard(List<LinkWork> works) {
        long writing =
                works.stream().filter(work -> !work.writes(Side.SALESFORCE).isEmpty()).count();
        for (LinkWork work : works) {
            work.guarded =
                    writing <= SalesforceClient.GUARDED_MAX
                            && work.link.findings().overtaken() < OVERTAKEN_MAX
                            && canBeGuarded(work)
                            && work.seen().salesforce().modifiedAt() != null;
        }
    }

    private static boolean canBeGuarded(LinkWork work) {
        Map<String, FieldDecision> writes = work.writes(Side.SALESFORCE);
        return SalesforceClient.canBeGuarded(
                work.crmWrite(Side.SALESFORCE, writes).values().values());
    }

    private Map<String, Intent> tell(LinkWork work, Instant now, List<JournalEntry> told) {
        Map<String, Intent> intents = new HashMap<>();
        int sequence = EntryOrder.first(work.link.due().turn());
        for (LateEntry late : work.late) {
            told.add(
                    entries.overwritten(
                            late.edit(), work.seen(), late.decision(), now, sequence++));
        }
        for (FieldDecision decided : work.decisions()) {
            Write write = decided.write();
            if (write != null) {
                JournalEntry entry = entries.entry(work, decided, now, sequence++);
                work.entries.put(decided.mappingId(), entry);
                work.journalled.put(decided.mappingId(), entry.at());
                told.add(entry);
                intents.put(
                        decided.mappingId(),
                        arrivedWrites.intent(work.link.key(), decided, write, entry.at()));
            } else if (decided.action() instanceof Refuse) {
                JournalEntry entry = entries.entry(work, decided, now, sequence++);
                work.journalled.put(decided.mappingId(), entry.at());
                told.add(entry);
            }
        }
        if (!intents.isEmpty()) {
            keepArrived(work, intents);
        }
        return intents;
    }

    /** Writes of a look that stopped, which are there: acknowledged with those of this one. */
    private void keepArrived(LinkWork work, Map<String, Intent> intents) {
        for (FieldDecision decided : work.decisions()) {
            Intent begun = work.link.intents().get(decided.mappingId());
            if (begun != null && arrivedWrites.arrived(begun, work.seen(), decided)) {
                intents.putIfAbsent(decided.mappingId(), begun);
            }
        }
    }
}
