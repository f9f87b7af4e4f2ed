package io.crosswalk.sync;

import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Base;
import io.crosswalk.records.Fingerprint;
import io.crosswalk.records.Hint;
import io.crosswalk.records.Hint.Change;
import io.crosswalk.records.Intent;
import io.crosswalk.records.Link;
import io.crosswalk.records.RecentWrites;
import io.crosswalk.rules.Side;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tells what an event says of our own writes from people's edits: by who made it, where the event
 * says so, and by its value, because a person may have typed another one meanwhile.
 */
final class Echoes {
    private final boolean hubspotSaysWho;

    /**
     * @param hubspotSaysWho whether HubSpot's events tell our app from others: not without its id
     */
    Echoes(boolean hubspotSaysWho) {
        this.hubspotSaysWho = hubspotSaysWho;
    }

    /** Whether the link is to be asked for any of its changes. */
    boolean mayHaveOne(MappingPlan plan, Hint hint) {
        return hint.changes().stream().anyMatch(change -> mayBeOne(plan, hint, change));
    }

    boolean mayBeOne(MappingPlan plan, Hint hint, Change change) {
        return hint.ours() || !saysWho(plan, hint, change);
    }

    /** HubSpot need not say who has associated a record with a company. */
    private boolean saysWho(MappingPlan plan, Hint hint, Change change) {
        PlannedField field = HintIntake.field(plan, hint.side(), change);
        return hint.side() == Side.SALESFORCE
                || hubspotSaysWho && (field == null || field.reference() == null);
    }

    /**
     * @param value what the event says that the value became; null where it does not say
     */
    boolean isOne(
            MappingPlan plan, Link link, Hint hint, Change change, @Nullable Fingerprint value) {
        PlannedField field = HintIntake.field(plan, hint.side(), change);
        if (value == null || field == null) {
            return false;
        }
        String id = field.mapping().id();
        Base base = plan.upToDate(link).base().get(id);
        Intent intent = link.intents().get(id);
        boolean ours =
                base != null && base.of(hint.side()).equals(value)
                        || intent != null
                                && intent.side() == hint.side()
                                && intent.sent().equals(value);
        return ours
                && (hint.ours() || field.reference() != null || isOfThen(link, id, change.at()));
    }

    /** Whether the event is of the time of a write of ours. */
    private static boolean isOfThen(Link link, String mappingId, Instant at) {
        return link.ourWrites(mappingId, Side.HUBSPOT).stream()
                .anyMatch(decidedAt -> RecentWrites.mayHaveMet(decidedAt, at));
    }
}
