package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.Base;
import io.crosswalk.records.RecentWrites;
import io.crosswalk.records.RecentWrites.Kind;
import io.crosswalk.rules.Decision;
import io.crosswalk.rules.Intervention;
import io.crosswalk.rules.Later;
import io.crosswalk.rules.Reasoned;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.Value;
import io.crosswalk.sync.FieldDecision.Write;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A field may be set back three times in six hours here. */
class QuarantineTest {
    private final Quarantine quarantine = new Quarantine(3, Duration.ofHours(6));

    /** So often A was written to HubSpot, once an hour, the last time an hour ago. */
    private static SampleLink setBack(int times) {
        SampleLink link = new SampleLink().acknowledged("A", "A");
        for (int i = times; i > 0; i--) {
            link.wrote(Side.HUBSPOT, NOON.minus(Duration.ofHours(i)), "A", Kind.BACK);
        }
        return link;
    }

    /** Somebody has set the property to B, and the rule wants A. */
    private static FieldDecision answer(Reasoned decision, Write write) {
        return new FieldDecision(
                SampleLink.field(SyncRule.ALWAYS_USE_SALESFORCE),
                Value.of("B"),
                Value.of("A"),
                SampleLink.base("A", "A"),
                SampleLink.base("B", "A"),
                new FieldTimes(null, null, Later.UNKNOWN),
                decision,
                write);
    }

    private static Write toHubspot(String value) {
        return new Write(Side.HUBSPOT, Value.of(value), SampleLink.base(value, "A"));
    }

    private boolean holds(SampleLink link, String value, Instant now) {
        Write write = toHubspot(value);
        FieldDecision decided = answer(Decision.HUBSPOT_EDIT_REJECTED, write);
        return quarantine.holds(link.seen("B", "A"), decided, write, now);
    }

    private Kind kind(SampleLink link, Reasoned decision) {
        Write write = toHubspot("A");
        return quarantine.kind(link.seen("B", "A"), answer(decision, write), write, NOON);
    }

    private RecentWrites written(SampleLink link, Instant now) {
        return quarantine.written(link.link(), "m", now);
    }

    @Test
    void fieldSetBackTooOften_isHeld() {
        assertThat(holds(setBack(3), "A", NOON)).isTrue();
        assertThat(holds(setBack(2), "A", NOON)).isFalse();
        assertThat(holds(setBack(0), "A", NOON)).isFalse();
    }

    @Test
    void valueThatWasNeverWrittenThere_isNotHeldForIt() {
        assertThat(holds(setBack(3), "C", NOON)).isFalse();
    }

    @Test
    void newValuesEachTime_areHeldByTheirPace() {
        SampleLink link = new SampleLink().acknowledged("A", "A");
        for (int i = 0; i < 9; i++) {
            link.wrote(Side.HUBSPOT, NOON.plusSeconds(60L * i), "stamp " + i, Kind.ANSWER);
        }

        assertThat(holds(link, "C", NOON.plusSeconds(3_600))).isTrue();
        assertThat(holds(link, "C", NOON.plusSeconds(3_601))).isFalse();
    }

    @Test
    void answersBeforeTheWindow_areForgotten() {
        assertThat(holds(setBack(3), "A", NOON.plus(Duration.ofHours(3)))).isTrue();
        assertThat(holds(setBack(3), "A", NOON.plus(Duration.ofHours(3)).plusMillis(1))).isFalse();
    }

    @Test
    void whatNobodyTouched_isNoAnswer() {
        Write write = toHubspot("C");
        FieldDecision edited =
                new FieldDecision(
                        SampleLink.field(SyncRule.ALWAYS_USE_SALESFORCE),
                        Value.of("A"),
                        Value.of("C"),
                        SampleLink.base("A", "A"),
                        SampleLink.base("A", "C"),
                        new FieldTimes(null, null, Later.UNKNOWN),
                        Decision.SALESFORCE_CHANGED,
                        write);

        assertThat(quarantine.kind(setBack(3).seen("A", "C"), edited, write, NOON))
                .isEqualTo(Kind.CARRIED);
        assertThat(quarantine.holds(setBack(3).seen("A", "C"), edited, write, NOON)).isFalse();
    }

