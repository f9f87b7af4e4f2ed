package io.crosswalk.console;

import io.crosswalk.mapping.MappingChoice;
import io.crosswalk.mapping.MappingEdit;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.SyncRule;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the panel of a mapping sends. */
record EditorForm(MultivaluedMap<String, String> sent) {
    /** The API reads no more either. */
    private static final int PAIRS_MAX = 1_000;

    /** Before the name of an option, whose value is the paired one. */
    private static final String PAIR = "pair:";

    /** Whether the panel showed the options at all; else they stay as they are. */
    private static final String PAIRED = "paired";

    String property() {
        return Forms.chosen(sent.getFirst("hubspotProperty"), "property");
    }

    String field() {
        return Forms.chosen(sent.getFirst("salesforceField"), "field");
    }

    SyncRule rule() {
        return Forms.rule(sent.getFirst("syncRule"));
    }

    /** Null if there was nothing to choose: the rule never writes. */
    @Nullable Fill fill() {
        String fill = sent.getFirst("fill");
        return fill == null ? null : Forms.fill(fill);
    }

    long version() {
        return Forms.version(sent.getFirst("version"));
    }

    /** Whether saving it would align values that are left alone now. */
    boolean beginsToAlign(MappingChoice before) {
        Fill fill = fill();
        return fill != null
                && before.beginsToAlign(new MappingChoice(rule(before), fill, Map.of()));
    }

    private SyncRule rule(MappingChoice before) {
        return sent.getFirst("syncRule") == null ? before.syncRule() : rule();
    }

    /** Where no rule is chosen, as none can be, the mapping's own stays; so does how it fills. */
    MappingEdit edit(@Nullable Fill fill) {
        SyncRule rule = sent.getFirst("syncRule") == null ? null : rule();
        return new MappingEdit(null, null, rule, fill, pairs());
    }

    /** HubSpot option to Salesforce value; null if there were none to choose. */
    @Nullable Map<String, String> pairs() {
        if (!sent.containsKey(PAIRED)) {
            return null;
        }
        Map<String, String> pairs = new HashMap<>();
        for (Map.Entry<String, List<String>> each : sent.entrySet()) {
            String value = each.getValue().isEmpty() ? "" : Forms.text(each.getValue().get(0));
            if (each.getKey().startsWith(PAIR) && !value.isBlank()) {
                pairs.put(Forms.text(each.getKey().substring(PAIR.length())), value);
            }
        }
        if (pairs.size() > PAIRS_MAX) {
            throw new Refusal(
                    RefusalCode.PARAMETER_MALFORMED,
                    "A mapping has at most " + PAIRS_MAX + " option pairs.");
        }
        return pairs;
    }
}
