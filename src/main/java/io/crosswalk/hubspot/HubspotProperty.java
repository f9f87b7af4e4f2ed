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
 * @param readOnlyOptions whether options cannot be added
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
        @Nullable String referencedObjectType,
        List<Option> options) {

    public HubspotProperty {
        options = List.copyOf(options);
    }

    /**
     * @param value what is stored; case-sensitive
     */
    public record Option(String value, String label, boolean hidden, int displayOrder) {}
}
