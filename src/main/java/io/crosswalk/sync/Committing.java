package io.crosswalk.sync;

import io.crosswalk.records.Base;
import io.crosswalk.records.Intent;
import io.crosswalk.records.Journal;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.JournalEntry.Outcome;
import io.crosswalk.records.Link;
import io.crosswalk.records.RecordStore;
import io.crosswalk.sync.FieldDecision.Refuse;
import io.crosswalk.sync.FieldDecision.Write;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Notes down what is about to be written: first the intents, then the journal. */
final class Committing {
    private final RecordStore store;
    private final Journal journal;
    private final JournalWriter entries;
    private final Duration turn;
    private final Clock clock;

    Committing(
            RecordStore store, Journal journal, JournalWriter entries, Duration turn, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.entries = entries;
        this.turn = turn;
        this.clock = clock;
    }

    /** Those that may go on: whose turn nobody else took. */
    List<LinkWork> commit(List<LinkWork> works) {
        Instant now = clock.instant();
        List<JournalEntry> told = new ArrayList<>();
        List<LinkWork> committed = new ArrayList<>();
        for (LinkWork work : works) {
            correctLostWrites(work);
            List<JournalEntry> refused = new ArrayList<>();
            Map<String, Intent> intents = tell(work, now, refused);
            if (!intents.isEmpty()) {
                Link next = store.intend(work.link, intents, now.plus(turn));
                if (next == null) {
                    continue;
                }
                work.link = next;
            }
            told.addAll(refused);
            told.addAll(work.entries.values());
            committed.add(work);
        }
        journal.write(told);
        return committed;
    }

    private Map<String, Intent> tell(LinkWork work, Instant now, List<JournalEntry> refused) {
        Map<String, Intent> intents = new HashMap<>();
        int sequence = 0;
        for (FieldDecision decided : work.decisions()) {
            Write write = decided.write();
            if (write != null) {
                JournalEntry entry = entries.entry(work.seen(), decided, now, sequence++);
                work.entries.put(decided.mappingId(), entry);
                intents.put(
                        decided.mappingId(), new Intent(write.side(), write.after(), entry.at()));
            } else if (decided.action() instanceof Refuse) {
                refused.add(entries.entry(work.seen(), decided, now, sequence++));
            }
        }
        return intents;
    }

    /** A write that was begun, told of in the journal, and is not there: the journal says so. */
    private void correctLostWrites(LinkWork work) {
        Map<String, Base> now = new HashMap<>();
        work.decisions().forEach(decided -> now.put(decided.mappingId(), decided.now()));
        work.link
                .intents()
                .forEach(
                        (id, intent) -> {
                            Base current = now.get(id);
                            if (current != null && !LinkDecisions.arrived(intent, current)) {
                                journal.correct(
                                        work.link.key(),
                                        intent.journalAt(),
                                        Outcome.NOT_ARRIVED,
                                        null,
                                        "The sync stopped before the write arrived; it was decided"
                                                + " again.");
                            }
                        });
    }
}
