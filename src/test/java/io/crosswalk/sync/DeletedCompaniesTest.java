package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.FINGERPRINTS;
import static io.crosswalk.sync.SampleLink.NOON;
import static io.crosswalk.sync.SampleLink.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.hubspot.UnaskedHubspot;
import io.crosswalk.mapping.CompanyReference;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Base;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.Difference;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Intent;
import io.crosswalk.records.Link;
import io.crosswalk.records.Link.Turn;
import io.crosswalk.records.Noted;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.UnaskedRecordStore;
import io.crosswalk.rules.Decision;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.HubspotType;
import io.crosswalk.rules.Limits;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.Value;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The contact had company 7 in HubSpot and the account X in Salesforce, which were partners. Now
 * HubSpot shows no company.
 */
class DeletedCompaniesTest {
    private static final String X = "001000000000007AAA";
    private static final String Y = "001000000000008AAA";
    private static final String MAPPING = "contact-associatedcompanyid";
    private static final RecordKey CONTACT = SampleLink.KEY;

    private final Links store = new Links();
    private final Hubspot hubspot = new Hubspot();
    private final List<Link> postponed = new ArrayList<>();
    private final Quarantine quarantine = new Quarantine(12, Duration.ofMinutes(10));

    private static final class Links extends UnaskedRecordStore {
        final Map<RecordKey, Link> stored = new HashMap<>();

        @Override
        public Map<RecordKey, Link> load(Collection<RecordKey> keys) {
            Map<RecordKey, Link> found = new HashMap<>(stored);
            found.keySet().retainAll(Set.copyOf(keys));
            return found;
        }

        void linked(String hubspotId, String salesforceId, Side... gone) {
            RecordKey key = RecordKey.hubspot("company", hubspotId);
            RecordKey pointer = RecordKey.salesforce("company", salesforceId);
            stored.put(key, item(key, salesforceId, Findings.of(Map.of(), Set.of(gone))));
            stored.put(pointer, item(pointer, hubspotId, Findings.NONE));
        }
    }

    /** Knows which companies are there, and which ones the contact had. */
    private static final class Hubspot extends UnaskedHubspot {
        final Set<String> there = new HashSet<>();
        final List<String> had = new ArrayList<>();
        final List<String> setSince = new ArrayList<>();
        @Nullable CrmUnavailable away;
        int calls;

        @Override
        public ReadOutcome read(String type, Collection<String> ids, Collection<String> names) {
            calls++;
            Map<String, CrmRecord> found = new LinkedHashMap<>();
            Set<String> missing = new HashSet<>();
            for (String id : ids) {
                if (there.contains(id)) {
                    found.put(id, new CrmRecord(id, id, Map.of(), NOON));
                } else {
                    missing.add(id);
                }
            }
            return new ReadOutcome(found, missing, Set.of(), null);
        }

        @Override
        public Map<String, Map<String, List<Changed>>> histories(
                String type, Collection<String> ids, Collection<String> properties) {
            calls++;
            if (away != null) {
                throw away;
            }
            List<Changed> history = new ArrayList<>();
            setSince.forEach(id -> history.add(new Changed(NOON.plusMillis(9), id, false)));
            history.add(new Changed(NOON, null, false));
            had.forEach(id -> history.add(new Changed(NOON.minusSeconds(60), id, false)));
            return had.isEmpty() ? Map.of() : Map.of("501", Map.of("associatedcompanyid", history));
        }
    }

    private static Link item(RecordKey key, String partner, Findings findings, Noted... hints) {
        return new Link(
                key,
                partner,
                Link.Due.quiet(1, Turn.FIRST, List.of(hints)),
                Map.of(),
                Map.of(),
                findings);
    }

    private static Base base(String hubspot, String salesforce) {
        return FINGERPRINTS.base(CONTACT, MAPPING, Value.of(hubspot), Value.of(salesforce));
    }

    private static Noted taken(Instant at) {
        return new Noted(
                Side.HUBSPOT,
                Noted.Kind.CHANGED,
                "associatedcompanyid",
                at,
                false,
                base("", X).hubspot());
    }

    private static Observation contact(Link link, String account) {
        return Observation.of(
                link,
                new CrmRecord("501", "501", Map.of("associatedcompanyid", ""), NOON),
                new CrmRecord(PARTNER, PARTNER, Map.of("AccountId", account), NOON));
    }

    /** Its company was 7 and its account X when it was looked at last. */
    private static Link known(Map<String, Base> parked) {
        return item(CONTACT, PARTNER, Findings.of(parked, Set.of()), taken(NOON))
                .withBase(Map.of(MAPPING, base("7", X)));
    }

