package io.crosswalk.api;

import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An error as RFC 9457 has it.
 *
 * @param code stable, for programs; the rest is for people
 */
@RegisterForReflection
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Schema(ref = "RefusalCode") String code) {
    public static final String MEDIA_TYPE = "application/problem+json";

    static Response answer(Refusal refusal) {
        return answer(refusal.code(), refusal.getMessage());
    }

    static Response answer(RefusalCode code, String detail) {
        return Response.status(code.status()).type(MEDIA_TYPE).entity(of(code, detail)).build();
    }

    static Problem of(RefusalCode code, String detail) {
        return new Problem("about:blank", code.title(), code.status(), detail, code.name());
    }
}
