package io.crosswalk.api;

import io.crosswalk.mapping.MappingStore;
import io.crosswalk.mapping.PausedMappings;
import io.crosswalk.reconcile.CatchUpFailure;
import io.crosswalk.reconcile.Cursors;
import io.crosswalk.records.BreakerStore.State;
import io.crosswalk.records.Difference.Reason;
import io.crosswalk.records.DriftFigure;
import io.crosswalk.records.DriftStore;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.ProblemSeverity;
import io.crosswalk.rules.Side;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How each object is: its drift, how far it was caught up with, and what is paused. */
@ApplicationScoped
public class ObjectStatuses {
    private final DriftStore drift;
    private final Cursors cursors;
    private final PausedMappings paused;
    private final MappingStore mappings;
    private final Clock clock;

    ObjectStatuses(
            DriftStore drift,
            Cursors cursors,
            PausedMappings paused,
            MappingStore mappings,
            Clock clock) {
        this.drift = drift;
        this.cursors = cursors;
        this.paused = paused;
        this.mappings = mappings;
        this.clock = clock;
    }

    /**
     * @param drift as the last complete sweep counted it; null before the first
     * @param sweep the sweep that is under way; null when none is
     * @param pausedMappings those that are paused, or were released a while ago
     */
    public record ObjectStatusView(
            String object,
            boolean syncEnabled,
            String text,
            @Schema(nullable = true) @Nullable DriftView drift,
            @Schema(nullable = true) @Nullable SweepView sweep,
            List<CatchUpView> catchUp,
            List<PausedView> pausedMappings) {}

    /**
     * @param links linked records
     * @param unmet those of them that no look has compared yet
     * @param compared mapped fields that the last looks compared
     * @param inStep those of them whose sides are in step
     * @param differing how many are not, by reason
     * @param mappings the same per mapping id; a mapping without differences is absent
     */
    public record DriftView(
            Instant startedAt,
            Instant sweptAt,
            long links,
            long unmet,
            long compared,
            long inStep,
            Map<Reason, Long> differing,
            UnexplainedView unexplained,
            Map<String, Map<Reason, Long>> mappings) {}

    /**
     * @param oldestSince null when there are none
     * @param examples the oldest ones
     */
    public record UnexplainedView(
            long count,
            @Schema(nullable = true) @Nullable Instant oldestSince,
            List<DriftFigure.Example> examples) {}

    /**
     * @param links how many were counted so far
     */
    public record SweepView(Instant startedAt, Instant savedAt, long links) {}

    /**
     * @param position changes up to then were looked for; null before the first run
     * @param ageSeconds how long ago that is
     * @param lastSuccess when a run of this side ended well; null before the first
     * @param lastFailure why the last try failed; null if it did not, and while sync is off
     */
    public record CatchUpView(
            Side side,
            @Schema(nullable = true) @Nullable Instant position,
            @Schema(nullable = true) @Nullable Long ageSeconds,
            @Schema(nullable = true) @Nullable Instant lastSuccess,
            @Schema(nullable = true) @Nullable FailureView lastFailure) {}

    /**
     * @param code the CRM's own where it refused
     * @param severity {@code ISSUE} if it goes on until a person does something; {@code WARNING} if
     *     it is tried again until the CRM answers
     * @param at when it was tried
     */
    public record FailureView(String code, String message, ProblemSeverity severity, Instant at) {}

    /**
     * @param paused false once it was released, while its held records are looked at again
     * @param since when it was paused, or released
     * @param lookedAtAgain held records that were found since the release
     */
    public record PausedView(String mappingId, boolean paused, Instant since, long lookedAtAgain) {}

    List<ObjectStatusView> all() {
        return ObjectPairs.all().stream().map(this::view).toList();
    }

    /** How far each object that syncs was caught up with, by name, in their order. */
    public Map<String, List<CatchUpView>> caughtUp() {
        Map<String, List<CatchUpView>> views = new LinkedHashMap<>();
        for (ObjectPair object : ObjectPairs.all()) {
            if (mappings.settings(object.name()).syncEnabled()) {
                views.put(object.name(), catchUp(object.name(), true));
            }
        }
        return views;
    }

    private ObjectStatusView view(ObjectPair object) {
        @Nullable DriftFigure figure = drift.figure(object.name()).orElse(null);
        DriftStore.Sweep sweep = drift.sweep(object.name());
        DriftFigure counted = sweep.counted();
        boolean syncs = mappings.settings(object.name()).syncEnabled();
        return new ObjectStatusView(
                object.name(),
                syncs,
                text(syncs, figure),
                figure == null ? null : view(figure),
                counted == null
                        ? null
                        : new SweepView(sweep.startedAt(), counted.sweptAt(), counted.links()),
                catchUp(object.name(), syncs),
                paused.of(object).stream().map(ObjectStatuses::view).toList());
    }

    private static String text(boolean syncs, @Nullable DriftFigure figure) {
        if (figure == null) {
            return syncs
                    ? "Nothing was counted yet; the first sweep over the links is to come."
                    : "Sync is off, and nothing was counted before.";
        }
        return figure.inStep()
                + " of "
                + figure.compared()
                + " mapped fields of "
                + figure.links()
                + " linked records in step"
                + (figure.unexplained() == 0
                        ? "; no difference without a reason."
                        : "; "
                                + figure.unexplained()
                                + " differ without a reason, the oldest since "
                                + figure.oldestUnexplained()
                                + ".");
    }

    private static DriftView view(DriftFigure figure) {
        return new DriftView(
                figure.startedAt(),
                figure.sweptAt(),
                figure.links(),
                figure.unmet(),
                figure.compared(),
                figure.inStep(),
                new TreeMap<>(figure.byReason()),
                new UnexplainedView(
                        figure.unexplained(), figure.oldestUnexplained(), figure.examples()),
                new TreeMap<>(figure.differing()));
    }

    private List<CatchUpView> catchUp(String object, boolean syncs) {
        List<CatchUpView> views = new ArrayList<>();
        for (Side side : Side.values()) {
            Cursors.Standing standing = cursors.standing(object, side);
            Instant position = standing.cursor();
            boolean never = position.equals(Instant.EPOCH);
            CatchUpFailure failure = syncs ? standing.failure() : null;
            views.add(
                    new CatchUpView(
                            side,
                            never ? null : position,
                            never ? null : Duration.between(position, clock.instant()).toSeconds(),
                            standing.lastSuccess(),
                            failure == null ? null : view(failure)));
        }
        return views;
    }

    private static FailureView view(CatchUpFailure failure) {
        return new FailureView(failure.code(), failure.message(), failure.severity(), failure.at());
    }

    private static PausedView view(State state) {
        if (state.paused() != null) {
            return new PausedView(state.mappingId(), true, state.paused().since(), 0);
        }
        if (state.release() == null) {
            throw new IllegalStateException("Neither paused nor released: " + state.mappingId());
        }
        return new PausedView(
                state.mappingId(), false, state.release().at(), state.release().retried());
    }
}
