package io.crosswalk.reconcile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far the audit of each object's links is; survives crashes. */
interface AuditState {

    Round load(String object);

    /** Changes nothing if somebody else has gone on with it. */
    void save(String object, Round before, Round next);

    /**
     * @param pacedTo up to when links were marked as the period asks for; null before the first run
     * @param after the page of links to go on with; null at the start of a round
     */
    record Round(@Nullable Instant pacedTo, @Nullable String after) {}
}
