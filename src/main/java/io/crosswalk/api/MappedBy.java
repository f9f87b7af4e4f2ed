package io.crosswalk.api;

import io.crosswalk.mapping.Mapping;
import org.jspecify.annotations.Nullable;

/** The mapping that has a property or field. */
public record MappedBy(String id, String hubspotProperty, String salesforceField, String syncRule) {

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
