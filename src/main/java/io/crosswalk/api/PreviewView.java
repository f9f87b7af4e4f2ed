package io.crosswalk.api;

import io.crosswalk.backfill.CallPace;
import io.crosswalk.backfill.Run;
import io.crosswalk.backfill.RunPreview;
import io.crosswalk.backfill.RunPreview.OfMapping;
import io.crosswalk.backfill.RunState;
import io.crosswalk.records.RunCount;
import io.crosswalk.sync.PreviewedAction;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run would do.
 *
 * @param complete false while links are still being looked at
 * @param links that were looked at
 * @param withoutPartner records that match and are not linked; nothing is done with them
 * @param gone links whose record was deleted on a side
 * @param undone journal entries that would be taken back
 * @param notUndone per reason those that would not be
 * @param callsNeeded to the CRMs, at least, once it runs
 * @param lastsSeconds how long that takes at least: as the budget allows, and 2,000 links a minute
 * @param samples up to 20 of the writes, with values; dropped after a day, or when the run ends
 */
public record PreviewView(
        boolean complete,
        long links,
        long withoutPartner,
        long gone,
        List<MappingCounts> mappings,
        long undone,
        Map<String, Long> notUndone,
        CallsView callsNeeded,
        long lastsSeconds,
        List<RunView.SampleView> samples) {

    /**
     * Numbers of records, per mapping.
     *
     * @param refused values that do not fit, or could not be written before
     * @param refusals why, the most frequent reason first; the first 10 that were found, and 100 of
     *     all mappings, so their sum may be less
     * @param kept the sides differ, and the rule leaves them so
     * @param held edits that wait: the mapping is paused, or the field goes back and forth
     */
    public record MappingCounts(
            String mapping,
            String hubspotProperty,
            String salesforceField,
            SideCounts hubspot,
            SideCounts salesforce,
            long refused,
            List<RefusalCount> refusals,
            long inStep,
            long kept,
            long held) {}

    /**
     * @param why in a sentence, without a record's value
     * @param count of values
     */
    public record RefusalCount(String why, long count) {}

    /**
     * Would-be writes to one side.
     *
     * @param fills of a blank
     * @param overwrites of a value by another
     * @param clears of a value
     */
    public record SideCounts(long fills, long overwrites, long clears) {}

    public record CallsView(
            long hubspotReads, long hubspotWrites, long salesforceReads, long salesforceWrites) {}

    static PreviewView of(Run run, CallPace pace, Instant now) {
        RunPreview preview = run.preview();
        CallPace.Calls reads = preview.reads();
        CallPace.Calls writes = preview.writes();
        return new PreviewView(
                run.state() != RunState.PREVIEWING && run.times().previewed() != null,
                preview.records().looked(),
                preview.records().unlinked(),
                preview.records().gone(),
                new TreeMap<>(preview.mappings())
                        .entrySet().stream().map(it -> counts(it.getKey(), it.getValue())).toList(),
                preview.undone().getOrDefault(RunCount.WRITTEN, 0L),
                notUndone(preview.undone()),
                new CallsView(
                        reads.hubspot(), writes.hubspot(), reads.salesforce(), writes.salesforce()),
                pace.lasts(reads.plus(writes), preview.records().looked()).toSeconds(),
                run.samples().at(now).stream().map(RunView.SampleView::of).toList());
    }

    private static MappingCounts counts(String id, OfMapping its) {
        return new MappingCounts(
                id,
                its.hubspotProperty(),
                its.salesforceField(),
                new SideCounts(
                        of(its, PreviewedAction.HUBSPOT_FILL),
                        of(its, PreviewedAction.HUBSPOT_OVERWRITE),
                        of(its, PreviewedAction.HUBSPOT_CLEAR)),
                new SideCounts(
                        of(its, PreviewedAction.SALESFORCE_FILL),
                        of(its, PreviewedAction.SALESFORCE_OVERWRITE),
                        of(its, PreviewedAction.SALESFORCE_CLEAR)),
                of(its, PreviewedAction.REFUSED),
                refusals(its),
                of(its, PreviewedAction.IN_STEP),
                of(its, PreviewedAction.KEPT),
                of(its, PreviewedAction.HELD));
    }

    private static List<RefusalCount> refusals(OfMapping its) {
        return its.refusals().entrySet().stream()
                .map(each -> new RefusalCount(each.getKey(), each.getValue()))
                .sorted(
                        Comparator.comparing(RefusalCount::count)
                                .reversed()
                                .thenComparing(RefusalCount::why))
                .toList();
    }

    private static long of(OfMapping its, PreviewedAction action) {
        return its.counts().getOrDefault(action, 0L);
    }

    static Map<String, Long> notUndone(Map<RunCount, Long> counts) {
        Map<String, Long> reasons = new TreeMap<>();
        counts.forEach(
                (count, by) -> {
                    if (count != RunCount.WRITTEN && count != RunCount.REFUSED) {
                        reasons.put(count.name(), by);
                    }
                });
        return reasons;
    }
}
