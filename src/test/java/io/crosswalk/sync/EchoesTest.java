package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.FINGERPRINTS;
import static io.crosswalk.sync.SampleLink.KEY;
import static io.crosswalk.sync.SampleLink.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.records.Hint;
import io.crosswalk.records.Link;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.Value;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Our own writes come back as events; a person's edit must not be taken for one. */
class EchoesTest {
    private static final MappingPlan PLAN = SampleLink.plan(SampleLink.field(SyncRule.TWO_WAY));
    private static final Link WROTE_A =
            new SampleLink().acknowledged("A", "A").wrote(Side.HUBSPOT, NOON).link();

    private final Echoes hubspotSaysWho = new Echoes(true);
    private final Echoes withoutAppId = new Echoes(false);

    private static Hint hint(Side side, String value, Instant at, boolean ours) {
        String name = SampleLink.field(SyncRule.TWO_WAY).name(side);
        return new Hint(
                side,
                "contacts",
                "501",
                Hint.Kind.CHANGED,
                List.of(new Hint.Change(name, at, value, true)),
                ours,
                null);
    }

    private static boolean isEcho(Echoes echoes, Hint hint) {
        Hint.Change change = hint.changes().get(0);
        return echoes.mayBeOne(PLAN, hint, change)
                && echoes.isOne(
                        PLAN,
                        WROTE_A,
                        hint,
                        change,
                        FINGERPRINTS.of(KEY, "m", hint.side(), Value.of(change.wire())));
    }

    @Test
    void ourEventWithTheValueThatWeWrote_isAnEcho() {
        assertThat(isEcho(hubspotSaysWho, hint(Side.HUBSPOT, "A", NOON, true))).isTrue();
        assertThat(isEcho(hubspotSaysWho, hint(Side.HUBSPOT, "B", NOON, true))).isFalse();
    }

    @Test
    void somebodyElsesEvent_isNone_evenWithTheSameValue() {
        assertThat(isEcho(hubspotSaysWho, hint(Side.HUBSPOT, "A", NOON, false))).isFalse();
        assertThat(isEcho(withoutAppId, hint(Side.SALESFORCE, "A", NOON, false))).isFalse();
    }

    @Test
    void withoutOurAppsId_theValueThatWeWroteAtThatTimeIsAnEcho() {
        assertThat(isEcho(withoutAppId, hint(Side.HUBSPOT, "A", NOON.plusSeconds(1), false)))
                .isTrue();
        assertThat(isEcho(withoutAppId, hint(Side.HUBSPOT, "B", NOON.plusSeconds(1), false)))
                .isFalse();
        assertThat(isEcho(withoutAppId, hint(Side.HUBSPOT, "A", NOON.plusSeconds(300), false)))
                .as("long after our write a person has typed it")
                .isFalse();
    }
}
