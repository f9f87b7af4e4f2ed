package io.crosswalk.api;

import io.crosswalk.api.SetupCheck.State;
import io.crosswalk.records.CrmUnavailable;
import org.jspecify.annotations.Nullable;

/** What a check has found. */
record SetupFinding(State state, String text, @Nullable String todo, @Nullable String code) {

    static SetupFinding fine(String text) {
        return new SetupFinding(State.FINE, text, null, null);
    }

    static SetupFinding toDo(String text, String todo) {
        return new SetupFinding(State.TO_DO, text, todo, null);
    }

    static SetupFinding wrong(String text, String todo, @Nullable String code) {
        return new SetupFinding(State.WRONG, text, todo, code);
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
