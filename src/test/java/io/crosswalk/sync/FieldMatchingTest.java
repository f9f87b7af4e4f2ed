package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.hubspot.UnaskedHubspot;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.MatchKey;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Link;
import io.crosswalk.records.Link.Turn;
import io.crosswalk.records.Noted;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.Priority;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.UnaskedRecordStore;
import io.crosswalk.salesforce.UnaskedSalesforce;
import io.crosswalk.simulation.InMemoryMatchNotes;
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

/** The id on a HubSpot record decides before its values, also while that record is not linked. */
class FieldMatchingTest {
    private static final ObjectPair CONTACT = ObjectPairs.named("contact").orElseThrow();
    private static final ObjectPair COMPANY = ObjectPairs.named("company").orElseThrow();
    private static final String X = "001000000000001AAA";
    private static final String Y = "001000000000002AAA";

    private final Links store = new Links();
    private final Portal hubspot = new Portal();
    private final Org salesforce = new Org();

    private static final class Links extends UnaskedRecordStore {
        final Set<RecordKey> marked = new HashSet<>();
        final Map<RecordKey, Link> stored = new HashMap<>();

        @Override
        public Map<RecordKey, Link> load(Collection<RecordKey> keys) {
            Map<RecordKey, Link> found = new HashMap<>(stored);
            found.keySet().retainAll(Set.copyOf(keys));
            return found;
        }

        @Override
        public Map<RecordKey, Link> mark(Map<RecordKey, List<Noted>> hints, Priority priority) {
            marked.addAll(hints.keySet());
            return Map.of();
        }
    }

    /** All records have the properties that the search shows. */
    private static final class Portal extends UnaskedHubspot {
        final Map<String, Map<String, String>> records = new LinkedHashMap<>();
        boolean hasSalesforceIds = true;
        int searches;

        void has(String id, String property, String value, String idProperty, String named) {
            records.put(id, Map.of(property, value, idProperty, named));
        }

        private CrmRecord record(String id) {
            return new CrmRecord(id, id, Map.copyOf(records.get(id)), NOON);
        }

        @Override
        public SearchPage search(
                String type,
                List<SearchFilter> filters,
                String sortProperty,
                Collection<String> properties,
                int limit,
                @Nullable String after) {
            searches++;
            SearchFilter filter = filters.get(0);
            List<CrmRecord> found = new ArrayList<>();
            records.forEach(
                    (id, values) -> {
                        String value = values.getOrDefault(filter.property(), "");
                        if (filter.values().stream().anyMatch(value::equalsIgnoreCase)) {
                            found.add(record(id));
                        }
                    });
            return new SearchPage(found.size(), found, null);
        }

        @Override
        public ReadOutcome read(String type, Collection<String> ids, Collection<String> names) {
            Map<String, CrmRecord> found = new HashMap<>();
            ids.forEach(id -> found.put(id, record(id)));
            return new ReadOutcome(found, Set.of(), Set.of(), null);
        }

        @Override
        public List<HubspotProperty> properties(String type) {
            ObjectPair object = ObjectPairs.ofHubspotType(type).orElseThrow();
            return hasSalesforceIds
                    ? List.of(
                            new HubspotProperty(
                                    object.salesforceIdProperty(),
                                    "Salesforce id",
                                    "string",
                                    "text",
                                    true,
                                    true,
                                    true,
                                    false,
                                    null,
                                    List.of()))
                    : List.of();
        }
    }

    private static final class Org extends UnaskedSalesforce {
        final List<CrmRecord> records = new ArrayList<>();

        void has(String id, String field, String value) {
            records.add(new CrmRecord(id, id, Map.of(field, value), NOON));
        }

        @Override
        public List<CrmRecord> findBy(
                String type, String field, Collection<String> values, Collection<String> fields) {
            return records.stream().filter(it -> it.values().containsKey(field)).toList();
        }

