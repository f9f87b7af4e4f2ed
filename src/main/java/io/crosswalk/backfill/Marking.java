package io.crosswalk.backfill;

import io.crosswalk.backfill.CallPace.Calls;
import io.crosswalk.backfill.Run.Progress;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.Priority;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.records.RunCount;
import io.crosswalk.records.RunNote;
import io.crosswalk.records.RunTallies;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Marks a run's links due, a page at a time, and sees which of them sync has looked at. */
@ApplicationScoped
public class Marking {
    private static final int LOADED_MAX = 200;

    private final RunSources sources;
    private final RecordStore store;
    private final RunTallies tallies;
    private final CallPace pace;
    private final BackfillConfig config;

    public Marking(
            RunSources sources,
            RecordStore store,
            RunTallies tallies,
            CallPace pace,
            BackfillConfig config) {
        this.sources = sources;
        this.store = store;
        this.tallies = tallies;
        this.pace = pace;
        this.config = config;
    }

    /** The run after what was looked at since; the same one if nothing was. */
    Run settled(Run run) {
        Progress before = run.progress();
        if (before.waiting().isEmpty()) {
            return run;
        }
        String object = run.order().object();
        List<RecordKey> keys =
                before.waiting().stream().map(id -> RecordKey.hubspot(object, id)).toList();
        Set<String> still = ids(keys, link -> isWaiting(link, run));
        if (still.size() == before.waiting().size()) {
            return run;
        }
        long looked = before.looked() + before.waiting().size() - still.size();
        return run.with(
                new Progress(
                        before.cursor(), before.marked(), looked, still, before.failingSince()));
    }

    /** With hundreds of mappings a link is large: never are more of them in memory than a part. */
    private Set<String> ids(List<RecordKey> keys, Predicate<Link> which) {
        Set<String> ids = new HashSet<>();
        for (int from = 0; from < keys.size(); from += LOADED_MAX) {
            List<RecordKey> part = keys.subList(from, Math.min(keys.size(), from + LOADED_MAX));
            for (Link link : store.load(part).values()) {
                if (which.test(link)) {
                    ids.add(link.key().recordId());
                }
            }
        }
        return ids;
    }

    /**
     * A note that stays after a look, because its field is not settled, keeps no run open; one that
     * came since does, also where the field could not be written before.
     */
    private static boolean isWaiting(Link link, Run run) {
        if (link.due().since() == null) {
            return false;
        }
        for (Noted hint : link.due().hints()) {
            RunNote note = RunNote.of(hint);
            if (note != null && note.run().equals(run.id())) {
                return true;
            }
        }
        return false;
    }

    boolean hasRoom(Run run) {
        int waiting = run.progress().waiting().size();
        return waiting == 0 || waiting + config.markedAtATime() <= config.dueMax();
    }

    /**
     * @return the run after its next page; null if the budget has no search now
     * @throws io.crosswalk.records.CrmUnavailable if HubSpot cannot search now
     */
    @Nullable Run mark(Run run) {
        String cursor = run.progress().cursor() == null ? "" : run.progress().cursor();
        RunSources.Page page =
                RunSources.searches(run.order())
                        ? pace.made(
                                        new Calls(0, 1, 0),
                                        () -> sources.page(run, cursor, config.markedAtATime()))
                                .orElse(null)
                        : sources.page(run, cursor, config.markedAtATime());
        return page == null ? null : mark(run, page);
    }

    private Run mark(Run run, RunSources.Page page) {
        Set<String> linked =
                ids(List.copyOf(page.notes().keySet()), link -> link.partnerId() != null);
        Map<RecordKey, List<Noted>> marks = new LinkedHashMap<>();
        long gone = 0;
        for (Map.Entry<RecordKey, List<RunNote>> each : page.notes().entrySet()) {
            if (linked.contains(each.getKey().recordId())) {
                marks.put(each.getKey(), each.getValue().stream().map(RunNote::noted).toList());
            } else if (run.kind() == Run.Kind.UNDO) {
                gone += each.getValue().size();
            }
        }
        store.mark(marks, Priority.BACKFILL);
        if (gone > 0) {
            tallies.add(run.id(), Map.of(RunCount.RECORD_GONE, gone));
        }
        Set<String> marked =
                marks.keySet().stream().map(RecordKey::recordId).collect(Collectors.toSet());
        Progress now = run.progress().waitingAlsoFor(marked);
        return run.with(new Progress(page.next(), now.marked(), now.looked(), now.waiting(), null));
    }
}
