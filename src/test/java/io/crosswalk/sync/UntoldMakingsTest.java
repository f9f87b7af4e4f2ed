package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.FINGERPRINTS;
import static io.crosswalk.sync.SampleLink.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.hubspot.UnaskedHubspot;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.MatchKey;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Intent;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.Link;
import io.crosswalk.records.Link.Turn;
import io.crosswalk.records.Noted;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.Value;
import io.crosswalk.sync.NewRecords.Carried;
import io.crosswalk.sync.NewRecords.NewRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A contact was about to be made in Salesforce with {@code ada@example.org} and {@code 555}; no
 * answer came. Now a record with that e-mail is found there.
 */
class UntoldMakingsTest {
    private static final RecordKey KEY = RecordKey.hubspot("contact", "501");
    private static final String FOUND = "003000000000001AAA";
    private static final MappingPlan PLAN =
            SampleLink.plan(
                    SampleLink.field("mail", "email", "Email", SyncRule.TWO_WAY),
                    SampleLink.field("m", "phone", "Phone", SyncRule.TWO_WAY),
                    SampleLink.field("title", "jobtitle", "Title", SyncRule.TWO_WAY));
    private static final String MADE_AT = NOON + "#100000";
    private static final Intent MAKING =
            new Intent(Side.SALESFORCE, SampleLink.base("ada@example.org", ""), MADE_AT);

    private final ArrivedWrites arrivedWrites = new ArrivedWrites(FINGERPRINTS);
    private final NewRecords newRecords = new NewRecords(new UnaskedHubspot());
    private final RecordedStore store = new RecordedStore();
    private final UntoldMakings makings =
            new UntoldMakings(store, new CreationEntries(FINGERPRINTS, false), FINGERPRINTS);

    private static CrmRecord contact(String email, String phone) {
        return new CrmRecord("501", "501", Map.of("email", email, "phone", phone), NOON);
    }

    /** A pair since, with what was noted down when one was about to be made. */
    private Observation seen(CrmRecord then, CrmRecord now, CrmRecord found) {
        Link free =
                new Link(
                        KEY,
                        null,
                        Link.Due.quiet(1, Turn.FIRST, List.of()),
                        Map.of(),
                        Map.of(),
                        Findings.NONE);
        NewRecord made = newRecords.of(PLAN, new Seeker(free, then));
        Map<String, Intent> intents =
                new HashMap<>(
                        arrivedWrites.ofMaking(KEY, made.carried(), Side.SALESFORCE, MADE_AT));
        intents.put(MatchKey.PARTNER, MAKING);
        Link pair =
                new Link(
                        KEY,
                        FOUND,
                        Link.Due.quiet(1, Turn.FIRST, List.of()),
                        Map.of(),
                        intents,
                        Findings.NONE);
        return Observation.of(pair, now, found);
    }

    private List<JournalEntry> told(CrmRecord then, CrmRecord now, CrmRecord found) {
        return makings.entries(PLAN, seen(then, now, found));
    }

    private static CrmRecord holds(String email, String phone) {
        return new CrmRecord(FOUND, FOUND, Map.of("Email", email, "Phone", phone), NOON);
    }

    private static String line(JournalEntry told) {
        return told.mapping().id()
                + " "
                + told.verdict().value()
                + " "
                + told.verdict().result().outcome();
    }

    private static final CrmRecord ADA = contact("ada@example.org", "555");

    @Test
    void recordHoldsWhatWasSent_itWasWritten() {
        assertThat(told(ADA, ADA, holds("ada@example.org", "555")))
                .extracting(UntoldMakingsTest::line)
                .containsExactly("m 555 WRITTEN", "mail ada@example.org WRITTEN");
    }

    @Test
    void seekerWasEditedSince_whatWasSentIsToldAndNotWhatItHoldsNow() {
        CrmRecord edited = contact("ada@example.org", "777");

        assertThat(told(ADA, edited, holds("ada@example.org", "555")))
                .extracting(UntoldMakingsTest::line)
                .containsExactly("m 555 WRITTEN", "mail ada@example.org WRITTEN");
    }

    @Test
    void personEnteredTheRecord_whatItDoesNotHoldDidNotArrive() {
        List<JournalEntry> told = told(ADA, ADA, holds("ada@example.org", "999"));

        assertThat(told)
                .extracting(UntoldMakingsTest::line)
                .containsExactly("m 555 NOT_ARRIVED", "mail ada@example.org WRITTEN");
        assertThat(told.get(0).verdict().result().message()).contains("does not hold it");
    }

