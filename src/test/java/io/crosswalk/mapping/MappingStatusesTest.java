package io.crosswalk.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.hubspot.HubspotClient.Owner;
import io.crosswalk.records.InMemoryBreakerStore;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.Problem;
import io.crosswalk.records.Problem.Found;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.ProblemId;
import io.crosswalk.records.ProblemStore;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.salesforce.SalesforceClient.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The status of one mapping costs what one costs. */
class MappingStatusesTest {
    private static final ObjectPair CONTACT = ObjectPairs.named("contact").orElseThrow();
    private static final ObjectPair DEAL = ObjectPairs.named("deal").orElseThrow();

    /** Knows of problems of every mapping's records. */
    private static final class Counted implements ProblemStore {
        private final Set<String> asked = new HashSet<>();
        private final List<Problem> open = new ArrayList<>();

        @Override
        public Map<String, Integer> countOfRecords(String object, Collection<String> mappingIds) {
            asked.addAll(mappingIds);
            return Map.of("contact-jobtitle", 3, "contact-phone", 1);
        }

        @Override
        public void raise(Collection<Found> problems) {
            throw new AssertionError("not asked for");
        }

        @Override
        public Optional<Problem> find(ProblemId id) {
            throw new AssertionError("not asked for");
        }

        @Override
        public void close(Collection<ProblemId> ids) {
            throw new AssertionError("not asked for");
        }

        @Override
        public void closeAllOf(
                RecordKey link, @Nullable String mappingId, @Nullable ProblemCode keep) {
            throw new AssertionError("not asked for");
        }

        @Override
        public void closeAllOf(RecordKey link) {
            throw new AssertionError("not asked for");
        }

        @Override
        public List<Problem> ofRecord(RecordKey link) {
            throw new AssertionError("not asked for");
        }

        @Override
        public List<Problem> ofMappings(String object) {
            return open;
        }

        @Override
        public Page page(Filter filter, int limit, @Nullable String after) {
            throw new AssertionError("not asked for");
        }
    }

    private static class Shipped extends UnaskedMappingStore {
        private boolean on = true;

        @Override
        public ObjectSettings settings(String object) {
            return new ObjectSettings(on, 1);
        }

        @Override
        public List<Mapping> mappings(String object) {
            return StandardMappings.of(object);
        }
    }

    @Test
    void objectThatIsOff_hasNoFindingsToRaise_andSaysThemAllTheSame() {
        Shipped store = new Shipped();
        MappingStatuses statuses =
                new MappingStatuses(
                        store,
                        new FakeHubspot().with("jobtitle", "string", "text"),
                        new FakeSalesforce(),
                        new Counted(),
                        new InMemoryBreakerStore());
        assertThat(statuses.assess(CONTACT)).anyMatch(it -> !it.findings().isEmpty());

        store.on = false;

        assertThat(statuses.assess(CONTACT)).allMatch(it -> it.findings().isEmpty());
        assertThat(statuses.of(CONTACT)).anyMatch(it -> !it.findings().isEmpty());
    }

    /** Then owners that were refused for want of a partner are tried again. */
    @Test
    void colleagueGetsAnAccountOnTheOtherSide_theSignatureOfOwnersAloneMoves() {
        FakeHubspot hubspot = new FakeHubspot();
        FakeSalesforce salesforce = new FakeSalesforce();
        hubspot.owners.add(new Owner("1", "amara@x.example", false));
        MappingStatuses statuses =
                new MappingStatuses(
                        new Shipped(),
                        hubspot,
                        salesforce,
                        new Counted(),
                        new InMemoryBreakerStore());
        List<MappingStatuses.Assessed> before = statuses.assess(CONTACT);

        salesforce.users.add(new User("005000000000001AAA", "amara@x.example", true));

        List<MappingStatuses.Assessed> after = statuses.assess(CONTACT);
        for (int i = 0; i < before.size(); i++) {
            boolean owner = StandardMappings.isOwner(before.get(i).mapping());
            assertThat(after.get(i).signature().equals(before.get(i).signature()))
                    .as(before.get(i).mapping().id())
                    .isEqualTo(!owner);
        }
        assertThat(before).anyMatch(it -> StandardMappings.isOwner(it.mapping()));
    }

    @Test
    void objectsAssessedTogether_askOnceWhoIsWho() {
        FakeSalesforce salesforce = new FakeSalesforce();
        MappingStatuses statuses =
                new MappingStatuses(
                        new Shipped(),
                        new FakeHubspot(),
                        salesforce,
                        new Counted(),
                        new InMemoryBreakerStore());
        MappingStatuses.People people = new MappingStatuses.People();

        for (ObjectPair object : ObjectPairs.all()) {
            statuses.assess(object, people);
        }

        assertThat(salesforce.usersAsked).isEqualTo(1);
    }

