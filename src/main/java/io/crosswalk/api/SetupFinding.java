package io.crosswalk.api;

import io.crosswalk.api.SetupCheck.State;
import io.crosswalk.records.Arrivals.Arrival;
import io.crosswalk.records.CrmUnavailable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a check has found. */
record SetupFinding(State state, String text, @Nullable String todo, @Nullable String code) {

    /** What is found by looking is told of seconds later, if it is told of at all. */
    private static final Duration TOLD_WITHIN = Duration.ofHours(1);

    static SetupFinding fine(String text) {
        return new SetupFinding(State.FINE, text, null, null);
    }

    static SetupFinding toDo(String text, String todo) {
        return new SetupFinding(State.TO_DO, text, todo, null);
    }

    static SetupFinding wrong(String text, String todo, @Nullable String code) {
        return new SetupFinding(State.WRONG, text, todo, code);
    }

    /** Null if a CRM tells of its changes, or did not have the time to. */
    static @Nullable SetupFinding silent(String crm, Arrival last, Instant now, String todo) {
        Instant since = last.silentSince();
        if (since == null || since.plus(TOLD_WITHIN).isAfter(now)) {
            return null;
        }
        return wrong(
                "None has arrived since "
                        + last.taken()
                        + ", though changes in "
                        + crm
                        + " were found by looking since "
                        + since
                        + ".",
                todo,
                null);
    }

    static SetupFinding first(String what) {
        return new SetupFinding(
                State.UNKNOWN, "It cannot be told before " + what + " works.", null, null);
    }

    /** The CRM does not answer: that is nobody's mistake yet. */
    static SetupFinding away(CrmUnavailable away) {
        return new SetupFinding(
                State.UNKNOWN,
                away.getMessage() + ".",
                "Wait a moment and check again. If it stays so, check the base URL and the network.",
                away.code());
    }
}
