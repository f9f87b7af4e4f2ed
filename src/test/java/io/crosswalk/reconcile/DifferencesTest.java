package io.crosswalk.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.MatchKey;
import io.crosswalk.records.Base;
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
    private static final String OTHER = "003000000000002AAA";
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

    private static boolean isWorthALook(Map<String, Base> bases, String named) {
        RecordKey key = RecordKey.hubspot("contact", "501");
        Link pair =
                new Link(
                        key,
                        ID,
                        Link.Due.quiet(1, Link.Turn.FIRST, List.of()),
                        bases,
                        Map.of(),
                        Findings.NONE);
        Map<String, String> values = Map.of("salesforcecontactid", named);
        return new Differences(FINGERPRINTS)
                .worthALook(
                        PLAN,
                        pair,
                        Side.HUBSPOT,
                        new CrmRecord("501", "501", values, Instant.EPOCH));
    }

    @Test
    void pairNamesAnotherPartnerByNow_isLookedAt() {
        assertThat(isWorthALook(Map.of(), OTHER)).isTrue();
    }

    @Test
    void pairNamesItsPartnerOrNobody_costsNoLook() {
        assertThat(isWorthALook(Map.of(), ID)).isFalse();
        assertThat(isWorthALook(Map.of(), "")).isFalse();
        assertThat(isWorthALook(Map.of(), "to be asked")).isFalse();
    }

    @Test
    void pairNamesOneThatALookFoundToBeGone_costsNoOtherLook() {
        RecordKey key = RecordKey.hubspot("contact", "501");
        Base gone = FINGERPRINTS.base(key, MatchKey.NAMED, Value.of(OTHER), Value.BLANK);
        Map<String, Base> bases = Map.of(MatchKey.NAMED, gone);

        assertThat(isWorthALook(bases, OTHER)).isFalse();
        assertThat(isWorthALook(bases, "003000000000003AAA")).isTrue();
    }

    @Test
    void recordWasRestoredAndNoEventToldOfIt_isLookedForAgain() {
        assertThat(seeksPartner(Side.SALESFORCE)).isTrue();
    }
}
