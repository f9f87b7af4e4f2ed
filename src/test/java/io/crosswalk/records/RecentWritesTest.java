package io.crosswalk.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.rules.Side;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When a field was written lately, as it is stored. */
class RecentWritesTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final RecentWrites TWO =
            RecentWrites.NONE.with(Side.HUBSPOT, NOON).with(Side.SALESFORCE, NOON.plusSeconds(5));

    @Test
    void asText_comesBackAsItWas() {
        for (RecentWrites writes :
                new RecentWrites[] {
                    RecentWrites.NONE,
                    TWO,
                    TWO.inQuarantine(),
                    TWO.forgiven(),
                    TWO.with(Side.HUBSPOT, NOON.plusSeconds(6), true),
                    TWO.forgiven().with(Side.HUBSPOT, NOON.plusSeconds(9)).inQuarantine()
                }) {
            assertThat(RecentWrites.parse(writes.text())).isEqualTo(writes);
        }
    }

    @Test
    void textOfAnOlderVersion_isRead() {
        assertThat(RecentWrites.parse("qH1000S2000"))
                .isEqualTo(
                        RecentWrites.NONE
                                .with(Side.HUBSPOT, Instant.ofEpochSecond(1))
                                .with(Side.SALESFORCE, Instant.ofEpochSecond(2))
                                .inQuarantine());
    }

    @Test
    void writeThatIsKnown_isNotCountedTwice() {
        assertThat(TWO.with(Side.HUBSPOT, NOON.plusNanos(400), false)).isEqualTo(TWO);
    }

    @Test
    void whatIsSentOnceMoreWithoutAnAnswer_isRememberedAndDoesNotCount() {
        RecentWrites tries = TWO;
        for (int i = 1; i <= 5; i++) {
            tries = tries.with(Side.HUBSPOT, NOON.plusSeconds(60L * i), true);
        }

        assertThat(tries.countingSince(NOON)).isEqualTo(TWO);
        assertThat(tries.since(NOON, NOON).writes())
                .as("those that count, and the last three others")
                .hasSize(5)
                .containsAll(TWO.writes());
    }

    @Test
    void editFromTheReadingToTheLatestArrival_mayHaveBeenMet() {
        assertThat(RecentWrites.mayHaveMet(NOON, NOON.minusSeconds(30))).isTrue();
        assertThat(RecentWrites.mayHaveMet(NOON, NOON.minusSeconds(31))).isFalse();
        assertThat(RecentWrites.mayHaveMet(NOON, NOON.plusSeconds(120))).isTrue();
        assertThat(RecentWrites.mayHaveMet(NOON, NOON.plusSeconds(121))).isFalse();
    }

    @Test
    void forgiven_areRememberedAndDoNotCount() {
        RecentWrites again = TWO.forgiven().with(Side.HUBSPOT, NOON.plusSeconds(9));

        assertThat(again.countingSince(NOON).writes())
                .containsExactly(new RecentWrites.Write(Side.HUBSPOT, NOON.plusSeconds(9), false));
        assertThat(again.since(NOON, NOON).writes()).hasSize(3);
        assertThat(again.since(NOON, NOON.plusSeconds(1)).writes()).hasSize(2);
    }
}
