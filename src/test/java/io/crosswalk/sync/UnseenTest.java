package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.NOON;
import static io.crosswalk.sync.SampleLink.edit;
import static io.crosswalk.sync.SampleLink.field;
import static io.crosswalk.sync.SampleLink.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.records.Difference;
import io.crosswalk.records.Difference.Reason;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Looks at a contact whose phone one of the CRMs hides. */
class UnseenTest {
    private static final MappingPlan PLAN = plan(field(SyncRule.TWO_WAY));

    private static Unseen unseen(MappingPlan plan, Link link) {
        return Unseen.of(plan, hidden(link));
    }

    private static LinkWork hidden(Link link) {
        return new LinkWork(new SampleLink().seen(link, "1", "1"), List.of());
    }

    private static Instant again(Link link, Set<Noted> kept, Instant now) {
        return unseen(PLAN, link).again(PLAN, link, kept, now);
    }

    @Test
    void unansweredWrite_isKeptInMind_andLookedForLater() {
        Link link = new SampleLink().intends(Side.SALESFORCE, NOON, "2", "2").link();

        assertThat(unseen(PLAN, link).intents(link)).containsOnlyKeys("m");
        assertThat(again(link, Set.of(), NOON.plusSeconds(600))).isEqualTo(NOON.plusSeconds(1_200));
    }

    @Test
    void unansweredWriteOfADeletedMapping_isNot() {
        Link link = new SampleLink().intends(Side.SALESFORCE, NOON, "2", "2").link();

        assertThat(unseen(plan(), link).intents(link)).isEmpty();
        assertThat(unseen(plan(), link).again(plan(), link, Set.of(), NOON)).isNull();
    }

    @Test
    void edit_staysAHint_andIsLookedForUntilAMonthHasPassed() {
        Noted edit = edit(Side.HUBSPOT, NOON, "2");
        Link link = new SampleLink().hinted(edit).link();

        assertThat(hidden(link).keptHints(PLAN)).containsExactly(edit);
        assertThat(again(link, Set.of(edit), NOON.plusMillis(1)))
                .isEqualTo(NOON.plusMillis(1).plus(Duration.ofMinutes(2)));
        assertThat(again(link, Set.of(edit), NOON.plus(Duration.ofDays(20))))
                .isEqualTo(NOON.plus(Duration.ofDays(40)));
        assertThat(again(link, Set.of(edit), NOON.plus(Duration.ofDays(31)))).isNull();
    }

    @Test
    void writeThatTheBreakerHeld_staysHeld() {
        Difference held = new Difference(Reason.PAUSED, NOON);
        Difference known = new Difference(Reason.RULE_KEEPS, NOON);
        Link link = differing(held);

        assertThat(unseen(PLAN, link).differences(link)).containsEntry("m", held);
        assertThat(again(link, Set.of(), NOON.plusSeconds(600))).isEqualTo(NOON.plusSeconds(1_200));
        assertThat(again(differing(known), Set.of(), NOON)).as("as the rule says").isNull();
    }

    /** Whoever settles it later closes the problem. */
    @Test
    void lookThatStoppedMayHaveToldOfIt_andThatStaysInMind() {
        Link link = new SampleLink().perhapsTold().link();

        assertThat(hidden(link).parked(unseen(PLAN, link))).containsOnlyKeys("m");
        assertThat(hidden(link).parked(unseen(plan(), link))).as("deleted").isEmpty();
    }

    private static Link differing(Difference difference) {
        return new SampleLink()
                .link(
                        new Findings(
                                Map.of(),
                                Set.of(),
                                Map.of("m", difference),
                                1,
                                Map.of(),
                                Map.of(),
                                0));
    }
}
