package io.crosswalk.api;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far the installation is.
 *
 * @param complete whether every check is fine
 * @param stepsLeft steps of which a check is not
 */
public record SetupView(boolean complete, int stepsLeft, List<StepView> steps) {

    /** Whether all that is missing are events: reconcile finds changes without them. */
    public boolean onlyEventsLeft() {
        return !complete
                && steps.stream()
                        .flatMap(step -> step.checks().stream())
                        .filter(check -> check.state() != SetupCheck.State.FINE)
                        .allMatch(check -> check.check().isOfEvents());
    }

    /**
     * @param done whether all its checks are fine
     */
    public record StepView(
            SetupCheck.Step step, String title, boolean done, List<CheckView> checks) {}

    /**
     * @param text what was found
     * @param todo what a person has to do about it; null where nothing is
     * @param code the CRM's own code where it refused; null else
     * @param checkedAt when that was found; a good finding is kept for a minute
     */
    public record CheckView(
            SetupCheck check,
            String title,
            SetupCheck.State state,
            String text,
            @Schema(nullable = true) @Nullable String todo,
            @Schema(nullable = true) @Nullable String code,
            Instant checkedAt) {}
}
