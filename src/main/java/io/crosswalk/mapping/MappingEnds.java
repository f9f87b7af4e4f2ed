package io.crosswalk.mapping;

import io.crosswalk.rules.SyncRule;
import java.util.Optional;

/**
 * Which mapping holds a property and a field: each belongs to one mapping per object. A standard
 * mapping that is set to Don't sync holds neither ({@link Mapping#holdsItsEnds}), since it cannot
 * be deleted; it gets a rule again once nobody else has them.
 */
final class MappingEnds {
    private MappingEnds() {}

    /**
     * @throws Refusal if the property or the field of a new mapping has one
     */
    static void free(ObjectConfiguration now, String property, String field) {
        String what =
                "Cannot map property " + Quoted.name(property) + " to field " + Quoted.name(field);
        Optional<Mapping> same = now.ofPair(property, field).filter(it -> !it.holdsItsEnds());
        if (same.isPresent()) {
            throw new Refusal(
                    RefusalCode.PROPERTY_ALREADY_MAPPED,
                    what
                            + ": the two have the standard mapping '"
                            + same.get().id()
                            + "', which is set to 'Don't sync'. Give that one another rule.");
        }
        Optional<Mapping> ofProperty = now.ofProperty(property);
        if (ofProperty.isPresent()) {
            throw propertyTaken(what, ofProperty.get(), instead(ofProperty.get()));
        }
        Optional<Mapping> ofField = now.ofField(field);
        if (ofField.isPresent()) {
            throw fieldTaken(what, ofField.get(), instead(ofField.get()));
        }
    }

    private static String instead(Mapping by) {
        return by.standard()
                ? "It is a standard mapping: set it to 'Don't sync' first, or choose another pair."
                : "Delete that mapping first, or choose another pair.";
    }

    /**
     * @throws Refusal if a mapping that held neither shall sync, and another one has either
     */
    static void free(ObjectConfiguration now, Mapping mapping, MappingChoice choice) {
        if (mapping.holdsItsEnds() || choice.syncRule() == SyncRule.DONT_SYNC) {
            return;
        }
        String property = mapping.hubspotProperty();
        String field = mapping.salesforceField();
        String what =
                "Cannot use the rule '"
                        + choice.syncRule().label()
                        + "' for property "
                        + Quoted.name(property)
                        + " and field "
                        + Quoted.name(field);
        String instead = "Delete that mapping first, or leave this one at 'Don't sync'.";
        now.ofProperty(property)
                .ifPresent(
                        by -> {
                            throw propertyTaken(what, by, instead);
                        });
        now.ofField(field)
                .ifPresent(
                        by -> {
                            throw fieldTaken(what, by, instead);
                        });
    }

    private static Refusal propertyTaken(String what, Mapping by, String instead) {
        return taken(
                RefusalCode.PROPERTY_ALREADY_MAPPED,
                what + ": the property is mapped to field " + Quoted.name(by.salesforceField()),
                by,
                instead);
    }

    private static Refusal fieldTaken(String what, Mapping by, String instead) {
        return taken(
                RefusalCode.FIELD_ALREADY_MAPPED,
                what + ": the field is mapped to property " + Quoted.name(by.hubspotProperty()),
                by,
                instead);
    }

    private static Refusal taken(RefusalCode code, String what, Mapping by, String instead) {
        return new Refusal(code, what + " already, by mapping '" + by.id() + "'. " + instead);
    }
}
