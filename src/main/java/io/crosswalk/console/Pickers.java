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
import java.util.Optional;
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
                        .map(it -> pick(object, it, other, now.ofProperty(it.name(), field)))
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
                        .map(it -> pick(object, it, other, now.ofField(it.name(), property)))
                        .toList(),
                search);
    }

    private static Pick pick(
            ObjectPair object,
            HubspotProperty property,
            @Nullable SalesforceField other,
            Optional<Mapping> by) {
        MappingRow.End end = MappingRow.property(property.name(), property);
        Refusal refusal =
                other == null
                        ? Compatibility.refusal(object, property)
                        : Compatibility.refusal(object, property, other);
        return pick(
                end,
                !property.hubspotDefined(),
                refusal,
                taken(end, by, by.map(Mapping::salesforceField).orElse("")),
                other == null ? "" : other.type());
    }

    private static Pick pick(
            ObjectPair object,
            SalesforceField field,
            @Nullable HubspotProperty other,
            Optional<Mapping> by) {
        MappingRow.End end = MappingRow.field(field.name(), field);
        Refusal refusal =
                other == null
                        ? Compatibility.refusal(field)
                        : Compatibility.refusal(object, other, field);
        return pick(
                end,
                field.custom(),
                refusal,
                taken(end, by, by.map(Mapping::hubspotProperty).orElse("")),
                other == null ? "" : MappingRow.property(other.name(), other).type());
    }

    /**
     * @param why it cannot be chosen
     */
    private record Taken(String hint, String why) {}

    /** Null if no mapping has it. */
    private static @Nullable Taken taken(MappingRow.End end, Optional<Mapping> by, String other) {
        return by.map(
                        it ->
                                new Taken(
                                        "Mapped to " + other,
                                        "'"
                                                + end.name()
                                                + "' is mapped to '"
                                                + other
                                                + "' already, and can be mapped once. "
                                                + instead(it)))
                .orElse(null);
    }

    private static String instead(Mapping by) {
        if (!by.standard()) {
            return "Choose another one, or delete that mapping first.";
        }
        return by.holdsItsEnds()
                ? "It is a standard mapping: choose another one, or set that mapping to Don’t sync"
                        + " first."
                : "It is a standard mapping that is set to Don’t sync: give that one another rule.";
    }

    /**
     * @param otherType of what is chosen on the other side; empty for nothing
     */
    private static Pick pick(
            MappingRow.End end,
            boolean custom,
            @Nullable Refusal refusal,
            @Nullable Taken taken,
            String otherType) {
        String hint = "";
        String why = "";
        if (taken != null) {
            hint = taken.hint();
            why = taken.why();
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
