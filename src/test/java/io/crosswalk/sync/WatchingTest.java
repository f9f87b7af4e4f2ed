package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.FINGERPRINTS;
import static io.crosswalk.sync.SampleLink.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.MatchKey;
import io.crosswalk.records.Difference;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Link;
import io.crosswalk.records.Retry;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.sync.FieldDecision.Hold;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** HubSpot's phone became "new", and Salesforce has still "old". */
class WatchingTest {
    private static final MappingPlan PLAN = SampleLink.plan(SampleLink.field(SyncRule.TWO_WAY));

    private final Quarantine quarantine = new Quarantine(12, Duration.ofMinutes(10));

    private LinkWork look(Findings findings) {
        Link link = new SampleLink().acknowledged("old", "old").link(findings);
        Observation seen = new SampleLink().seen(link, "new", "old");
        LinkDecisions decisions = new LinkDecisions(FINGERPRINTS, quarantine);
        return new LinkWork(seen, decisions.decide(PLAN, seen, true, NOON));
    }

    private Findings left(LinkWork work) {
        return new LinkFindings(quarantine).of(work, Unseen.NOTHING, NOON);
    }

    @Test
    void watchingOnly_holdsTheWriteAndShowsItAsADifference() {
        LinkWork work = look(Findings.NONE);

        assertThat(new Watching(true, Duration.ofMinutes(1)).holds(List.of(work))).isTrue();

        assertThat(work.writes(Side.SALESFORCE)).isEmpty();
        assertThat(work.decisions())
                .extracting(FieldDecision::action)
                .hasOnlyElementsOfType(Hold.class);
        assertThat(left(work).differences())
                .containsEntry("m", new Difference(Difference.Reason.WATCHED, NOON));
    }

    @Test
    void noLongerWatching_writesWhatWasHeld() {
        LinkWork watched = look(Findings.NONE);
        new Watching(true, Duration.ofMinutes(1)).holds(List.of(watched));

        LinkWork work = look(left(watched));

        assertThat(new Watching(false, Duration.ofMinutes(1)).holds(List.of(work))).isFalse();
        assertThat(work.writes(Side.SALESFORCE)).containsOnlyKeys("Phone");
    }

    @Test
    void partnerThatIsToBeMadeOnceMore_isKeptForLater() {
        Link refused =
                new SampleLink()
                        .link(
                                Findings.NONE.withRetries(
                                        Map.of(MatchKey.PARTNER, new Retry(1, NOON))));

        assertThat(new Watching(true, Duration.ofMinutes(1)).keeps(refused)).isTrue();
        assertThat(new Watching(true, Duration.ofMinutes(1)).keeps(new SampleLink().link()))
                .isFalse();
        assertThat(new Watching(false, Duration.ofMinutes(1)).keeps(refused)).isFalse();
    }
}
