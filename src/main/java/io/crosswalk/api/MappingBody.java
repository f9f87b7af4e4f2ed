package io.crosswalk.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.mapping.MappingChoice;
import io.crosswalk.mapping.MappingEdit;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.SyncRule;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A mapping as a request's body has it. */
record MappingBody(String hubspotProperty, String salesforceField, MappingChoice choice) {
    static final String PROPERTY = "hubspotProperty";
    static final String FIELD = "salesforceField";
    static final String RULE = "syncRule";
    static final String FILL = "fill";
    static final String PAIRS = "optionPairs";
    static final Set<String> MEMBERS = Set.of(PROPERTY, FIELD, RULE, FILL, PAIRS);

    /** HubSpot's own limit is 5,000 options; whoever pairs so many has no common list. */
    static final int PAIRS_MAX = 1_000;

    /** By name, as the API has it, and as HubSpot prints it. */
    static final Map<String, SyncRule> RULES = rules();

    static final Map<String, Fill> FILLS = Map.of("none", Fill.NONE, "align", Fill.ALIGN);

    private static Map<String, SyncRule> rules() {
        Map<String, SyncRule> rules = new LinkedHashMap<>();
        for (SyncRule rule : SyncRule.values()) {
            rules.put(rule.name(), rule);
        }
        for (SyncRule rule : SyncRule.values()) {
            rules.put(rule.label(), rule);
        }
        return rules;
    }

    static String text(Fill fill) {
        return fill.name().toLowerCase(Locale.ROOT);
    }

    static MappingBody create(JsonNode body) {
        Members members = Members.of(body, MEMBERS);
        String property = members.text(PROPERTY);
        String field = members.text(FIELD);
        SyncRule rule = members.choice(RULE, RULES);
        @Nullable Fill fill = members.choiceOrNull(FILL, FILLS);
        @Nullable Map<String, String> pairs = members.textsOrNull(PAIRS, PAIRS_MAX);
        return new MappingBody(
                property,
                field,
                new MappingChoice(
                        rule, fill == null ? Fill.NONE : fill, pairs == null ? Map.of() : pairs));
    }

    /** What is left out stays; something must be there. */
    static MappingEdit edit(JsonNode body) {
        Members members = Members.of(body, MEMBERS);
        @Nullable Fill fill = members.choiceOrNull(FILL, FILLS);
        @Nullable Map<String, String> pairs = members.textsOrNull(PAIRS, PAIRS_MAX);
        return new MappingEdit(
                members.textOrNull(PROPERTY),
                members.textOrNull(FIELD),
                fill == null && pairs == null
                        ? members.choice(RULE, RULES)
                        : members.choiceOrNull(RULE, RULES),
                fill,
                pairs);
    }
}
