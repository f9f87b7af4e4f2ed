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
 * Writes of one mapped field that a person takes back. Only what still stands as it was written, or
 * as its CRM stores that, is taken back, and only while neither side has moved away from its base:
 * a change is worth more than the wish to go back. Where one write replaced another, the field goes
 * back to before the older.
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
        Held held = new Held(Value.BLANK, null);
        for (JournalEntry entry : newestFirst) {
            Side written = written(entry);
            if (written == null) {
                counts.add(RunCount.NOT_A_WRITE);
                continue;
            }
            Held holds = side == null ? new Held(field.value(written), field.before()) : held;
            Kept kept = new Kept(entry, written, fingerprints);
            RunCount count = count(seen, kept, side == null || side == written, still, holds);
            counts.add(count);
            if (count == RunCount.WRITTEN) {
                side = written;
                held = new Held(kept.previous(), entry.seen().base());
            }
        }
        if (side == null || held.value().equals(field.value(side))) {
            counts.replaceAll(it -> it == RunCount.WRITTEN ? RunCount.AS_IT_WAS : it);
            return new Answer(null, Value.BLANK, counts);
        }
        return new Answer(side, held.value(), counts);
    }

    /** Whether it is about the journal entry of that key. */
    boolean takes(String at) {
        return newestFirst.stream().anyMatch(entry -> entry.at().equals(at));
    }

    private static RunCount count(
            Observation seen, Kept kept, boolean sameSide, boolean still, Held holds) {
        if (!kept.entry().salesforceId().equals(seen.salesforceId())) {
            return RunCount.RECORD_GONE;
        }
        if (sameSide && kept.wrote(holds) && still) {
            return kept.knowsPrevious() ? RunCount.WRITTEN : RunCount.HASHES_ONLY;
        }
        return still && kept.previous().equals(holds.value())
                ? RunCount.AS_IT_WAS
                : RunCount.CHANGED_SINCE;
    }

    private static @Nullable Side written(JournalEntry entry) {
        String side = entry.verdict().writes();
        return side == null || entry.verdict().result().outcome() != Outcome.WRITTEN
                ? null
                : Side.valueOf(side);
    }

    /**
     * What the written side held at some time.
     *
     * @param base what was acknowledged then; null if nothing was
     */
    private record Held(Value value, @Nullable Base base) {}

    /** What the journal keeps of a write: values, or their fingerprints. */
    private record Kept(JournalEntry entry, Side side, Fingerprints fingerprints) {

        boolean wrote(Held held) {
            Value value = held.value();
            return value.equals(written())
                    || !value.isBlank() && hash(side, value).equals(entry.verdict().value())
                    || isStoredIn(held);
        }

        /**
         * In the form in which its CRM stores it. A person who has set it to that since makes an
         * edit, which the other side has followed.
         */
        private boolean isStoredIn(Held held) {
            Base base = held.base();
            Side other = side.other();
            return base != null
                    && ArrivedWrites.folded(held.value()).equals(ArrivedWrites.folded(written()))
                    && base.of(side).toString().equals(hash(side, held.value()))
                    && base.of(other).toString().equals(hash(other, seen(other)));
        }

        private Value written() {
            return Value.of(entry.verdict().value());
        }

        private String hash(Side side, Value value) {
            return fingerprints.of(entry.link(), entry.mapping().id(), side, value).toString();
        }

        private Value seen(Side side) {
            JournalEntry.Seen seen = entry.seen();
            return Value.of(side == Side.HUBSPOT ? seen.hubspot() : seen.salesforce());
        }

        Value previous() {
            return seen(side);
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
                    || base != null && base.of(side).toString().equals(hash(side, previous));
        }
    }
}