        @Override
        public List<CrmRecord> findContaining(
                String type, String field, Collection<String> values, Collection<String> fields) {
            return findBy(type, field, values, fields);
        }
    }

    private Match match(ObjectPair object, String id, String property, String value) {
        Link link =
                new Link(
                        RecordKey.hubspot(object.name(), id),
                        null,
                        Link.Due.quiet(1, Turn.FIRST, List.of()),
                        Map.of(),
                        Map.of(),
                        Findings.NONE);
        Seeker seeker = new Seeker(link, new CrmRecord(id, id, Map.of(property, value), NOON));
        SameValues sameValues = new SameValues(hubspot, salesforce);
        FieldMatching matching =
                new FieldMatching(
                        store,
                        new InMemoryMatchNotes(),
                        sameValues,
                        new NamingRecords(hubspot, sameValues));
        MappingPlan plan = new MappingPlan(object, true, List.of());
        return matching.match(plan, List.of(seeker)).get(seeker);
    }

    private Match duplicateCompany() {
        return match(COMPANY, "2", "domain", "acme.com");
    }

    @Test
    void anotherCompanyOfTheDomainNamesTheAccount_theDuplicateDoesNotGetIt() {
        hubspot.has("1", "domain", "acme.com", "salesforceaccountid", X);
        hubspot.has("2", "domain", "acme.com", "salesforceaccountid", "");
        salesforce.has(X, "Website", "https://acme.com");

        assertThat(duplicateCompany())
                .isInstanceOfSatisfying(
                        Match.None.class, none -> assertThat(none.salesforceIds()).contains(X));

        assertThat(store.marked)
                .as("its own look links it")
                .containsExactly(RecordKey.hubspot("company", "1"));
    }

    @Test
    void accountThatNobodyNames_isFoundBesideTheOneThatIsNamed() {
        hubspot.has("1", "domain", "acme.com", "salesforceaccountid", X);
        hubspot.has("2", "domain", "acme.com", "salesforceaccountid", "");
        salesforce.has(X, "Website", "https://acme.com");
        salesforce.has(Y, "Website", "acme.com");

        assertThat(duplicateCompany()).isEqualTo(new Match.One(MatchKey.DOMAIN, "2", Y));
    }

    @Test
    void searchShowsANameThatTheRecordHasNoMore_whatWasReadCounts() {
        hubspot.has("2", "domain", "acme.com", "salesforceaccountid", X);
        salesforce.has(X, "Website", "acme.com");

        assertThat(duplicateCompany()).isEqualTo(new Match.One(MatchKey.DOMAIN, "2", X));
        assertThat(store.marked).isEmpty();
    }

    @Test
    void contactOfAnotherEmailNamesIt_whoHasTheEmailDoesNotGetIt() {
        hubspot.has("1", "email", "old@acme.com", "salesforcecontactid", X);
        salesforce.has(X, "Email", "ada@acme.com");

        assertThat(match(CONTACT, "2", "email", "ada@acme.com")).isInstanceOf(Match.None.class);
        assertThat(store.marked).containsExactly(RecordKey.hubspot("contact", "1"));
    }

    @Test
    void nobodyNamesTheContact_isFoundByItsEmail() {
        salesforce.has(X, "Email", "ada@acme.com");

        assertThat(match(CONTACT, "2", "email", "ada@acme.com"))
                .isEqualTo(new Match.One(MatchKey.EMAIL, "2", X));
        assertThat(hubspot.searches).isEqualTo(1);
    }

    @Test
    void noContactIsFoundOrThePortalHasNoIds_nobodyIsSearchedFor() {
        match(CONTACT, "2", "email", "ada@acme.com");
        salesforce.has(X, "Email", "ada@acme.com");
        hubspot.hasSalesforceIds = false;

        assertThat(match(CONTACT, "2", "email", "ada@acme.com")).isInstanceOf(Match.One.class);
        assertThat(hubspot.searches).isZero();
    }
}
