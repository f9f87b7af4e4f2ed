package io.crosswalk.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.RecentWrites.Kind;
import io.crosswalk.records.RecentWrites.Write;
import io.crosswalk.rules.Side;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When a field was written lately and in answer to what, as it is stored. */
class RecentWritesTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Fingerprint A = Fingerprint.parse("0102" + "0".repeat(28));
    private static final Fingerprint B = Fingerprint.parse("ffff" + "0".repeat(28));
    private static final RecentWrites TWO =
            RecentWrites.NONE
                    .with(Side.HUBSPOT, NOON, A)
                    .with(Side.SALESFORCE, NOON.plusSeconds(5), B);

    private static RecentWrites answered(int times) {
        RecentWrites writes = RecentWrites.NONE;
        for (int i = 0; i < times; i++) {
            writes = writes.with(Side.HUBSPOT, NOON.plusSeconds(60L * i), A, Kind.BACK);
        }
        return writes;
    }

    @Test
    void asText_comesBackAsItWas() {
        for (RecentWrites writes :
                new RecentWrites[] {
                    RecentWrites.NONE,
                    TWO,
                    TWO.inQuarantine(),
                    TWO.forgiven(),
                    TWO.with(Side.HUBSPOT, NOON.plusSeconds(6), A, Kind.AGAIN),
                    TWO.with(Side.HUBSPOT, NOON.plusSeconds(6), A, Kind.BACK),
                    TWO.with(Side.HUBSPOT, NOON.plusSeconds(6), B, Kind.ANSWER),
                    TWO.forgiven().with(Side.HUBSPOT, NOON.plusSeconds(9), A).inQuarantine()
                }) {
            assertThat(RecentWrites.parse(writes.text())).isEqualTo(writes);
        }
    }

    @Test
    void asText_isShort() {
        assertThat(TWO.with(Side.HUBSPOT, NOON.plusSeconds(6), A, Kind.BACK).text())
                .isEqualTo("H1795521600000.258S1795521605000.65535H1795521606000*258");
    }

    /** They were counted under another rule: none is known to have answered anybody. */
    @Test
    void textOfAnOlderVersion_isReadAndAnswersNobody() {
        RecentWrites read = RecentWrites.parse("qf500H1000s1500S2000");

        assertThat(read.writes())
                .containsExactly(
                        unmarked(Side.HUBSPOT, 1000, Kind.CARRIED),
                        unmarked(Side.SALESFORCE, 1500, Kind.AGAIN),
                        unmarked(Side.SALESFORCE, 2000, Kind.CARRIED));
        assertThat(read.quarantined()).isTrue();
        assertThat(read.forgivenUntil()).isEqualTo(Instant.ofEpochMilli(500));
        assertThat(RecentWrites.parse(read.text())).isEqualTo(read);
        assertThat(read.answers(Instant.EPOCH)).isEmpty();
    }

    private static Write unmarked(Side side, long millis, Kind kind) {
        return new Write(side, Instant.ofEpochMilli(millis), kind, Write.UNKNOWN);
    }

    @Test
    void writeThatIsKnown_isNotCountedTwice() {
        assertThat(TWO.with(Side.HUBSPOT, NOON.plusNanos(400), A, Kind.BACK)).isEqualTo(TWO);
    }

    @Test
    void sideThatNobodyTouched_isCarriedOverTo() {
        RecentWrites toHubspot = RecentWrites.NONE.with(Side.HUBSPOT, NOON, A);

        assertThat(toHubspot.kind(Side.HUBSPOT, A, false)).isEqualTo(Kind.CARRIED);
        assertThat(toHubspot.kind(Side.HUBSPOT, B, false)).isEqualTo(Kind.CARRIED);
    }

    @Test
    void firstWrite_answersNobodyWhateverHasChanged() {
        assertThat(RecentWrites.NONE.kind(Side.HUBSPOT, A, true)).isEqualTo(Kind.CARRIED);
    }

    @Test
    void sideThatHasMovedSinceWeWroteIt_isSetBackOrGivenANewValue() {
        RecentWrites toHubspot = RecentWrites.NONE.with(Side.HUBSPOT, NOON, A);

        assertThat(toHubspot.kind(Side.HUBSPOT, A, true)).isEqualTo(Kind.BACK);
        assertThat(toHubspot.kind(Side.HUBSPOT, B, true)).isEqualTo(Kind.ANSWER);
    }

    @Test
    void whatWasCarriedBackSince_isSetBackOrGivenANewValue() {
        assertThat(TWO.kind(Side.HUBSPOT, A, false)).isEqualTo(Kind.BACK);
        assertThat(TWO.kind(Side.HUBSPOT, B, false)).isEqualTo(Kind.ANSWER);
        assertThat(TWO.kind(Side.SALESFORCE, B, false)).isEqualTo(Kind.CARRIED);
    }

    @Test
    void afterARelease_nothingWasWrittenThatCouldBeAnswered() {
        assertThat(TWO.forgiven().kind(Side.HUBSPOT, A, true)).isEqualTo(Kind.CARRIED);
    }

    @Test
    void answers_areThoseSinceThenAndSinceTheRelease() {
        RecentWrites writes = answered(3);

        assertThat(writes.answers(NOON.plusSeconds(60))).hasSize(2);
        assertThat(writes.answers(NOON.plusSeconds(61))).hasSize(1);
        assertThat(writes.forgiven().answers(NOON)).isEmpty();
        assertThat(writes.forgiven().with(Side.HUBSPOT, NOON.plusSeconds(999), A).answers(NOON))
                .isEmpty();
    }

    @Test
    void whatIsSentOnceMoreWithoutAnAnswer_isRememberedThreeTimes() {
        RecentWrites tries = TWO;
        for (int i = 1; i <= 5; i++) {
            tries = tries.with(Side.HUBSPOT, NOON.plusSeconds(60L * i), A, Kind.AGAIN);
        }

        assertThat(tries.since(NOON, NOON, NOON).writes())
                .as("those of the last minutes, and the last three others")
                .hasSize(5)
                .containsAll(TWO.writes());
    }

    @Test
    void writesWithoutAnAnswer_areRememberedForMinutesAndTheLastThreeForLonger() {
        RecentWrites stream = RecentWrites.NONE;
        for (int i = 0; i < 10; i++) {
            stream = stream.with(Side.HUBSPOT, NOON.plusSeconds(i), A);
        }

        assertThat(stream.since(NOON, NOON.plusSeconds(8), NOON).writes())
                .as("of the last two seconds both, of the others three")
                .hasSize(5);
        assertThat(stream.since(NOON, NOON.plusSeconds(99), NOON.plusSeconds(8)).writes())
                .hasSize(2);
    }

    @Test
    void answers_areRememberedForTheWholeWindow() {
        RecentWrites answers = answered(10);
        Instant later = NOON.plusSeconds(9_999);

        assertThat(answers.since(NOON.plusSeconds(60), later, NOON).writes())
                .as("nine in the window, and one of the others")
                .hasSize(10);
        assertThat(answers.since(NOON.plusSeconds(300), later, NOON).writes())
                .as("five in the window, and three of the others")
                .hasSize(8);
    }

    @Test
    void whenThereAreTooMany_whatIsNoAnswerIsDroppedFirst() {
        RecentWrites writes = answered(RecentWrites.KEPT_MAX - 1);
        for (int i = 1; i <= 5; i++) {
            writes = writes.with(Side.HUBSPOT, NOON.plusSeconds(9_000 + i), A);
        }

        assertThat(writes.answers(NOON)).hasSize(RecentWrites.KEPT_MAX - 1);
        assertThat(writes.writes()).hasSize(RecentWrites.KEPT_MAX);
        assertThat(answered(RecentWrites.KEPT_MAX + 5).writes()).hasSize(RecentWrites.KEPT_MAX);
        assertThat(
                        answered(RecentWrites.KEPT_MAX)
                                .with(Side.SALESFORCE, NOON.plusSeconds(9_000), A)
                                .writes())
                .as("but not the newest")
                .extracting(Write::side)
                .contains(Side.SALESFORCE);
    }

    @Test
    void editFromTheReadingToTheLatestArrival_mayHaveBeenMet() {
        assertThat(RecentWrites.mayHaveMet(NOON, NOON.minusSeconds(30))).isTrue();
        assertThat(RecentWrites.mayHaveMet(NOON, NOON.minusSeconds(31))).isFalse();
        assertThat(RecentWrites.mayHaveMet(NOON, NOON.plusSeconds(120))).isTrue();
        assertThat(RecentWrites.mayHaveMet(NOON, NOON.plusSeconds(121))).isFalse();
    }

    @Test
    void forgiven_areRemembered() {
        RecentWrites again = TWO.forgiven().with(Side.HUBSPOT, NOON.plusSeconds(9), A);
        Instant later = NOON.plusSeconds(99);

        assertThat(again.since(NOON, later, NOON).writes()).hasSize(3);
        assertThat(again.since(NOON, later, NOON.plusSeconds(1)).writes()).hasSize(2);
    }
}
