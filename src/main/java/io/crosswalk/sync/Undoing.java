package io.crosswalk.sync;

import io.crosswalk.records.Fingerprint;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.rules.Intervention;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import io.crosswalk.sync.FieldDecision.Write;
import org.jspecify.annotations.Nullable;

/**
 * Decides about a field of which a person takes a write back. Afterwards both sides are
 * acknowledged as they are then, so nothing flows back until somebody edits.
 */
final class Undoing {
    private final Fingerprints fingerprints;

    Undoing(Fingerprints fingerprints) {
        this.fingerprints = fingerprints;
    }

    /**
     * @param decided what would be decided without it
     * @return null where nobody takes anything back, or it cannot be
     */
    @Nullable FieldDecision decide(FieldDecision decided, Observation seen) {
        String id = decided.mappingId();
        Takeback takeback = seen.asked().takebacks().get(id);
        if (takeback == null) {
            return null;
        }
        Takeback.Answer answer = takeback.answer(decided, seen, fingerprints);
        Side side = answer.side();
        if (side == null) {
            return null;
        }
        Value before = answer.value().isBlank() ? decided.field().unset(side) : answer.value();
        Fingerprint value = fingerprints.of(seen.link().key(), id, side, before);
        return decided.with(
                Intervention.undoneIn(side),
                new Write(side, before, decided.now().with(side, value)));
    }
}
