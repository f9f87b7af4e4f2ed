package io.crosswalk.api;

import io.crosswalk.mapping.Creation;
import io.crosswalk.mapping.Matching;
import io.crosswalk.rules.SyncRule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Request bodies as the OpenAPI document describes them. They are read by {@link Members}, which
 * refuses what is not described here.
 */
final class Requests {
    private Requests() {}

    @Schema(
            name = "ObjectChange",
            additionalProperties = Schema.False.class,
            description = "What is left out stays as it is; one of them must be there")
    record ObjectChange(
            @Nullable Boolean syncEnabled,
            @Nullable Matching matching,
            @Nullable Creation create) {}

    @Schema(name = "LinkWanted", additionalProperties = Schema.False.class)
    record LinkWanted(@Schema(required = true) String salesforceId) {}

    @Schema(name = "MappingCreate", additionalProperties = Schema.False.class)
    record MappingCreate(
            @Schema(required = true, description = "The property's internal name")
                    String hubspotProperty,
            @Schema(required = true, description = "The field's API name") String salesforceField,
            @Schema(required = true) SyncRule syncRule,
            @Schema(
                            enumeration = {"none", "align"},
                            defaultValue = "none")
                    @Nullable String fill,
            @Schema(description = "HubSpot option to Salesforce value, one to one")
                    @Nullable Map<String, String> optionPairs) {}

    @Schema(
            name = "MappingChange",
            additionalProperties = Schema.False.class,
            description =
                    "What is left out stays as it is: rule, fill or pairs must be there. Property and"
                            + " field never change")
    record MappingChange(
            @Nullable String hubspotProperty,
            @Nullable String salesforceField,
            @Nullable SyncRule syncRule,
            @Schema(enumeration = {"none", "align"}) @Nullable String fill,
            @Nullable Map<String, String> optionPairs) {}

    @Schema(
            name = "Configuration",
            additionalProperties = Schema.False.class,
            description = "GET /api/config/schema has the JSON Schema")
    record Configuration(
            @Schema(description = "Mappings that are left out stay", defaultValue = "false")
                    boolean partial,
            @Schema(description = "Versions per object that must still be in force")
                    @Nullable Map<String, Long> expect,
            @Schema(required = true) Map<String, ConfiguredObject> objects) {}

    @Schema(name = "ConfiguredObject", additionalProperties = Schema.False.class)
    record ConfiguredObject(
            @Nullable Boolean syncEnabled,
            @Nullable List<ConfiguredMapping> mappings,
            @Nullable Matching matching,
            @Nullable Creation create) {}

    @Schema(name = "ConfiguredMapping", additionalProperties = Schema.False.class)
    record ConfiguredMapping(
            @Schema(required = true, description = "The property's internal name")
                    String hubspotProperty,
            @Schema(required = true, description = "The field's API name") String salesforceField,
            @Schema(required = true) SyncRule syncRule,
            @Schema(
                            enumeration = {"none", "align"},
                            description =
                                    "Left out, it stays as it is where the document is partial; in a"
                                            + " whole document, and for a mapping that is made, it"
                                            + " then is 'none'")
                    @Nullable String fill,
            @Schema(
                            description =
                                    "HubSpot option to Salesforce value, one to one. Left out, they"
                                            + " stay where the document is partial; else there are"
                                            + " none")
                    @Nullable Map<String, String> optionPairs) {}

    @Schema(name = "BackfillCreate", additionalProperties = Schema.False.class)
    record BackfillCreate(
            @Schema(required = true) String object,
            @Schema(description = "Ids; left out: all that sync", minItems = 1, maxItems = 50)
                    @Nullable List<String> mappings,
            @Schema(
                            enumeration = {"none", "align"},
                            defaultValue = "none")
                    @Nullable String fill,
            @Nullable BackfillFilter filter) {}

    @Schema(
            name = "BackfillFilter",
            additionalProperties = Schema.False.class,
            description = "Which records; all that is named must hold, and 'ids' stand alone")
    record BackfillFilter(
            @Schema(description = "HubSpot record ids", minItems = 1, maxItems = 1_000)
                    @Nullable List<String> ids,
            @Schema(description = "The HubSpot record was modified then or later")
                    @Nullable Instant modifiedSince,
            @Schema(description = "A HubSpot property's internal name") @Nullable String property,
            @Schema(
                            enumeration = {
                                "EQ",
                                "NEQ",
                                "IN",
                                "HAS_PROPERTY",
                                "NOT_HAS_PROPERTY",
                                "GTE",
                                "LTE"
                            })
                    @Nullable String operator,
            @Schema(description = "One; several for IN; none for HAS_PROPERTY")
                    @Nullable List<String> values) {}

    @Schema(
            name = "Undo",
            additionalProperties = Schema.False.class,
            description = "Either entries, or a run, or a mapping of an object since a time")
    record Undo(
            @Schema(description = "At most 100, of one object") @Nullable List<UndoEntry> entries,
            @Nullable String run,
            @Nullable String object,
            @Nullable String mapping,
            @Nullable Instant since) {}

    @Schema(name = "UndoEntry", additionalProperties = Schema.False.class)
    record UndoEntry(
            @Schema(required = true) String object,
            @Schema(required = true) String hubspotId,
            @Schema(required = true, description = "The entry's 'id' in the journal") String at) {}
}