    @Test
    void statusOfOneMapping_isThatOfTheList_andCountsNoOther() {
        Counted problems = new Counted();
        MappingStatuses statuses =
                new MappingStatuses(
                        new Shipped(),
                        new FakeHubspot().with("jobtitle", "string", "text"),
                        new FakeSalesforce().with("Title", "string"),
                        problems,
                        new InMemoryBreakerStore());
        Mapping mapping =
                StandardMappings.of("contact").stream()
                        .filter(it -> it.id().equals("contact-jobtitle"))
                        .findFirst()
                        .orElseThrow();

        MappingStatus status = statuses.of(CONTACT, mapping);

        assertThat(problems.asked).containsExactly("contact-jobtitle");
        assertThat(status.recordProblems()).isEqualTo(3);
        assertThat(statuses.of(CONTACT)).contains(status);
    }

    @Test
    void scopeForOwnersIsMissing_theOwnerMappingAloneSaysSo_andInListsToo() {
        FakeHubspot hubspot = new FakeHubspot().with("hubspot_owner_id", "enumeration", "select");
        FakeSalesforce salesforce = new FakeSalesforce().with("OwnerId", "reference");
        hubspot.lacksScopes = true;
        Counted problems = new Counted();
        MappingStatuses statuses =
                new MappingStatuses(
                        new Shipped(), hubspot, salesforce, problems, new InMemoryBreakerStore());
        assertThat(statuses.of(CONTACT)).anyMatch(MappingStatusesTest::isOkOwner);

        List<MappingStatuses.Assessed> assessed = statuses.assess(CONTACT);

        assessed.stream()
                .filter(it -> StandardMappings.isOwner(it.mapping()))
                .forEach(
                        it ->
                                problems.open.add(
                                        new Problem(
                                                it.place(),
                                                it.findings().get(0),
                                                Instant.EPOCH,
                                                Instant.EPOCH,
                                                1)));
        assertThat(problems.open)
                .singleElement()
                .satisfies(
                        problem ->
                                assertThat(problem.cause().text())
                                        .contains("the scope 'crm.objects.owners.read'"));
        assertThat(statuses.of(CONTACT))
                .noneMatch(MappingStatusesTest::isOkOwner)
                .contains(statuses.of(CONTACT, owner()));
        assertThat(statuses.of(CONTACT, owner()).level()).isEqualTo(MappingStatus.Level.ISSUE);
        hubspot.lacksScopes = false;
        assertThat(statuses.assess(CONTACT))
                .filteredOn(it -> StandardMappings.isOwner(it.mapping()))
                .allMatch(it -> it.findings().isEmpty());
    }

    private static Mapping owner() {
        return StandardMappings.of("contact").stream()
                .filter(StandardMappings::isOwner)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isOkOwner(MappingStatus status) {
        return status.mappingId().equals(owner().id()) && status.level() == MappingStatus.Level.OK;
    }

    private static List<ProblemCode> findings(
            ObjectPair object, Shipped store, FakeSalesforce org) {
        FakeHubspot hubspot =
                new FakeHubspot()
                        .with("amount", "number", "number")
                        .with("dealname", "string", "text");
        List<ProblemCode> codes = new ArrayList<>();
        new MappingStatuses(store, hubspot, org, new Counted(), new InMemoryBreakerStore())
                .assess(object).stream()
                        .filter(it -> List.of("deal-amount", "deal-dealname").contains(id(it)))
                        .forEach(it -> it.findings().forEach(found -> codes.add(found.code())));
        return codes;
    }

    private static String id(MappingStatuses.Assessed assessed) {
        return assessed.mapping().id();
    }

    private static FakeSalesforce orgOfSeveralCurrencies() {
        FakeSalesforce org = new FakeSalesforce();
        org.with("Amount", "currency");
        org.with("Name", "string");
        org.with("CurrencyIsoCode", "picklist", "EUR", "USD");
        return org;
    }

    @Test
    void orgHasSeveralCurrencies_amountsAloneAreSaidToLoseTheirs() {
        assertThat(findings(DEAL, new Shipped(), orgOfSeveralCurrencies()))
                .containsExactly(ProblemCode.AMOUNT_WITHOUT_CURRENCY);
    }

    @Test
    void orgHasOneCurrency_amountsLoseNothing() {
        FakeSalesforce org = new FakeSalesforce();
        org.with("Amount", "currency");
        org.with("Name", "string");

        assertThat(findings(DEAL, new Shipped(), org)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"TWO_WAY, 0", "ALWAYS_USE_SALESFORCE, 0", "DONT_SYNC, 1"})
    void currencyIsMapped_amountsLoseNothingUnlessItDoesNotSync(SyncRule rule, int findings) {
        Shipped store =
                new Shipped() {
                    @Override
                    public List<Mapping> mappings(String object) {
                        List<Mapping> all = new ArrayList<>(super.mappings(object));
                        all.add(
                                new Mapping(
                                        "deal-currency",
                                        "deal",
                                        "deal_currency_code",
                                        "CurrencyIsoCode",
                                        rule,
                                        Fill.NONE,
                                        false,
                                        1));
                        return all;
                    }
                };

        assertThat(findings(DEAL, store, orgOfSeveralCurrencies())).hasSize(findings);
    }
}
