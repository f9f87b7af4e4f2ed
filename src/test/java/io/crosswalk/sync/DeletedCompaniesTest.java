package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.NOON;
import static io.crosswalk.sync.SampleLink.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.Base;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.Difference;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Intent;
import io.crosswalk.records.Link;
import io.crosswalk.records.Link.Turn;
import io.crosswalk.records.Noted;
import io.crosswalk.rules.Decision;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the rule has Salesforce follow HubSpot: whether a person has cleared the company. */
class DeletedCompaniesTest extends ContactOfDeletedCompany {
    private static void isCleared(LinkWork work) {
        assertThat(work.writes(Side.SALESFORCE)).containsOnlyKeys("AccountId");
    }

    @Test
    void companyIsKnownToBeDeleted_accountStaysWithoutACall() {
        store.linked("7", X, Side.HUBSPOT);

        isKept(lookOnce(SyncRule.TWO_WAY, contact(known(Map.of()), X)));

        assertThat(hubspot.calls).isZero();
    }

    @Test
    void personSetsAnotherWhileHubspotIsAsked_accountStays() {
        hubspot.there.add("9");
        hubspot.had.add("7");
        hubspot.setSince.add("9");

        isKept(lookOnce(SyncRule.TWO_WAY, contact(known(Map.of()), X)));
    }

    @Test
    void clearingWasHeldBeforeTheCompanyWasDeleted_accountThatWasSetIsCarriedOver() {
        store.linked("8", Y);
        hubspot.had.add("7");
        Difference held = new Difference(Difference.Reason.PAUSED, NOON);
        Link link = known(Map.of(MAPPING, base("", Y)));
        Link paused =
                new Link(
                                CONTACT,
                                PARTNER,
                                link.due(),
                                Map.of(),
                                Map.of(),
                                link.findings().withDifferences(Map.of(MAPPING, held)))
                        .withBase(link.base());

        LinkWork work = lookOnce(SyncRule.TWO_WAY, contact(paused, Y));

        assertThat(work.writes(Side.HUBSPOT)).containsOnlyKeys("associatedcompanyid");
    }

    @Test
    void blankIsAcknowledgedAndAnotherAccountIsNot_eventOfTheDeletionIsNoEdit() {
        store.linked("8", Y);
        hubspot.had.add("7");
        Noted edited =
                new Noted(
                        Side.SALESFORCE,
                        Noted.Kind.CHANGED,
                        "AccountId",
                        NOON.minusSeconds(60),
                        false,
                        base("", Y).salesforce());
        Link acknowledged =
                item(CONTACT, PARTNER, Findings.NONE, taken(NOON), edited)
                        .withBase(Map.of(MAPPING, base("", X)));

        LinkWork work = lookOnce(SyncRule.TWO_WAY, contact(acknowledged, Y));

        assertThat(work.decisions())
                .extracting(FieldDecision::decision)
                .containsExactly(Decision.SALESFORCE_CHANGED);
    }

    @Test
    void personClearsIt_accountIsCleared() {
        store.linked("7", X);
        hubspot.there.add("7");
        hubspot.had.add("7");

        isCleared(lookOnce(SyncRule.TWO_WAY, contact(known(Map.of()), X)));
    }

    @Test
    void pairIsPartedAndAccountHasTheCompanyEnteredAnew_accountStays() {
        store.linked("77", X);
        hubspot.there.add("77");
        hubspot.had.add("7");

        isKept(lookOnce(SyncRule.TWO_WAY, contact(known(Map.of()), X)));
        isKept(lookOnce(SyncRule.ALWAYS_USE_HUBSPOT, contact(known(Map.of()), X)));
        isKept(lookOnce(SyncRule.PREFER_HUBSPOT_UNLESS_BLANK, contact(known(Map.of()), X)));
    }

    @Test
    void duplicateOfTheAccountsCompanyIsDeleted_accountStays() {
        hubspot.had.add("7");

        isKept(lookOnce(SyncRule.TWO_WAY, contact(known(Map.of()), X)));
    }

