package io.crosswalk.api;

import io.crosswalk.mapping.Mapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The mapping that has a property or field. */
public record MappedBy(
        String id,
        String hubspotProperty,
        String salesforceField,
        @Schema(ref = "SyncRule") String syncRule) {

    static @Nullable MappedBy of(@Nullable Mapping mapping) {
        return mapping == null
                ? null
                : new MappedBy(
                        mapping.id(),
                        mapping.hubspotProperty(),
                        mapping.salesforceField(),
                        mapping.syncRule().name());
    }
}
