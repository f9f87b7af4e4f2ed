package io.crosswalk.sync;

import io.crosswalk.records.Base;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.JournalEntry.Outcome;
import io.crosswalk.records.RunCount;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes of one mapped field that a person takes back. Only what still stands as it was written is
 * taken back, and only while neither side has moved away from its base: a change is worth more than
 * the wish to go back. Where one write replaced another, the field goes back to before the older.
 *
 * @param run the undo that asks for it
 * @param newestFirst the journal's entries
 */
record Takeback(String run, List<JournalEntry> newestFirst) {

    Takeback {
        newestFirst = List.copyOf(newestFirst);
    }

    /**
     * @param side the side that goes back; null if none does
     * @param value to what
     * @param counts per entry what becomes of it; WRITTEN where it is taken back
     */
    record Answer(@Nullable Side side, Value value, List<RunCount> counts) {}

    /**
     * @param field with what both sides hold, and the base that holds
     */
    Answer answer(FieldDecision field, Observation seen, Fingerprints fingerprints) {
        boolean still = field.now().equals(field.before());
        List<RunCount> counts = new ArrayList<>();
        Side side = null;
        Value held = Value.BLANK;
        for (JournalEntry entry : newestFirst) {
            Side written = written(entry);
            if (written == null) {
                counts.add(RunCount.NOT_A_WRITE);
                continue;
            }
            Value holds = side == null ? field.value(written) : held;
            Kept kept = new Kept(entry, written, fingerprints);
            RunCount count = count(seen, kept, side == null || side == written, still, holds);
            counts.add(count);
            if (count == RunCount.WRITTEN) {
                side = written;
                held = kept.previous();
            }
        }
        if (side == null || held.equals(field.value(side))) {
            counts.replaceAll(it -> it == RunCount.WRITTEN ? RunCount.AS_IT_WAS : it);
            return new Answer(null, Value.BLANK, counts);
        }
        return new Answer(side, held, counts);
    }

    /** Whether it is about the journal entry of that key. */
    boolean takes(String at) {
        return newestFirst.stream().anyMatch(entry -> entry.at().equals(at));
    }

    private static RunCount count(
            Observation seen, Kept kept, boolean sameSide, boolean still, Value holds) {
        if (!kept.entry().salesforceId().equals(seen.salesforceId())) {
            return RunCount.RECORD_GONE;
        }
        if (sameSide && kept.wrote(holds) && still) {
            return kept.knowsPrevious() ? RunCount.WRITTEN : RunCount.HASHES_ONLY;
        }
        return still && kept.previous().equals(holds) ? RunCount.AS_IT_WAS : RunCount.CHANGED_SINCE;
    }

    private static @Nullable Side written(JournalEntry entry) {
        String side = entry.verdict().writes();
        return side == null || entry.verdict().result().outcome() != Outcome.WRITTEN
                ? null
                : Side.valueOf(side);
    }

    /** What the journal keeps of a write: values, or their fingerprints. */
    private record Kept(JournalEntry entry, Side side, Fingerprints fingerprints) {

        boolean wrote(Value held) {
            return inPlain(held) || !held.isBlank() && hash(held).equals(entry.verdict().value());
        }

        private boolean inPlain(Value held) {
            return held.equals(Value.of(entry.verdict().value()));
        }

        private String hash(Value value) {
            return fingerprints.of(entry.link(), entry.mapping().id(), side, value).toString();
        }

        Value previous() {
            JournalEntry.Seen seen = entry.seen();
            return Value.of(side == Side.HUBSPOT ? seen.hubspot() : seen.salesforce());
        }

        /**
         * Whether {@link #previous()} is the value and no fingerprint of it. What looks like one is
         * a value only if the base knows it.
         */
        boolean knowsPrevious() {
            Value previous = previous();
            Base base = entry.seen().base();
            return previous.isBlank()
                    || !previous.text().matches("[0-9a-f]{32}")
                    || base != null && base.of(side).toString().equals(hash(previous));
        }
    }
}
