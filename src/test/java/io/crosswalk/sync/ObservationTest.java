package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.NOON;
import static io.crosswalk.sync.SampleLink.fingerprint;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Since when a side has the value that it has now, as hints tell. */
class ObservationTest {
    private static final PlannedField PHONE = SampleLink.field(SyncRule.TWO_WAY);

    private static @Nullable Instant hintedAt(SampleLink link, Side side) {
        return link.seen("1", "2")
                .hintedAt(PHONE, side, fingerprint(side, side == Side.HUBSPOT ? "1" : "2"));
    }

    @Test
    void hintOfTheValueThatIsThere_isItsTime() {
        assertThat(hintedAt(new SampleLink().hinted(Side.HUBSPOT, NOON, "1"), Side.HUBSPOT))
                .isEqualTo(NOON);
        assertThat(hintedAt(new SampleLink().hinted(Side.SALESFORCE, NOON, "2"), Side.SALESFORCE))
                .isEqualTo(NOON);
    }

    @Test
    void hintOfAnotherValue_isNoTimeOfThisOne() {
        assertThat(hintedAt(new SampleLink().hinted(Side.HUBSPOT, NOON, "9"), Side.HUBSPOT))
                .isNull();
    }

    @Test
    void newestHintTellsOfAnotherValue_theOlderOneDoesNotCount() {
        SampleLink link =
                new SampleLink()
                        .hinted(Side.HUBSPOT, NOON, "1")
                        .hinted(Side.HUBSPOT, NOON.plusSeconds(5), "9");

        assertThat(hintedAt(link, Side.HUBSPOT)).isNull();
    }

    @Test
    void hintWithoutAValue_countsInSalesforceIfNothingCameLater() {
        SampleLink last =
                new SampleLink()
                        .salesforceModifiedAt(NOON)
                        .hinted(Side.SALESFORCE, NOON.plusMillis(900), null);
        SampleLink overtaken =
                new SampleLink()
                        .salesforceModifiedAt(NOON.plusSeconds(1))
                        .hinted(Side.SALESFORCE, NOON, null);

        assertThat(hintedAt(last, Side.SALESFORCE)).isEqualTo(NOON.plusMillis(900));
        assertThat(hintedAt(overtaken, Side.SALESFORCE)).isNull();
    }

    @Test
    void hintWithoutAValue_isNoTimeInHubspot() {
        assertThat(hintedAt(new SampleLink().hinted(Side.HUBSPOT, NOON, null), Side.HUBSPOT))
                .isNull();
    }

    @Test
    void lookThatStoppedHasSeenAnotherValue_hintsBeforeItAreNoTimeOfThisOne() {
        SampleLink stopped =
                new SampleLink()
                        .intends(Side.HUBSPOT, NOON, "8", "8")
                        .hinted(Side.SALESFORCE, NOON.minusSeconds(5), "2");
        SampleLink editedSince =
                new SampleLink()
                        .intends(Side.HUBSPOT, NOON, "8", "8")
                        .hinted(Side.SALESFORCE, NOON.plusSeconds(5), "2");
        SampleLink asItWasSeen =
                new SampleLink()
                        .intends(Side.HUBSPOT, NOON, "2", "2")
                        .hinted(Side.SALESFORCE, NOON.minusSeconds(5), "2");

        assertThat(hintedAt(stopped, Side.SALESFORCE)).isNull();
        assertThat(hintedAt(editedSince, Side.SALESFORCE)).isEqualTo(NOON.plusSeconds(5));
        assertThat(hintedAt(asItWasSeen, Side.SALESFORCE)).isEqualTo(NOON.minusSeconds(5));
    }

    @Test
    void twoHintsOfOneTime_theOneThatSaysTheValueCounts() {
        SampleLink link =
                new SampleLink()
                        .hinted(Side.SALESFORCE, NOON, null)
                        .hinted(Side.SALESFORCE, NOON, "2")
                        .hinted(Side.HUBSPOT, NOON, "1")
                        .hinted(Side.HUBSPOT, NOON, null);

        assertThat(hintedAt(link, Side.SALESFORCE)).isEqualTo(NOON);
        assertThat(hintedAt(link, Side.HUBSPOT)).isEqualTo(NOON);
    }

    @Test
    void ourOwnWrite_isNoEdit() {
        Noted ours =
                new Noted(
                        Side.HUBSPOT,
                        Noted.Kind.CHANGED,
                        "phone",
                        NOON,
                        true,
                        fingerprint(Side.HUBSPOT, "1"));

        assertThat(hintedAt(new SampleLink().hinted(ours), Side.HUBSPOT)).isNull();
        assertThat(hintedAt(new SampleLink(), Side.HUBSPOT)).isNull();
    }

    /** A batch keeps its observations in maps. */
    @Test
    void observations_areToldApartByTheirLinks() {
        Observation one = new SampleLink().seen("1", "2");
        Link another =
                new Link(
                        RecordKey.hubspot("contact", "502"),
                        SampleLink.PARTNER,
                        Link.Due.quiet(1, Link.Turn.FIRST, List.of()),
                        Map.of(),
                        Map.of(),
                        Findings.NONE);

        assertThat(one).hasSameHashCodeAs(new SampleLink().seen("3", "4"));
        assertThat(one).doesNotHaveSameHashCodeAs(new SampleLink().seen(another, "1", "2"));
    }
}
