package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.FINGERPRINTS;
import static io.crosswalk.sync.SampleLink.NOON;
import static io.crosswalk.sync.SampleLink.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.MatchKey;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.AwaitedPartners.Waiting;
import io.crosswalk.records.Base;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Findings;
import io.crosswalk.records.InMemoryAwaitedPartners;
import io.crosswalk.records.Link;
import io.crosswalk.records.Link.Turn;
import io.crosswalk.records.Noted;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.Priority;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.UnaskedRecordStore;
import io.crosswalk.rules.Decision;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.Value;
import io.crosswalk.sync.FieldDecision.Settle;
import io.crosswalk.sync.FieldDecision.Write;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Companies are translated through their links; what has no partner waits and is woken. */
class CompanyLinksTest {
    private static final String ACCOUNT = "001000000000007AAA";
    private static final String OTHER_ACCOUNT = "001000000000008AAA";
    private static final String MAPPING = "contact-associatedcompanyid";
    private static final RecordKey CONTACT = SampleLink.KEY;
    private static final RecordKey COMPANY = RecordKey.hubspot("company", "7");
    private static final RecordKey ITS_ACCOUNT = RecordKey.salesforce("company", ACCOUNT);
    private static final Waiting WAITING = new Waiting(CONTACT, MAPPING);

    private final Links store = new Links();
    private final InMemoryAwaitedPartners awaited = new InMemoryAwaitedPartners();
    private final CompanyLinks companies = new CompanyLinks(store);
    private final AwaitedCompanies waiting =
            new AwaitedCompanies(store, awaited, companies, Clock.fixed(NOON, ZoneOffset.UTC));

    /** What storage holds of companies, and what was asked of it. */
    private static final class Links extends UnaskedRecordStore {
        final Map<RecordKey, Link> stored = new HashMap<>();
        final List<RecordKey> retried = new ArrayList<>();
        final Map<RecordKey, List<Noted>> marked = new HashMap<>();
        int loads;

        @Override
        public Map<RecordKey, Link> mark(Map<RecordKey, List<Noted>> hints, Priority priority) {
            marked.putAll(hints);
            return Map.of();
        }

        @Override
        public Map<RecordKey, Link> load(Collection<RecordKey> keys) {
            loads++;
            Map<RecordKey, Link> found = new HashMap<>(stored);
            found.keySet().retainAll(Set.copyOf(keys));
            return found;
        }

        @Override
        public boolean retry(RecordKey link, @Nullable String mappingId) {
            return retried.add(link);
        }

        void linked(String hubspotId, String salesforceId, Side... gone) {
            RecordKey key = RecordKey.hubspot("company", hubspotId);
            RecordKey pointer = RecordKey.salesforce("company", salesforceId);
            stored.put(key, item(key, salesforceId, Map.of(), Set.of(gone)));
            stored.put(pointer, item(pointer, hubspotId, Map.of(), Set.of()));
        }
    }

    private static Link item(
            RecordKey key, String partner, Map<String, Base> base, Set<Side> gone) {
        return new Link(
                key,
                partner,
                Link.Due.quiet(1, Turn.FIRST, List.of()),
                base,
                Map.of(),
                Findings.of(Map.of(), gone));
    }

    private static Observation contact(
            String hubspotBase, String salesforceBase, String hubspot, String salesforce) {
        Base base =
                FINGERPRINTS.base(
                        CONTACT, MAPPING, Value.of(hubspotBase), Value.of(salesforceBase));
        return Observation.of(
                item(CONTACT, PARTNER, Map.of(MAPPING, base), Set.of()),
                new CrmRecord("501", "501", Map.of("associatedcompanyid", hubspot), NOON),
                new CrmRecord(PARTNER, PARTNER, Map.of("AccountId", salesforce), NOON));
    }

    private LinkWork look(SyncRule rule, Observation seen) {
        MappingPlan informed =
                companies.informed(SampleLink.companyPlan(MAPPING, rule), List.of(seen));
        LinkDecisions decisions =
                new LinkDecisions(FINGERPRINTS, new Quarantine(12, Duration.ofMinutes(10)));
        return new LinkWork(seen, decisions.decide(informed, seen, true, NOON));
    }

    private static FieldDecision only(LinkWork work) {
        return work.decisions().get(0);
    }

    /** A look at a contact that HubSpot has taken the company off. */
    private static LinkWork resting(boolean isKnown) {
        Observation seen = contact("7", ACCOUNT, "", ACCOUNT);
        PlannedField field =
                SampleLink.companyPlan(MAPPING, SyncRule.ALWAYS_USE_SALESFORCE).fields().get(0);
        RestingCompany resting = new RestingCompany(ITS_ACCOUNT, COMPANY, isKnown, null);
        return new LinkWork(seen.resting(field, resting), List.of());
    }

