package io.crosswalk.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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

    @Test
    void timesInASentence_standApartFromIt() {
        assertThat(Shown.timed("None since 2026-11-26T23:14:38.335Z, or 2026-13-40T00:00:00Z."))
                .containsExactly(
                        new TimedPart("None since ", null),
                        new TimedPart(
                                "2026-11-26T23:14:38.335Z",
                                Instant.parse("2026-11-26T23:14:38.335Z")),
                        new TimedPart(", or ", null),
                        new TimedPart("2026-13-40T00:00:00Z", null),
                        new TimedPart(".", null));
        assertThat(Shown.timed("All is well."))
                .containsExactly(new TimedPart("All is well.", null));
    }
}
