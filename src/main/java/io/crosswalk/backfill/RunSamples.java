package io.crosswalk.backfill;

import io.crosswalk.rules.Value;
import io.crosswalk.sync.Previewed.Field;
import io.crosswalk.sync.PreviewedAction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Some of the fields that a run would write, spread over the mappings. They hold values of people's
 * records, so they are kept for a time only.
 *
 * @param until when they are dropped; null when there are none
 */
public record RunSamples(List<Sample> items, @Nullable Instant until) {
    public static final RunSamples NONE = new RunSamples(List.of(), null);
    static final int MAX = 20;
    private static final int LENGTH_MAX = 200;

    public RunSamples {
        items = List.copyOf(items);
    }

    /**
     * @param hubspot what HubSpot holds, canonical, "" when blank; cut where it is long
     * @param salesforce likewise
     * @param reason the decision's sentence
     */
    public record Sample(
            String hubspotId,
            String salesforceId,
            String mappingId,
            String hubspotProperty,
            String salesforceField,
            Values values,
            String reason) {}

    public record Values(String hubspot, String salesforce, PreviewedAction action) {}

    /** Those that may still be shown. */
    public List<Sample> at(Instant now) {
        return until == null || now.isAfter(until) ? List.of() : items;
    }

    /**
     * @param atFirst when they are dropped if these are the first; later ones go with those, as a
     *     preview may take days
     */
    RunSamples plus(List<Field> fields, Instant atFirst) {
        List<Sample> kept = new ArrayList<>(items);
        Map<String, Integer> perMapping = new HashMap<>();
        kept.forEach(it -> perMapping.merge(it.mappingId(), 1, Integer::sum));
        for (Field field : fields) {
            boolean shown =
                    field.action().writes() != null || field.action() == PreviewedAction.REFUSED;
            if (shown && makesRoom(kept, perMapping, field.mapping().id())) {
                kept.add(sample(field));
                perMapping.merge(field.mapping().id(), 1, Integer::sum);
            }
        }
        return kept.isEmpty() ? NONE : new RunSamples(kept, until == null ? atFirst : until);
    }

    /** A mapping with fewer samples takes the place of the last one of the mapping with most. */
    private static boolean makesRoom(
            List<Sample> kept, Map<String, Integer> perMapping, String mappingId) {
        if (kept.size() < MAX) {
            return true;
        }
        int its = perMapping.getOrDefault(mappingId, 0);
        for (int i = kept.size() - 1; i >= 0; i--) {
            String other = kept.get(i).mappingId();
            if (perMapping.get(other) > its + 1) {
                kept.remove(i);
                perMapping.merge(other, -1, Integer::sum);
                return true;
            }
        }
        return false;
    }

    private static Sample sample(Field field) {
        return new Sample(
                field.link().recordId(),
                field.salesforceId(),
                field.mapping().id(),
                field.mapping().hubspotProperty(),
                field.mapping().salesforceField(),
                new Values(shown(field.hubspot()), shown(field.salesforce()), field.action()),
                field.decision().reason());
    }

    private static String shown(Value value) {
        String text = value.text();
        return text.length() <= LENGTH_MAX ? text : text.substring(0, LENGTH_MAX) + "…";
    }
}