    /** A look at a company's pair. */
    private static LinkWork company(Map<String, Base> base, Set<Side> gone, Noted... hints) {
        return new LinkWork(
                Observation.of(
                        item(COMPANY, ACCOUNT, base, gone).withHints(List.of(hints)),
                        new CrmRecord("7", "7", Map.of(), NOON),
                        new CrmRecord(ACCOUNT, ACCOUNT, Map.of(), NOON)),
                List.of());
    }

    private static Map<String, Base> acknowledged() {
        return Map.of("company-name", Base.OF_NOTHING);
    }

    @Test
    void accountChanged_itsCompanyIsWritten() {
        store.linked("7", ACCOUNT);

        LinkWork work = look(SyncRule.TWO_WAY, contact("", "", "", ACCOUNT));

        assertThat(only(work).action())
                .isInstanceOfSatisfying(
                        Write.class,
                        write -> {
                            assertThat(write.side()).isEqualTo(Side.HUBSPOT);
                            assertThat(write.value()).isEqualTo(Value.of("7"));
                        });
        assertThat(work.crmWrite(Side.HUBSPOT, work.writes(Side.HUBSPOT)).values())
                .containsExactly(Map.entry("associatedcompanyid", "7"));
    }

    @Test
    void partners_areInStepWhoeverSetThem() {
        store.linked("7", ACCOUNT);

        LinkWork work = look(SyncRule.TWO_WAY, contact("", "", "7", ACCOUNT));

        assertThat(only(work).decision()).isEqualTo(Decision.IN_STEP);
        assertThat(only(work).action()).isInstanceOf(Settle.class);
    }

    @Test
    void companyMergedInHubspot_isInStepThroughTheWinner() {
        store.linked("9", ACCOUNT);

        LinkWork work = look(SyncRule.TWO_WAY, contact("7", ACCOUNT, "9", ACCOUNT));

        assertThat(only(work).decision()).isEqualTo(Decision.IN_STEP);
    }

    @Test
    void manyRecords_areTranslatedWithOneReadAndNoneWithoutReferences() {
        store.linked("7", ACCOUNT);
        List<Observation> many =
                IntStream.range(0, 50).mapToObj(i -> contact("", "", "7", ACCOUNT)).toList();

        companies.informed(SampleLink.companyPlan(MAPPING, SyncRule.TWO_WAY), many);
        companies.informed(
                new MappingPlan(ObjectPairs.named("contact").orElseThrow(), true, List.of()), many);

        assertThat(store.loads).isEqualTo(1);
    }

    @Test
    void unlinkedCompany_isAProblemThatNamesItAndKeepsTheBase() {
        Observation seen = contact("", "", "", ACCOUNT);

        LinkWork work = look(SyncRule.TWO_WAY, seen);

        assertThat(work.refusals().get(MAPPING).code()).isEqualTo(ProblemCode.COMPANY_NOT_LINKED);
        assertThat(work.refusals().get(MAPPING).text()).contains(ACCOUNT, "HubSpot", "AccountId");
        assertThat(work.refusals().get(MAPPING).details())
                .containsEntry("salesforceIds", List.of(ACCOUNT));
        assertThat(work.bases()).isEqualTo(seen.link().base());
        assertThat(work.writes(Side.HUBSPOT)).isEmpty();
    }

    @Test
    void unlinkedCompany_waitsAtThatCompanyUntilItsFirstLook() {
        waiting.await(List.of(look(SyncRule.TWO_WAY, contact("", "", "", ACCOUNT))));
        assertThat(awaited.of(ITS_ACCOUNT, 10)).containsExactly(WAITING);

        waiting.wake(List.of(company(acknowledged(), Set.of())));
        assertThat(store.retried).isEmpty();

        waiting.wake(List.of(company(Map.of(), Set.of())));
        assertThat(store.retried).containsExactly(CONTACT);
        assertThat(awaited.of(ITS_ACCOUNT, 10)).isEmpty();
    }

    @Test
    void companyThatWasLookedAtAlone_wakesThoseThatWaitWhenItIsLinkedAfterAll() {
        waiting.await(List.of(look(SyncRule.TWO_WAY, contact("", "", "7", ""))));

        waiting.wake(List.of(company(Map.of(MatchKey.PARTNER, Base.OF_NOTHING), Set.of())));

        assertThat(store.retried).containsExactly(CONTACT);
    }

    @Test
    void unlinkedInHubspot_waitsAtTheHubspotCompany() {
        waiting.await(List.of(look(SyncRule.TWO_WAY, contact("", "", "7", ""))));

        assertThat(awaited.of(COMPANY, 10)).containsExactly(WAITING);
    }

