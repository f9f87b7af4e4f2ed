package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.Base;
import io.crosswalk.records.RecentWrites;
import io.crosswalk.rules.Side;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** A field may be written three times in ten minutes here. */
class QuarantineTest {
    private final Quarantine quarantine = new Quarantine(3, Duration.ofMinutes(10));

    private static SampleLink written(int times) {
        SampleLink link = new SampleLink();
        for (int i = times; i > 0; i--) {
            link.wrote(i % 2 == 0 ? Side.HUBSPOT : Side.SALESFORCE, NOON.minusSeconds(60L * i));
        }
        return link;
    }

    private boolean holds(SampleLink link) {
        return quarantine.holds(link.link(), "m", NOON);
    }

    @Test
    void fieldWrittenTooOften_isHeld() {
        assertThat(holds(written(3))).isTrue();
        assertThat(holds(written(2))).isFalse();
        assertThat(holds(written(0))).isFalse();
    }

    @Test
    void anotherField_isNotHeld() {
        assertThat(quarantine.holds(written(3).link(), "n", NOON)).isFalse();
    }

    @Test
    void writesBeforeTheWindow_areForgotten() {
        SampleLink link = written(3);

        assertThat(quarantine.holds(link.link(), "m", NOON.plus(Duration.ofMinutes(7)))).isTrue();
        assertThat(
                        quarantine.holds(
                                link.link(), "m", NOON.plus(Duration.ofMinutes(7)).plusMillis(1)))
                .isFalse();
    }

    @Test
    void lastThreeWrites_areRememberedForADayAndDoNotCount() {
        SampleLink link = written(4);
        Instant later = NOON.plus(Duration.ofHours(23));

        assertThat(quarantine.remembered(link.link(), "m", later).writes())
                .extracting(RecentWrites.Write::at)
                .containsExactly(
                        NOON.minusSeconds(180), NOON.minusSeconds(120), NOON.minusSeconds(60));
        assertThat(quarantine.remembered(link.link(), "m", NOON.plus(Duration.ofHours(24))))
                .isEqualTo(RecentWrites.NONE);
        assertThat(quarantine.recent(link.link(), "m", later)).isEqualTo(RecentWrites.NONE);
    }

    @Test
    void writesThatCount_areRememberedWithThreeBeforeThem() {
        SampleLink link = written(6);
        Instant later = NOON.plus(Duration.ofSeconds(510));

        assertThat(quarantine.recent(link.link(), "m", later).writes()).hasSize(1);
        assertThat(quarantine.remembered(link.link(), "m", later).writes())
                .extracting(RecentWrites.Write::at)
                .startsWith(NOON.minusSeconds(240))
                .hasSize(4);
    }

    @Test
    void heldField_staysHeldHoweverLongItRests() {
        SampleLink link = written(3).inQuarantine();

        assertThat(quarantine.holds(link.link(), "m", NOON.plus(Duration.ofDays(30)))).isTrue();
    }

    @Test
    void releasedField_beginsAnew() {
        SampleLink link = written(3).inQuarantine().parked(Base.OF_NOTHING);

        assertThat(holds(link)).isFalse();
        assertThat(quarantine.recent(link.link(), "m", NOON).writes()).isEmpty();
    }

    @Test
    void releasedField_remembersWhatItMayHaveOverwritten() {
        SampleLink link = written(3).inQuarantine().parked(Base.OF_NOTHING);

        RecentWrites remembered = quarantine.remembered(link.link(), "m", NOON);

        assertThat(remembered.writes()).hasSize(3);
        assertThat(remembered.quarantined()).isFalse();
        assertThat(remembered.countingSince(NOON.minusSeconds(600)).writes()).isEmpty();
        assertThat(remembered.with(Side.HUBSPOT, NOON).countingSince(NOON.minusSeconds(600)))
                .extracting(RecentWrites::writes)
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(1);
    }

    @Test
    void parkedWithoutARelease_staysHeld() {
        assertThat(holds(written(3).inQuarantine().parked(SampleLink.base("1", "2")))).isTrue();
    }
}
