package io.crosswalk.api;

import io.crosswalk.mapping.Mapping;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mapping as the API shows it.
 *
 * @param syncRule the rule's name: {@code TWO_WAY}
 * @param syncRuleLabel the rule as HubSpot prints it: {@code Two-way}
 * @param fill what first contact of a record does: {@code none} or {@code align}
 * @param optionPairs HubSpot option to Salesforce value
 * @param standard shipped, and then not deletable
 * @param version to pass in {@code If-Match}; the journal names the one that decided
 * @param savedAt null for a standard mapping as it was shipped
 */
public record MappingView(
        String id,
        String hubspotProperty,
        String salesforceField,
        String syncRule,
        String syncRuleLabel,
        String fill,
        Map<String, String> optionPairs,
        boolean standard,
        long version,
        @Nullable Instant savedAt) {

    static MappingView of(Mapping mapping) {
        return new MappingView(
                mapping.id(),
                mapping.hubspotProperty(),
                mapping.salesforceField(),
                mapping.syncRule().name(),
                mapping.syncRule().label(),
                MappingBody.text(mapping.fill()),
                mapping.optionPairs(),
                mapping.standard(),
                mapping.version(),
                mapping.savedAt());
    }
}