    @Test
    void companyWithoutAPartnerIsDeletedThatItWasMovedTo_accountStays() {
        store.linked("7", X);
        hubspot.there.add("7");
        hubspot.had.addAll(List.of("9", "7"));

        isKept(lookOnce(SyncRule.TWO_WAY, contact(known(Map.of(MAPPING, base("9", X))), X)));
    }

    @Test
    void hubspotDoesNotTellWhichItWas_theOneThatIsKnownCounts() {
        store.linked("7", X);
        hubspot.there.add("7");

        isCleared(lookOnce(SyncRule.TWO_WAY, contact(known(Map.of()), X)));
    }

    @Test
    void nobodyKnowsWhichItWas_accountStays() {
        store.linked("77", X);
        hubspot.there.add("77");

        isKept(lookOnce(SyncRule.TWO_WAY, contact(known(Map.of()), X)));
    }

    @Test
    void acknowledged_isNoEditLaterWhateverBecomesOfThePair() {
        store.linked("7", X, Side.HUBSPOT);
        LinkWork first = lookOnce(SyncRule.TWO_WAY, contact(known(Map.of()), X));
        store.stored.clear();
        store.linked("77", X);
        Link later =
                item(CONTACT, PARTNER, new LinkFindings(quarantine).of(first, Unseen.NOTHING, NOON))
                        .withBase(first.bases());

        isKept(lookOnce(SyncRule.TWO_WAY, contact(later, X)));

        assertThat(hubspot.calls).isZero();
    }

    /** Company 7 was carried over as X, and the look stopped before it was acknowledged. */
    private static Link stopped(Map<String, Base> acknowledged) {
        Intent intent =
                new Intent(Side.SALESFORCE, base("7", X), NOON.minusSeconds(60) + "#100000");
        return new Link(
                        CONTACT,
                        PARTNER,
                        Link.Due.quiet(1, Turn.FIRST, List.of(taken(NOON))),
                        Map.of(),
                        Map.of(MAPPING, intent),
                        Findings.NONE)
                .withBase(acknowledged);
    }

    @Test
    void companyIsDeletedBeforeItsWriteIsAcknowledged_accountStays() {
        store.linked("7", X, Side.HUBSPOT);

        isKept(lookOnce(SyncRule.TWO_WAY, contact(stopped(Map.of(MAPPING, base("8", Y))), X)));
        isKept(lookOnce(SyncRule.TWO_WAY, contact(stopped(Map.of(MAPPING, base("", ""))), X)));
        isKept(lookOnce(SyncRule.TWO_WAY, contact(stopped(Map.of()), X)));
    }

    @Test
    void accountWasChangedMeanwhile_hubspotFollowsHoweverLateTheDeletion() {
        store.linked("8", Y);
        hubspot.had.add("7");

        LinkWork work = lookOnce(SyncRule.TWO_WAY, contact(known(Map.of()), Y));

        assertThat(work.writes(Side.SALESFORCE)).isEmpty();
        assertThat(work.writes(Side.HUBSPOT)).containsOnlyKeys("associatedcompanyid");
    }

    @Test
    void pairHasNotMetTheMappingAndAnEventTellsOfTheDeletion_accountStays() {
        hubspot.had.add("7");
        Link unmet = item(CONTACT, PARTNER, Findings.NONE, taken(NOON));

        LinkWork work = lookOnce(SyncRule.TWO_WAY, contact(unmet, X));

        assertThat(work.decisions())
                .extracting(FieldDecision::decision)
                .containsExactly(Decision.FIRST_CONTACT_ACKNOWLEDGED);
    }

    @Test
    void hubspotIsAway_waits() {
        store.linked("7", X);
        hubspot.away = new CrmUnavailable("AWAY", "away", Duration.ofSeconds(3));

        assertThat(look(SyncRule.TWO_WAY, contact(known(Map.of()), X))).isEmpty();

        assertThat(postponed).hasSize(1);
    }
}
