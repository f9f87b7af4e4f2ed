package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.FINGERPRINTS;
import static io.crosswalk.sync.SampleLink.NOON;
import static io.crosswalk.sync.SampleLink.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.hubspot.UnaskedHubspot;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.records.Base;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.Difference;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Link;
import io.crosswalk.records.Link.Turn;
import io.crosswalk.records.Noted;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.UnaskedRecordStore;
import io.crosswalk.rules.Decision;
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

/**
 * The contact had company 7 in HubSpot and the account X in Salesforce, which were partners. Now
 * HubSpot shows no company.
 */
abstract class ContactOfDeletedCompany {
    static final String X = "001000000000007AAA";
    static final String Y = "001000000000008AAA";
    static final String MAPPING = "contact-associatedcompanyid";
    static final RecordKey CONTACT = SampleLink.KEY;

    final Links store = new Links();
    final Hubspot hubspot = new Hubspot();
    final List<Link> postponed = new ArrayList<>();
    final Quarantine quarantine = new Quarantine(12, Duration.ofMinutes(10));

    static final class Links extends UnaskedRecordStore {
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
    static final class Hubspot extends UnaskedHubspot {
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

    static Link item(RecordKey key, String partner, Findings findings, Noted... hints) {
        return new Link(
                key,
                partner,
                Link.Due.quiet(1, Turn.FIRST, List.of(hints)),
                Map.of(),
                Map.of(),
                findings);
    }

    static Base base(String hubspot, String salesforce) {
        return FINGERPRINTS.base(CONTACT, MAPPING, Value.of(hubspot), Value.of(salesforce));
    }

    static Noted taken(Instant at) {
        return new Noted(
                Side.HUBSPOT,
                Noted.Kind.CHANGED,
                "associatedcompanyid",
                at,
                false,
                base("", X).hubspot());
    }

    static Observation contact(Link link, String account) {
        return Observation.of(
                link,
                new CrmRecord("501", "501", Map.of("associatedcompanyid", ""), NOON),
                new CrmRecord(PARTNER, PARTNER, Map.of("AccountId", account), NOON));
    }

    /** Its company was 7 and its account X when it was looked at last. */
    static Link known(Map<String, Base> parked) {
        return item(CONTACT, PARTNER, Findings.of(parked, Set.of()), taken(NOON))
                .withBase(Map.of(MAPPING, base("7", X)));
    }

    List<LinkWork> look(SyncRule rule, Observation contact) {
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
                        .leftOut(SampleLink.companyPlan(MAPPING, rule), List.of(contact), aside);
        MappingPlan informed = companies.informed(SampleLink.companyPlan(MAPPING, rule), seen);
        return seen.stream()
                .map(
                        each ->
                                new LinkWork(
                                        each,
                                        new LinkDecisions(FINGERPRINTS, quarantine)
                                                .decide(informed, each, true, NOON)))
                .toList();
    }

    LinkWork lookOnce(SyncRule rule, Observation contact) {
        List<LinkWork> works = look(rule, contact);
        assertThat(works).hasSize(1);
        return works.get(0);
    }

    void isKept(LinkWork work) {
        assertThat(work.decisions())
                .extracting(FieldDecision::decision)
                .containsExactly(Decision.NOTHING_CHANGED);
        assertThat(work.bases()).as("acknowledged").containsEntry(MAPPING, base("", X));
        assertThat(new LinkFindings(quarantine).of(work, Unseen.NOTHING, NOON).differences())
                .containsEntry(MAPPING, new Difference(Difference.Reason.RULE_KEEPS, NOON));
    }
}
