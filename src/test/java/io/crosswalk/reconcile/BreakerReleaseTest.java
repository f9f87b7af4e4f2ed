package io.crosswalk.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswalk.Shipped;
import io.crosswalk.mapping.BreakerConfig;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingChoice;
import io.crosswalk.mapping.PausedMappings;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.records.BreakerStore.Counted;
import io.crosswalk.records.BreakerStore.Outcome;
import io.crosswalk.records.Difference.Reason;
import io.crosswalk.records.InMemoryBreakerStore;
import io.crosswalk.records.MassChange;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BreakerReleaseTest {
    private static final ObjectPair CONTACT = ObjectPairs.named("contact").orElseThrow();
    private static final String PHONE = "contact-phone";

    private final SettableClock clock = new SettableClock();
    private final ListedLinks links = new ListedLinks();
    private final InMemoryBreakerStore store = new InMemoryBreakerStore();
    private final ListedProblems problems = new ListedProblems();
    private final Mapped mappings = new Mapped();
    private final BreakerConfig config =
            Shipped.config(BreakerConfig.class, Map.of("crosswalk.breaker.releases-max", "20"));
    private final PausedMappings paused =
            new PausedMappings(store, mappings, problems, config, clock);
    private final BreakerRelease release =
            new BreakerRelease(
                    store, paused, mappings, new HeldLinks(links, config), config, clock);

    @BeforeEach
    void paused() {
        store.pause("contact", PHONE, why());
    }

    private MassChange why() {
        return new MassChange(clock.instant(), Side.SALESFORCE, 120, 0, 200L, Duration.ofHours(1));
    }

    private void held(int from, int count) {
        for (int i = from; i < from + count; i++) {
            links.add(i, 10, PHONE, Reason.PAUSED, clock.instant());
        }
    }

    @Test
    void whilePaused_nothingIsLookedAt() {
        held(0, 3);

        release.run();

        assertThat(links.retried).isEmpty();
        assertThat(store.of("contact")).hasSize(1);
    }

    @Test
    void released_heldLinksAreLookedAtAgain() {
        held(0, 2);
        links.add(2, 10, PHONE, Reason.REFUSED, clock.instant());
        links.add(3, 10, "contact-fax", Reason.PAUSED, clock.instant());
        links.add(4, 10);

        paused.release(CONTACT, PHONE);
        release.run();

        assertThat(links.retried).containsExactly("0 " + PHONE, "1 " + PHONE);
        assertThat(store.of("contact").get(0).release().retried()).isEqualTo(2);
    }

    @Test
    void toldOfOnlyOnceItWasReleased_theProblemIsClosed() {
        paused.release(CONTACT, PHONE);
        Mapping phone =
                mappings.mappings("contact").stream()
                        .filter(mapping -> mapping.id().equals(PHONE))
                        .findFirst()
                        .orElseThrow();
        problems.raise(List.of(PausedMappings.found(phone, why())));

        release.run();

        assertThat(problems.open).isEmpty();
    }

    @Test
    void linkThatWasHeldWhileItWasReleased_isFoundByTheSecondPass() {
        held(0, 1);
        paused.release(CONTACT, PHONE);
        release.run();
        links.add(0, 10);
        held(1, 1);

        release.run();
        assertThat(links.retried).hasSize(1);
        clock.pass(config.settledAfter());
        release.run();

        assertThat(links.retried).containsExactly("0 " + PHONE, "1 " + PHONE);
        assertThat(store.of("contact")).isEmpty();
    }

    @Test
    void manyHeldLinks_areGoneThroughInSeveralRuns() {
        links.pageMax = 10;
        held(0, 45);
        paused.release(CONTACT, PHONE);

        release.run();
        assertThat(links.retried).hasSize(20);
        release.run();
        release.run();

        assertThat(links.retried).hasSize(45).doesNotHaveDuplicates();
        assertThat(store.of("contact").get(0).release().retried()).isEqualTo(45);
    }

    @Test
    void mappingThatDoesNotSyncAnyMore_isReleasedByItself() {
        held(0, 1);
        mappings.phone = SyncRule.DONT_SYNC;

        release.run();
        release.run();

        assertThat(store.of("contact").get(0).paused()).isNull();
        assertThat(store.shown).isEmpty();
        assertThat(links.retried).containsExactly("0 " + PHONE);
    }

    /**
     * Nobody has looked at what it would write: it may have another rule than when it was paused.
     */
    @Test
    void mappingThatSyncsAgainAfterIt_isCountedAndPausedAsEver() {
        mappings.phone = SyncRule.DONT_SYNC;
        release.run();
        mappings.phone = SyncRule.TWO_WAY;
        clock.pass(Duration.ofMinutes(1));

        Counted counted = store.count("contact", PHONE, 120, 0, clock.instant(), config.window());
        assertThat(counted).isEqualTo(new Counted(Outcome.COUNTED, 120, 0));
        assertThat(store.pause("contact", PHONE, why())).isTrue();
    }

    @Test
    void mappingThatIsGone_isForgotten() {
        held(0, 1);
        mappings.phone = null;

        release.run();

        assertThat(store.of("contact")).isEmpty();
        assertThat(store.shown).isEmpty();
        assertThat(links.retried).isEmpty();
    }

    @Test
    void functionThatStoppedInBetween_isMended() {
        store.show("contact", PHONE, false);
        store.show("contact", "contact-fax", true);

        release.run();

        assertThat(store.shown).containsExactly("contact/" + PHONE);
    }

    @Test
    void problemThatWasNotTold_isToldOnceUntilTheRelease() {
        release.run();
        release.run();

        assertThat(problems.open)
                .extracting(problem -> problem.id().text())
                .containsExactly("contact.contact-phone.MASS_CHANGE");
        paused.release(CONTACT, PHONE);
        assertThat(problems.open).isEmpty();
    }

    @Test
    void wayThroughThatTakesLongerThanTheWindow_isNotCutOffByAnotherPause() {
        links.pageMax = 10;
        held(0, 25);
        paused.release(CONTACT, PHONE);
        release.run();
        clock.pass(config.window().multipliedBy(2));

        assertThat(store.pause("contact", PHONE, why())).isFalse();
        release.run();

        assertThat(links.retried).hasSize(25);
    }

    @Test
    void pausedAgainOnceAllIsDone_isHeldAsEver() {
        paused.release(CONTACT, PHONE);
        release.run();
        clock.pass(config.window());
        release.run();

        assertThat(store.pause("contact", PHONE, why())).isTrue();
        release.run();

        assertThat(store.of("contact").get(0).paused()).isNotNull();
    }

    @Test
    void whatIsNotPaused_isRefused() {
        assertThatThrownBy(() -> paused.release(CONTACT, "contact-fax"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("'contact-fax' is not paused");
        assertThatThrownBy(() -> paused.release(CONTACT, "nothing"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no mapping 'nothing'");
    }

    private final class Mapped extends FixedMappings {
        SyncRule phone = SyncRule.TWO_WAY;

        @Override
        public ObjectSettings settings(String object) {
            Set<String> ids =
                    store.shown.stream()
                            .filter(key -> key.startsWith(object + "/"))
                            .map(key -> key.substring(object.length() + 1))
                            .collect(Collectors.toSet());
            return new ObjectSettings(true, 1, ids);
        }

        @Override
        public List<Mapping> mappings(String object) {
            return super.mappings(object).stream()
                    .filter(mapping -> !mapping.id().equals(PHONE) || phone != null)
                    .map(
                            mapping ->
                                    mapping.id().equals(PHONE)
                                            ? mapping.with(
                                                    new MappingChoice(phone, Fill.NONE, Map.of()),
                                                    clock.instant(),
                                                    1)
                                            : mapping)
                    .toList();
        }
    }
}
