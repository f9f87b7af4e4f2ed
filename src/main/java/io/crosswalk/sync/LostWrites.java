package io.crosswalk.sync;

import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Intent;
import io.crosswalk.records.Journal;
import io.crosswalk.records.Journal.Correction;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.JournalEntry.Outcome;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes that were begun, told of in the journal, and are not there, because a sync stopped before
 * they arrived: the journal says so.
 */
final class LostWrites {
    private static final String DECIDED_AGAIN = "it was decided again";

    private final Journal journal;
    private final JournalWriter writer;
    private final ArrivedWrites arrived;

    LostWrites(Journal journal, JournalWriter writer, ArrivedWrites arrived) {
        this.journal = journal;
        this.writer = writer;
        this.arrived = arrived;
    }

    /** Of links that were decided upon again. */
    void tell(List<LinkWork> works) {
        List<Correction> lost = new ArrayList<>();
        Map<JournalEntry.Key, Doubtful> doubtful = new LinkedHashMap<>();
        for (LinkWork work : works) {
            RecordKey link = work.link.key();
            for (FieldDecision decided : work.decisions()) {
                Intent intent = work.link.intents().get(decided.mappingId());
                if (intent == null) {
                    continue;
                }
                if (!arrived.arrived(intent, work.seen(), decided)) {
                    lost.add(correction(link, intent, DECIDED_AGAIN));
                } else if (!arrived.isThere(intent, work.seen(), decided)) {
                    JournalEntry.Key entry = new JournalEntry.Key(link, intent.journalAt());
                    doubtful.put(entry, new Doubtful(intent, decided));
                }
            }
        }
        if (!doubtful.isEmpty()) {
            lost.addAll(unchanged(doubtful));
        }
        journal.correctAll(lost);
    }

    /** A write after which the sides are in step, while what was sent is not there. */
    private record Doubtful(Intent intent, FieldDecision decided) {}

    /**
     * The target holds what the look saw that began the write: what brought the two in step is
     * something else, such as the merge of an account.
     */
    private List<Correction> unchanged(Map<JournalEntry.Key, Doubtful> doubtful) {
        List<Correction> lost = new ArrayList<>();
        for (JournalEntry entry : journal.load(doubtful.keySet())) {
            Doubtful its = doubtful.get(entry.key());
            Side side = its.intent().side();
            String now =
                    writer.shown(
                            entry.link(),
                            its.decided().mappingId(),
                            side,
                            its.decided().value(side));
            if (now.equals(entry.seen().of(side))) {
                lost.add(correction(entry.link(), its.intent(), DECIDED_AGAIN));
            }
        }
        return lost;
    }

    /** Of a pair that is about to be none any more. */
    void parting(MappingPlan plan, Observation seen) {
        List<Correction> lost = new ArrayList<>();
        for (PlannedField field : plan.fields()) {
            Intent intent = seen.link().intents().get(field.mapping().id());
            if (intent != null && seen.shows(field) && !arrived.arrived(intent, seen, field)) {
                lost.add(correction(seen.link().key(), intent, "the pair was parted"));
            }
        }
        journal.correctAll(lost);
    }

    private static Correction correction(RecordKey link, Intent intent, String since) {
        return new Correction(
                link,
                intent.journalAt(),
                Outcome.NOT_ARRIVED,
                null,
                "The sync stopped before the write arrived; " + since + ".");
    }
}
