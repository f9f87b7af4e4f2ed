package io.crosswalk.backfill;

import static io.crosswalk.backfill.RunState.CANCELLED;
import static io.crosswalk.backfill.RunState.PAUSED;
import static io.crosswalk.backfill.RunState.PREVIEWED;
import static io.crosswalk.backfill.RunState.PREVIEWING;
import static io.crosswalk.backfill.RunState.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.backfill.RunState.Move;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunStateTest {

    @Test
    void runsOnlyAfterItsPreview() {
        assertThat(PREVIEWED.after(Move.RUN)).isEqualTo(RUNNING);
        assertThat(PREVIEWING.after(Move.RUN)).isNull();
        assertThat(RUNNING.after(Move.RUN)).isNull();
    }

    @Test
    void pausesWhileRunning_andResumesWhilePaused() {
        assertThat(RUNNING.possible()).containsExactly(Move.PAUSE, Move.CANCEL);
        assertThat(PAUSED.possible()).containsExactly(Move.RESUME, Move.CANCEL);
        assertThat(PAUSED.after(Move.RESUME)).isEqualTo(RUNNING);
    }

    @Test
    void cancelsWhileOpen_andNothingIsPossibleAfterTheEnd() {
        for (RunState state : RunState.values()) {
            assertThat(state.after(Move.CANCEL)).isEqualTo(state.isOpen() ? CANCELLED : null);
            assertThat(state.possible().isEmpty()).isEqualTo(!state.isOpen());
        }
        assertThat(List.of(RunState.values())).filteredOn(RunState::isOpen).hasSize(4);
    }
}
