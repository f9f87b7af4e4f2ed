package io.crosswalk.mapping;

import io.crosswalk.rules.Side;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Mappings that sync, but not now, and what is asked of them with every hint and look. */
record Unplanned(
        List<Mapping> mappings, Set<String> ids, Set<String> properties, Set<String> fields) {

    static Unplanned of(List<Mapping> mappings) {
        return new Unplanned(
                List.copyOf(mappings),
                mappings.stream().map(Mapping::id).collect(Collectors.toUnmodifiableSet()),
                mappings.stream()
                        .map(Mapping::hubspotProperty)
                        .collect(Collectors.toUnmodifiableSet()),
                mappings.stream()
                        .map(Mapping::salesforceField)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    boolean has(Side side, String name) {
        return (side == Side.HUBSPOT ? properties : fields).contains(name);
    }
}
