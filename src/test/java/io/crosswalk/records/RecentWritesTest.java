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
    void forgiven_areRememberedAndDoNotCount() {
        RecentWrites again = TWO.forgiven().with(Side.HUBSPOT, NOON.plusSeconds(9));

        assertThat(again.countingSince(NOON).writes())
                .containsExactly(new RecentWrites.Write(Side.HUBSPOT, NOON.plusSeconds(9)));
        assertThat(again.since(NOON, NOON).writes()).hasSize(3);
        assertThat(again.since(NOON, NOON.plusSeconds(1)).writes()).hasSize(2);
    }
}
