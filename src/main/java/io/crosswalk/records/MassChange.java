package io.crosswalk.records;

import io.crosswalk.rules.Side;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a mapping was paused: what would have been written within the window.
 *
 * @param since when it was paused
 * @param side the side that most writes of the batch which crossed the share would have changed
 * @param overwritten values that others would have replaced; those that were written before the
 *     pause and those that were held back by it
 * @param cleared values that would have been blanked, likewise
 * @param linked the object's linked records; null while nobody has counted them
 * @param window in what time
 */
public record MassChange(
        Instant since,
        Side side,
        long overwritten,
        long cleared,
        @Nullable Long linked,
        Duration window) {}
