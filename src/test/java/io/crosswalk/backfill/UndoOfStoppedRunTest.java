package io.crosswalk.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswalk.Shipped;
import io.crosswalk.backfill.Run.Progress;
import io.crosswalk.backfill.RunOrder.UndoRun;
import io.crosswalk.backfill.RunState.Move;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.rules.Fill;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a stopped run has marked is written still: an undo that does not wait would miss it. */
class UndoOfStoppedRunTest {
    private static final List<String> IDS = List.of("1001", "1002");

    private final StoppableRuns stoppable =
            new StoppableRuns(Shipped.config(BackfillConfig.class), IDS);
    private final DueLinks links = stoppable.links;
    private final Runs runs = stoppable.runs;

    private void advance() {
        stoppable.advance();
    }

    @BeforeEach
    void running() {
        stoppable.running("run", Fill.ALIGN);
    }

    private void isRefused(String message) {
        isRefused("run", message);
    }

    private void isRefused(String id, String message) {
        assertThatThrownBy(() -> runs.undo(id))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.code()).isEqualTo(RefusalCode.RUN_STATE))
                .hasMessageContaining(message);
    }

    private void isUndone() {
        assertThat(runs.undo("run").order()).isEqualTo(new UndoRun("contact", "run"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Move.class,
            names = {"PAUSE", "CANCEL"})
    void stoppedBeforeAllItsMarksWereLookedAt_isUndoneOnlyOnceTheyAre(Move stop) {
        advance();
        runs.move("run", stop);
        isRefused("2 records that it marked are not looked at yet");

        links.syncLooks("1001");
        isRefused("1 record that it marked is not looked at yet");

        links.syncLooks("1002");
        isUndone();
    }

    @Test
    void whatWasLookedAtAfterTheEnd_isCounted() {
        advance();
        runs.move("run", Move.CANCEL);
        links.syncLooks("1001", "1002");

        runs.undo("run");

        Progress at = stoppable.store.find("run").orElseThrow().progress();
        assertThat(at.marked()).isEqualTo(2);
        assertThat(at.looked()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Move.class,
            names = {"PAUSE", "CANCEL"})
    void stoppedWhileItMarks_isUndoneOnlyOnceTheseAreLookedAt(Move stop) {
        links.whenMarked(() -> runs.move("run", stop));
        advance();
        isRefused("2 records that it marked are not looked at yet");

        links.syncLooks("1001", "1002");
        isUndone();
    }

    @Test
    void runningRun_isNotUndone() {
        isRefused("Pause or cancel it first");
    }

    /** An undo of it would find nothing: its writes are edits that were missed. */
    @Test
    void lookAtEveryRecord_namesTheUndoByMappingInstead() {
        stoppable.running("look", Fill.NONE);
        advance();
        links.syncLooks("1001", "1002");
        advance();
        assertThat(stoppable.store.find("look").orElseThrow().state()).isEqualTo(RunState.DONE);

        isRefused("look", "what a mapping has written since 2026-11-25T10:00:00Z: name 'object'");
    }
}
