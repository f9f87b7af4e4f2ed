package io.crosswalk.console;

import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.mapping.Compatibility;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingStatus;
import io.crosswalk.mapping.ObjectMetadata;
import io.crosswalk.mapping.OptionRefresh;
import io.crosswalk.rules.Fit;
import io.crosswalk.rules.HubspotType;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.salesforce.SalesforceField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mapping in the list.
 *
 * @param property what it is of, in HubSpot
 * @param field what it is of, in Salesforce
 * @param extended whether its types go beyond HubSpot's own pairs
 * @param refreshable whether it has a list of options that can be brought over
 */
public record MappingRow(
        String id,
        End property,
        End field,
        Rule rule,
        boolean extended,
        boolean refreshable,
        boolean standard,
        Status status,
        long version) {

    /**
     * @param label for people; the name if the CRM shows none
     * @param type the CRM's own word; empty if it is not known
     */
    public record End(String label, String name, String type) {}

    /**
     * @param icon which way values go
     */
    public record Rule(String name, String label, String icon) {

        static Rule of(SyncRule rule) {
            boolean right = rule.mayWrite(Side.SALESFORCE);
            boolean left = rule.mayWrite(Side.HUBSPOT);
            String icon = right && left ? "both" : right ? "right" : left ? "left" : "none";
            return new Rule(rule.name(), rule.label(), icon);
        }
    }

    /**
     * @param level {@code ok}, {@code warning}, {@code issue}, {@code off} for what does not sync,
     *     {@code unknown} while a CRM cannot be asked
     */
    public record Status(String level, String label, String text) {
        static final Status UNKNOWN =
                new Status("unknown", "Unknown", "A CRM cannot be asked for its metadata now.");
        static final Status OFF =
                new Status("off", "Not synced", "The rule is Don't sync: neither side is written.");

        static Status of(Mapping mapping, @Nullable MappingStatus status) {
            if (mapping.syncRule() == SyncRule.DONT_SYNC) {
                return OFF;
            }
            if (status == null) {
                return UNKNOWN;
            }
            return switch (status.level()) {
                case OK -> new Status("ok", "OK", status.text());
                case WARNING -> new Status("warning", "Warning", status.text());
                case ISSUE -> new Status("issue", "Issue", status.text());
            };
        }

        /** The worst first. */
        int rank() {
            return switch (level) {
                case "issue" -> 0;
                case "warning" -> 1;
                case "unknown" -> 2;
                case "ok" -> 3;
                default -> 4;
            };
        }
    }

    static MappingRow of(
            Mapping mapping, @Nullable ObjectMetadata metadata, @Nullable MappingStatus status) {
        HubspotProperty property =
                metadata == null ? null : metadata.property(mapping.hubspotProperty());
        SalesforceField field = metadata == null ? null : metadata.field(mapping.salesforceField());
        boolean both = property != null && field != null;
        return new MappingRow(
                mapping.id(),
                property(mapping.hubspotProperty(), property),
                field(mapping.salesforceField(), field),
                Rule.of(mapping.syncRule()),
                both && Compatibility.fit(property, field) == Fit.EXTENDED,
                both && OptionRefresh.isOfOptions(property, field),
                mapping.standard(),
                Status.of(mapping, status),
                mapping.version());
    }

    static End property(String name, @Nullable HubspotProperty property) {
        if (property == null) {
            return new End(name, name, "");
        }
        HubspotType type = Compatibility.typeOf(property);
        return new End(
                property.label().isBlank() ? name : property.label(),
                name,
                type == HubspotType.OTHER ? property.fieldType() : type.label());
    }

    static End field(String name, @Nullable SalesforceField field) {
        return field == null
                ? new End(name, name, "")
                : new End(field.label().isBlank() ? name : field.label(), name, field.type());
    }

    /** Whether labels or names contain it. */
    boolean contains(String folded) {
        return has(property, folded) || has(field, folded);
    }

    private static boolean has(End end, String folded) {
        return end.label().toLowerCase(Locale.ROOT).contains(folded)
                || end.name().toLowerCase(Locale.ROOT).contains(folded);
    }
}
