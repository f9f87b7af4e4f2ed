package io.crosswalk.api;

import io.crosswalk.backfill.CallPace;
import io.crosswalk.backfill.Run;
import io.crosswalk.backfill.RunOrder;
import io.crosswalk.backfill.RunSamples.Sample;
import io.crosswalk.backfill.RunState;
import io.crosswalk.records.RunCount;
import io.crosswalk.sync.PreviewedAction;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A run as the API shows it.
 *
 * @param kind BACKFILL brings values in step, RESYNC only looks, UNDO takes writes back
 * @param message why it is in this state, or what it waits for
 * @param possible what can be asked of it now
 * @param previewed when the preview was complete
 * @param preview what would be done; counts up while the run is PREVIEWING
 * @param progress null until it was let run
 */
public record RunView(
        String id,
        Run.Kind kind,
        RunState state,
        @Schema(nullable = true) @Nullable String message,
        OrderView asked,
        List<String> possible,
        Instant created,
        @Schema(nullable = true) @Nullable Instant previewed,
        @Schema(nullable = true) @Nullable Instant started,
        @Schema(nullable = true) @Nullable Instant ended,
        PreviewView preview,
        @Schema(nullable = true) @Nullable ProgressView progress) {

    /**
     * @param mappings empty: all that sync
     * @param undo what is taken back; null for a backfill
     */
    public record OrderView(
            String object,
            List<String> mappings,
            @Schema(nullable = true) @Nullable String fill,
            @Schema(nullable = true) @Nullable FilterView filter,
            @Schema(nullable = true) @Nullable UndoView undo) {}

    /**
     * @param values none once the run is over
     */
    public record FilterView(
            List<String> ids,
            @Schema(nullable = true) @Nullable Instant modifiedSince,
            @Schema(nullable = true) @Nullable String property,
            @Schema(nullable = true) @Nullable String operator,
            List<String> values) {}

    /**
     * @param entries how many single entries were named
     */
    public record UndoView(
            @Schema(nullable = true) @Nullable Integer entries,
            @Schema(nullable = true) @Nullable String run,
            @Schema(nullable = true) @Nullable String mapping,
            @Schema(nullable = true) @Nullable Instant since) {}

    /**
     * @param total links that the preview has seen
     * @param marked links that were made due
     * @param lookedAt links of these that were looked at
     * @param written writes so far
     * @param refused values that did not fit, or that a CRM refused; problems say why
     * @param notUndone per reason the journal entries that were not taken back
     * @param estimatedEnd at the pace so far; null while there is none
     */
    public record ProgressView(
            long total,
            long marked,
            long lookedAt,
            long remaining,
            long written,
            long refused,
            Map<String, Long> notUndone,
            @Schema(nullable = true) @Nullable Instant estimatedEnd) {}

    static RunView of(Run run, Map<RunCount, Long> tally, CallPace pace, Instant now) {
        return new RunView(
                run.id(),
                run.kind(),
                run.state(),
                run.status().message(),
                order(run.order()),
                run.state().possible().stream()
                        .map(move -> move.name().toLowerCase(Locale.ROOT))
                        .toList(),
                run.times().created(),
                run.times().previewed(),
                run.times().started(),
                run.times().ended(),
                PreviewView.of(run, pace, now),
                run.times().started() == null ? null : progress(run, tally, now));
    }

    private static OrderView order(RunOrder order) {
        if (order instanceof RunOrder.Backfill it) {
            return new OrderView(
                    it.object(),
                    it.mappings(),
                    MappingBody.text(it.fill()),
                    it.filter().equals(RunOrder.Filter.NONE) ? null : filter(it.filter()),
                    null);
        }
        return new OrderView(order.object(), List.of(), null, null, undo(order));
    }

    private static FilterView filter(RunOrder.Filter filter) {
        RunOrder.PropertyFilter property = filter.property();
        return new FilterView(
                filter.ids(),
                filter.modifiedSince(),
                property == null ? null : property.property(),
                property == null ? null : property.operator(),
                property == null ? List.of() : property.values());
    }

    private static UndoView undo(RunOrder order) {
        if (order instanceof RunOrder.UndoEntries it) {
            return new UndoView(it.entries().size(), null, null, null);
        }
        if (order instanceof RunOrder.UndoRun it) {
            return new UndoView(null, it.run(), null, null);
        }
        if (order instanceof RunOrder.UndoMapping it) {
            return new UndoView(null, null, it.mapping(), it.since());
        }
        throw new AssertionError(order);
    }

    private static ProgressView progress(Run run, Map<RunCount, Long> tally, Instant now) {
        long total = run.preview().records().looked();
        Run.Progress at = run.progress();
        // Links that came since the preview are marked too.
        long all = at.cursor() == null ? at.marked() : Math.max(total, at.marked());
        long remaining = all - at.looked();
        return new ProgressView(
                all,
                at.marked(),
                at.looked(),
                remaining,
                tally.getOrDefault(RunCount.WRITTEN, 0L),
                tally.getOrDefault(RunCount.REFUSED, 0L),
                PreviewView.notUndone(tally),
                run.state() == RunState.RUNNING ? end(run, remaining, now) : null);
    }

    private static @Nullable Instant end(Run run, long remaining, Instant now) {
        Instant started = run.times().started();
        long looked = run.progress().looked();
        if (started == null || looked == 0) {
            return null;
        }
        long millis = now.toEpochMilli() - started.toEpochMilli();
        return now.plusMillis((long) ((double) millis / looked * remaining));
    }

    /** Values of people's records, for whoever decides whether the run may go. */
    public record SampleView(
            String hubspotId,
            String salesforceId,
            String mapping,
            String hubspotProperty,
            String salesforceField,
            String hubspot,
            String salesforce,
            @Schema(implementation = PreviewedAction.class, type = SchemaType.STRING) String action,
            String reason) {

        static SampleView of(Sample sample) {
            return new SampleView(
                    sample.hubspotId(),
                    sample.salesforceId(),
                    sample.mappingId(),
                    sample.hubspotProperty(),
                    sample.salesforceField(),
                    sample.values().hubspot(),
                    sample.values().salesforce(),
                    sample.values().action().name(),
                    sample.reason());
        }
    }
}
