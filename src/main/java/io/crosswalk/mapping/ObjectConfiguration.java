package io.crosswalk.mapping;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Everything that is configured for one object, at one version.
 *
 * @param linking what becomes of records without a partner
 * @param version moves with every change; 0 before the first
 * @param mappings standard ones first; no id twice, and no property and no field twice among those
 *     that hold theirs
 */
public record ObjectConfiguration(
        String object,
        boolean syncEnabled,
        LinkPolicy linking,
        long version,
        List<Mapping> mappings) {

    public ObjectConfiguration {
        mappings = List.copyOf(mappings);
        Set<String> seen = new HashSet<>();
        for (Mapping mapping : mappings) {
            boolean once = seen.add("id " + mapping.id());
            if (mapping.holdsItsEnds()) {
                once &= seen.add("property " + mapping.hubspotProperty());
                once &= seen.add("field " + mapping.salesforceField());
            }
            if (!once) {
                throw new IllegalStateException(
                        "Mapping '" + mapping.id() + "' of '" + object + "' repeats another one");
            }
        }
    }

    /** With records linked as shipped. */
    public ObjectConfiguration(
            String object, boolean syncEnabled, long version, List<Mapping> mappings) {
        this(object, syncEnabled, LinkPolicy.SHIPPED, version, mappings);
    }

    public Optional<Mapping> find(String id) {
        return first(mapping -> mapping.id().equals(id));
    }

    /** The mapping that holds the property. */
    public Optional<Mapping> ofProperty(String property) {
        return first(it -> it.holdsItsEnds() && it.hubspotProperty().equals(property));
    }

    /** The mapping that holds the field. */
    public Optional<Mapping> ofField(String field) {
        return first(it -> it.holdsItsEnds() && it.salesforceField().equals(field));
    }

    /** What keeps the property from a mapping with this field. */
    public Optional<Mapping> ofProperty(String property, String field) {
        return ofPair(property, field).or(() -> ofProperty(property));
    }

    /** What keeps the field from a mapping with this property. */
    public Optional<Mapping> ofField(String field, String property) {
        return ofPair(property, field).or(() -> ofField(field));
    }

    /** The mapping of just these two, whether it holds them or not. */
    public Optional<Mapping> ofPair(String property, String field) {
        return first(
                it -> it.hubspotProperty().equals(property) && it.salesforceField().equals(field));
    }

    private Optional<Mapping> first(Predicate<Mapping> which) {
        return mappings.stream().filter(which).findFirst();
    }

    ObjectConfiguration withSync(boolean enabled) {
        return new ObjectConfiguration(object, enabled, linking, version, mappings);
    }

    ObjectConfiguration withLinking(LinkPolicy policy) {
        return new ObjectConfiguration(object, syncEnabled, policy, version, mappings);
    }

    /** Replaces the mapping of the same id, or adds it at the end. */
    ObjectConfiguration with(Mapping mapping) {
        List<Mapping> all = new ArrayList<>(mappings);
        int at = indexOf(mapping.id());
        if (at < 0) {
            all.add(mapping);
        } else {
            all.set(at, mapping);
        }
        return new ObjectConfiguration(object, syncEnabled, linking, version, all);
    }

    /** A new mapping for its next version. */
    Mapping custom(String id, String property, String field, MappingChoice choice, Instant at) {
        return Mapping.custom(id, object, property, field, choice, at, version + 1);
    }

    /** With another choice for a mapping that it has. */
    ObjectConfiguration with(Mapping mapping, MappingChoice choice, Instant at) {
        return with(mapping.with(choice, at, version + 1));
    }

    ObjectConfiguration without(String id) {
        return new ObjectConfiguration(
                object,
                syncEnabled,
                linking,
                version,
                mappings.stream().filter(mapping -> !mapping.id().equals(id)).toList());
    }

    /** As it is once it is saved. */
    ObjectConfiguration saved() {
        return new ObjectConfiguration(object, syncEnabled, linking, version + 1, mappings);
    }

    private int indexOf(String id) {
        for (int i = 0; i < mappings.size(); i++) {
            if (mappings.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }
}
