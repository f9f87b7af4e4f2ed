package io.crosswalk.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.MatchKey;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.Link;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A Salesforce contact without a partner, for which HubSpot's was looked for once. */
class DifferencesTest {
    private static final ObjectPair CONTACT = ObjectPairs.named("contact").orElseThrow();
    private static final MappingPlan PLAN = new MappingPlan(CONTACT, true, List.of());
    private static final String ID = "003000000000001AAA";
    private static final RecordKey KEY = RecordKey.salesforce("contact", ID);
    private static final Fingerprints FINGERPRINTS = new Fingerprints(new byte[16]);
    private static final CrmRecord ANN =
            new CrmRecord(ID, ID, Map.of("Email", "ann@x.org"), Instant.EPOCH);

    private static boolean seeksPartner(Side... gone) {
        Value lookedFor = PLAN.partnerValues(Side.SALESFORCE, ANN.values());
        Link looked =
                new Link(
                        KEY,
                        null,
                        Link.Due.quiet(1, Link.Turn.FIRST, List.of()),
                        Map.of(
                                MatchKey.PARTNER,
                                FINGERPRINTS.base(KEY, MatchKey.PARTNER, Value.BLANK, lookedFor)),
                        Map.of(),
                        Findings.NONE.withGone(Set.of(gone)));
        return new Differences(FINGERPRINTS).seeksPartner(PLAN, KEY, looked, Side.SALESFORCE, ANN);
    }

    @Test
    void nothingToBeFoundByHasChanged_isNotLookedForAgain() {
        assertThat(seeksPartner()).isFalse();
    }

    @Test
    void recordWasRestoredAndNoEventToldOfIt_isLookedForAgain() {
        assertThat(seeksPartner(Side.SALESFORCE)).isTrue();
    }
}
