package io.crosswalk.mapping;

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
 * @param byLabel whether names may be labels, as people see them in the CRMs
 * @param expected versions per object that it was made for; what is absent does not matter
 */
public record WantedConfiguration(
        List<WantedObject> objects, boolean partial, boolean byLabel, Map<String, Long> expected) {

    public WantedConfiguration {
        objects = List.copyOf(objects);
        expected = Map.copyOf(expected);
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
     */
    public record WantedMapping(
            String hubspotProperty,
            String salesforceField,
            SyncRule syncRule,
            @Nullable Fill fill,
            @Nullable Map<String, String> optionPairs) {

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
            return new WantedMapping(property, field, syncRule, fill, optionPairs);
        }
    }
}
