package io.crosswalk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.budget.Governor;
import io.crosswalk.budget.HubspotCallMeter;
import io.crosswalk.budget.InMemoryBudgetStore;
import io.crosswalk.budget.ShippedTerms;
import io.crosswalk.hubspot.CallListener;
import io.crosswalk.hubspot.UnaskedHubspot;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Findings;
import io.crosswalk.records.InMemoryRunTallies;
import io.crosswalk.records.Link;
import io.crosswalk.records.Link.Due;
import io.crosswalk.records.Link.State;
import io.crosswalk.records.Link.Turn;
import io.crosswalk.records.Noted;
import io.crosswalk.records.Priority;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore.Acknowledgement;
import io.crosswalk.records.UnaskedJournal;
import io.crosswalk.records.UnaskedRecordStore;
import io.crosswalk.rules.Side;
import io.crosswalk.simulation.InMemoryMatchNotes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A privacy deletion is told of: who is forgotten, and who is there all the same. */
class ForgettingTest {
    private static final Instant NOW = SampleLink.NOON;
    private static final Noted EDIT = SampleLink.edit(Side.HUBSPOT, NOW, "B");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Store store = new Store();
    private final Set<RecordKey> purged = new LinkedHashSet<>();
    private final List<Collection<String>> reads = new ArrayList<>();
    private final Set<String> shown = new LinkedHashSet<>();
    private boolean away;

    private static final class Store extends UnaskedRecordStore {
        private final List<RecordKey> forgotten = new ArrayList<>();
        private final Map<RecordKey, Acknowledgement> acknowledged = new HashMap<>();

        @Override
        public boolean forget(Link link) {
            return forgotten.add(link.key());
        }

        @Override
        public Set<RecordKey> acknowledge(Map<Link, Acknowledgement> acknowledgements) {
            acknowledgements.forEach((link, its) -> acknowledged.put(link.key(), its));
            return Set.of();
        }
    }

    private final UnaskedHubspot hubspot =
            new UnaskedHubspot() {
                @Override
                public ReadOutcome read(
                        String type, Collection<String> ids, Collection<String> names) {
                    reads.add(ids);
                    Map<String, CrmRecord> found = new HashMap<>();
                    Set<String> missing = new LinkedHashSet<>(ids);
                    missing.removeAll(shown);
                    shown.forEach(id -> found.put(id, new CrmRecord(id, id, Map.of(), NOW)));
                    ReadOutcome.Failure failure =
                            new ReadOutcome.Failure(Duration.ZERO, "TIMEOUT", "no answer");
                    return away
                            ? new ReadOutcome(Map.of(), Set.of(), Set.copyOf(ids), failure)
                            : new ReadOutcome(found, missing, Set.of(), null);
                }
            };

    private final Governor governor =
            new Governor(new InMemoryBudgetStore(), ShippedTerms.terms(), clock, new Random(1));

    private Forgetting forgetting() {
        RecordedProblems problems = new RecordedProblems();
        UnaskedJournal journal =
                new UnaskedJournal() {
                    @Override
                    public boolean purge(RecordKey link) {
                        return purged.add(link);
                    }
                };
        return new Forgetting(
                new StillShown(hubspot, governor),
                store,
                journal,
                problems,
                new InMemoryMatchNotes(),
                new Settlement(
                        store,
                        new RecordProblems(problems),
                        new LinkFindings(new Quarantine(12, Duration.ofMinutes(10))),
                        new Tallying(new InMemoryRunTallies(), SampleLink.FINGERPRINTS),
                        new Backoff(new Random(1)),
                        new Turns(store, Duration.ofMinutes(1), clock),
                        LookListener.NONE,
                        clock),
                clock);
    }

    private static RecordKey key(String id) {
        return RecordKey.hubspot("contact", id);
    }

    private static Link due(String id, Instant since) {
        Due due =
                new Due(
                        State.DUE,
                        NOW,
                        since,
                        1,
                        Turn.FIRST,
                        0,
                        Priority.EDIT,
                        List.of(Noted.FORGOTTEN, EDIT));
        return new Link(key(id), SampleLink.PARTNER, due, Map.of(), Map.of(), Findings.NONE);
    }

    private void forget(Link... links) {
        forgetting().forget(List.of(links));
    }

    @Test
    void goneInHubspot_isForgotten() {
        forget(due("501", NOW));

        assertThat(store.forgotten).containsExactly(key("501"));
        assertThat(purged).containsExactly(key("501"));
        assertThat(store.acknowledged).isEmpty();
    }

    /** A forged event, or one of another portal. */
    @Test
    void stillShownInHubspot_losesNothingAndIsAskedForInAnHour() {
        shown.add("501");

        forget(due("501", NOW));

        assertThat(store.forgotten).isEmpty();
        assertThat(purged).isEmpty();
        Acknowledgement kept = store.acknowledged.get(key("501"));
        assertThat(kept.keptHints()).containsExactlyInAnyOrder(Noted.FORGOTTEN, EDIT);
        assertThat(kept.again()).isBetween(NOW.plusSeconds(3600), NOW.plusSeconds(5400));
    }

    @Test
    void shownForADay_isLookedAtAsAnyOther() {
        shown.add("501");

        forget(due("501", NOW.minus(Duration.ofHours(25))));

        assertThat(purged).isEmpty();
        Acknowledgement kept = store.acknowledged.get(key("501"));
        assertThat(kept.keptHints()).containsExactly(EDIT);
        assertThat(kept.again()).isEqualTo(NOW);
    }

    @Test
    void hubspotDoesNotAnswer_isForgottenAllTheSame() {
        shown.add("501");
        away = true;

        forget(due("501", NOW));

        assertThat(store.forgotten).containsExactly(key("501"));
    }

    @Test
    void noCallIsLeft_isForgottenUnasked() {
        shown.add("501");
        new HubspotCallMeter(governor)
                .limited(CallListener.Kind.BATCH_READ, "DAILY", Duration.ofHours(5));

        forget(due("501", NOW));

        assertThat(reads).isEmpty();
        assertThat(store.forgotten).containsExactly(key("501"));
    }

    @Test
    void several_areAskedForInOneCall() {
        shown.add("502");

        forget(due("501", NOW), due("502", NOW), due("503", NOW));

        assertThat(reads).containsExactly(List.of("501", "502", "503"));
        assertThat(store.forgotten).containsExactly(key("501"), key("503"));
    }
}
