package io.crosswalk.records;

import io.crosswalk.records.Difference.Reason;
import io.crosswalk.records.DriftFigure.Example;
import io.crosswalk.records.RecordStore.LinkSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Running sums over an object's links; goes on from those of the pages before. */
public final class DriftCount {
    private final Set<String> mapped;
    private final Instant startedAt;
    private final Map<String, Map<Reason, Long>> differing = new HashMap<>();
    private final List<Example> examples;
    private long links;
    private long unmet;
    private long compared;

    /**
     * @param mapped ids of the mappings that sync; what an older look has left of others is not
     *     counted
     */
    public DriftCount(DriftFigure before, Set<String> mapped) {
        this.mapped = Set.copyOf(mapped);
        startedAt = before.startedAt();
        links = before.links();
        unmet = before.unmet();
        compared = before.compared();
        examples = new ArrayList<>(before.examples());
        before.differing()
                .forEach((id, reasons) -> differing.put(id, new EnumMap<Reason, Long>(reasons)));
    }

    public void add(LinkSummary link) {
        links++;
        unmet += link.compared() == 0 ? 1 : 0;
        compared += link.compared();
        link.differences()
                .forEach(
                        (id, difference) -> {
                            if (mapped.contains(id)) {
                                add(link, id, difference);
                            } else {
                                compared--;
                            }
                        });
    }

    private void add(LinkSummary link, String mappingId, Difference difference) {
        differing
                .computeIfAbsent(mappingId, id -> new EnumMap<>(Reason.class))
                .merge(difference.reason(), 1L, Long::sum);
        if (!difference.reason().explained()) {
            examples.add(
                    new Example(
                            link.key().recordId(),
                            link.partnerId(),
                            mappingId,
                            difference.since()));
            if (examples.size() >= 2 * DriftFigure.EXAMPLES_MAX) {
                keepOldest();
            }
        }
    }

    private void keepOldest() {
        List<Example> oldest = List.copyOf(DriftFigure.oldest(examples));
        examples.clear();
        examples.addAll(oldest);
    }

    public DriftFigure figure(Instant now) {
        keepOldest();
        return new DriftFigure(
                startedAt,
                now,
                links,
                unmet,
                Math.max(0, compared),
                differing,
                examples.isEmpty() ? null : examples.get(0).since(),
                examples);
    }
}