    private static MappingPlan plan(SyncRule rule) {
        Mapping mapping =
                new Mapping(
                        MAPPING,
                        "contact",
                        "associatedcompanyid",
                        "AccountId",
                        rule,
                        Fill.NONE,
                        true,
                        1);
        return SampleLink.plan(
                PlannedField.ofCompany(
                        mapping, HubspotType.NUMBER, new CompanyReference(Limits.NONE)));
    }

    private List<LinkWork> look(SyncRule rule, Observation contact) {
        LeftAside aside =
                new LeftAside() {
                    @Override
                    public void postpone(Link link, Duration atLeast) {
                        postponed.add(link);
                    }

                    @Override
                    public void departed(MappingPlan plan, List<Departures.Departure> departures) {
                        throw new AssertionError("nobody is gone");
                    }
                };
        CompanyLinks companies = new CompanyLinks(store);
        List<Observation> seen =
                new DeletedCompanies(
                                companies, hubspot, FINGERPRINTS, Clock.fixed(NOON, ZoneOffset.UTC))
                        .leftOut(plan(rule), List.of(contact), aside);
        MappingPlan informed = companies.informed(plan(rule), seen);
        return seen.stream()
                .map(
                        each ->
                                new LinkWork(
                                        each,
                                        new LinkDecisions(FINGERPRINTS, quarantine)
                                                .decide(informed, each, true, NOON)))
                .toList();
    }

    private LinkWork lookOnce(SyncRule rule, Observation contact) {
        List<LinkWork> works = look(rule, contact);
        assertThat(works).hasSize(1);
        return works.get(0);
    }

    private void isKept(LinkWork work) {
        assertThat(work.decisions())
                .extracting(FieldDecision::decision)
                .containsExactly(Decision.NOTHING_CHANGED);
        assertThat(work.bases()).as("acknowledged").containsEntry(MAPPING, base("", X));
        assertThat(new LinkFindings(quarantine).of(work, Unseen.NOTHING, NOON).differences())
                .containsEntry(MAPPING, new Difference(Difference.Reason.RULE_KEEPS, NOON));
    }

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

    @Test
    void salesforceRule_companyEnteredAnewComesBackAndNothingIsAsked() {
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
    void salesforceRule_companyIsDeleted_restsAsItWas() {
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
    void salesforceRule_movedToAnAccountWhoseCompanyIsDeletedToo_peopleAreTold() {
        store.linked("8", Y, Side.HUBSPOT);

        LinkWork work = lookOnce(SyncRule.ALWAYS_USE_SALESFORCE, contact(known(Map.of()), Y));

        assertThat(work.refusals().get(MAPPING).code()).isEqualTo(ProblemCode.COMPANY_NOT_LINKED);
        assertThat(hubspot.calls).isZero();
    }

    @Test
    void salesforceRule_backAtTheAccountThatItHad_nothingElseIsWaitedForAnyMore() {
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
    void salesforceRule_writeWasThereBeforeItsCompanyWasDeleted_hasArrived() {
        store.linked("8", Y, Side.HUBSPOT);
        hubspot.had.add("8");

        LinkWork work = lookOnce(SyncRule.ALWAYS_USE_SALESFORCE, contact(begun(), Y));

        rests(work, base("8", Y));
        assertThat(arrived(work)).isTrue();
    }

    @Test
    void salesforceRule_companyIsDeletedBeforeTheWriteArrives_hasNot() {
        store.linked("8", Y, Side.HUBSPOT);
        hubspot.had.add("7");

        LinkWork work = lookOnce(SyncRule.ALWAYS_USE_SALESFORCE, contact(begun(), Y));

        rests(work, base("8", Y));
        assertThat(arrived(work)).isFalse();
    }

    @Test
    void salesforceRule_firstCompanyOfAContactIsDeletedBeforeItsWriteIsAcknowledged_hasArrived() {
        store.linked("8", Y, Side.HUBSPOT);
        hubspot.had.add("8");
        Link begun = begun().withBase(Map.of(MAPPING, base("", "")));

        LinkWork work = lookOnce(SyncRule.ALWAYS_USE_SALESFORCE, contact(begun, Y));

        rests(work, base("8", Y));
        assertThat(arrived(work)).isTrue();
    }

    @Test
    void salesforceRule_hubspotDoesNotSayWhetherTheWriteWasThere_waits() {
        store.linked("8", Y, Side.HUBSPOT);
        hubspot.away = new CrmUnavailable("AWAY", "away", Duration.ofSeconds(3));

        assertThat(look(SyncRule.ALWAYS_USE_SALESFORCE, contact(begun(), Y))).isEmpty();

        assertThat(postponed).hasSize(1);
    }
}
