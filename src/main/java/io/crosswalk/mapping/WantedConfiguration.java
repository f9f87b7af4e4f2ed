package io.crosswalk.mapping;

import io.crosswalk.mapping.ConfigurationPlan.RefusedPart;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.SyncRule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a document wants the configuration to be. Objects that it does not name stay as they are.
 *
 * @param partial whether mappings that it does not name stay as they are; else custom ones are
 *     deleted, and standard ones get back what they were shipped with
 * @param byLabel whether names may be labels, and rules what HubSpot shows, as people see them
 * @param expected versions per object that it was made for; what is absent does not matter
 * @param unread rows of a table that say nothing which could be done; in a plan they are refused
 */
public record WantedConfiguration(
        List<WantedObject> objects,
        boolean partial,
        boolean byLabel,
        Map<String, Long> expected,
        List<RefusedPart> unread) {

    public WantedConfiguration {
        objects = List.copyOf(objects);
        expected = Map.copyOf(expected);
        unread = List.copyOf(unread);
    }

    /** One that could be read as a whole. */
    public WantedConfiguration(
            List<WantedObject> objects,
            boolean partial,
            boolean byLabel,
            Map<String, Long> expected) {
        this(objects, partial, byLabel, expected, List.of());
    }

    /** The same, made for other versions. */
    public WantedConfiguration expecting(Map<String, Long> versions) {
        return new WantedConfiguration(objects, partial, byLabel, versions, unread);
    }

    /**
     * @param syncEnabled null leaves it
     * @param mappings null leaves all of them
     * @param matching null leaves it
     * @param create null leaves it
     */
    public record WantedObject(
            String object,
            @Nullable Boolean syncEnabled,
            @Nullable List<WantedMapping> mappings,
            @Nullable Matching matching,
            @Nullable Creation create) {

        /** Leaves what becomes of records without a partner. */
        public WantedObject(
                String object,
                @Nullable Boolean syncEnabled,
                @Nullable List<WantedMapping> mappings) {
            this(object, syncEnabled, mappings, null, null);
        }
    }

    /**
     * @param fill null for the default, or what is there if the document is partial
     * @param optionPairs null for none, or what is there if the document is partial
     * @param line where it stands in a table, from 1; null if it stands in none
     */
    public record WantedMapping(
            String hubspotProperty,
            String salesforceField,
            SyncRule syncRule,
            @Nullable Fill fill,
            @Nullable Map<String, String> optionPairs,
            @Nullable Integer line) {

        /** One that stands in no table. */
        public WantedMapping(
                String hubspotProperty,
                String salesforceField,
                SyncRule syncRule,
                @Nullable Fill fill,
                @Nullable Map<String, String> optionPairs) {
            this(hubspotProperty, salesforceField, syncRule, fill, optionPairs, null);
        }

        /**
         * @param kept what is there, if that shall stay where nothing else is said
         */
        MappingChoice choice(@Nullable MappingChoice kept) {
            MappingChoice other =
                    kept == null ? new MappingChoice(syncRule, Fill.NONE, Map.of()) : kept;
            return new MappingChoice(
                    syncRule,
                    fill == null ? other.fill() : fill,
                    optionPairs == null ? other.optionPairs() : optionPairs);
        }

        WantedMapping named(String property, String field) {
            return new WantedMapping(property, field, syncRule, fill, optionPairs, line);
        }

        /** HubSpot shows a rule of record owners that it does not go by: they are two-way. */
        WantedMapping asHubspotMeansIt() {
            boolean shown =
                    syncRule == SyncRule.PREFER_SALESFORCE_UNLESS_BLANK
                            && StandardMappings.isOwner(hubspotProperty, salesforceField);
            return shown
                    ? new WantedMapping(
                            hubspotProperty,
                            salesforceField,
                            SyncRule.TWO_WAY,
                            fill,
                            optionPairs,
                            line)
                    : this;
        }
    }
}
