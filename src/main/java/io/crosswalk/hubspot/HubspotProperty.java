package io.crosswalk.hubspot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A property's definition (HubSpot properties API v3).
 *
 * @param type HubSpot's {@code type}: string, number, bool, enumeration, date, datetime, ...
 * @param fieldType HubSpot's {@code fieldType}: text, select, booleancheckbox, ...
 * @param readOnly whether values cannot be written: calculated, or {@code
 *     modificationMetadata.readOnlyValue}
 * @param readOnlyOptions whether options cannot be added: HubSpot's own, or kept elsewhere
 * @param numberDisplayHint how HubSpot shows a number: formatted, currency, percentage, ...
 * @param referencedObjectType {@code OWNER} for properties whose values are HubSpot users
 */
public record HubspotProperty(
        String name,
        String label,
        String type,
        String fieldType,
        boolean readOnly,
        boolean readOnlyOptions,
        boolean hubspotDefined,
        boolean hidden,
        @Nullable String numberDisplayHint,
        @Nullable String referencedObjectType,
        List<Option> options) {

    public HubspotProperty {
        options = List.copyOf(options);
    }

    /** Of which HubSpot does not say how it shows numbers. */
    public HubspotProperty(
            String name,
            String label,
            String type,
            String fieldType,
            boolean readOnly,
            boolean readOnlyOptions,
            boolean hubspotDefined,
            boolean hidden,
            @Nullable String referencedObjectType,
            List<Option> options) {
        this(
                name,
                label,
                type,
                fieldType,
                readOnly,
                readOnlyOptions,
                hubspotDefined,
                hidden,
                null,
                referencedObjectType,
                options);
    }

    /**
     * Whether there are options, and nobody says which: HubSpot keeps them elsewhere ({@code
     * externalOptions}), and Crosswalk does not know where, or may not look there.
     */
    public boolean optionsUnknown() {
        return type.equals("enumeration") && readOnlyOptions && options.isEmpty();
    }

    HubspotProperty with(List<Option> its) {
        return new HubspotProperty(
                name,
                label,
                type,
                fieldType,
                readOnly,
                readOnlyOptions,
                hubspotDefined,
                hidden,
                numberDisplayHint,
                referencedObjectType,
                its);
    }

    /**
     * @param value what is stored; case-sensitive
     * @param pipeline of a deal's stage the pipeline that it is one of; null of any other option
     */
    public record Option(
            String value,
            String label,
            boolean hidden,
            int displayOrder,
            @Nullable String pipeline) {

        /** One that belongs to no pipeline. */
        public Option(String value, String label, boolean hidden, int displayOrder) {
            this(value, label, hidden, displayOrder, null);
        }
    }
}
