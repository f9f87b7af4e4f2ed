package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.mapping.PlannedField;
import io.crosswalk.rules.Later;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** HubSpot holds "1", Salesforce "2": since when, and which is the later. */
class FieldTimesTest {
    private static final PlannedField PHONE = SampleLink.field(SyncRule.TWO_WAY);

    private static FieldTimes times(SampleLink link) {
        return FieldTimes.of(link.seen("1", "2"), PHONE, SampleLink.base("1", "2"));
    }

    private static FieldTimes times(SampleLink link, Instant history) {
        return FieldTimes.of(
                link.seen("1", "2").withHubspotTimes(Map.of("phone", history)),
                PHONE,
                SampleLink.base("1", "2"));
    }

    @Test
    void hintsOfBothValues_areTheirTimes() {
        SampleLink link =
                new SampleLink()
                        .hinted(Side.HUBSPOT, NOON.plusSeconds(3), "1")
                        .hinted(Side.SALESFORCE, NOON, "2");

        assertThat(times(link)).isEqualTo(new FieldTimes(NOON.plusSeconds(3), NOON, Later.HUBSPOT));
    }

    @Test
    void hubspotsHistory_isBelievedBeforeAnyHint() {
        SampleLink link =
                new SampleLink()
                        .hinted(Side.HUBSPOT, NOON.plusSeconds(3), "1")
                        .hinted(Side.SALESFORCE, NOON, "2");

        assertThat(times(link, NOON.minusSeconds(3)))
                .isEqualTo(new FieldTimes(NOON.minusSeconds(3), NOON, Later.SALESFORCE));
    }

    @Test
    void hintOfAnEarlierValueInSalesforce_isTheLeastThatItsTimeCanBe() {
        SampleLink link = new SampleLink().hinted(Side.SALESFORCE, NOON, "other");
        link.salesforceModifiedAt(NOON.plusSeconds(9));

        assertThat(times(link, NOON.minusSeconds(1)))
                .isEqualTo(new FieldTimes(NOON.minusSeconds(1), null, Later.SALESFORCE));
        assertThat(times(link, NOON.plusSeconds(1)).later()).isEqualTo(Later.UNKNOWN);
    }

    @Test
    void withoutHints_hubspotIsLaterThanARecordThatNobodyTouchedSince() {
        SampleLink link = new SampleLink().salesforceModifiedAt(NOON);

        assertThat(times(link, NOON.plusSeconds(1)).later()).isEqualTo(Later.HUBSPOT);
        assertThat(times(link)).isEqualTo(new FieldTimes(null, null, Later.UNKNOWN));
    }
}
