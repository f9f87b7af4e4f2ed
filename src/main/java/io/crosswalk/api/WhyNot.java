package io.crosswalk.api;

import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import org.jspecify.annotations.Nullable;

/** Why something cannot be mapped, as the attempt would be refused. */
public record WhyNot(RefusalCode code, String detail) {

    static @Nullable WhyNot of(@Nullable Refusal refusal) {
        return refusal == null
                ? null
                : new WhyNot(refusal.code(), String.valueOf(refusal.getMessage()));
    }

    static WhyNot taken(RefusalCode code, String what, MappedBy by) {
        return new WhyNot(
                code,
                "The " + what + " has a mapping already, '" + by.id() + "'. It can have one.");
    }
}
