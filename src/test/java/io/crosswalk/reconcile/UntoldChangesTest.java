package io.crosswalk.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.budget.Governor;
import io.crosswalk.budget.InMemoryBudgetStore;
import io.crosswalk.budget.ShippedTerms;
import io.crosswalk.budget.Terms;
import io.crosswalk.mapping.MappingPlans;
import io.crosswalk.records.Base;
import io.crosswalk.records.Difference;
import io.crosswalk.records.Difference.Reason;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.Link;
import io.crosswalk.records.Link.Turn;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.UnaskedRecordStore;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A contact whose phone both sides acknowledged as 555, and no event since. */
class UntoldChangesTest {
    private static final ObjectPair CONTACT = ObjectPairs.named("contact").orElseThrow();
    private static final RecordKey KEY = RecordKey.hubspot("contact", "501");
    private static final String PARTNER = "003000000000001AAA";
    private static final Fingerprints FINGERPRINTS = new Fingerprints(new byte[16]);

    private final SettableClock clock = new SettableClock();
    private final ReadHubspot hubspot = new ReadHubspot();
    private final ReadSalesforce salesforce = new ReadSalesforce();
    private final Map<RecordKey, Link> stored = new HashMap<>();

    @BeforeEach
    void inStep() {
        hubspot.phones.put("501", "555");
        salesforce.phones.put(PARTNER, "555");
        store(Findings.NONE);
    }

    private void store(Findings findings) {
        store(Link.Due.quiet(1, Turn.FIRST, List.of()), findings);
    }

    private void store(Link.Due due, Findings findings) {
        Base base = FINGERPRINTS.base(KEY, "contact-phone", Value.of("555"), Value.of("555"));
        stored.put(
                KEY,
                new Link(KEY, PARTNER, due, Map.of("contact-phone", base), Map.of(), findings));
    }

    private Set<RecordKey> worthALook() {
        return worthALook(ShippedTerms.terms());
    }

    private Set<RecordKey> worthALook(Terms terms) {
        Governor governor =
                new Governor(new InMemoryBudgetStore(), terms, clock, new SplittableRandom(1));
        return new UntoldChanges(
                        new Stored(),
                        new MappingPlans(new FixedMappings(), hubspot, salesforce, clock),
                        hubspot,
                        salesforce,
                        new Differences(FINGERPRINTS),
                        new PageCalls(governor))
                .worthALook(CONTACT, List.of(KEY));
    }

    @Test
    void nothingMoved_costsNoLook() {
        assertThat(worthALook()).isEmpty();
        assertThat(hubspot.asked).hasSize(1);
        assertThat(salesforce.asked).isEqualTo(1);
    }

    @Test
    void movedInHubspot_isLookedAt() {
        hubspot.phones.put("501", "556");

        assertThat(worthALook()).containsExactly(KEY);
    }

    @Test
    void movedInSalesforce_isLookedAt() {
        salesforce.phones.put(PARTNER, "556");

        assertThat(worthALook()).containsExactly(KEY);
    }

    @Test
    void goneInSalesforce_isLookedAtOnce() {
        salesforce.phones.clear();
        assertThat(worthALook()).containsExactly(KEY);

        store(Findings.of(Map.of(), Set.of(Side.SALESFORCE)));

        assertThat(worthALook()).isEmpty();
    }

    @Test
    void refusedValueOfAMappingThatSyncs_isLookedAtAgain() {
        store(Findings.of(Map.of("contact-phone", Base.OF_NOTHING), Set.of()));

        assertThat(worthALook()).containsExactly(KEY);
    }

    /** It was deleted since, or set to Don't sync: nothing can come of it. */
    @Test
    void refusedValueOfAMappingThatDoesNotSync_costsNoLook() {
        store(Findings.of(Map.of("contact-fax", Base.OF_NOTHING), Set.of()));

        assertThat(worthALook()).isEmpty();
    }

    /** In the recycle bin the pair rests; nothing tells that it was emptied. */
    @Test
    void goneOnBothSides_isLookedAtAgainUntilItIsForgotten() {
        hubspot.phones.clear();
        salesforce.phones.clear();
        store(Findings.of(Map.of(), Set.of(Side.HUBSPOT, Side.SALESFORCE)));

        assertThat(worthALook()).containsExactly(KEY);
    }

    @ParameterizedTest
    @EnumSource(Difference.Reason.class)
    void leftDiffering_isLookedAtAgainUnlessForGood(Difference.Reason reason) {
        boolean forGood =
                Set.of(
                                Reason.FIRST_CONTACT,
                                Reason.RULE_KEEPS,
                                Reason.UNDONE,
                                Reason.NO_COUNTERPART)
                        .contains(reason);
        Difference difference = new Difference(reason, clock.instant());
        store(
                new Findings(
                        Map.of(),
                        Set.of(),
                        Map.of("contact-phone", difference),
                        1,
                        Map.of(),
                        Map.of(),
                        0));

        assertThat(worthALook()).isEqualTo(forGood ? Set.of() : Set.of(KEY));
    }

    @Test
    void leftDifferingForGood_isLookedAtOnceASideMoves() {
        Difference kept = new Difference(Reason.RULE_KEEPS, clock.instant());
        store(
                new Findings(
                        Map.of(),
                        Set.of(),
                        Map.of("contact-phone", kept),
                        1,
                        Map.of(),
                        Map.of(),
                        0));
        hubspot.phones.put("501", "556");

        assertThat(worthALook()).containsExactly(KEY);
    }

    @Test
    void dueAlready_isNotReadHere() {
        hubspot.phones.put("501", "556");
        store(stored.get(KEY).withTurn(Map.of(), clock.instant()).due(), Findings.NONE);

        assertThat(worthALook()).isEmpty();
        assertThat(hubspot.asked).isEmpty();
    }

    @Test
    void hubspotIsAway_isNotKnown() {
        hubspot.away = Duration.ofSeconds(10);

        assertThat(worthALook()).isNull();
    }

    private final class Stored extends UnaskedRecordStore {
        @Override
        public Map<RecordKey, Link> load(Collection<RecordKey> keys) {
            Map<RecordKey, Link> found = new HashMap<>(stored);
            found.keySet().retainAll(keys);
            return found;
        }
    }
}