    @Test
    void whatAPersonAskedForOrGetsBack_isNoAnswer() {
        assertThat(kind(setBack(1), Decision.HUBSPOT_EDIT_REJECTED)).isEqualTo(Kind.BACK);
        assertThat(kind(setBack(1), Intervention.UNDONE_IN_HUBSPOT)).isEqualTo(Kind.CARRIED);
        assertThat(kind(setBack(1), Intervention.EDIT_RESTORED_IN_HUBSPOT)).isEqualTo(Kind.CARRIED);
    }

    @Test
    void whatIsSentOnceMoreBecauseNobodyAnswered_isNoAnswer() {
        SampleLink tried = setBack(3).intends(Side.HUBSPOT, NOON.minusSeconds(60), "A", "A");

        assertThat(kind(tried, Decision.HUBSPOT_EDIT_REJECTED)).isEqualTo(Kind.AGAIN);
        assertThat(holds(tried, "A", NOON)).isFalse();
    }

    @Test
    void lastThreeWrites_areRememberedAsLongAsAChangeEventMayBeLate() {
        Instant later = NOON.plus(Duration.ofHours(71));

        assertThat(written(setBack(4), later).writes())
                .extracting(RecentWrites.Write::at)
                .containsExactly(NOON.minus(Duration.ofHours(2)), NOON.minus(Duration.ofHours(1)));
        assertThat(written(setBack(4), NOON.plus(Duration.ofHours(69))).writes()).hasSize(3);
        assertThat(written(setBack(4), NOON.plus(Duration.ofHours(72))).writes()).hasSize(1);
        assertThat(written(setBack(4), NOON.plus(Duration.ofHours(72)).plusMillis(1)))
                .isEqualTo(RecentWrites.NONE);
    }

    @Test
    void writeThatALookHasBegun_isRememberedToo() {
        SampleLink link = new SampleLink().intends(Side.HUBSPOT, NOON, "A", "A");

        assertThat(written(link, NOON).writes())
                .extracting(RecentWrites.Write::at)
                .containsExactly(NOON);
    }

    @Test
    void heldField_staysHeldHoweverLongItRests() {
        SampleLink link = setBack(3).inQuarantine();

        assertThat(quarantine.lasts(link.link(), "m")).isTrue();
        assertThat(quarantine.lasts(link.link(), "n")).as("another field").isFalse();
        assertThat(quarantine.lasts(setBack(3).link(), "m")).isFalse();
    }

    @Test
    void releasedField_beginsAnew() {
        SampleLink link = setBack(3).inQuarantine().parked(Base.OF_NOTHING);

        assertThat(quarantine.lasts(link.link(), "m")).isFalse();
        assertThat(holds(link, "A", NOON)).isFalse();
        assertThat(written(link, NOON).answers(Instant.EPOCH)).isEmpty();
    }

    /** As when the breaker's pause of its mapping ends. */
    @Test
    void fieldThatIsTriedAgainForAnotherReason_countsOn() {
        assertThat(holds(setBack(3).parked(Base.OF_NOTHING), "A", NOON)).isTrue();
    }

    @Test
    void releasedField_remembersWhatItMayHaveOverwritten() {
        RecentWrites written = written(setBack(3).inQuarantine().parked(Base.OF_NOTHING), NOON);

        assertThat(written.writes()).hasSize(3);
        assertThat(written.quarantined()).isFalse();
    }

    @Test
    void parkedWithoutARelease_staysHeld() {
        SampleLink link = setBack(3).inQuarantine().parked(SampleLink.base("1", "2"));

        assertThat(quarantine.lasts(link.link(), "m")).isTrue();
    }
}
