package io.crosswalk.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.DynamoLocal;
import io.crosswalk.records.ProblemSeverity;
import io.crosswalk.rules.Side;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How far each side of an object was caught up with, and what keeps it. */
@ExtendWith(DynamoLocal.class)
class DynamoCursorsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final CatchUpFailure REVOKED =
            new CatchUpFailure("UNAUTHORIZED", "Cannot log in", ProblemSeverity.ISSUE, NOW);

    private Cursors cursors;

    @BeforeEach
    void cursors() throws Exception {
        cursors = new DynamoCursors(DynamoLocal.start(), DynamoLocal.config(false));
    }

    @Test
    void sideThatWasNeverTried_standsAtItsBeginning() {
        assertThat(cursors.standing("never", Side.HUBSPOT))
                .isEqualTo(new Cursors.Standing(Instant.EPOCH, null, null));
    }

    @Test
    void failedTry_standsBesideTheLastSuccess() {
        cursors.advance("failing", Side.HUBSPOT, NOW.minusSeconds(90));
        cursors.succeeded("failing", Side.HUBSPOT, NOW.minusSeconds(60));

        cursors.failed("failing", Side.HUBSPOT, REVOKED);

        assertThat(cursors.standing("failing", Side.HUBSPOT))
                .isEqualTo(
                        new Cursors.Standing(NOW.minusSeconds(90), NOW.minusSeconds(60), REVOKED));
        assertThat(cursors.standing("failing", Side.SALESFORCE).failure()).isNull();
    }

    @Test
    void success_endsTheFailureBefore() {
        cursors.failed("mended", Side.SALESFORCE, REVOKED);

        cursors.succeeded("mended", Side.SALESFORCE, NOW.plusSeconds(60));

        assertThat(cursors.standing("mended", Side.SALESFORCE))
                .isEqualTo(new Cursors.Standing(Instant.EPOCH, NOW.plusSeconds(60), null));
    }

    @Test
    void movedBack_isReadFromThereAgainAndGoesOn() {
        cursors.advance("overflown", Side.SALESFORCE, NOW);

        cursors.back("overflown", Side.SALESFORCE, NOW.minusSeconds(720));
        cursors.back("overflown", Side.SALESFORCE, NOW.minusSeconds(60));

        assertThat(cursors.cursor("overflown", Side.SALESFORCE)).isEqualTo(NOW.minusSeconds(720));
        cursors.advance("overflown", Side.SALESFORCE, NOW.plusSeconds(60));
        assertThat(cursors.cursor("overflown", Side.SALESFORCE)).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void movedBackBeforeTheFirstRun_staysAtTheBeginning() {
        cursors.back("unread", Side.SALESFORCE, NOW);

        assertThat(cursors.cursor("unread", Side.SALESFORCE)).isEqualTo(Instant.EPOCH);
    }

    @Test
    void movedBackWhileARunIsUnderWay_theRunDoesNotMoveItForward() {
        cursors.advance("running", Side.SALESFORCE, NOW);
        cursors.back("running", Side.SALESFORCE, NOW.minusSeconds(720));

        assertThat(cursors.advance("running", Side.SALESFORCE, NOW, NOW.plusSeconds(60))).isFalse();

        assertThat(cursors.cursor("running", Side.SALESFORCE)).isEqualTo(NOW.minusSeconds(720));
    }

    @Test
    void nobodyHasMovedIt_theRunMovesItForward() {
        assertThat(cursors.advance("alone", Side.SALESFORCE, Instant.EPOCH, NOW)).isTrue();
        assertThat(cursors.advance("alone", Side.SALESFORCE, NOW, NOW.plusMillis(60_001))).isTrue();

        assertThat(cursors.cursor("alone", Side.SALESFORCE)).isEqualTo(NOW.plusMillis(60_001));
    }
}
