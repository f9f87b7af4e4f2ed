package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.FINGERPRINTS;
import static io.crosswalk.sync.SampleLink.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.hubspot.UnaskedHubspot;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Findings;
import io.crosswalk.records.InMemoryRunTallies;
import io.crosswalk.records.Link;
import io.crosswalk.records.Link.Turn;
import io.crosswalk.records.Noted;
import io.crosswalk.records.Priority;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.UnaskedRecordStore;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.salesforce.UnaskedSalesforce;
import io.crosswalk.simulation.InMemoryMatchNotes;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A Salesforce contact that a HubSpot contact names, which is the partner of another one. */
class SeekersTest {
    private static final String NAMED = "003000000000009AAA";
    private static final RecordKey CONTACT = SampleLink.KEY;

    private final Pairs store = new Pairs();

    private static final class Pairs extends UnaskedRecordStore {
        final Set<RecordKey> marked = new HashSet<>();
        final Set<RecordKey> acknowledged = new HashSet<>();

        @Override
        public Map<RecordKey, Link> load(Collection<RecordKey> keys) {
            Link pair = new SampleLink().link();
            return keys.contains(CONTACT) ? Map.of(CONTACT, pair) : Map.of();
        }

        @Override
        public boolean link(String object, String hubspotId, String salesforceId) {
            return false;
        }

        @Override
        public Map<RecordKey, Link> mark(Map<RecordKey, List<Noted>> hints, Priority priority) {
            marked.addAll(hints.keySet());
            return Map.of();
        }

        @Override
        public Set<RecordKey> acknowledge(Map<Link, Acknowledgement> acknowledgements) {
            acknowledged.addAll(
                    acknowledgements.keySet().stream().map(Link::key).collect(Collectors.toSet()));
            return acknowledged;
        }
    }

    private static final class Portal extends UnaskedHubspot {
        private static final CrmRecord NAMING =
                new CrmRecord("501", "501", Map.of("salesforcecontactid", NAMED), NOON);

        @Override
        public SearchPage search(
                String type,
                List<SearchFilter> filters,
                String sortProperty,
                Collection<String> properties,
                int limit,
                @Nullable String after) {
            return new SearchPage(1, List.of(NAMING), null);
        }

        @Override
        public ReadOutcome read(String type, Collection<String> ids, Collection<String> names) {
            return new ReadOutcome(Map.of("501", NAMING), Set.of(), Set.of(), null);
        }

        @Override
        public List<HubspotProperty> properties(String type) {
            return List.of(
                    new HubspotProperty(
                            "salesforcecontactid",
                            "Salesforce id",
                            "string",
                            "text",
                            true,
                            true,
                            true,
                            false,
                            null,
                            List.of()));
        }
    }

    private Seekers seekers() {
        Portal hubspot = new Portal();
        UnaskedSalesforce salesforce = new UnaskedSalesforce();
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        InMemoryMatchNotes notes = new InMemoryMatchNotes();
        RecordedProblems problems = new RecordedProblems();
        Turns turns = new Turns(store, Duration.ofMinutes(2), clock);
        Settlement settlement =
                new Settlement(
                        store,
                        new RecordProblems(problems),
                        new LinkFindings(new Quarantine(12, Duration.ofMinutes(10))),
                        new Tallying(new InMemoryRunTallies(), FINGERPRINTS),
                        new Backoff(new SplittableRandom(1)),
                        turns,
                        LookListener.NONE,
                        clock);
        UnlinkedEnds ends =
                new UnlinkedEnds(store, new PartnerProblems(problems), FINGERPRINTS, turns);
        return new Seekers(
                store,
                hubspot,
                salesforce,
                settlement,
                ends,
                new Waiters(store, notes),
                new NamingRecords(hubspot, new SameValues(hubspot, salesforce)),
                new Forwarding(store, ends, new MergedAway(store, notes, settlement)));
    }

    @Test
    void whoNamesItHasAnotherPartner_isLookedAtAndMovesItsPair() {
        RecordKey own = RecordKey.salesforce("contact", NAMED);
        Link alone =
                new Link(
                        own,
                        null,
                        Link.Due.quiet(1, Turn.FIRST, List.of()),
                        Map.of(),
                        Map.of(),
                        Findings.NONE);
        Set<RecordKey> settled = new HashSet<>();

        List<Seeker> seeking =
                seekers()
                        .of(
                                SampleLink.plan(SampleLink.field(SyncRule.TWO_WAY)),
                                Map.of(),
                                Map.of(NAMED, alone),
                                settled);

        assertThat(seeking).isEmpty();
        assertThat(store.marked).containsExactly(CONTACT);
        assertThat(store.acknowledged).containsExactly(own);
    }
}
