package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.Base;
import io.crosswalk.records.Difference.Reason;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Link;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.sync.FieldDecision.Hold;
import io.crosswalk.sync.FieldDecision.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who is stopped and who is not: look after look, as they are decided and acknowledged, with the
 * limits as shipped.
 */
class QuarrelTest {
    private static final int ANSWERS_MAX = 12;
    private static final int LOOKS_MAX = 100;

    private final Quarantine quarantine = new Quarantine(ANSWERS_MAX, Duration.ofHours(6));
    private final LinkDecisions decisions = new LinkDecisions(SampleLink.FINGERPRINTS, quarantine);
    private final LinkFindings findings = new LinkFindings(quarantine);
    private final JournalWriter journal = new JournalWriter(false, SampleLink.FINGERPRINTS);

    private SyncRule rule = SyncRule.PREFER_SALESFORCE_UNLESS_BLANK;
    private Link link = new SampleLink().acknowledged("A", "A").link();
    private final Map<Side, String> holds =
            new HashMap<>(Map.of(Side.HUBSPOT, "A", Side.SALESFORCE, "A"));
    private Instant now = NOON;
    private int writes;
    private LinkWork last;

    private void edit(Side side, String value) {
        holds.put(side, value);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    /** Reads, decides, writes and acknowledges. */
    private FieldDecision.Action look() {
        Observation seen =
                new SampleLink().seen(link, holds.get(Side.HUBSPOT), holds.get(Side.SALESFORCE));
        LinkWork work =
                new LinkWork(
                        seen,
                        decisions.decide(SampleLink.plan(SampleLink.field(rule)), seen, true, now));
        FieldDecision decided = work.decisions().get(0);
        Write write = decided.write();
        if (write != null) {
            work.entries.put("m", journal.entry(work, decided, now, 0));
            work.base.put("m", write.after());
            holds.put(write.side(), write.value().text());
            writes++;
        }
        link = leaving(work.bases(), findings.of(work, Unseen.NOTHING, now));
        last = work;
        return decided.action();
    }

    private Link leaving(Map<String, Base> bases, Findings left) {
        return new Link(link.key(), link.partnerId(), link.due(), bases, Map.of(), left);
    }

    private boolean isHeld() {
        return new Hold(Reason.QUARANTINED).equals(last.decisions().get(0).action());
    }

    /** A workflow in HubSpot sets the property to W again whenever it is written. */
    private void workflowAnswersAndLook(Duration later) {
        edit(Side.HUBSPOT, "W");
        pass(later);
        look();
    }

    private void workflowAnswersUntilItIsHeld() {
        for (int i = 0; i < LOOKS_MAX && !isHeld(); i++) {
            workflowAnswersAndLook(Duration.ofMinutes(1));
        }
        assertThat(isHeld()).isTrue();
    }

    /** An ERP posts one line of a quote after the other. */
    @ParameterizedTest
    @EnumSource(
            value = SyncRule.class,
            names = {"PREFER_SALESFORCE_UNLESS_BLANK", "ALWAYS_USE_SALESFORCE", "TWO_WAY"})
    void streamOfEdits_isCarriedOverHoweverManyThereAre(SyncRule its) {
        rule = its;
        for (int line = 1; line <= 60; line++) {
            edit(Side.SALESFORCE, "amount " + line);
            pass(Duration.ofSeconds(40));
            look();
        }

        assertThat(writes).isEqualTo(60);
        assertThat(holds).containsEntry(Side.HUBSPOT, "amount 60");
    }

    @Test
    void oneSideThatGoesToAndFro_isCarriedOverHoweverOften() {
        for (int i = 0; i < 60; i++) {
            edit(Side.SALESFORCE, i % 2 == 0 ? "true" : "false");
            pass(Duration.ofSeconds(40));
            look();
        }

        assertThat(writes).isEqualTo(60);
    }

    /** Catching up finds its answer once a minute; HubSpot's own integration needs a quarter. */
    @ParameterizedTest
    @ValueSource(strings = {"PT10S", "PT1M", "PT2M", "PT15M", "PT25M"})
    void workflowThatSetsThePropertyBack_isNotAnsweredForEver(Duration pace) {
        edit(Side.SALESFORCE, "B");
        look();
        for (int i = 0; i < LOOKS_MAX; i++) {
            workflowAnswersAndLook(pace);
        }

        assertThat(isHeld()).isTrue();
        assertThat(writes).isEqualTo(1 + ANSWERS_MAX);
        assertThat(holds).containsEntry(Side.HUBSPOT, "W");
    }

    @Test
    void quarrel_isAProblemThatShowsTheSequence() {
        edit(Side.SALESFORCE, "B");
        look();
        workflowAnswersUntilItIsHeld();

        assertThat(last.refusals().get("m").code()).isEqualTo(ProblemCode.OSCILLATES);
        assertThat(last.refusals().get("m").details().get("sequence"))
                .hasSize(ANSWERS_MAX)
                .startsWith("2026-11-24T12:01:00Z HubSpot")
                .endsWith("2026-11-24T12:12:00Z HubSpot");
    }

    @Test
    void twoSystemsUnderTwoWay_areNotCarriedToAndFroForEver() {
        rule = SyncRule.TWO_WAY;
        edit(Side.SALESFORCE, "B");
        for (int i = 0; i < LOOKS_MAX; i++) {
            look();
            if (holds.get(Side.HUBSPOT).equals("B")) {
                edit(Side.HUBSPOT, "W");
            } else {
                edit(Side.SALESFORCE, "B");
            }
            pass(Duration.ofMinutes(15));
        }

        assertThat(isHeld()).isTrue();
        assertThat(writes).isEqualTo(2 + ANSWERS_MAX);
    }

    /** Each stamps the field with the time when the other has. */
    @Test
    void twoSystemsWithNewValuesEachTime_areNoticedByTheirPace() {
        rule = SyncRule.TWO_WAY;
        for (int i = 0; i < LOOKS_MAX; i++) {
            edit(i % 2 == 0 ? Side.SALESFORCE : Side.HUBSPOT, "stamp " + i);
            pass(Duration.ofMinutes(1));
            look();
        }

        assertThat(isHeld()).isTrue();
        assertThat(writes).isEqualTo(1 + 3 * ANSWERS_MAX);
    }

    @Test
    void peopleWhoEditByTurnsAllDay_areCarriedOver() {
        rule = SyncRule.TWO_WAY;
        for (int i = 0; i < 60; i++) {
            edit(i % 2 == 0 ? Side.SALESFORCE : Side.HUBSPOT, "next step " + i);
            pass(Duration.ofMinutes(8));
            look();
        }

        assertThat(writes).isEqualTo(60);
    }

    /** Each edit in HubSpot is brought into another form in Salesforce, which is carried back. */
    @Test
    void fieldWhoseCrmStoresAnotherForm_isCarriedOver() {
        rule = SyncRule.TWO_WAY;
        for (int i = 0; i < 30; i++) {
            edit(Side.HUBSPOT, "555 " + i);
            pass(Duration.ofMinutes(10));
            look();
            edit(Side.SALESFORCE, "+1 555 " + i);
            pass(Duration.ofSeconds(5));
            look();
        }

        assertThat(writes).isEqualTo(60);
    }

    /** That is a quarrel with the CRM itself: the rule has the value written as it is. */
    @Test
    void fieldWhoseCrmStoresAnotherFormThanTheRuleWants_isLeftAlone() {
        rule = SyncRule.ALWAYS_USE_HUBSPOT;
        edit(Side.HUBSPOT, "555");
        for (int i = 0; i < 40; i++) {
            look();
            edit(Side.SALESFORCE, "+1 555");
            pass(Duration.ofSeconds(70));
        }

        assertThat(isHeld()).isTrue();
        assertThat(writes).isEqualTo(1 + ANSWERS_MAX);
    }

    @Test
    void personWhoKeepsEditingTheLosingSide_isRejectedAndNotLocked() {
        rule = SyncRule.ALWAYS_USE_SALESFORCE;
        for (int i = 0; i < 40; i++) {
            edit(Side.HUBSPOT, "mine " + i);
            pass(Duration.ofMinutes(45));
            look();
        }

        assertThat(writes).isEqualTo(40);
    }

    @Test
    void onceItIsCalm_whatOneSideChangesIsCarriedOver() {
        edit(Side.SALESFORCE, "B");
        look();
        for (int i = 0; i < ANSWERS_MAX; i++) {
            workflowAnswersAndLook(Duration.ofMinutes(1));
        }
        edit(Side.SALESFORCE, "C");
        pass(Duration.ofMinutes(1));
        look();

        assertThat(isHeld()).isFalse();
        assertThat(holds).containsEntry(Side.HUBSPOT, "C");
    }

    @Test
    void quarantine_lastsUntilTheSidesAreInStepAndBeginsAtOnceWithTheNextAnswer() {
        edit(Side.SALESFORCE, "B");
        look();
        workflowAnswersUntilItIsHeld();
        edit(Side.SALESFORCE, "C");
        pass(Duration.ofHours(5));
        look();
        assertThat(isHeld()).as("another value, and nobody has said who is right").isTrue();

        edit(Side.SALESFORCE, "W");
        look();
        edit(Side.SALESFORCE, "B");
        look();
        assertThat(holds).as("in step, then edited").containsEntry(Side.HUBSPOT, "B");

        workflowAnswersAndLook(Duration.ofMinutes(1));
        assertThat(isHeld()).isTrue();
    }

    @Test
    void releasedField_isSetBackAsOftenAsBefore() {
        edit(Side.SALESFORCE, "B");
        look();
        workflowAnswersUntilItIsHeld();
        writes = 0;
        link = leaving(link.base(), link.findings().withParked(Map.of("m", Base.OF_NOTHING)));
        for (int i = 0; i < LOOKS_MAX; i++) {
            workflowAnswersAndLook(Duration.ofMinutes(1));
        }

        assertThat(isHeld()).isTrue();
        assertThat(writes).isEqualTo(1 + ANSWERS_MAX);
    }

    @Test
    void findings_ofAFieldThatNobodyAnswers_stayFew() {
        for (int i = 0; i < 500; i++) {
            edit(Side.SALESFORCE, "score " + i);
            pass(Duration.ofMinutes(6));
            look();
        }

        assertThat(link.findings().writes().get("m").writes()).hasSize(5);
    }
}
