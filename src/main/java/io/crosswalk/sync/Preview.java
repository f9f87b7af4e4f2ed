package io.crosswalk.sync;

import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.Journal;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.records.RunCount;
import io.crosswalk.records.RunNote;
import io.crosswalk.records.StorageConfig;
import io.crosswalk.salesforce.SalesforceClient;
import io.crosswalk.sync.Departures.Departure;
import io.crosswalk.sync.Previewed.Field;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a sync would do with links now, if a run asked it to: reads both sides and decides as sync
 * does, and touches nothing.
 */
@ApplicationScoped
public class Preview {
    private final RecordStore store;
    private final HubspotClient hubspot;
    private final SalesforceClient salesforce;
    private final Journal journal;
    private final Fingerprints fingerprints;
    private final JournalWriter entries;
    private final LinkDecisions decisions;
    private final UndoOutcomes undo;
    private final CompanyLinks companies;
    private final DeletedCompanies deletedCompanies;
    private final Clock clock;

    public Preview(
            RecordStore store,
            Journal journal,
            HubspotClient hubspot,
            SalesforceClient salesforce,
            Fingerprints fingerprints,
            StorageConfig storage,
            SyncConfig config,
            Clock clock) {
        this.store = store;
        this.hubspot = hubspot;
        this.salesforce = salesforce;
        this.journal = journal;
        this.fingerprints = fingerprints;
        this.entries = new JournalWriter(storage.journalHashesOnly(), fingerprints);
        this.decisions =
                new LinkDecisions(
                        fingerprints, new Quarantine(config.answersMax(), config.answersWindow()));
        this.undo = new UndoOutcomes(fingerprints);
        this.clock = clock;
        this.companies = new CompanyLinks(store);
        this.deletedCompanies = new DeletedCompanies(companies, hubspot, fingerprints, clock);
    }

    /**
     * @param notes per link what the run would note on it; at most a few hundred links
     * @throws CrmUnavailable if not all of them can be read now
     */
    public Previewed of(MappingPlan plan, Map<RecordKey, List<RunNote>> notes) {
        List<Link> links = new ArrayList<>();
        Missing missing = new Missing();
        Map<RecordKey, Link> stored = store.load(notes.keySet());
        for (Map.Entry<RecordKey, List<RunNote>> each : notes.entrySet()) {
            Link link = stored.get(each.getKey());
            if (link == null || link.partnerId() == null) {
                missing.unlinked++;
                missing.undone(each.getValue());
            } else {
                links.add(asked(plan.upToDate(link), each.getValue()));
            }
        }
        if (links.isEmpty()) {
            return new Previewed(List.of(), 0, missing.unlinked, 0, missing.undone);
        }
        Observing observing = new Observing(hubspot, salesforce, missing);
        List<Observation> seen =
                deletedCompanies.leftOut(plan, observing.observe(plan, links), missing);
        missing.throwIfUnread();
        List<LinkWork> works =
                deciding(observing, missing).decide(companies.informed(plan, seen), seen);
        missing.throwIfUnread();
        Breaker.holdPaused(plan.paused(), works);
        return previewed(works, missing);
    }

    private Deciding deciding(Observing observing, Missing missing) {
        return new Deciding(
                observing,
                decisions,
                new UnseenEdits(observing, journal, entries, fingerprints),
                new UnseenDecisions(fingerprints),
                new Takebacks(journal),
                missing,
                clock);
    }

    private static Link asked(Link link, List<RunNote> notes) {
        List<Noted> hints = new ArrayList<>(link.due().hints());
        notes.stream().map(RunNote::noted).filter(it -> !hints.contains(it)).forEach(hints::add);
        return link.withHints(hints);
    }

    private Previewed previewed(List<LinkWork> works, Missing missing) {
        List<Field> fields = new ArrayList<>();
        RunCounts counts = new RunCounts();
        for (LinkWork work : works) {
            work.decisions().forEach(decided -> fields.add(field(work, decided)));
            undo.count(work, Set.of(), counts);
        }
        counts.forEach((run, its) -> its.forEach(missing::undone));
        return new Previewed(fields, works.size(), missing.unlinked, missing.gone, missing.undone);
    }

    private static Field field(LinkWork work, FieldDecision decided) {
        FieldDecision.Write write = decided.write();
        return new Field(
                work.link.key(),
                work.seen().salesforceId(),
                decided.field().mapping(),
                decided.hubspot(),
                decided.salesforce(),
                decided.decision(),
                work.seen().resting(decided.field()) == null
                        ? PreviewedAction.of(decided, write)
                        : PreviewedAction.KEPT,
                PreviewedRefusal.of(decided));
    }

    /** Links that could not be seen whole. */
    private static final class Missing implements LeftAside {
        private final Map<RunCount, Long> undone = new EnumMap<>(RunCount.class);
        private int unlinked;
        private int gone;
        private @Nullable CrmUnavailable away;

        @Override
        public void postpone(Link link, ReadOutcome.@Nullable Failure failure) {
            if (failure == null) {
                postpone(link, Duration.ZERO);
            } else {
                away = new CrmUnavailable(failure.code(), failure.message(), failure.after());
            }
        }

        @Override
        public void postpone(Link link, Duration atLeast) {
            away = new CrmUnavailable("UNREAD", "Not all records could be read.", atLeast);
        }

        @Override
        public void departed(MappingPlan plan, List<Departure> departures) {
            gone += departures.size();
            for (Departure each : departures) {
                undone(
                        each.link().due().hints().stream()
                                .map(RunNote::of)
                                .filter(Objects::nonNull)
                                .toList());
            }
        }

        private void undone(List<RunNote> notes) {
            long count = notes.stream().filter(it -> it.kind() == Noted.Kind.UNDO).count();
            if (count > 0) {
                undone(RunCount.RECORD_GONE, count);
            }
        }

        private void undone(RunCount count, long by) {
            undone.merge(count, by, Long::sum);
        }

        private void throwIfUnread() {
            if (away != null) {
                throw away;
            }
        }
    }
}
