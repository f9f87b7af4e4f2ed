package io.crosswalk.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.Difference.Reason;
import io.crosswalk.records.DriftFigure.Example;
import io.crosswalk.records.RecordStore.LinkSummary;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DriftCountTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final DriftCount count =
            new DriftCount(DriftFigure.begun(NOON), Set.of("phone", "email"));

    private static LinkSummary link(int id, int compared, Map<String, Difference> differences) {
        return new LinkSummary(
                RecordKey.hubspot("contact", "" + id), "003" + id, compared, differences);
    }

    private static Map<String, Difference> differs(String mapping, Reason reason, int ago) {
        return Map.of(mapping, new Difference(reason, NOON.minusSeconds(ago)));
    }

    @Test
    void links_areSummedByMappingAndReason() {
        count.add(link(1, 10, Map.of()));
        count.add(link(2, 10, differs("phone", Reason.REFUSED, 5)));
        count.add(link(3, 9, differs("phone", Reason.UNEXPLAINED, 7)));
        count.add(link(4, 0, Map.of()));

        DriftFigure figure = count.figure(NOON.plusSeconds(3));

        assertThat(figure.links()).isEqualTo(4);
        assertThat(figure.unmet()).isEqualTo(1);
        assertThat(figure.compared()).isEqualTo(29);
        assertThat(figure.inStep()).isEqualTo(27);
        assertThat(figure.unexplained()).isEqualTo(1);
        assertThat(figure.differing())
                .isEqualTo(Map.of("phone", Map.of(Reason.REFUSED, 1L, Reason.UNEXPLAINED, 1L)));
        assertThat(figure.oldestUnexplained()).isEqualTo(NOON.minusSeconds(7));
        assertThat(figure.examples())
                .containsExactly(new Example("3", "0033", "phone", NOON.minusSeconds(7)));
    }

    @Test
    void goingOn_isAsCountingAtOnce() {
        DriftCount whole = new DriftCount(DriftFigure.begun(NOON), Set.of("phone"));
        DriftCount first = new DriftCount(DriftFigure.begun(NOON), Set.of("phone"));
        for (int i = 0; i < 30; i++) {
            LinkSummary link = link(i, 3, differs("phone", Reason.UNEXPLAINED, i * 7 % 31));
            whole.add(link);
            first.add(link);
            if (i % 4 == 0) {
                first = new DriftCount(first.figure(NOON), Set.of("phone"));
            }
        }

        assertThat(first.figure(NOON)).isEqualTo(whole.figure(NOON));
    }

    @Test
    void onlyTheOldestAreShown() {
        for (int i = 1; i <= 100; i++) {
            count.add(link(i, 3, differs("email", Reason.UNEXPLAINED, i)));
        }

        DriftFigure figure = count.figure(NOON);

        assertThat(figure.unexplained()).isEqualTo(100);
        assertThat(figure.examples()).hasSize(10);
        assertThat(figure.examples().get(0).hubspotId()).isEqualTo("100");
        assertThat(figure.examples().get(9).hubspotId()).isEqualTo("91");
    }

    @Test
    void mappingThatDoesNotSyncAnyMore_isNotCounted() {
        count.add(link(1, 10, differs("gone", Reason.UNEXPLAINED, 5)));

        DriftFigure figure = count.figure(NOON);

        assertThat(figure.compared()).isEqualTo(9);
        assertThat(figure.inStep()).isEqualTo(9);
        assertThat(figure.oldestUnexplained()).isNull();
    }
}