    @Test
    void linkedBetweenLookAndNote_isLookedAtAgainAtOnce() {
        LinkWork work = look(SyncRule.TWO_WAY, contact("", "", "", ACCOUNT));
        store.linked("7", ACCOUNT);

        waiting.await(List.of(work));
        waiting.lookAgain(List.of(work));

        assertThat(work.atOnce).isTrue();
        assertThat(work.refusals()).as("people are told nothing").isEmpty();
        assertThat(work.parked()).as("so that the next look decides").isEmpty();
        assertThat(awaited.of(ITS_ACCOUNT, 10)).isEmpty();
    }

    @Test
    void stillUnlinked_isNotLookedAtAgain() {
        LinkWork work = look(SyncRule.TWO_WAY, contact("", "", "", ACCOUNT));
        store.linked("8", OTHER_ACCOUNT);

        waiting.await(List.of(work));
        waiting.lookAgain(List.of(work));

        assertThat(work.atOnce).isFalse();
        assertThat(work.refusals()).isNotEmpty();
    }

    @Test
    void companyDeletedInHubspot_isNotReferredToUntilItIsBack() {
        store.linked("7", ACCOUNT, Side.HUBSPOT);
        LinkWork work = look(SyncRule.TWO_WAY, contact("", "", "", ACCOUNT));
        waiting.await(List.of(work));
        waiting.lookAgain(List.of(work));
        assertThat(work.refusals().get(MAPPING).code()).isEqualTo(ProblemCode.COMPANY_NOT_LINKED);
        assertThat(store.retried).isEmpty();

        waiting.wakeOfReturned(List.of(company(acknowledged(), Set.of(Side.HUBSPOT))));

        assertThat(store.retried).containsExactly(CONTACT);
    }

    @Test
    void companyIsKnownToBeDeletedInHubspot_restingContactWaitsUntilItIsBack() {
        store.linked("7", ACCOUNT, Side.HUBSPOT);
        LinkWork work = resting(true);

        waiting.await(List.of(work));
        waiting.lookAgain(List.of(work));

        assertThat(work.atOnce).isFalse();
        assertThat(store.marked).isEmpty();
        waiting.wakeOfReturned(List.of(company(acknowledged(), Set.of(Side.HUBSPOT))));
        assertThat(store.retried).containsExactly(CONTACT);
    }

    @Test
    void restoredBeforeItIsNoted_restingContactIsLookedAtAgainAtOnce() {
        store.linked("7", ACCOUNT);
        LinkWork work = resting(true);

        waiting.await(List.of(work));
        waiting.lookAgain(List.of(work));

        assertThat(work.atOnce).isTrue();
        assertThat(awaited.of(ITS_ACCOUNT, 10)).isEmpty();
    }

    @Test
    void companyIsFoundDeletedByAContactsLook_isLookedAtItselfAndWakesThoseThatRest() {
        store.linked("7", ACCOUNT);
        LinkWork work = resting(false);

        waiting.await(List.of(work));
        waiting.lookAgain(List.of(work));

        assertThat(work.atOnce).as("until the company's own look").isFalse();
        assertThat(store.marked).containsOnlyKeys(COMPANY);
        Noted deleted = store.marked.get(COMPANY).get(0);
        waiting.wake(List.of(company(acknowledged(), Set.of(), deleted)));
        assertThat(store.retried).as("it is back by then").containsExactly(CONTACT);
    }

    @Test
    void moreWaitThanOneLookWakes_theCompanyIsLookedAtAgain() {
        Set<Waiting> many =
                IntStream.range(0, 1_500)
                        .mapToObj(i -> new Waiting(RecordKey.hubspot("contact", "" + i), MAPPING))
                        .collect(Collectors.toSet());
        awaited.await(Map.of(COMPANY, many));
        LinkWork first = company(Map.of(), Set.of());

        waiting.wake(List.of(first));

        assertThat(store.retried).hasSize(1_000);
        assertThat(first.again).isEqualTo(NOON);
    }

    @Test
    void movedToAnUnlinkedCompanyInHubspot_isPutBackUnderPreferSalesforce() {
        store.linked("7", ACCOUNT);

        LinkWork work =
                look(SyncRule.PREFER_SALESFORCE_UNLESS_BLANK, contact("7", ACCOUNT, "8", ACCOUNT));

        assertThat(only(work).decision()).isEqualTo(Decision.HUBSPOT_EDIT_REJECTED);
        assertThat(only(work).write()).isNotNull();
        assertThat(only(work).write().value()).isEqualTo(Value.of("7"));
    }
}
