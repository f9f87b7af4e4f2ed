package io.crosswalk.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.mapping.CompanyReference;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.MatchKey;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Base;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Difference;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.Link;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.Priority;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.HubspotType;
import io.crosswalk.rules.Limits;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.Value;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a record that was found changed is worth, by what is stored of it. */
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
        return seeksPartner(ANN, Link.Due.quiet(1, Link.Turn.FIRST, List.of()), gone);
    }

    /** After it was looked for as Ann. */
    private static boolean seeksPartner(CrmRecord now, Link.Due due, Side... gone) {
        Value lookedFor = PLAN.partnerValues(Side.SALESFORCE, ANN.values());
        Link looked =
                new Link(
                        KEY,
                        null,
                        due,
                        Map.of(
                                MatchKey.PARTNER,
                                FINGERPRINTS.base(KEY, MatchKey.PARTNER, Value.BLANK, lookedFor)),
                        Map.of(),
                        Findings.NONE.withGone(Set.of(gone)));
        return new Differences(FINGERPRINTS).seeksPartner(PLAN, KEY, looked, Side.SALESFORCE, now);
    }

    private static final MappingPlan PHONE =
            new MappingPlan(CONTACT, true, List.of(ManyChangesTest.text("m", "phone", "Phone")));
    private static final RecordKey LINK = RecordKey.hubspot("contact", "501");

    /** Of a link whose sides both said 1 when it was last looked at or written. */
    private static boolean isUntold(Side side, String now, Link.State state, Findings findings) {
        Link.Due due =
                new Link.Due(state, null, null, 1, Link.Turn.FIRST, 0, Priority.EDIT, List.of());
        return isUntold(side, now, due, Map.of("m", base("1", "1")), findings);
    }

    private static boolean isUntold(
            Side side, String now, Link.Due due, Map<String, Base> bases, Findings findings) {
        Link link = new Link(LINK, ID, due, bases, Map.of(), findings);
        String name = side == Side.HUBSPOT ? "phone" : "Phone";
        CrmRecord record = new CrmRecord("x", "x", Map.of(name, now), Instant.EPOCH);
        return new Differences(FINGERPRINTS).isUntold(PHONE, link, side, record);
    }

    private static Base base(String hubspot, String salesforce) {
        return FINGERPRINTS.base(LINK, "m", Value.of(hubspot), Value.of(salesforce));
    }

    @Test
    void quietLinksValueHasMoved_noEventHasTold() {
        for (Side side : Side.values()) {
            assertThat(isUntold(side, "2", Link.State.QUIET, Findings.NONE)).isTrue();
        }
    }

    /** After a write of ours, or a look, the base is what the record holds. */
    @Test
    void valueIsAsItWasWrittenOrLookedAt_nothingWasToBeTold() {
        for (Side side : Side.values()) {
            assertThat(isUntold(side, "1", Link.State.QUIET, Findings.NONE)).isFalse();
        }
    }

    @Test
    void linkIsDueAlready_somethingHasTold() {
        for (Link.State state : EnumSet.complementOf(EnumSet.of(Link.State.QUIET))) {
            assertThat(isUntold(Side.HUBSPOT, "2", state, Findings.NONE)).isFalse();
        }
    }

    /** What could not be written, or is held back, was looked at. */
    @Test
    void valueIsTheOneThatIsParked_somethingHasTold() {
        Findings parked = Findings.NONE.withParked(Map.of("m", base("2", "1")));

        assertThat(isUntold(Side.HUBSPOT, "2", Link.State.QUIET, parked)).isFalse();
        assertThat(isUntold(Side.HUBSPOT, "3", Link.State.QUIET, parked)).isTrue();
    }

    /** Of a contact that had company 7 and its account, when HubSpot shows none now. */
    private static boolean companyIsUntold(SyncRule rule, Difference.Reason known) {
        Mapping mapping =
                new Mapping(
                        "m",
                        "contact",
                        "associatedcompanyid",
                        "AccountId",
                        rule,
                        Fill.NONE,
                        true,
                        1);
        PlannedField field =
                PlannedField.ofCompany(
                        mapping, HubspotType.NUMBER, new CompanyReference(Limits.NONE));
        Findings findings =
                Findings.NONE.withDifferences(Map.of("m", new Difference(known, Instant.EPOCH)));
        Link link =
                new Link(
                        LINK,
                        ID,
                        Link.Due.quiet(1, Link.Turn.FIRST, List.of()),
                        Map.of("m", base("7", "001000000000007AAA")),
                        Map.of(),
                        findings);
        CrmRecord now = new CrmRecord("501", "501", Map.of("associatedcompanyid", ""), null);
        return new Differences(FINGERPRINTS)
                .isUntold(new MappingPlan(CONTACT, true, List.of(field)), link, Side.HUBSPOT, now);
    }

    @Test
    void companyWasTakenOffWithItsDeletion_nothingWasToBeTold() {
        SyncRule rests = SyncRule.PREFER_SALESFORCE_UNLESS_BLANK;

        assertThat(companyIsUntold(rests, Difference.Reason.RULE_KEEPS)).isFalse();
        assertThat(companyIsUntold(rests, Difference.Reason.REFUSED)).isTrue();
        assertThat(companyIsUntold(SyncRule.TWO_WAY, Difference.Reason.RULE_KEEPS)).isTrue();
    }

    /** Of a new mapping no event can tell. */
    @Test
    void valueWasNeverLookedAt_nothingWasToBeTold() {
        Link.Due quiet = Link.Due.quiet(1, Link.Turn.FIRST, List.of());

        assertThat(isUntold(Side.HUBSPOT, "2", quiet, Map.of(), Findings.NONE)).isFalse();
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

    private static Link.Due waiting(@Nullable Instant since) {
        Instant at = Instant.EPOCH.plusSeconds(600);
        return new Link.Due(
                Link.State.WAITING, at, since, 1, Link.Turn.FIRST, 0, Priority.EDIT, List.of());
    }

    private static final CrmRecord BEA =
            new CrmRecord(ID, ID, Map.of("Email", "bea@x.org"), Instant.EPOCH);

    /** Its partner could not be made, and is made later: what it is found by may change before. */
    @Test
    void waitsToBeTriedAgainAndChangesUntold_isLookedForAtOnce() {
        assertThat(seeksPartner(BEA, waiting(null))).isTrue();
        assertThat(seeksPartner(ANN, waiting(null))).isFalse();
    }

    @Test
    void waitsForCallsSinceSomethingCame_isDueAlready() {
        assertThat(seeksPartner(BEA, waiting(Instant.EPOCH))).isFalse();
    }
}
