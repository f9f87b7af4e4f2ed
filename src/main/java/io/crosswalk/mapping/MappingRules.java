package io.crosswalk.mapping;

import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.salesforce.SalesforceField;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with mappings, whoever asks: a request for one, or a document with all of them.
 * Every method throws a {@link Refusal}, or returns if there is nothing against it.
 */
final class MappingRules {
    /** Per object, standard ones counted. */
    static final int MAPPINGS_MAX = 500;

    private static final String CONTACT = "contact";
    private static final String NO_LEADS = "; or is it a field of Lead? Leads are not synced.";

    private MappingRules() {}

    static void creatable(
            ObjectConfiguration now,
            ObjectMetadata metadata,
            String property,
            String field,
            MappingChoice choice) {
        if (!now.syncEnabled()) {
            throw new Refusal(
                    RefusalCode.OBJECT_SYNC_OFF,
                    "Cannot map property "
                            + Quoted.name(property)
                            + " to field "
                            + Quoted.name(field)
                            + ": sync of object '"
                            + now.object()
                            + "' is off. Turn it on first.");
        }
        HubspotProperty knownProperty = property(metadata, property, field);
        SalesforceField knownField = field(metadata, property, field);
        MappingEnds.free(now, property, field);
        if (now.mappings().size() >= MAPPINGS_MAX) {
            throw new Refusal(
                    RefusalCode.MAPPING_LIMIT_REACHED,
                    "Cannot map property "
                            + Quoted.name(property)
                            + " to field "
                            + Quoted.name(field)
                            + ": object '"
                            + now.object()
                            + "' has "
                            + MAPPINGS_MAX
                            + " mappings, standard ones counted. Delete one first.");
        }
        thrown(Compatibility.refusal(metadata.object(), knownProperty, knownField));
        thrown(Compatibility.refusal(knownProperty, knownField, choice.syncRule()));
        OptionPairRules.check(knownProperty, knownField, choice.optionPairs(), Map.of());
    }

    /**
     * @param metadata null if the new choice does not need it: then it syncs nothing and pairs
     *     nothing new
     */
    static void changeable(
            ObjectConfiguration now,
            Mapping mapping,
            MappingChoice choice,
            @Nullable ObjectMetadata metadata) {
        MappingEnds.free(now, mapping, choice);
        if (StandardMappings.isOwner(mapping)) {
            ownerChangeable(mapping, choice);
            return;
        }
        if (metadata == null) {
            return;
        }
        HubspotProperty property =
                property(metadata, mapping.hubspotProperty(), mapping.salesforceField());
        SalesforceField field =
                field(metadata, mapping.hubspotProperty(), mapping.salesforceField());
        if (choice.syncRule() != SyncRule.DONT_SYNC) {
            thrown(Compatibility.refusal(metadata.object(), property, field));
            thrown(Compatibility.refusal(property, field, choice.syncRule()));
        }
        OptionPairRules.check(property, field, choice.optionPairs(), mapping.optionPairs());
    }

    /** Setting to Don't sync works even if the property is gone, or a CRM cannot be reached. */
    static boolean needsMetadata(Mapping mapping, MappingChoice choice) {
        boolean quiet =
                choice.syncRule() == SyncRule.DONT_SYNC
                        && mapping.optionPairs()
                                .entrySet()
                                .containsAll(choice.optionPairs().entrySet());
        return !quiet && !StandardMappings.isOwner(mapping);
    }

    private static void ownerChangeable(Mapping mapping, MappingChoice choice) {
        if (choice.syncRule() != SyncRule.TWO_WAY && choice.syncRule() != SyncRule.DONT_SYNC) {
            throw new Refusal(
                    RefusalCode.OWNER_MAPPING_TWO_WAY_ONLY,
                    "Cannot use the rule '"
                            + choice.syncRule().label()
                            + "' for property '"
                            + mapping.hubspotProperty()
                            + "' and field '"
                            + mapping.salesforceField()
                            + "': owners are people in both CRMs, matched by e-mail. Choose"
                            + " 'Two-way' or 'Don't sync'.");
        }
        if (!choice.optionPairs().isEmpty()) {
            throw new Refusal(
                    RefusalCode.OPTION_PAIRS_NOT_APPLICABLE,
                    "Cannot pair options of property '"
                            + mapping.hubspotProperty()
                            + "' with field '"
                            + mapping.salesforceField()
                            + "': owners are matched by their e-mail. Leave out the pairs.");
        }
    }

    static void deletable(Mapping mapping) {
        if (mapping.standard()) {
            throw new Refusal(
                    RefusalCode.STANDARD_MAPPING_NOT_DELETABLE,
                    "Cannot delete the standard mapping of property '"
                            + mapping.hubspotProperty()
                            + "' and field '"
                            + mapping.salesforceField()
                            + "'. Set its rule to 'Don't sync' instead.");
        }
    }

    static boolean isSyncRequired(String object) {
        return object.equals(CONTACT);
    }

    static void togglable(String object, boolean enabled) {
        if (isSyncRequired(object) && !enabled) {
            throw new Refusal(
                    RefusalCode.OBJECT_SYNC_REQUIRED,
                    "Cannot turn off sync of object '"
                            + object
                            + "': it is what every installation syncs. Set single mappings to"
                            + " 'Don't sync' instead.");
        }
    }

    /** Else a record would be made that is there already, without an id. */
    static void linkable(String object, LinkPolicy policy) {
        if (policy.create() != Creation.OFF
                && policy.matching() == Matching.ID_ONLY
                && !MatchKey.of(object).isEmpty()) {
            throw new Refusal(
                    RefusalCode.CREATION_NEEDS_MATCHING,
                    "Cannot create records of object '"
                            + object
                            + "' while they are matched by id alone: one that is there without an"
                            + " id would be made twice. Set 'matching' to ID_THEN_FIELDS, or"
                            + " 'create' to OFF.");
        }
    }

    private static HubspotProperty property(ObjectMetadata metadata, String name, String field) {
        HubspotProperty property = metadata.property(name);
        if (property == null) {
            throw new Refusal(
                    RefusalCode.PROPERTY_NOT_FOUND,
                    "Cannot map property "
                            + Quoted.name(name)
                            + " to field "
                            + Quoted.name(field)
                            + ": HubSpot has no such property of "
                            + metadata.object().hubspotType()
                            + ", or it is archived or sensitive. Use its internal name, in the case"
                            + " that HubSpot has it.");
        }
        return property;
    }

    private static SalesforceField field(ObjectMetadata metadata, String property, String name) {
        SalesforceField field = metadata.field(name);
        if (field == null) {
            throw new Refusal(
                    RefusalCode.FIELD_NOT_FOUND,
                    "Cannot map property "
                            + Quoted.name(property)
                            + " to field "
                            + Quoted.name(name)
                            + ": Salesforce shows no such field of "
                            + metadata.object().salesforceType()
                            + " to the integration user. Use its API name, and give that user"
                            + " access to it"
                            + (metadata.object().name().equals(CONTACT) ? NO_LEADS : "."));
        }
        return field;
    }

    private static void thrown(@Nullable Refusal refusal) {
        if (refusal != null) {
            throw refusal;
        }
    }
}
