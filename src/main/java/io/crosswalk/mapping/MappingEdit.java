package io.crosswalk.mapping;

import io.crosswalk.rules.Fill;
import io.crosswalk.rules.SyncRule;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What shall become of a mapping. What is null stays as it is.
 *
 * @param hubspotProperty only to say which pair is meant
 * @param salesforceField only to say which pair is meant
 */
public record MappingEdit(
        @Nullable String hubspotProperty,
        @Nullable String salesforceField,
        @Nullable SyncRule syncRule,
        @Nullable Fill fill,
        @Nullable Map<String, String> optionPairs) {

    /**
     * @throws Refusal {@link RefusalCode#MAPPING_PAIR_FIXED}
     */
    MappingChoice of(Mapping mapping) {
        if (differs(hubspotProperty, mapping.hubspotProperty())
                || differs(salesforceField, mapping.salesforceField())) {
            throw new Refusal(
                    RefusalCode.MAPPING_PAIR_FIXED,
                    "Mapping '"
                            + mapping.id()
                            + "' is of property "
                            + Quoted.name(mapping.hubspotProperty())
                            + " and field "
                            + Quoted.name(mapping.salesforceField())
                            + ", and stays so: what is known of its records belongs to that pair."
                            + " Delete it and create another one.");
        }
        return new MappingChoice(
                syncRule == null ? mapping.syncRule() : syncRule,
                fill == null ? mapping.fill() : fill,
                optionPairs == null ? mapping.optionPairs() : optionPairs);
    }

    private static boolean differs(@Nullable String said, String is) {
        return said != null && !said.equals(is);
    }
}
