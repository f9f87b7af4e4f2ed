package io.crosswalk.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.Shipped;
import io.crosswalk.budget.Governor;
import io.crosswalk.budget.InMemoryBudgetStore;
import io.crosswalk.budget.ShippedTerms;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.Priority;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.UnaskedRecordStore;
import io.crosswalk.salesforce.UnaskedSalesforce;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A Salesforce contact without a partner that Salesforce shows as deleted, and no event told. */
class DeletedSeekersTest {
    private static final MappingPlan PLAN =
            new MappingPlan(ObjectPairs.named("contact").orElseThrow(), true, List.of());
    private static final String ID = "003000000000001AAA";
    private static final RecordKey KEY = RecordKey.salesforce("contact", ID);

    private final SettableClock clock = new SettableClock();
    private final List<RecordKey> marked = new ArrayList<>();

    private final class Deleted extends UnaskedSalesforce {
        @Override
        public List<Modified> modifiedSince(
                String type,
                Instant since,
                @Nullable String afterId,
                Collection<String> fields,
                int limit) {
            Instant at = clock.instant().minus(Duration.ofHours(1));
            return List.of(new Modified(new CrmRecord(ID, ID, Map.of(), at), true, null));
        }
    }

    private final class Known extends UnaskedRecordStore {
        private final Link.Due due;

        Known(Link.Due due) {
            this.due = due;
        }

        @Override
        public Map<RecordKey, Link> load(Collection<RecordKey> keys) {
            Link contact = new Link(KEY, null, due, Map.of(), Map.of(), Findings.NONE);
            return keys.contains(KEY) ? Map.of(KEY, contact) : Map.of();
        }

        @Override
        public Map<RecordKey, Link> mark(Map<RecordKey, List<Noted>> hints, Priority priority) {
            marked.addAll(hints.keySet());
            return Map.of();
        }
    }

    private Link.Due waiting(@Nullable Instant since) {
        Instant at = clock.instant().plus(Duration.ofHours(8));
        return new Link.Due(
                Link.State.WAITING, at, since, 1, Link.Turn.FIRST, 0, Priority.EDIT, List.of());
    }

    private void run(Link.Due due) {
        PageCalls calls =
                new PageCalls(
                        new Governor(
                                new InMemoryBudgetStore(),
                                ShippedTerms.terms(),
                                clock,
                                new SplittableRandom(1)));
        new SalesforceCatchUp(
                        new Deleted(),
                        new Known(due),
                        new KeptCursors(),
                        new Differences(new Fingerprints(new byte[16])),
                        calls,
                        Shipped.config(ReconcileConfig.class),
                        clock)
                .run(PLAN, new Share(clock.instant(), Instant.MAX));
    }

    /** Else its problem would stay open for as long as that lasts. */
    @Test
    void itsPartnerIsToBeMadeInHours_isLookedAtAtOnce() {
        run(waiting(null));

        assertThat(marked).containsExactly(KEY);
    }

    @Test
    void somethingCameThatWaitsForCalls_isDueAlready() {
        run(waiting(clock.instant()));

        assertThat(marked).isEmpty();
    }
}
