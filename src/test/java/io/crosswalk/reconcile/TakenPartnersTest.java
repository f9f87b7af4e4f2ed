package io.crosswalk.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.Shipped;
import io.crosswalk.budget.Governor;
import io.crosswalk.budget.InMemoryBudgetStore;
import io.crosswalk.budget.ShippedTerms;
import io.crosswalk.hubspot.RecordedHistories;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.Priority;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.UnaskedRecordStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Contacts that HubSpot's search shows, each of which names a Salesforce contact. */
class TakenPartnersTest {
    private static final ObjectPair CONTACT = ObjectPairs.named("contact").orElseThrow();
    private static final Fingerprints FINGERPRINTS = new Fingerprints(new byte[16]);

    private final SettableClock clock = new SettableClock();
    private final KeptCursors cursors = new KeptCursors();
    private final ReconcileConfig config = Shipped.config(ReconcileConfig.class);
    private final Named portal = new Named();
    private final Pairs pairs = new Pairs();

    private void run() {
        PageCalls calls =
                new PageCalls(
                        new Governor(
                                new InMemoryBudgetStore(),
                                ShippedTerms.terms(),
                                clock,
                                new SplittableRandom(1)));
        new HubspotCatchUp(
                        portal,
                        pairs,
                        cursors,
                        new Differences(FINGERPRINTS),
                        new OverwrittenEdits(portal, cursors, FINGERPRINTS, calls, config, clock),
                        calls,
                        config,
                        clock)
                .run(
                        new MappingPlan(CONTACT, true, List.of()),
                        new Share(clock.instant(), Instant.MAX));
    }

    private CrmRecord naming(String id, String salesforceId) {
        return new CrmRecord(
                id,
                id,
                Map.of(CONTACT.salesforceIdProperty(), salesforceId),
                clock.instant().minus(Duration.ofHours(1)));
    }

    @Test
    void namedContactIsFree_theyAreLinkedWithoutALook() {
        portal.contacts.add(naming("501", "003000000000001AAA"));

        run();

        assertThat(pairs.linked).containsExactly("501");
        assertThat(pairs.marked).isEmpty();
    }

    @Test
    void namedContactHasAnotherPartner_aLookTellsPeople() {
        portal.contacts.add(naming("501", "003000000000001AAA"));
        portal.contacts.add(naming("502", "003000000000001AAA"));

        run();

        assertThat(pairs.linked).containsExactly("501");
        assertThat(pairs.marked).containsExactly(RecordKey.hubspot("contact", "502"));
    }

    private static final class Named extends RecordedHistories {
        private final List<CrmRecord> contacts = new ArrayList<>();

        @Override
        public SearchPage search(
                String type,
                List<SearchFilter> filters,
                String sortProperty,
                Collection<String> properties,
                int limit,
                @Nullable String after) {
            return new SearchPage(contacts.size(), contacts, null);
        }
    }

    private static final class Pairs extends UnaskedRecordStore {
        private final Set<String> taken = new HashSet<>();
        private final List<String> linked = new ArrayList<>();
        private final List<RecordKey> marked = new ArrayList<>();

        @Override
        public Map<RecordKey, Link> load(Collection<RecordKey> keys) {
            return Map.of();
        }

        @Override
        public Set<String> link(String object, Map<String, String> salesforceIds) {
            salesforceIds.forEach(
                    (hubspotId, salesforceId) -> {
                        if (taken.add(salesforceId)) {
                            linked.add(hubspotId);
                        }
                    });
            return Set.copyOf(linked);
        }

        @Override
        public Map<RecordKey, Link> mark(Map<RecordKey, List<Noted>> hints, Priority priority) {
            marked.addAll(hints.keySet());
            return Map.of();
        }
    }
}
