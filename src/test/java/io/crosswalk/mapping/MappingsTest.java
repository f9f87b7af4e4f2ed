package io.crosswalk.mapping;

import static io.crosswalk.mapping.Configured.CONTACT;
import static io.crosswalk.mapping.Configured.DEAL;
import static io.crosswalk.mapping.Configured.edit;
import static io.crosswalk.mapping.Configured.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crosswalk.records.DynamoLocal;
import io.crosswalk.records.Problem.Found;
import io.crosswalk.records.ProblemCause;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.ProblemPlace;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.SyncRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Single changes to mappings, as they are stored, one after the other and at the same time. */
@ExtendWith(DynamoLocal.class)
class MappingsTest {
    private static final int THREADS = 16;

    private Configured it;

    @BeforeEach
    void installation() throws Exception {
        it = new Configured();
    }

    private static RefusalCode refused(ThrowingCallable change) {
        Refusal refusal = catchThrowableOfType(Refusal.class, change);
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal.code();
    }

    @Test
    void created_isThereWithItsChoiceAndAtVersionOne() {
        MappingChoice choice =
                new MappingChoice(SyncRule.TWO_WAY, Fill.ALIGN, Map.of("low", "Cold"));

        Mapping made = it.mappings.create(CONTACT, "level", "Level__c", choice);

        Mapping stored = it.mappings.get(CONTACT, made.id());
        assertThat(stored).isEqualTo(made);
        assertThat(stored.choice()).isEqualTo(choice);
        assertThat(stored.version()).isEqualTo(1);
        assertThat(stored.savedAt()).isEqualTo(Configured.NOW);
        assertThat(stored.id()).matches("contact-level-[a-z0-9]{10}");
        assertThat(it.store.settings("contact").version()).isEqualTo(1);
    }

    @Test
    void createdOrMovedToAnotherField_countsWhatIsHintedFromThenOn() {
        Mapping made = it.text(1);
        it.mappings.delete(CONTACT, made.id(), null);
        Mapping moved = it.mappings.create(CONTACT, "text1", "Text2__c", rule(SyncRule.TWO_WAY));

        assertThat(made.saved().since()).isEqualTo(new Mapping.Since(1, Configured.NOW));
        assertThat(moved.saved().since()).isEqualTo(new Mapping.Since(3, Configured.NOW));
        assertThat(it.mappings.of(CONTACT).version()).isEqualTo(3);
    }

    @Test
    void createdAgainAfterDeletion_hasAnotherId() {
        String first = it.text(1).id();
        it.mappings.delete(CONTACT, first, null);

        assertThat(it.text(1).id()).isNotEqualTo(first);
    }

    @Test
    void sixteenMapTheSameFieldAtOnce_oneWins() throws Exception {
        List<String> outcomes =
                atOnce(
                        number ->
                                () -> {
                                    it.mappings.create(
                                            CONTACT,
                                            "text" + number,
                                            "Text0__c",
                                            rule(SyncRule.TWO_WAY));
                                    return "made";
                                });

        assertThat(outcomes).containsOnlyOnce("made");
        assertThat(outcomes).filteredOn("FIELD_ALREADY_MAPPED"::equals).hasSize(THREADS - 1);
        assertThat(it.mappings.of(CONTACT).mappings())
                .filteredOn(mapping -> mapping.salesforceField().equals("Text0__c"))
                .hasSize(1);
    }

    @Test
    void sixteenMapDifferentFieldsAtOnce_allArrive() throws Exception {
        List<String> outcomes = atOnce(number -> () -> it.text(number).hubspotProperty());

        assertThat(outcomes).doesNotHaveDuplicates().hasSize(THREADS);
        assertThat(it.mappings.of(CONTACT).version()).isEqualTo(THREADS);
    }

