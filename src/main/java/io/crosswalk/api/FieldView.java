package io.crosswalk.api;

import io.crosswalk.mapping.Compatibility;
import io.crosswalk.mapping.ObjectConfiguration;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.salesforce.SalesforceField;
import io.crosswalk.salesforce.SalesforceField.PicklistValue;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A Salesforce field, as the integration user sees it.
 *
 * @param type Salesforce's own word
 * @param readOnly whether the integration user cannot write it
 * @param required whether it cannot be cleared
 * @param length characters of a text; 0 if it is none
 * @param precision digits of a number; 0 if it is none
 * @param restricted whether a picklist takes only its own values
 * @param options a picklist's active values
 * @param mappable whether a mapping can be made of it now
 * @param whyNot null if it is mappable
 */
public record FieldView(
        String name,
        String label,
        String type,
        boolean custom,
        boolean readOnly,
        boolean required,
        int length,
        int precision,
        int scale,
        boolean restricted,
        List<String> referenceTo,
        List<OptionView> options,
        @Schema(nullable = true) @Nullable MappedBy mappedBy,
        boolean mappable,
        @Schema(nullable = true) @Nullable WhyNot whyNot) {

    static FieldView of(SalesforceField field, ObjectConfiguration now) {
        MappedBy by = MappedBy.of(now.ofField(field.name()).orElse(null));
        WhyNot whyNot =
                by == null
                        ? WhyNot.of(Compatibility.refusal(field))
                        : WhyNot.taken(RefusalCode.FIELD_ALREADY_MAPPED, "field", by);
        return new FieldView(
                field.name(),
                field.label(),
                field.type(),
                field.custom(),
                !field.updateable(),
                !field.nillable(),
                field.length(),
                field.precision(),
                field.scale(),
                field.restrictedPicklist(),
                field.referenceTo(),
                field.picklistValues().stream()
                        .filter(PicklistValue::active)
                        .map(value -> new OptionView(value.value(), value.label()))
                        .toList(),
                by,
                whyNot == null,
                whyNot);
    }
}
