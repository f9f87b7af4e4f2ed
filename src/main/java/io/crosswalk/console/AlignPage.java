package io.crosswalk.console;

import io.crosswalk.api.PreviewView.MappingCounts;
import io.crosswalk.api.PreviewView.SideCounts;
import io.crosswalk.api.RunView;
import io.crosswalk.api.RunView.SampleView;
import io.crosswalk.mapping.Mapping;
import java.util.List;

/**
 * What aligning one mapping would do, as its panel shows it.
 *
 * @param run counts the edits of other mappings too that the same looks would carry over
 */
public record AlignPage(String object, Mapping mapping, RunView run) {

    /** The mapping's own; empty as long as no record was looked at. */
    public List<MappingCounts> counts() {
        return run.preview().mappings().stream().filter(it -> isAsked(it.mapping())).toList();
    }

    /** Some of the mapping's own. */
    public List<SampleView> samples() {
        return run.preview().samples().stream().filter(it -> isAsked(it.mapping())).toList();
    }

    /** How many values of the mapping it would write. */
    public long writes() {
        return counts().stream().mapToLong(AlignPage::writes).sum();
    }

    /** How many edits of other mappings are on their way anyhow. */
    public long others() {
        return run.preview().mappings().stream()
                .filter(it -> !isAsked(it.mapping()))
                .mapToLong(AlignPage::writes)
                .sum();
    }

    /** How many edits of it wait. */
    public long held() {
        return counts().stream().mapToLong(MappingCounts::held).sum();
    }

    private boolean isAsked(String id) {
        return mapping.id().equals(id);
    }

    private static long writes(MappingCounts counts) {
        return writes(counts.hubspot()) + writes(counts.salesforce());
    }

    private static long writes(SideCounts side) {
        return side.fills() + side.overwrites() + side.clears();
    }
}
