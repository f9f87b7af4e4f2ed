package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.NOON;
import static io.crosswalk.sync.SampleLink.base;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.Base;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Link;
import io.crosswalk.records.Link.State;
import io.crosswalk.records.Link.Turn;
import io.crosswalk.records.Noted;
import io.crosswalk.records.Priority;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Since when a write counts as late. The CRM answers ten minutes after noon. */
class LagTest {
    private static final Instant ANSWERED = NOON.plusSeconds(600);

    private final List<Noted> none = List.of();

    private static Noted edit(Side side, Instant at) {
        return SampleLink.edit(side, at, null);
    }

    private static Link link(Priority priority, Instant since, List<Noted> hints, boolean parked) {
        Link.Due due = new Link.Due(State.DUE, since, since, 1, Turn.FIRST, 0, priority, hints);
        Map<String, Base> pairs = parked ? Map.of("m", base("A", "B")) : Map.of();
        Findings findings = Findings.of(pairs, Set.of());
        return new Link(SampleLink.KEY, SampleLink.PARTNER, due, Map.of(), Map.of(), findings);
    }

    /** HubSpot's value is carried over; both records were modified at noon. */
    private static @Nullable Duration lag(Link link, Reasoned decision) {
        Base after = base("new", "new");
        FieldDecision decided =
                new FieldDecision(
                        SampleLink.field(SyncRule.TWO_WAY),
                        Value.of("new"),
                        Value.of("old"),
                        base("old", "old"),
                        base("new", "old"),
                        new FieldTimes(null, null, Later.UNKNOWN),
                        decision,
                        new Write(Side.SALESFORCE, Value.of("new"), after));
        LinkWork work = new LinkWork(new SampleLink().seen(link, "new", "old"), List.of(decided));
        return Lag.of(work, List.of(decided), ANSWERED);
    }

    private static @Nullable Duration lag(Priority priority, Instant since, List<Noted> hints) {
        return lag(link(priority, since, hints, false), Decision.HUBSPOT_CHANGED);
    }

    @Test
    void hintedEdit_countsFromItsTime() {
        List<Noted> hints = List.of(edit(Side.HUBSPOT, NOON.plusSeconds(595)));

        assertThat(lag(Priority.EDIT, NOON.plusSeconds(598), hints)).hasSeconds(5);
    }

    /** HubSpot goes back to an old value of Salesforce's, because somebody changed HubSpot. */
    @Test
    void rejectedEdit_countsFromTheEdit() {
        List<Noted> hints = List.of(edit(Side.SALESFORCE, NOON.plusSeconds(590)));

        assertThat(lag(Priority.EDIT, NOON.plusSeconds(591), hints)).hasSeconds(10);
    }

    @Test
    void bothSidesEdited_countsFromTheLaterEdit() {
        List<Noted> hints =
                List.of(
                        edit(Side.SALESFORCE, NOON.plusSeconds(100)),
                        edit(Side.HUBSPOT, NOON.plusSeconds(570)));

        assertThat(lag(Priority.EDIT, NOON.plusSeconds(100), hints)).hasSeconds(30);
    }

    @Test
    void noHint_countsFromWhenTheRecordWasDue() {
        assertThat(lag(Priority.EDIT, NOON.minusSeconds(1), none)).hasSeconds(601);
    }

    @Test
    void foundByCatchingUp_countsFromWhenTheRecordWasModified() {
        assertThat(lag(Priority.RECONCILE, NOON.plusSeconds(60), none)).hasSeconds(600);
    }

    @Test
    void lookThatABackfillAskedFor_isNobodysChange() {
        assertThat(lag(Priority.BACKFILL, NOON, none)).isNull();
    }

    @Test
    void valueThatIsFilled_isNobodysChange() {
        Link link = link(Priority.EDIT, NOON, none, false);

        assertThat(lag(link, Decision.FIRST_CONTACT_SALESFORCE_FILLED)).isNull();
    }

    @Test
    void writeTakenBack_isNobodysChange() {
        Link link = link(Priority.EDIT, NOON, none, false);

        assertThat(lag(link, Intervention.values()[0])).isNull();
    }

    @Test
    void valueThatHadBeenRefused_waitedForAPerson() {
        Link link = link(Priority.EDIT, NOON, List.of(edit(Side.HUBSPOT, NOON)), true);

        assertThat(lag(link, Decision.HUBSPOT_CHANGED)).isNull();
    }

    @Test
    void hubspotsClockAhead_isNoNegativeLag() {
        List<Noted> hints = List.of(edit(Side.HUBSPOT, ANSWERED.plusSeconds(3)));

        assertThat(lag(Priority.EDIT, NOON, hints)).isZero();
    }
}
