package io.crosswalk.sync;

import io.crosswalk.records.Base;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.rules.Decision;
import io.crosswalk.rules.Evaluator;
import io.crosswalk.rules.Intervention;
import io.crosswalk.rules.Later;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import io.crosswalk.sync.FieldDecision.Write;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Says what becomes of an edit that was overwritten unseen, by the same tables as of any other: it
 * is put back if it is the one that counts, and journalled as the loser if it is not.
 */
final class UnseenDecisions {
    private final Fingerprints fingerprints;

    UnseenDecisions(Fingerprints fingerprints) {
        this.fingerprints = fingerprints;
    }

    /**
     * The row of the table; null if the edit set what the other side has now and keeps, so that
     * nothing of it is lost.
     */
    @Nullable Decision decide(UnseenEdit edit, FieldDecision now) {
        Value value = edit.value();
        boolean onHubspot = edit.side() == Side.HUBSPOT;
        Value hubspot = onHubspot && value != null ? value : now.hubspot();
        Value salesforce = !onHubspot && value != null ? value : now.salesforce();
        if (edit.field().conversion().inStep(hubspot, salesforce) && keepsOther(edit, now)) {
            return null;
        }
        boolean otherChanged = otherChanged(edit, now);
        return Evaluator.decide(
                edit.field().mapping().syncRule(),
                false,
                hubspot.isBlank(),
                salesforce.isBlank(),
                onHubspot || otherChanged,
                !onHubspot || otherChanged,
                later(edit, now));
    }

    private static boolean keepsOther(UnseenEdit edit, FieldDecision now) {
        Write write = now.write();
        return write == null || write.side() == edit.side();
    }

    private static boolean otherChanged(UnseenEdit edit, FieldDecision now) {
        Base base = edit.over().seen().base();
        Side other = edit.side().other();
        return edit.otherSince() || base == null || !base.of(other).equals(now.now().of(other));
    }

    private static Later later(UnseenEdit edit, FieldDecision now) {
        boolean onHubspot = edit.side() == Side.HUBSPOT;
        Instant known = onHubspot ? now.times().salesforceAt() : now.times().hubspotAt();
        Instant then =
                onHubspot ? edit.over().seen().salesforceAt() : edit.over().seen().hubspotAt();
        Instant other = known == null ? then : known;
        return onHubspot ? Later.of(edit.at(), other, null) : Later.of(other, edit.at(), null);
    }

    /** Whether the edit counts: then its side gets it back, and the next look carries it over. */
    static boolean counts(UnseenEdit edit, Decision decision) {
        return edit.value() != null && decision.writes() != edit.side();
    }

    FieldDecision restored(UnseenEdit edit, FieldDecision now, Observation seen, Base base) {
        Value value = edit.value();
        if (value == null) {
            throw new IllegalStateException("Its value is not known: " + now.mappingId());
        }
        Write write =
                new Write(
                        edit.side(),
                        value,
                        fingerprints.of(seen.link().key(), now.mappingId(), edit.side(), value),
                        base);
        return now.with(Intervention.editRestoredIn(edit.side()), write);
    }
}
