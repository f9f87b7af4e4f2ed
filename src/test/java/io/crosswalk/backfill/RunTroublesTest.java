package io.crosswalk.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.Shipped;
import io.crosswalk.backfill.Run.Progress;
import io.crosswalk.backfill.Run.Status;
import io.crosswalk.backfill.Run.Times;
import io.crosswalk.backfill.RunOrder.Backfill;
import io.crosswalk.backfill.RunOrder.Filter;
import io.crosswalk.backfill.RunOrder.PropertyFilter;
import io.crosswalk.backfill.RunPreview.OfMapping;
import io.crosswalk.backfill.RunPreview.Records;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.InMemoryRunTallies;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.Priority;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RunNote;
import io.crosswalk.records.UnaskedRecordStore;
import io.crosswalk.rules.Fill;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps a run from going on, and what it says meanwhile. */
class RunTroublesTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final Filter SEARCHED =
            new Filter(
                    List.of(),
                    null,
                    new PropertyFilter(SearchedHubspot.PROPERTY, "GTE", List.of("9")));

    /** Gives calls, or none. */
    private static final class Pace implements CallPace {
        private boolean gives;

        @Override
        public <T> Optional<T> made(Calls calls, Supplier<T> work) {
            return gives ? Optional.of(work.get()) : Optional.empty();
        }

        @Override
        public Duration lasts(Calls calls, long links) {
            return Duration.ZERO;
        }
    }

    /** Stands still until it is moved. */
    private static final class Wound extends Clock {
        private Instant now = NOW;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** No link of it is known; a record of this id cannot be looked up at all. */
    private static final class Links extends UnaskedRecordStore {
        private static final String BROKEN = "666";

        @Override
        public Map<RecordKey, Link> load(Collection<RecordKey> keys) {
            if (keys.contains(RecordKey.hubspot("contact", BROKEN))) {
                throw new IllegalStateException("what nobody thought of");
            }
            return Map.of();
        }

        @Override
        public Map<RecordKey, Link> mark(Map<RecordKey, List<Noted>> hints, Priority priority) {
            return Map.of();
        }
    }

    private final Wound clock = new Wound();
    private final InMemoryRunStore store = new InMemoryRunStore();
    private final Pace pace = new Pace();
    private final SearchedHubspot hubspot = new SearchedHubspot("1001");
    private final ContactsOn mappings = new ContactsOn();
    private final RunSources sources = new RunSources(new Links(), null, hubspot, mappings);
    private final RunAdvance advance = advance();

    private RunAdvance advance() {
        BackfillConfig config = Shipped.config(BackfillConfig.class);
        Marking marking = new Marking(sources, new Links(), new InMemoryRunTallies(), pace, config);
        return new RunAdvance(store, null, marking, mappings, config, clock);
    }

    private void running(String id, Filter filter) {
        Run run =
                new Run(
                        id,
                        new Backfill("contact", List.of(), Fill.NONE, filter),
                        new Status(RunState.RUNNING, 1, null),
                        Progress.START,
                        RunPreview.NONE,
                        RunSamples.NONE,
                        new Times(NOW, NOW, NOW, null));
        assertThat(store.save(run)).isTrue();
    }

    private Status status(String id) {
        return store.find(id).orElseThrow().status();
    }

    private static Filter ids(String id) {
        return new Filter(List.of(id), null, null);
    }

    @Test
    void budgetHasNoCalls_theRunSaysSoOnce_andNoMoreOnceItGoesOn() {
        running("run", SEARCHED);
        advance.run();
        Status waits = status("run");
        advance.run();

        assertThat(waits.message()).startsWith("Waits until the budgets leave calls");
        assertThat(waits.state()).isEqualTo(RunState.RUNNING);
        assertThat(status("run")).isEqualTo(waits);

        pace.gives = true;
        advance.run();

        assertThat(status("run").message()).isNull();
        assertThat(status("run").state()).isEqualTo(RunState.DONE);
    }

    @Test
    void searchThatHubspotRefuses_endsTheRunAtOnce() {
        pace.gives = true;
        hubspot.answers(CrmUnavailable.refused("VALIDATION_ERROR", "Cannot search"));
        running("run", SEARCHED);

        advance.run();

        assertThat(status("run").state()).isEqualTo(RunState.FAILED);
        assertThat(status("run").message()).contains("Cannot search");
    }

    @Test
    void searchThatHubspotCannotMakeNow_isTriedAgain() {
        pace.gives = true;
        hubspot.answers(new CrmUnavailable("TIMEOUT", "No answer", Duration.ZERO));
        running("run", SEARCHED);
        advance.run();
        assertThat(status("run").message()).isEqualTo("No answer (TIMEOUT). It is tried again.");
        hubspot.answers(null);

        advance.run();

        assertThat(status("run").state()).isEqualTo(RunState.DONE);
    }

    private void advanceEveryHour(int hours) {
        for (int hour = 0; hour < hours; hour++) {
            advance.run();
            clock.now = clock.now.plus(Duration.ofHours(1));
        }
    }

    @Test
    void crmIsAwayForTwelveHours_theRunFails() {
        pace.gives = true;
        hubspot.answers(new CrmUnavailable("TIMEOUT", "No answer", Duration.ZERO));
        running("run", SEARCHED);

        advanceEveryHour(13);
        assertThat(status("run").state()).isEqualTo(RunState.RUNNING);
        advanceEveryHour(1);

        assertThat(status("run").state()).isEqualTo(RunState.FAILED);
        assertThat(status("run").message())
                .isEqualTo("No answer (TIMEOUT). It was tried for long enough.");
    }

    @Test
    void crmIsAwayTwiceWithADayWithoutCallsBetween_theRunGoesOn() {
        pace.gives = true;
        hubspot.answers(new CrmUnavailable("TIMEOUT", "No answer", Duration.ZERO));
        running("run", SEARCHED);
        advanceEveryHour(1);
        pace.gives = false;
        advanceEveryHour(13);
        assertThat(status("run").message()).startsWith("Waits until the budgets leave calls");

        pace.gives = true;
        advanceEveryHour(1);

        assertThat(status("run").state()).isEqualTo(RunState.RUNNING);
        assertThat(status("run").message()).isEqualTo("No answer (TIMEOUT). It is tried again.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DAILY", "REQUEST_LIMIT_EXCEEDED"})
    void dayIsUsedUpHoweverLong_theRunWaits(String code) {
        pace.gives = true;
        hubspot.answers(new CrmUnavailable(code, "No calls", Duration.ofHours(1)));
        running("run", SEARCHED);

        advanceEveryHour(30);

        assertThat(status("run").state()).isEqualTo(RunState.RUNNING);
        assertThat(status("run").message()).startsWith("Waits until the budgets leave calls");
    }

    @Test
    void runThatFailsUnexpectedly_keepsNoOtherFromItsEnd() {
        running("1-broken", ids(Links.BROKEN));
        running("2-sound", ids("1002"));

        advance.run();

        assertThat(status("2-sound").state()).isEqualTo(RunState.DONE);
        assertThat(status("1-broken").state()).isEqualTo(RunState.RUNNING);
    }

    @Test
    void mappingMadeAfterThePreview_isNotAlignedByTheRun() {
        Backfill all = new Backfill("contact", List.of(), Fill.ALIGN, ids("1003"));
        RunPreview counted =
                new RunPreview(
                        new Records(1, 0, 0, 0, 0, 0),
                        Map.of("contact-email", new OfMapping("email", "Email", Map.of())),
                        Map.of());
        mappings.made("contact-later");

        assertThat(asked(all, counted)).containsExactly("contact-email");
        assertThat(asked(all, RunPreview.NONE)).contains("contact-email", "contact-later");
    }

    private List<String> asked(Backfill order, RunPreview preview) {
        Run run =
                new Run(
                        "run",
                        order,
                        new Status(RunState.RUNNING, 1, null),
                        Progress.START,
                        preview,
                        RunSamples.NONE,
                        new Times(NOW, NOW, NOW, null));
        return sources.page(run, "", 10).notes().values().stream()
                .flatMap(List::stream)
                .map(RunNote::what)
                .toList();
    }
}
