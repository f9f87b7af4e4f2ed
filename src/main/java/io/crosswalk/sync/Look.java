package io.crosswalk.sync;

import io.crosswalk.records.RecordKey;
import io.crosswalk.sync.FieldDecision.Hold;
import io.crosswalk.sync.FieldDecision.Keep;
import io.crosswalk.sync.FieldDecision.Refuse;
import io.crosswalk.sync.FieldDecision.Settle;
import io.crosswalk.sync.FieldDecision.Write;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look at two linked records has come to, without any value.
 *
 * @param salesforceId the link's Salesforce record
 * @param fields those of which something was to be written, in the order of their mappings
 * @param nothingToWrite how many others were looked at
 */
public record Look(RecordKey link, String salesforceId, List<Field> fields, int nothingToWrite) {

    public Look {
        fields = List.copyOf(fields);
    }

    /** What became of a decision. */
    public enum Outcome {
        /** The CRM took it. */
        WRITTEN,
        /** The CRM refused it, or the record is gone there. */
        REFUSED,
        /** The value does not fit the other side. */
        NOT_CONVERTIBLE,
        /** It waits: its mapping is paused, only watched, or the field is in quarantine. */
        HELD,
        /** As it could not be written before, it was not tried again. */
        KEPT,
        /** Another look decides: the CRM was away, or the record changed meanwhile. */
        PUT_OFF
    }

    /**
     * @param decision the name of the decision
     * @param journalAt the key of its journal entry within the link's; null if there is none
     */
    public record Field(
            String mappingId, String decision, Outcome outcome, @Nullable String journalAt) {}

    /**
     * @param work after its writes
     */
    static Look of(LinkWork work) {
        List<Field> fields = new ArrayList<>();
        int others = 0;
        for (FieldDecision decided : work.decisions()) {
            if (decided.action() instanceof Settle) {
                others++;
            } else {
                fields.add(field(work, decided));
            }
        }
        return new Look(work.link.key(), work.seen().salesforceId(), fields, others);
    }

    private static Field field(LinkWork work, FieldDecision decided) {
        String id = decided.mappingId();
        Outcome outcome = outcome(work, decided);
        boolean told =
                switch (outcome) {
                    case WRITTEN, REFUSED, NOT_CONVERTIBLE -> true;
                    // Of a write that was not answered the entry stays.
                    case PUT_OFF -> work.keptIntents.contains(id);
                    case HELD, KEPT -> false;
                };
        return new Field(
                id, decided.decision().name(), outcome, told ? work.journalled.get(id) : null);
    }

    private static Outcome outcome(LinkWork work, FieldDecision decided) {
        String id = decided.mappingId();
        boolean refused = work.refusals().containsKey(id);
        if (decided.action() instanceof Hold) {
            return Outcome.HELD;
        }
        if (decided.action() instanceof Keep) {
            return Outcome.KEPT;
        }
        if (decided.action() instanceof Refuse) {
            return refused ? Outcome.NOT_CONVERTIBLE : Outcome.PUT_OFF;
        }
        if (decided.action() instanceof Write write) {
            if (refused || work.gone.contains(write.side())) {
                return Outcome.REFUSED;
            }
            boolean written = work.isSettled(id) || work.restored.contains(id);
            return written ? Outcome.WRITTEN : Outcome.PUT_OFF;
        }
        return Outcome.PUT_OFF;
    }
}
