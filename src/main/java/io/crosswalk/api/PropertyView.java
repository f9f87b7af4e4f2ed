package io.crosswalk.api;

import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.mapping.Compatibility;
import io.crosswalk.mapping.ObjectConfiguration;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.rules.HubspotType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A HubSpot property.
 *
 * @param type the word that the type matrix has for it; HubSpot's own {@code fieldType} if none
 * @param custom made by a user
 * @param readOnly whether no rule may write it
 * @param mappable whether a mapping can be made of it now
 * @param whyNot null if it is mappable
 */
public record PropertyView(
        String name,
        String label,
        String type,
        boolean custom,
        boolean readOnly,
        boolean hidden,
        List<OptionView> options,
        @Schema(nullable = true) @Nullable MappedBy mappedBy,
        boolean mappable,
        @Schema(nullable = true) @Nullable WhyNot whyNot) {

    static PropertyView of(ObjectPair object, HubspotProperty property, ObjectConfiguration now) {
        MappedBy by = MappedBy.of(now.ofProperty(property.name()).orElse(null));
        WhyNot whyNot =
                by == null
                        ? WhyNot.of(Compatibility.refusal(object, property))
                        : WhyNot.taken(RefusalCode.PROPERTY_ALREADY_MAPPED, "property", by);
        HubspotType type = Compatibility.typeOf(property);
        return new PropertyView(
                property.name(),
                property.label(),
                type == HubspotType.OTHER ? property.fieldType() : type.label(),
                !property.hubspotDefined(),
                Compatibility.readOnly(property),
                property.hidden(),
                property.options().stream()
                        .map(option -> new OptionView(option.value(), option.label()))
                        .toList(),
                by,
                whyNot == null,
                whyNot);
    }
}
