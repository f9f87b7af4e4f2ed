package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.FINGERPRINTS;
import static io.crosswalk.sync.SampleLink.NOON;
import static io.crosswalk.sync.SampleLink.base;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.rules.Converted;
import io.crosswalk.rules.Decision;
import io.crosswalk.rules.Later;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.Value;
import io.crosswalk.sync.FieldDecision.Keep;
import io.crosswalk.sync.FieldDecision.Refuse;
import io.crosswalk.sync.FieldDecision.Settle;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which looks take the turn: should one stop then, the next one knows what people may be told. */
class CommittingTest {
    private static final MappingPlan PLAN = SampleLink.plan(SampleLink.field(SyncRule.TWO_WAY));

    private static final JournalWriter WRITER = new JournalWriter(false, FINGERPRINTS);

    private final RecordedJournal journal = new RecordedJournal();
    private final ArrivedWrites arrived = new ArrivedWrites(FINGERPRINTS);
    private final Committing committing =
            new Committing(
                    new RecordedStore(),
                    journal,
                    WRITER,
                    arrived,
                    new LostWrites(journal, WRITER, arrived),
                    new UntoldMakings(
                            new RecordedStore(),
                            new CreationEntries(FINGERPRINTS, false),
                            FINGERPRINTS),
                    Duration.ofMinutes(1),
                    Clock.fixed(NOON, ZoneOffset.UTC));

    private boolean takesTheTurn(SampleLink link, FieldDecision.Action action) {
        FieldDecision decided =
                new FieldDecision(
                        SampleLink.field(SyncRule.TWO_WAY),
                        Value.of("C"),
                        Value.of("C"),
                        null,
                        base("C", "C"),
                        new FieldTimes(null, null, Later.UNKNOWN),
                        Decision.IN_STEP,
                        action);
        LinkWork work = new LinkWork(link.seen("C", "C"), List.of(decided));
        return committing.commit(PLAN, List.of(work)).get(0).link.due().turn().isOpen();
    }

    @Test
    void refusedFieldThatIsSettledNow_takesTheTurnBeforeItsProblemIsClosed() {
        assertThat(takesTheTurn(new SampleLink().parked(base("B", "C")), new Settle())).isTrue();
    }

    @Test
    void fieldOfWhichNobodyWasTold_isSettledWithoutATurn() {
        assertThat(takesTheTurn(new SampleLink(), new Settle())).isFalse();
    }

    @Test
    void valueThatDoesNotFit_isKnownByTheKeyOfItsEntry() {
        FieldDecision decided =
                new FieldDecision(
                        SampleLink.field(SyncRule.TWO_WAY),
                        Value.of("long"),
                        Value.of("C"),
                        base("C", "C"),
                        base("long", "C"),
                        new FieldTimes(null, null, Later.UNKNOWN),
                        Decision.HUBSPOT_CHANGED,
                        new Refuse(new Converted.Refused(Converted.Code.TOO_LONG, "It takes 3.")));
        LinkWork work = new LinkWork(new SampleLink().seen("long", "C"), List.of(decided));

        committing.commit(PLAN, List.of(work));

        assertThat(work.journalled).containsOnlyKeys("m");
        assertThat(journal.entries.get(0).at()).isEqualTo(work.journalled.get("m"));
    }

    private boolean guards(String value) {
        FieldDecision decided =
                new FieldDecision(
                        SampleLink.field(SyncRule.TWO_WAY),
                        Value.of(value),
                        Value.of("C"),
                        base("C", "C"),
                        base(value, "C"),
                        new FieldTimes(null, null, Later.UNKNOWN),
                        Decision.HUBSPOT_CHANGED,
                        new FieldDecision.Write(
                                Side.SALESFORCE, Value.of(value), base(value, value)));
        LinkWork work = new LinkWork(new SampleLink().seen(value, "C"), List.of(decided));
        committing.commit(PLAN, List.of(work));
        assertThat(journal.entries.get(0).seen().guarded()).isEqualTo(work.guarded);
        return work.guarded;
    }

    @Test
    void write_isGuarded() {
        assertThat(guards("B")).isTrue();
    }

    /** Salesforce's guard would refuse it, and the record's other fields with it. */
    @Test
    void textThatSalesforceTakesForAReference_isWrittenUnguarded() {
        assertThat(guards("B @{r0.id}")).isFalse();
    }

    @Test
    void refusedFieldThatStaysAsItIs_takesNoTurn() {
        assertThat(takesTheTurn(new SampleLink().parked(base("C", "C")), new Keep())).isFalse();
    }
}
