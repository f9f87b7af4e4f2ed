package io.crosswalk.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Values that differ do not look the same. */
class ShownTest {
    @Test
    void blanksAtAValuesEnds_areSigns() {
        assertThat(Shown.blanksBefore("\t Ada ")).isEqualTo("⇥␣");
        assertThat(Shown.withoutEnds("\t Ada ")).isEqualTo("Ada");
        assertThat(Shown.blanksAfter("Ada \n")).isEqualTo("␣↵");
        assertThat(Shown.blanksAfter("Ada\u00a0")).isEqualTo("␣");
    }

    @Test
    void blanksWithin_areTheValues() {
        assertThat(Shown.blanksBefore("Ada  Lovelace")).isEmpty();
        assertThat(Shown.withoutEnds("Ada  Lovelace")).isEqualTo("Ada  Lovelace");
        assertThat(Shown.blanksAfter("Ada  Lovelace")).isEmpty();
    }

    @Test
    void valueOfBlanksAlone_isToldOnce_andNoLongerThanNeeded() {
        assertThat(Shown.blanksBefore("  ")).isEqualTo("␣␣");
        assertThat(Shown.blanksAfter("  ")).isEmpty();
        assertThat(Shown.blanksBefore(" ".repeat(200))).isEqualTo("␣␣␣␣␣␣␣␣…");
    }
}
