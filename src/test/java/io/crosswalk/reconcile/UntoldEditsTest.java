package io.crosswalk.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.Shipped;
import io.crosswalk.budget.Governor;
import io.crosswalk.budget.InMemoryBudgetStore;
import io.crosswalk.budget.ShippedTerms;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.MappingPlans;
import io.crosswalk.records.Base;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.InMemoryArrivals;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.Priority;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.UnaskedRecordStore;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A linked contact changed, and catching up finds it before anything has told of it. */
class UntoldEditsTest {
    private static final Fingerprints FINGERPRINTS = new Fingerprints(new byte[16]);
    private static final ObjectPair CONTACT = ObjectPairs.named("contact").orElseThrow();
    private static final MappingPlan PLAN =
            new MappingPlan(CONTACT, true, List.of(ManyChangesTest.text("m", "phone", "Phone")));
    private static final RecordKey LINK = RecordKey.hubspot("contact", "0");
    private static final RecordKey PARTNER = RecordKey.salesforce("contact", "%018d".formatted(0));

    private final SettableClock clock = new SettableClock();
    private final Instant changed = clock.instant().minusSeconds(600);
    private final InMemoryArrivals arrivals = new InMemoryArrivals();

    /** Of a contact whose sides both said 1. */
    private void run(String inHubspot, String inSalesforce) {
        for (Side side : Side.values()) {
            arrivals.taken(side, clock.instant().minus(Duration.ofDays(1)));
        }
        PageCalls calls =
                new PageCalls(
                        new Governor(
                                new InMemoryBudgetStore(),
                                ShippedTerms.terms(),
                                clock,
                                new SplittableRandom(1)));
        SortedHubspot portal = new Portal(inHubspot);
        SortedSalesforce org = new Org(inSalesforce);
        KeptCursors cursors = new KeptCursors();
        Differences differences = new Differences(FINGERPRINTS);
        ReconcileConfig config = Shipped.config(ReconcileConfig.class);
        new CatchUp(
                        new OneLink(),
                        new Plans(portal, org),
                        new HubspotCatchUp(
                                portal,
                                new OneLink(),
                                cursors,
                                differences,
                                new OverwrittenEdits(
                                        portal, cursors, FINGERPRINTS, calls, config, clock),
                                calls,
                                config,
                                clock),
                        new SalesforceCatchUp(
                                org, new OneLink(), cursors, differences, calls, config, clock),
                        cursors,
                        arrivals,
                        config,
                        clock)
                .run();
    }

    private @Nullable Instant found(Side side) {
        return arrivals.last(side).found();
    }

    @Test
    void changedInHubspot_isNotedOfHubspot() {
        run("2", "1");

        assertThat(found(Side.HUBSPOT)).isEqualTo(clock.instant());
        assertThat(found(Side.SALESFORCE)).isNull();
    }

    @Test
    void changedInSalesforce_isNotedOfSalesforce() {
        run("1", "2");

        assertThat(found(Side.SALESFORCE)).isEqualTo(clock.instant());
        assertThat(found(Side.HUBSPOT)).isNull();
    }

    /** As every record that was modified within the overlap, those that we wrote included. */
    @Test
    void readAgainAsItWasLeft_isNotNoted() {
        run("1", "1");

        assertThat(found(Side.HUBSPOT)).isNull();
        assertThat(found(Side.SALESFORCE)).isNull();
    }

    private final class Plans extends MappingPlans {
        Plans(SortedHubspot portal, SortedSalesforce org) {
            super(new FixedMappings(), portal, org, clock);
        }

        @Override
        public @Nullable MappingPlan planInForce(ObjectPair object) {
            return object.equals(CONTACT) ? PLAN : null;
        }
    }

    private final class Portal extends SortedHubspot {
        private final String phone;

        Portal(String phone) {
            super(changed, 1);
            this.phone = phone;
        }

        @Override
        public SearchPage search(
                String type,
                List<SearchFilter> filters,
                String sortProperty,
                Collection<String> properties,
                int limit,
                @Nullable String after) {
            SearchPage page = super.search(type, filters, sortProperty, properties, limit, after);
            List<CrmRecord> said =
                    page.records().stream().map(it -> saying(it, "phone", phone)).toList();
            return new SearchPage(page.total(), said, page.after());
        }
    }

    private final class Org extends SortedSalesforce {
        private final String phone;

        Org(String phone) {
            super(changed, 1);
            this.phone = phone;
        }

        @Override
        public List<Modified> modifiedSince(
                String type,
                Instant since,
                @Nullable String afterId,
                Collection<String> fields,
                int limit) {
            return super.modifiedSince(type, since, afterId, fields, limit).stream()
                    .map(it -> new Modified(saying(it.record(), "Phone", phone), false, null))
                    .toList();
        }
    }

    private static CrmRecord saying(CrmRecord record, String name, String value) {
        Map<String, String> values = new HashMap<>(record.values());
        values.put(name, value);
        return new CrmRecord(record.id(), record.currentId(), values, record.modifiedAt());
    }

    private static final class OneLink extends UnaskedRecordStore {
        private static Link quiet(RecordKey key, RecordKey partner, Map<String, Base> bases) {
            Link.Due due = Link.Due.quiet(1, Link.Turn.FIRST, List.of());
            return new Link(key, partner.recordId(), due, bases, Map.of(), Findings.NONE);
        }

        @Override
        public Map<RecordKey, Link> load(Collection<RecordKey> keys) {
            Base base = FINGERPRINTS.base(LINK, "m", Value.of("1"), Value.of("1"));
            Map<RecordKey, Link> all =
                    new HashMap<>(
                            Map.of(
                                    LINK, quiet(LINK, PARTNER, Map.of("m", base)),
                                    PARTNER, quiet(PARTNER, LINK, Map.of())));
            all.keySet().retainAll(keys);
            return all;
        }

        @Override
        public Map<RecordKey, Link> mark(Map<RecordKey, List<Noted>> hints, Priority priority) {
            return Map.of();
        }

        @Override
        public List<RecordKey> overdue(Instant now, Duration after, int limit) {
            return List.of();
        }

        @Override
        public void wake(Collection<RecordKey> keys) {
            assertThat(keys).isEmpty();
        }
    }
}
