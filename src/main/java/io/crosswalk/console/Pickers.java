package io.crosswalk.console;

import io.crosswalk.console.Picks.Pick;
import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.mapping.Compatibility;
import io.crosswalk.mapping.CrmMetadata;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.Mappings;
import io.crosswalk.mapping.ObjectConfiguration;
import io.crosswalk.mapping.ObjectMetadata;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.salesforce.SalesforceField;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** What can be mapped to what, for the two pickers of the panel. */
@ApplicationScoped
class Pickers {
    private final CrmMetadata metadata;
    private final Mappings mappings;

    Pickers(CrmMetadata metadata, Mappings mappings) {
        this.metadata = metadata;
        this.mappings = mappings;
    }

    /**
     * @param field the name of the field that is chosen; empty for none
     */
    Picks properties(ObjectPair object, String search, String field) {
        ObjectConfiguration now = mappings.of(object);
        ObjectMetadata known = metadata.of(object);
        SalesforceField other = known.field(field);
        return Picks.of(
                "pick-property-list",
                known.properties().values().stream()
                        .map(it -> pick(object, it, other, now.ofProperty(it.name()).orElse(null)))
                        .toList(),
                search);
    }

    /**
     * @param property the name of the property that is chosen; empty for none
     */
    Picks fields(ObjectPair object, String search, String property) {
        ObjectConfiguration now = mappings.of(object);
        ObjectMetadata known = metadata.of(object);
        HubspotProperty other = known.property(property);
        return Picks.of(
                "pick-field-list",
                known.fields().values().stream()
                        .map(it -> pick(object, it, other, now.ofField(it.name()).orElse(null)))
                        .toList(),
                search);
    }

    private static Pick pick(
            ObjectPair object,
            HubspotProperty property,
            @Nullable SalesforceField other,
            @Nullable Mapping by) {
        MappingRow.End end = MappingRow.property(property.name(), property);
        Refusal refusal =
                other == null
                        ? Compatibility.refusal(object, property)
                        : Compatibility.refusal(object, property, other);
        return pick(
                end,
                !property.hubspotDefined(),
                refusal,
                by == null ? "" : by.salesforceField(),
                other == null ? "" : other.type());
    }

    private static Pick pick(
            ObjectPair object,
            SalesforceField field,
            @Nullable HubspotProperty other,
            @Nullable Mapping by) {
        MappingRow.End end = MappingRow.field(field.name(), field);
        Refusal refusal =
                other == null
                        ? Compatibility.refusal(field)
                        : Compatibility.refusal(object, other, field);
        return pick(
                end,
                field.custom(),
                refusal,
                by == null ? "" : by.hubspotProperty(),
                other == null ? "" : MappingRow.property(other.name(), other).type());
    }

    /**
     * @param by the other end of the mapping that it has; empty if it has none
     * @param otherType of what is chosen on the other side; empty for nothing
     */
    private static Pick pick(
            MappingRow.End end,
            boolean custom,
            @Nullable Refusal refusal,
            String by,
            String otherType) {
        String hint = "";
        String why = "";
        if (!by.isEmpty()) {
            hint = "Mapped to " + by;
            why =
                    "'"
                            + end.name()
                            + "' is mapped to '"
                            + by
                            + "' already, and can be mapped once. Choose another one, or delete that"
                            + " mapping first.";
        } else if (refusal != null) {
            hint = hint(refusal, otherType);
            why = String.valueOf(refusal.getMessage());
        }
        return new Pick(end.name(), end.label(), end.type(), custom, hint, why);
    }

    private static String hint(Refusal refusal, String otherType) {
        return switch (refusal.code()) {
            case USER_PROPERTY_NOT_MAPPABLE -> "Refers to HubSpot users";
            case LINK_PROPERTY_NOT_MAPPABLE -> "Links the records";
            default -> otherType.isEmpty() ? "No type fits" : "Does not fit " + otherType;
        };
    }
}