    @Test
    void bothWereEditedSince_whatWasSentIsToldByItsFingerprint() {
        CrmRecord edited = contact("ada@example.org", "777");
        String sent = FINGERPRINTS.of(KEY, "m", Side.SALESFORCE, Value.of("555")).toString();

        List<JournalEntry> told = told(ADA, edited, holds("ada@example.org", "999"));

        assertThat(told)
                .extracting(UntoldMakingsTest::line)
                .containsExactly("m " + sent + " NOT_ARRIVED", "mail ada@example.org WRITTEN");
        assertThat(told.get(0).seen().hubspot()).isEmpty();
        assertThat(told.get(0).verdict().result().message()).contains("only the fingerprint");
    }

    @Test
    void valueWasStoredInLowerCase_itIsTheOneThatWasSent() {
        assertThat(told(contact("Ada@Example.org", "555"), ADA, holds("ada@example.org", "555")))
                .extracting(UntoldMakingsTest::line)
                .containsExactly("m 555 WRITTEN", "mail ada@example.org WRITTEN");
    }

    @Test
    void twoLooksTellOfIt_theirEntriesHaveTheSameKeys() {
        List<JournalEntry> again = told(ADA, ADA, holds("ada@example.org", "555"));

        assertThat(told(ADA, ADA, holds("ada@example.org", "555")))
                .extracting(JournalEntry::key)
                .containsExactlyElementsOf(again.stream().map(JournalEntry::key).toList());
        assertThat(again).extracting(JournalEntry::decidedAt).containsOnly(NOON);
    }

    @Test
    void somebodyElseWasLinked_isNoMaking() {
        assertThat(told(ADA, ADA, holds("bob@example.org", "555"))).isEmpty();
    }

    @Test
    void foundByWhatItWasMadeWith_isTheOneWhateverItHoldsByNow() {
        Observation seen = seen(ADA, ADA, holds("bob@example.org", "555"));
        Link found = seen.link().withHints(List.of(UntoldMakings.found(MAKING)));

        assertThat(makings.entries(PLAN, seen.with(found)))
                .extracting(UntoldMakingsTest::line)
                .containsExactly("m 555 WRITTEN", "mail ada@example.org NOT_ARRIVED");
    }

    @Test
    void itWasToldOf_isNotToldAgain() {
        Observation seen = seen(ADA, ADA, holds("ada@example.org", "555"));
        Link told = seen.link().withHints(List.of(UntoldMakings.told(MAKING)));

        assertThat(makings.entries(PLAN, seen.with(told))).isEmpty();
        assertThat(store.marked).isEmpty();
    }

    @Test
    void valueThatCouldNotBeCarriedOver_isLookedAtAsAnEdit() {
        CrmRecord withTitle =
                new CrmRecord(
                        "501",
                        "501",
                        Map.of("email", "ada@example.org", "phone", "555", "jobtitle", "x"),
                        NOON);
        Observation seen = seen(ADA, withTitle, holds("ada@example.org", "555"));

        Observation hinted = makings.hinted(PLAN, List.of(seen)).get(0);

        assertThat(hinted.link().due().hints())
                .containsExactly(
                        new Noted(Side.HUBSPOT, Noted.Kind.CHANGED, "jobtitle", NOON, false));
        assertThat(store.marked).containsOnlyKeys(KEY);
    }

    @Test
    void valueThatIsNotThereAnyMore_isLookedAtAsAnEditOfTheOtherSide() {
        Observation seen = seen(ADA, ADA, holds("ada@example.org", "999"));
        Link told = seen.link().withHints(List.of(UntoldMakings.told(MAKING)));

        Observation hinted = makings.hinted(PLAN, List.of(seen.with(told))).get(0);

        assertThat(hinted.edit(PLAN.ofProperty("phone"), Side.HUBSPOT)).isNotNull();
        assertThat(hinted.edit(PLAN.ofProperty("email"), Side.HUBSPOT)).isNull();
        assertThat(store.marked).isEmpty();
    }

