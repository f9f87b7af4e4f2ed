package io.crosswalk.sync;

import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's edit that came after a look of ours and before its write, which overwrote it.
 *
 * @param side where it was made
 * @param value what it set; null where the journal keeps no values and there is no history
 * @param shown as the journal shows it
 * @param over the entry of the write that overwrote it
 * @param otherSince whether the other side has been seen to hold something else than it does now,
 *     by the look of that write or a later one: it has changed then, though it may be back at its
 *     base
 */
record UnseenEdit(
        PlannedField field,
        Side side,
        @Nullable Value value,
        String shown,
        Instant at,
        JournalEntry over,
        boolean otherSince) {}