    private static List<String> atOnce(IntFunction<Callable<String>> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<String>> running = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Callable<String> each = work.apply(i);
            running.add(
                    threads.submit(
                            () -> {
                                start.await();
                                try {
                                    return each.call();
                                } catch (Refusal refusal) {
                                    return refusal.code().name();
                                }
                            }));
        }
        List<String> outcomes = new ArrayList<>();
        for (Future<String> each : running) {
            outcomes.add(each.get());
        }
        threads.shutdown();
        return outcomes;
    }

    @Test
    void fiveHundredthMapping_isAcceptedAndTheNextIsNot() {
        int standard = StandardMappings.of("contact").size();
        List<WantedConfiguration.WantedMapping> many = new ArrayList<>();
        for (int i = standard; i < MappingRules.MAPPINGS_MAX - 1; i++) {
            many.add(
                    new WantedConfiguration.WantedMapping(
                            "text" + i, "Text" + i + "__c", SyncRule.TWO_WAY, null, null));
        }
        it.configurations.apply(ConfigurationsTest.partial("contact", many));

        it.text(1);

        assertThat(it.mappings.of(CONTACT).mappings()).hasSize(500);
        assertThat(refused(() -> it.text(2))).isEqualTo(RefusalCode.MAPPING_LIMIT_REACHED);
    }

    @Test
    void updated_isTheNextVersionAndTheOldOneIsHistory() {
        Mapping first = it.text(1);
        it.mappings.update(CONTACT, first.id(), edit(SyncRule.ALWAYS_USE_HUBSPOT), 1L);
        it.mappings.update(CONTACT, first.id(), edit(SyncRule.DONT_SYNC), 2L);

        List<Mapping> versions = it.mappings.versions(CONTACT, first.id(), null, 10);

        assertThat(versions).extracting(Mapping::version).containsExactly(3L, 2L, 1L);
        assertThat(versions)
                .extracting(Mapping::syncRule)
                .containsExactly(SyncRule.DONT_SYNC, SyncRule.ALWAYS_USE_HUBSPOT, SyncRule.TWO_WAY);
        assertThat(it.mappings.versions(CONTACT, first.id(), 3L, 1))
                .extracting(Mapping::version)
                .containsExactly(2L);
    }

    @Test
    void deleted_leavesItsHistory() {
        Mapping made = it.text(1);

        it.mappings.delete(CONTACT, made.id(), 1L);

        assertThat(it.mappings.versions(CONTACT, made.id(), null, 10)).containsExactly(made);
        assertThat(refused(() -> it.mappings.get(CONTACT, made.id())))
                .isEqualTo(RefusalCode.MAPPING_NOT_FOUND);
        assertThat(refused(() -> it.mappings.versions(CONTACT, "contact-never", null, 10)))
                .isEqualTo(RefusalCode.MAPPING_NOT_FOUND);
    }

    @Test
    void sameChoiceAgain_makesNoVersion() {
        Mapping made = it.text(1);

        Mapping same = it.mappings.update(CONTACT, made.id(), edit(SyncRule.TWO_WAY), null);

        assertThat(same).isEqualTo(made);
        assertThat(it.store.settings("contact").version()).isEqualTo(1);
    }

    @Test
    void versionThatIsNotInForce_isAConflictAndChangesNothing() {
        Mapping made = it.text(1);

        assertThat(
                        refused(
                                () ->
                                        it.mappings.update(
                                                CONTACT, made.id(), edit(SyncRule.DONT_SYNC), 2L)))
                .isEqualTo(RefusalCode.VERSION_CONFLICT);
        assertThat(refused(() -> it.mappings.delete(CONTACT, made.id(), 2L)))
                .isEqualTo(RefusalCode.VERSION_CONFLICT);
        assertThat(it.mappings.get(CONTACT, made.id())).isEqualTo(made);
    }

    @Test
    void anotherPairInAnUpdate_isRefused() {
        Mapping made = it.text(1);
        MappingEdit other = new MappingEdit("text1", "Text2__c", SyncRule.TWO_WAY, null, null);

        assertThat(refused(() -> it.mappings.update(CONTACT, made.id(), other, null)))
                .isEqualTo(RefusalCode.MAPPING_PAIR_FIXED);
    }

    @Test
    void standardMapping_canBeSetToDontSyncWithoutMetadataButNotDeleted() {
        Mapping off = it.mappings.update(CONTACT, "contact-email", edit(SyncRule.DONT_SYNC), null);

        assertThat(off.version()).isEqualTo(2);
        assertThat(it.mappings.get(CONTACT, "contact-email")).isEqualTo(off);
        assertThat(refused(() -> it.mappings.delete(CONTACT, "contact-email", null)))
                .isEqualTo(RefusalCode.STANDARD_MAPPING_NOT_DELETABLE);
    }

    @Test
    void owners_goTwoWayOrNotAtAll() {
        String id = "contact-hubspot-owner-id";

        assertThat(
                        refused(
                                () ->
                                        it.mappings.update(
                                                CONTACT,
                                                id,
                                                edit(SyncRule.ALWAYS_USE_SALESFORCE),
                                                null)))
                .isEqualTo(RefusalCode.OWNER_MAPPING_TWO_WAY_ONLY);
        it.mappings.update(CONTACT, id, edit(SyncRule.DONT_SYNC), null);
        assertThat(it.mappings.get(CONTACT, id).syncRule()).isEqualTo(SyncRule.DONT_SYNC);
    }

    @Test
    void propertyMadeAMomentAgo_isFound() {
        it.text(1);
        it.hubspot.with("brand_new", "string", "text");

        Mapping made = it.mappings.create(CONTACT, "brand_new", "Text2__c", rule(SyncRule.TWO_WAY));

        assertThat(made.hubspotProperty()).isEqualTo("brand_new");
    }

    @Test
    void objectTurnedOffAndOn_wakesOnlyItsOwnLinks() {
        it.mappings.toggle(DEAL, false);
        assertThat(it.store.settings("deal").syncEnabled()).isFalse();
        assertThat(
                        refused(
                                () ->
                                        it.mappings.create(
                                                DEAL, "text1", "Text1__c", rule(SyncRule.TWO_WAY))))
                .isEqualTo(RefusalCode.OBJECT_SYNC_OFF);
        assertThat(it.woken.woken).isEmpty();

        ObjectConfiguration on = it.mappings.toggle(DEAL, true);

        assertThat(on).isEqualTo(it.mappings.of(DEAL));
        assertThat(on.syncEnabled()).isTrue();
        assertThat(it.woken.woken).containsExactly(WokenRecords.WAITING_DEAL);
    }

    /** Nobody checks the mappings of an object that is off. */
    @Test
    void objectTurnedOff_hasItsMappingsProblemsClosed() {
        ProblemPlace place = ProblemPlace.mapping("deal", "deal-amount", "amount", "Amount");
        ProblemPlace other = ProblemPlace.mapping("company", "company-x", "x", "X");
        ProblemCause cause = ProblemCause.of(ProblemCode.FIELD_GONE, "Missing.");
        it.problems.raise(List.of(new Found(place, cause), new Found(other, cause)));

        it.mappings.toggle(DEAL, false);

        assertThat(it.problems.ofMappings("deal")).isEmpty();
        assertThat(it.problems.ofMappings("company")).hasSize(1);
        it.problems.close(List.of(new Found(other, cause).id()));
    }

    @Test
    void contacts_cannotBeTurnedOff() {
        assertThat(refused(() -> it.mappings.toggle(CONTACT, false)))
                .isEqualTo(RefusalCode.OBJECT_SYNC_REQUIRED);
    }
}
