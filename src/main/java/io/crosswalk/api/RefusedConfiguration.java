package io.crosswalk.api;

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
        PlanView plan) {}
