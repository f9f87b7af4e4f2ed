package io.crosswalk.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.sandbox.Choices;
import java.util.List;
import java.util.Map;

/** The properties that a portal has: HubSpot's own, and some that its users made. */
final class StandardProperties {
    private static final String CREATED_AT = "2024-03-01T08:00:00.000Z";

    private static final Map<String, List<String>> OPTIONS =
            Map.ofEntries(
                    Map.entry("leadsource", Choices.HUBSPOT_LEAD_SOURCES),
                    Map.entry("interests", Choices.INTERESTS),
                    Map.entry("industry", Choices.INDUSTRIES),
                    Map.entry("type", Choices.ACCOUNT_TYPES),
                    Map.entry("dealtype", Choices.DEAL_TYPES),
                    Map.entry("hs_priority", List.of("low", "medium", "high")),
                    Map.entry(
                            "hs_analytics_source",
                            List.of(
                                    "ORGANIC_SEARCH",
                                    "PAID_SEARCH",
                                    "EMAIL_MARKETING",
                                    "SOCIAL_MEDIA",
                                    "REFERRALS",
                                    "DIRECT_TRAFFIC",
                                    "OFFLINE")),
                    Map.entry(
                            "hs_lead_status",
                            List.of(
                                    "NEW",
                                    "OPEN",
                                    "IN_PROGRESS",
                                    "OPEN_DEAL",
                                    "UNQUALIFIED",
                                    "ATTEMPTED_TO_CONTACT",
                                    "CONNECTED",
                                    "BAD_TIMING")),
                    Map.entry(
                            "lifecyclestage",
                            List.of(
                                    "subscriber",
                                    "lead",
                                    "marketingqualifiedlead",
                                    "salesqualifiedlead",
                                    "opportunity",
                                    "customer",
                                    "evangelist",
                                    "other")));

    private StandardProperties() {}

    static PropertySet of(ObjectType type) {
        PropertySet properties = new PropertySet();
        rows(type).lines().forEach(row -> properties.add(definition(row)));
        return properties;
    }

    private static String rows(ObjectType type) {
        return switch (type) {
            case CONTACTS -> PropertyRows.CONTACTS;
            case COMPANIES -> PropertyRows.COMPANIES;
            case DEALS -> PropertyRows.DEALS;
        };
    }

    /** {@code name | label | type | fieldType | flags}. */
    private static ObjectNode definition(String row) {
        String[] cells = row.split("\\|", -1);
        String name = cells[0].strip();
        List<String> flags = List.of(cells[4].strip().split(" +"));
        boolean custom = flags.contains("custom");
        ObjectNode definition = blank(name, cells[1].strip(), cells[2].strip(), cells[3].strip());
        definition.put("groupName", custom ? "crosswalk" : "standardinformation");
        definition.put("hubspotDefined", !custom);
        definition.put("hidden", flags.contains("hidden"));
        definition.put("calculated", flags.contains("calculated"));
        definition.put("hasUniqueValue", flags.contains("unique"));
        definition.put("externalOptions", flags.contains("owner") || flags.contains("external"));
        if (flags.contains("owner")) {
            definition.put("referencedObjectType", "OWNER");
        }
        if (flags.contains("percentage")) {
            definition.put("numberDisplayHint", "percentage");
        }
        if (flags.contains("company")) {
            definition.put("referencedObjectType", "COMPANY");
        }
        if (definition.path("type").asText().equals("bool")) {
            addOption(definition, "true", "Yes");
            addOption(definition, "false", "No");
        }
        for (String option : OPTIONS.getOrDefault(name, List.of())) {
            addOption(definition, option, option);
        }
        ObjectNode metadata = definition.withObjectProperty("modificationMetadata");
        metadata.put("archivable", custom);
        metadata.put("readOnlyDefinition", !custom);
        metadata.put("readOnlyValue", flags.contains("readonly") || flags.contains("calculated"));
        metadata.put("readOnlyOptions", flags.contains("fixedoptions"));
        return definition;
    }

    /** A definition with everything that HubSpot fills in by itself. */
    static ObjectNode blank(String name, String label, String type, String fieldType) {
        ObjectNode definition = Json.object();
        definition.put("updatedAt", CREATED_AT);
        definition.put("createdAt", CREATED_AT);
        definition.put("name", name);
        definition.put("label", label);
        definition.put("type", type);
        definition.put("fieldType", fieldType);
        definition.put("description", "");
        definition.put("groupName", "");
        definition.putArray("options");
        definition.put("displayOrder", -1);
        definition.put("calculated", false);
        definition.put("externalOptions", false);
        definition.put("archived", false);
        definition.put("hasUniqueValue", false);
        definition.put("hidden", false);
        definition.put("hubspotDefined", false);
        definition.put("formField", false);
        definition.put("dataSensitivity", "non_sensitive");
        ObjectNode metadata = definition.putObject("modificationMetadata");
        metadata.put("archivable", true);
        metadata.put("readOnlyDefinition", false);
        metadata.put("readOnlyValue", false);
        metadata.put("readOnlyOptions", false);
        return definition;
    }

    private static void addOption(ObjectNode definition, String value, String label) {
        ArrayNode options = (ArrayNode) definition.get("options");
        ObjectNode option = options.addObject();
        option.put("label", label);
        option.put("value", value);
        option.put("displayOrder", options.size() - 1);
        option.put("hidden", false);
    }
}
