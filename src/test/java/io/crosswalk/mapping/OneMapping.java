package io.crosswalk.mapping;

import io.crosswalk.rules.Fill;
import io.crosswalk.rules.SyncRule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A configuration in which every object has a single mapping, with a rule that a test chooses. */
public final class OneMapping extends UnaskedMappingStore {
    private static final Instant AT = Instant.parse("2026-11-24T10:40:00Z");

    private SyncRule rule = SyncRule.TWO_WAY;
    private Creation creation = Creation.OFF;
    private String property = "city";
    private boolean on = true;

    public OneMapping rule(SyncRule chosen) {
        rule = chosen;
        return this;
    }

    OneMapping creates(Creation chosen) {
        creation = chosen;
        return this;
    }

    public OneMapping ofOwners() {
        property = "hubspot_owner_id";
        return this;
    }

    public void off() {
        on = false;
    }

    @Override
    public ObjectSettings settings(String object) {
        LinkPolicy linking = new LinkPolicy(Matching.ID_THEN_FIELDS, creation);
        return new ObjectSettings(on, linking, 1, Set.of());
    }

    @Override
    public List<Mapping> mappings(String object) {
        MappingChoice choice = new MappingChoice(rule, Fill.NONE, Map.of());
        return StandardMappings.of(object).stream()
                .filter(mapping -> mapping.hubspotProperty().equals(property))
                .map(mapping -> mapping.with(choice, AT, 1))
                .toList();
    }
}
