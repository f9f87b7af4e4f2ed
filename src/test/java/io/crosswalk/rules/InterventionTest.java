package io.crosswalk.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InterventionTest {

    @Test
    void eachSaysWhichSideItWritesInNameAndReason() {
        for (Intervention intervention : Intervention.values()) {
            Side side = intervention.writes();
            assertThat(intervention.name()).endsWith("_IN_" + side.name());
            assertThat(intervention.reason())
                    .matches("[A-Z][^.]+\\.")
                    .containsPattern("so " + side.label() + " (gets|goes)");
        }
    }

    @Test
    void undoing_isAPersonsDoingOnTheSideThatWasWritten() {
        assertThat(Intervention.undoneIn(Side.HUBSPOT)).isEqualTo(Intervention.UNDONE_IN_HUBSPOT);
        assertThat(Intervention.undoneIn(Side.SALESFORCE).undoes()).isTrue();
        assertThat(Intervention.EDIT_RESTORED_IN_HUBSPOT.undoes()).isFalse();
    }

    @Test
    void editThatIsRestored_isWrittenWhereItWasMade() {
        for (Side side : Side.values()) {
            assertThat(Intervention.editRestoredIn(side).writes()).isEqualTo(side);
            assertThat(Intervention.editRestoredIn(side).undoes()).isFalse();
        }
    }
}
