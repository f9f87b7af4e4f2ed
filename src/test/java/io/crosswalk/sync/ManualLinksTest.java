package io.crosswalk.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crosswalk.Shipped;
import io.crosswalk.hubspot.UnaskedHubspot;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.records.Link;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.UnaskedRecordStore;
import io.crosswalk.salesforce.UnaskedSalesforce;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A person parts two records. */
class ManualLinksTest {
    /** All that is asked of it is to say who is linked to whom. */
    private static final class LinkedStore extends UnaskedRecordStore {
        @Override
        public Map<RecordKey, Link> load(Collection<RecordKey> keys) {
            return Map.of(SampleLink.KEY, new SampleLink().link());
        }
    }

    private static ManualLinks links() {
        return new ManualLinks(
                new LinkedStore(),
                null,
                new RecordedProblems(),
                new UnaskedHubspot(),
                new UnaskedSalesforce(),
                SampleLink.FINGERPRINTS,
                Shipped.config(SyncConfig.class),
                Clock.systemUTC());
    }

    @Test
    void partnerIsAnotherThanThePersonSaw_nothingIsParted() {
        Refusal refusal =
                catchThrowableOfType(
                        Refusal.class,
                        () ->
                                links().unlink(
                                                ObjectPairs.named("contact").orElseThrow(),
                                                "501",
                                                "003000000000002AAA"));

        assertThat(refusal.code()).isEqualTo(RefusalCode.LINKED_OTHERWISE);
        assertThat(refusal).hasMessageContaining("by now it has another partner");
    }
}
