package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.FINGERPRINTS;
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
import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Decision;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where Salesforce is never cleared: what becomes of the contact until its company is back. */
class RestingCompaniesTest extends ContactOfDeletedCompany {
    @Test
    void companyEnteredAnewComesBackAndNothingIsAsked() {
        store.linked("77", X);
        hubspot.there.add("77");

        LinkWork work =
                lookOnce(SyncRule.PREFER_SALESFORCE_UNLESS_BLANK, contact(known(Map.of()), X));

        assertThat(work.writes(Side.HUBSPOT)).containsOnlyKeys("associatedcompanyid");
    }

    private static void rests(LinkWork work, Base with) {
        assertThat(work.decisions())
                .extracting(FieldDecision::decision)
                .containsExactly(Decision.IN_STEP);
        assertThat(work.bases()).containsEntry(MAPPING, with);
        assertThat(work.writes(Side.HUBSPOT)).isEmpty();
        assertThat(
                        new LinkFindings(new Quarantine(12, Duration.ofMinutes(10)))
                                .of(work, Unseen.NOTHING, NOON)
                                .differences()
                                .get(MAPPING)
                                .reason())
                .as("people are told")
                .isEqualTo(Difference.Reason.RULE_KEEPS);
    }

    @Test
    void companyIsDeleted_restsAsItWas() {
        store.linked("7", X);

        LinkWork work =
                lookOnce(SyncRule.PREFER_SALESFORCE_UNLESS_BLANK, contact(known(Map.of()), X));

        rests(work, base("7", X));
        assertThat(work.seen().resting(work.decisions().get(0).field()))
                .isEqualTo(
                        new RestingCompany(
                                RecordKey.salesforce("company", X),
                                RecordKey.hubspot("company", "7"),
                                false,
                                null));
    }

    @Test
    void movedToAnAccountWhoseCompanyIsDeletedToo_peopleAreTold() {
        store.linked("8", Y, Side.HUBSPOT);

        LinkWork work = lookOnce(SyncRule.ALWAYS_USE_SALESFORCE, contact(known(Map.of()), Y));

        assertThat(work.refusals().get(MAPPING).code()).isEqualTo(ProblemCode.COMPANY_NOT_LINKED);
        assertThat(hubspot.calls).isZero();
    }

    @Test
    void backAtTheAccountThatItHad_nothingElseIsWaitedForAnyMore() {
        store.linked("7", X, Side.HUBSPOT);
        Link refused = known(Map.of(MAPPING, base("", Y)));

        LinkWork work = lookOnce(SyncRule.ALWAYS_USE_SALESFORCE, contact(refused, X));

        rests(work, base("7", X));
        assertThat(work.parked()).as("its problem closes").isEmpty();
    }

    @Test
    void ruleIsTwoWayByNowAndTheCompanyIsBack_accountThatRestedStays() {
        store.linked("7", X, Side.HUBSPOT);
        LinkWork rested = lookOnce(SyncRule.ALWAYS_USE_SALESFORCE, contact(known(Map.of()), X));
        store.stored.clear();
        store.linked("7", X);
        hubspot.there.add("7");
        hubspot.had.add("7");
        Link later =
                item(
                                CONTACT,
                                PARTNER,
                                new LinkFindings(quarantine).of(rested, Unseen.NOTHING, NOON))
                        .withBase(rested.bases());

        isKept(lookOnce(SyncRule.TWO_WAY, contact(later, X)));
    }

    /** Account Y was carried over as company 8, and the look stopped before it was acknowledged. */
    private static Link begun() {
        Intent intent = new Intent(Side.HUBSPOT, base("8", Y), NOON.minusSeconds(61) + "#100000");
        return new Link(
                        CONTACT,
                        PARTNER,
                        Link.Due.quiet(1, Turn.FIRST, List.of(taken(NOON))),
                        Map.of(),
                        Map.of(MAPPING, intent),
                        Findings.NONE)
                .withBase(Map.of(MAPPING, base("7", X)));
    }

    private Boolean arrived(LinkWork work) {
        Intent intent = work.link.intents().get(MAPPING);
        return new ArrivedWrites(FINGERPRINTS)
                .arrived(intent, work.seen(), work.decisions().get(0));
    }

    @Test
    void writeWasThereBeforeItsCompanyWasDeleted_hasArrived() {
        store.linked("8", Y, Side.HUBSPOT);
        hubspot.had.add("8");

        LinkWork work = lookOnce(SyncRule.ALWAYS_USE_SALESFORCE, contact(begun(), Y));

        rests(work, base("8", Y));
        assertThat(arrived(work)).isTrue();
    }

    @Test
    void companyIsDeletedBeforeTheWriteArrives_hasNot() {
        store.linked("8", Y, Side.HUBSPOT);
        hubspot.had.add("7");

        LinkWork work = lookOnce(SyncRule.ALWAYS_USE_SALESFORCE, contact(begun(), Y));

        rests(work, base("8", Y));
        assertThat(arrived(work)).isFalse();
    }

    @Test
    void firstCompanyOfAContactIsDeletedBeforeItsWriteIsAcknowledged_hasArrived() {
        store.linked("8", Y, Side.HUBSPOT);
        hubspot.had.add("8");
        Link begun = begun().withBase(Map.of(MAPPING, base("", "")));

        LinkWork work = lookOnce(SyncRule.ALWAYS_USE_SALESFORCE, contact(begun, Y));

        rests(work, base("8", Y));
        assertThat(arrived(work)).isTrue();
    }

    @Test
    void hubspotDoesNotSayWhetherTheWriteWasThere_waits() {
        store.linked("8", Y, Side.HUBSPOT);
        hubspot.away = new CrmUnavailable("AWAY", "away", Duration.ofSeconds(3));

        assertThat(look(SyncRule.ALWAYS_USE_SALESFORCE, contact(begun(), Y))).isEmpty();

        assertThat(postponed).hasSize(1);
    }
}
