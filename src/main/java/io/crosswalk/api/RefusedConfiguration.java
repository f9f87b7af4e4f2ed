package io.crosswalk.api;

import io.crosswalk.mapping.ConfigurationPlan;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.mapping.WantedConfiguration;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A {@link Problem} with what would have been done.
 *
 * @param plan every refusal, and what would have been changed without them
 */
@RegisterForReflection
public record RefusedConfiguration(
        String type,
        String title,
        int status,
        String detail,
        @Schema(ref = "RefusalCode") String code,
        PlanView plan) {

    private static final String OTHERS = "Parameter 'skipRefused=true' applies the other rows.";

    static RefusedConfiguration of(ConfigurationPlan plan, WantedConfiguration wanted) {
        Problem problem =
                Problem.of(
                        RefusalCode.CONFIGURATION_REFUSED,
                        (plan.refusalCount() == 1
                                        ? "1 part of the document is"
                                        : plan.refusalCount() + " parts of the document are")
                                + " refused, so nothing of it was applied."
                                + " The plan says which and why."
                                + (wanted.byLabel() ? " " + OTHERS : ""));
        return new RefusedConfiguration(
                problem.type(),
                problem.title(),
                problem.status(),
                problem.detail(),
                problem.code(),
                PlanView.of(plan));
    }
}
