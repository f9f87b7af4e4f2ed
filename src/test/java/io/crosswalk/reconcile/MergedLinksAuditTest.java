package io.crosswalk.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.budget.Governor;
import io.crosswalk.budget.InMemoryBudgetStore;
import io.crosswalk.budget.ShippedTerms;
import io.crosswalk.mapping.MappingPlans;
import io.crosswalk.records.Base;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.Link;
import io.crosswalk.records.Link.Turn;
import io.crosswalk.records.Noted;
import io.crosswalk.records.Priority;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.UnaskedRecordStore;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sixty contacts in step, of which forty were merged away in HubSpot, side by side. */
class MergedLinksAuditTest {
    private static final int MERGED = 40;
    private static final int LINKS = 60;
    private static final Fingerprints FINGERPRINTS = new Fingerprints(new byte[16]);

    private final SettableClock clock = new SettableClock();
    private final ReadHubspot hubspot = new ReadHubspot();
    private final ReadSalesforce salesforce = new ReadSalesforce();
    private final ListedLinks listed = new ListedLinks();
    private final Set<String> gone = new HashSet<>();
    private final LinkAudit audit =
            InMemoryAudit.of(
                    new Stored(),
                    new FixedMappings(),
                    new MappingPlans(new FixedMappings(), hubspot, salesforce, clock),
                    hubspot,
                    salesforce,
                    new Differences(FINGERPRINTS),
                    new PageCalls(
                            new Governor(
                                    new InMemoryBudgetStore(),
                                    ShippedTerms.terms(),
                                    clock,
                                    new SplittableRandom(1))),
                    new FortyAtATime(),
                    clock);

    @BeforeEach
    void contacts() {
        for (int i = 0; i < LINKS; i++) {
            listed.add(i, 10);
            hubspot.phones.put("" + i, "555");
            salesforce.phones.put("003" + i, "555");
            if (i < MERGED) {
                hubspot.merged.add("" + i);
            }
        }
        audit.run();
    }

    private void runOnce() {
        clock.pass(Duration.ofDays(1));
        audit.run();
    }

    @Test
    void moreAreMergedThanAreReadOneByOne_allAreLookedAtAndTheNextRunReadsOthers() {
        runOnce();
        runOnce();

        assertThat(listed.marked).hasSize(MERGED).doesNotHaveDuplicates();
        assertThat(hubspot.asked).hasSize(2);
        assertThat(hubspot.asked.get(1).split(" ")).hasSize(LINKS - MERGED).contains("40", "59");
    }

    @Test
    void thoseThatAreKnownToBeGone_areNotLookedAtAgain() {
        gone.addAll(hubspot.merged);

        runOnce();
        runOnce();

        assertThat(listed.marked).isEmpty();
        assertThat(hubspot.asked).hasSize(2);
    }

    @Test
    void hubspotIsAway_nextRunReadsTheSameOnes() {
        hubspot.away = Duration.ofSeconds(10);

        runOnce();
        runOnce();

        assertThat(listed.marked).isEmpty();
        assertThat(hubspot.asked).hasSize(2);
        assertThat(hubspot.asked.get(1)).isEqualTo(hubspot.asked.get(0));
    }

    private final class Stored extends UnaskedRecordStore {
        @Override
        public LinkPage links(String object, int limit, @Nullable String after) {
            return listed.links(object, limit, after);
        }

        @Override
        public Map<RecordKey, Link> mark(Map<RecordKey, List<Noted>> hints, Priority priority) {
            return listed.mark(hints, priority);
        }

        @Override
        public Map<RecordKey, Link> load(Collection<RecordKey> keys) {
            Map<RecordKey, Link> links = new HashMap<>();
            keys.forEach(key -> links.put(key, link(key)));
            return links;
        }

        private Link link(RecordKey key) {
            String id = key.recordId();
            Base base = FINGERPRINTS.base(key, "contact-phone", Value.of("555"), Value.of("555"));
            return new Link(
                    key,
                    "003" + id,
                    Link.Due.quiet(1, Turn.FIRST, List.of()),
                    Map.of("contact-phone", base),
                    Map.of(),
                    Findings.of(Map.of(), gone.contains(id) ? Set.of(Side.HUBSPOT) : Set.of()));
        }
    }

    private static final class FortyAtATime implements DriftConfig {
        @Override
        public Duration every() {
            return Duration.ofMinutes(15);
        }

        @Override
        public int pagesMax() {
            return 20;
        }

        @Override
        public Duration auditPeriod() {
            return Duration.ofDays(1);
        }

        @Override
        public int auditMax() {
            return 40;
        }
    }
}
