package io.crosswalk.sync;

import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.Retry;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a value, or a record, that a CRM refused is tried again by itself: 2, 8, 32 minutes, 2, 8.5
 * and 24 hours after the refusal before. Only where the cause may pass without a change of the
 * value. What the CRM itself says may work later, as of a record that is locked, is tried every two
 * hours until it does.
 */
final class Retries {
    private static final Duration FIRST = Duration.ofMinutes(2);
    private static final Duration MAX = Duration.ofHours(24);

    /** A lock ends in the CRM, without a word to us. */
    private static final Duration LASTING_MAX = Duration.ofHours(2);

    private static final int GROWTH = 4;
    private static final int TRIES_MAX = 6;

    private static final Set<ProblemCode> LASTING =
            EnumSet.of(ProblemCode.RECORD_LOCKED, ProblemCode.KEEPS_FAILING);

    private static final Set<ProblemCode> MAY_PASS =
            EnumSet.of(
                    ProblemCode.VALIDATION_RULE,
                    ProblemCode.REQUIRED_FIELD_MISSING,
                    ProblemCode.DUPLICATE,
                    ProblemCode.BROKEN_REFERENCE,
                    ProblemCode.ACCESS_DENIED,
                    ProblemCode.AUTOMATION_FAILED,
                    ProblemCode.REFUSED);

    private Retries() {}

    /**
     * @param before of the same pair of values, or of the same making; null at its first refusal
     * @return null if it is not tried again by itself
     */
    static @Nullable Retry next(ProblemCode code, @Nullable Retry before, Instant now) {
        int tries = before == null ? 1 : before.tries() + 1;
        boolean lasting = LASTING.contains(code);
        if (!lasting && (!MAY_PASS.contains(code) || tries > TRIES_MAX)) {
            return null;
        }
        Duration max = lasting ? LASTING_MAX : MAX;
        Duration delay = FIRST;
        for (int i = 1; i < tries && delay.compareTo(max) < 0; i++) {
            delay = delay.multipliedBy(GROWTH);
        }
        return new Retry(tries, now.plus(delay.compareTo(max) < 0 ? delay : max));
    }
}