    @Test
    void contactWasMadeInHubspot_whatItNamesTellsThatItIsTheOne() {
        RecordKey maker = RecordKey.salesforce("contact", FOUND);
        Intent making = new Intent(Side.HUBSPOT, SampleLink.base("", "ada@example.org"), MADE_AT);
        Link pair =
                new Link(
                        KEY,
                        FOUND,
                        Link.Due.quiet(1, Turn.FIRST, List.of()),
                        Map.of(),
                        Map.of(
                                MatchKey.PARTNER,
                                making,
                                MatchKey.partnersField("m"),
                                new Intent(
                                        Side.HUBSPOT,
                                        FINGERPRINTS.base(
                                                maker, "m", Value.of("555"), Value.of("555")),
                                        MADE_AT)),
                        Findings.NONE);
        CrmRecord made =
                new CrmRecord(
                        "501",
                        "501",
                        Map.of(
                                "email",
                                "eva@example.org",
                                "phone",
                                "555",
                                "salesforcecontactid",
                                FOUND.substring(0, 15)),
                        NOON);

        Observation seen = Observation.of(pair, made, holds("ada@example.org", "555"));

        assertThat(makings.entries(PLAN, seen))
                .extracting(UntoldMakingsTest::line)
                .containsExactly("m 555 WRITTEN");
        assertThat(
                        arrivedWrites.base(
                                seen, PLAN.ofProperty("phone"), SampleLink.base("555", "555")))
                .isEqualTo(SampleLink.base("555", "555"));
    }

    private static final String OPPORTUNITY = "006000000000001AAA";
    private static final MappingPlan DEALS =
            new MappingPlan(
                    ObjectPairs.named("deal").orElseThrow(),
                    true,
                    List.of(
                            SampleLink.field("name", "dealname", "Name", SyncRule.TWO_WAY),
                            SampleDeal.stage(false),
                            SampleDeal.pipeline()));

    /** What is told of the stage of a deal that was made as a renewal that is won. */
    private JournalEntry toldOfStage(String kindNow, String stageNow) {
        RecordKey maker = RecordKey.salesforce("deal", OPPORTUNITY);
        Map<String, Intent> intents =
                new HashMap<>(
                        arrivedWrites.ofMaking(
                                maker,
                                List.of(
                                        carried("dealname", "Purchase", "Purchase"),
                                        carried("dealstage", "Won", "r-won"),
                                        carried("pipeline", "renewals", "renewals")),
                                Side.HUBSPOT,
                                MADE_AT));
        intents.put(MatchKey.PARTNER, new Intent(Side.HUBSPOT, SampleLink.base("", ""), MADE_AT));
        Link pair =
                new Link(
                        RecordKey.hubspot("deal", "501"),
                        OPPORTUNITY,
                        Link.Due.quiet(1, Turn.FIRST, List.of()),
                        Map.of(),
                        intents,
                        Findings.NONE);
        Map<String, String> deal =
                Map.of("dealname", "Purchase", "dealstage", stageNow, "pipeline", "renewals");
        Map<String, String> opportunity =
                Map.of("Name", "Purchase", "StageName", "Won", "Kind__c", kindNow);
        return makings
                .entries(
                        DEALS,
                        Observation.of(
                                pair,
                                new CrmRecord("501", "501", deal, NOON),
                                new CrmRecord(OPPORTUNITY, OPPORTUNITY, opportunity, NOON)))
                .stream()
                .filter(told -> told.mapping().id().equals("stage"))
                .findFirst()
                .orElseThrow();
    }

    private static Carried carried(String property, String from, String to) {
        return new Carried(DEALS.ofProperty(property), Value.of(from), Value.of(to));
    }

    @Test
    void stageOfAMappedPipelineArrived_isToldWithWhatItWasMadeOf() {
        for (String kind : List.of("renewals", "sales", "")) {
            JournalEntry told = toldOfStage(kind, "r-won");

            assertThat(line(told)).isEqualTo("stage r-won WRITTEN");
            assertThat(told.seen().salesforce()).isEqualTo("Won");
        }
    }

    @Test
    void stageOfAMappedPipelineIsNotThere_itIsStillKnownWhatWasSent() {
        JournalEntry told = toldOfStage("renewals", "r-due");

        assertThat(line(told)).isEqualTo("stage r-won NOT_ARRIVED");
        assertThat(told.verdict().result().message()).contains("does not hold it");
    }
}
