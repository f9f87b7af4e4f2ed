package io.crosswalk.simulation;

import io.crosswalk.records.Base;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Intent;
import io.crosswalk.records.Link;
import io.crosswalk.records.Link.Due;
import io.crosswalk.records.Link.State;
import io.crosswalk.records.Link.Turn;
import io.crosswalk.records.Noted;
import io.crosswalk.records.Priority;
import io.crosswalk.records.RecentWrites;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.rules.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Does what DynamoRecordStore does, update by update: each is atomic for one item, and between two
 * of them a function can die. Every new image that is DUE goes to the stream.
 */
class InMemoryRecordStore implements RecordStore {
    private final Map<RecordKey, Link> items = new TreeMap<>(InMemoryRecordStore::byText);
    private final Clock clock;
    private final Faults faults;
    private final Trace trace;
    private final InMemoryMatchNotes notes;
    private final Set<RecordKey> forgotten = new HashSet<>();

    /** New images that are due, oldest first; what the event source mapping would deliver. */
    final Deque<RecordKey> stream = new ArrayDeque<>();

    /**
     * @param notes on the records' own items: what forgets a record forgets its notes
     */
    InMemoryRecordStore(Clock clock, Faults faults, Trace trace, InMemoryMatchNotes notes) {
        this.clock = clock;
        this.faults = faults;
        this.trace = trace;
        this.notes = notes;
    }

    private static int byText(RecordKey one, RecordKey other) {
        int order = one.recordId().compareTo(other.recordId());
        if (order == 0) {
            order = one.side().compareTo(other.side());
        }
        return order != 0 ? order : one.object().compareTo(other.object());
    }

    Collection<Link> all() {
        return items.values();
    }

    @Nullable Link link(RecordKey key) {
        return items.get(key);
    }

    private void put(Link link) {
        items.put(link.key(), link);
        if (link.due().state() == State.DUE) {
            stream.add(link.key());
        }
    }

    private Link item(RecordKey key) {
        Link link = items.get(key);
        return link != null ? link : blank(key);
    }

    private static Link blank(RecordKey key) {
        Due quiet = Due.quiet(0, Turn.FIRST, List.of());
        return new Link(key, null, quiet, Map.of(), Map.of(), Findings.NONE);
    }

    /** As it is stored; a note makes an item where there is none. */
    private @Nullable Link stored(RecordKey key) {
        Link link = items.get(key);
        return link == null && notes.hasNoted(key) ? blank(key) : link;
    }

    private static Link with(Link link, Due due) {
        return new Link(
                link.key(), link.partnerId(), due, link.base(), link.intents(), link.findings());
    }

    private Due marked(Due due, Collection<Noted> hints) {
        return marked(due, hints, due.priority());
    }

    private static Priority moreUrgent(Due due, Priority priority) {
        return due.state() == State.QUIET || priority.compareTo(due.priority()) < 0
                ? priority
                : due.priority();
    }

    private Due marked(Due due, Collection<Noted> hints, Priority priority) {
        List<Noted> all = due.hints();
        if (!hints.isEmpty()) {
            Set<Noted> distinct = new LinkedHashSet<>(due.hints());
            distinct.addAll(hints);
            all = List.copyOf(distinct);
        }
        Instant now = clock.instant();
        return new Due(
                State.DUE,
                now,
                due.since() == null || hints.stream().anyMatch(Noted::isPrivacyDeletion)
                        ? now
                        : due.since(),
                due.marks() + 1,
                due.turn(),
                due.attempts(),
                moreUrgent(due, priority),
                all);
    }

    private static List<RecordKey> sorted(Collection<RecordKey> keys) {
        if (keys.size() < 2) {
            return List.copyOf(keys);
        }
        Set<RecordKey> sorted = new TreeSet<>(InMemoryRecordStore::byText);
        sorted.addAll(keys);
        return List.copyOf(sorted);
    }

    @Override
    public Map<RecordKey, Link> mark(Map<RecordKey, List<Noted>> hints, Priority priority) {
        Map<RecordKey, Link> marked = new LinkedHashMap<>();
        for (RecordKey key : sorted(hints.keySet())) {
            faults.point("before mark");
            Link link = item(key);
            put(with(link, marked(link.due(), hints.get(key), priority)));
            marked.put(key, items.get(key));
            trace.add("mark", key.recordId(), hints.get(key).size());
        }
        faults.point("after mark");
        return marked;
    }

    @Override
    public Map<RecordKey, Link> load(Collection<RecordKey> keys) {
        faults.point("load");
        Map<RecordKey, Link> found = new LinkedHashMap<>();
        for (RecordKey key : sorted(keys)) {
            Link link = stored(key);
            if (link != null) {
                found.put(key, link);
            }
        }
        return found;
    }

    @Override
    public boolean link(String object, String hubspotId, String salesforceId) {
        faults.point("before link");
        Link link = item(RecordKey.hubspot(object, hubspotId));
        Link pointer = item(RecordKey.salesforce(object, salesforceId));
        if (link.partnerId() != null && !link.partnerId().equals(salesforceId)
                || pointer.partnerId() != null && !pointer.partnerId().equals(hubspotId)
                || link.isForgotten()) {
            return false;
        }
        boolean made = pointer.partnerId() == null && link.intents().isEmpty();
        Link paired =
                new Link(
                        link.key(),
                        salesforceId,
                        link.due(),
                        link.base(),
                        made ? pointer.intents() : link.intents(),
                        link.findings());
        put(with(paired, given(marked(link.due(), pointer.due().hints()))));
        Due open = marked(pointer.due(), List.of());
        Link pointing =
                new Link(
                        pointer.key(),
                        hubspotId,
                        open,
                        pointer.base(),
                        Map.of(),
                        pointer.findings());
        put(
                with(
                        pointing,
                        !pointer.parked().isEmpty() || pointer.due().turn().isOpen()
                                ? new Due(
                                        State.DUE,
                                        open.at(),
                                        open.since(),
                                        open.marks(),
                                        new Turn(open.turn().number() + 1, open.turn().heldUntil()),
                                        0,
                                        open.priority(),
                                        List.of())
                                : Due.quiet(
                                        pointer.due().marks(),
                                        pointer.due().turn().given(),
                                        List.of())));
        trace.add("link", hubspotId, salesforceId);
        faults.point("after link");
        return true;
    }

    private static Link partnered(Link link, @Nullable String partnerId) {
        return new Link(
                link.key(), partnerId, link.due(), link.base(), link.intents(), link.findings());
    }

    @Override
    public boolean move(Pair pair, Side merged, String winnerId, List<Noted> hints) {
        faults.point("before move");
        Link link = item(RecordKey.hubspot(pair.object(), pair.hubspotId()));
        Link pointer = item(RecordKey.salesforce(pair.object(), pair.salesforceId()));
        Link winner = item(new RecordKey(pair.object(), merged, winnerId));
        boolean inHubspot = merged == Side.HUBSPOT;
        String other = inHubspot ? pair.salesforceId() : pair.hubspotId();
        if (!pair.salesforceId().equals(link.partnerId())
                || !pair.hubspotId().equals(pointer.partnerId())
                || winner.partnerId() != null && !winner.partnerId().equals(other)
                || forgotten.contains(winner.key())) {
            return false;
        }
        if (inHubspot) {
            Due left = leftOpen(link.due());
            put(new Link(link.key(), null, left, Map.of(), Map.of(), Findings.NONE));
            Due won = leftOpen(given(marked(winner.due(), hints)));
            put(with(partnered(winner, other), won));
            put(partnered(pointer, winnerId));
        } else {
            Due due = leftOpen(given(marked(link.due(), List.of())));
            put(new Link(link.key(), winnerId, due, Map.of(), Map.of(), Findings.NONE));
            put(partnered(pointer, null));
            Due won = leftOpen(given(marked(winner.due(), List.of())));
            put(with(partnered(winner, pair.hubspotId()), won));
        }
        trace.add("move", pair.hubspotId(), pair.salesforceId(), winnerId);
        faults.point("after move");
        return true;
    }

    @Override
    public boolean forget(Link seen) {
        faults.point("before forget");
        Link stored = inTurn(seen);
        if (stored == null
                || stored.due().marks() != seen.due().marks()
                || isOthers(seen.partnerId(), seen.key())) {
            return false;
        }
        Due left =
                Due.quiet(
                        stored.due().marks(),
                        stored.due().turn().given(),
                        List.of(Noted.FORGOTTEN));
        items.put(seen.key(), new Link(seen.key(), null, left, Map.of(), Map.of(), Findings.NONE));
        forgotten.add(seen.key());
        notes.forget(seen.key());
        if (seen.partnerId() != null) {
            RecordKey pointer = RecordKey.salesforce(seen.key().object(), seen.partnerId());
            Link free = partnered(item(pointer), null);
            Due due = leftOpen(given(marked(free.due(), List.of())));
            put(new Link(pointer, null, due, Map.of(), Map.of(), Findings.NONE));
            notes.declineAnybody(pointer);
        }
        trace.add("forget", seen.key().recordId());
        faults.point("after forget");
        return true;
    }

    /** Whether the Salesforce record is somebody else's by now. */
    private boolean isOthers(@Nullable String salesforceId, RecordKey hubspot) {
        if (salesforceId == null) {
            return false;
        }
        String owner = item(RecordKey.salesforce(hubspot.object(), salesforceId)).partnerId();
        return owner != null && !owner.equals(hubspot.recordId());
    }

    @Override
    public void unlink(String object, String hubspotId, String salesforceId) {
        faults.point("before unlink");
        part(RecordKey.salesforce(object, salesforceId), hubspotId);
        part(RecordKey.hubspot(object, hubspotId), salesforceId);
        trace.add("unlink", hubspotId, salesforceId);
        faults.point("after unlink");
    }

    private void part(RecordKey key, String partnerId) {
        Link link = item(key);
        if (partnerId.equals(link.partnerId())) {
            put(new Link(key, null, given(link.due()), Map.of(), Map.of(), Findings.NONE));
        }
    }

    /** As it is stored; null if it was forgotten, or somebody took the turn since it was seen. */
    private @Nullable Link inTurn(Link seen) {
        Link stored = stored(seen.key());
        return stored != null && stored.due().turn().number() == seen.due().turn().number()
                ? stored
                : null;
    }

    private static Due given(Due due) {
        return with(due, due.turn().given());
    }

    private static Due leftOpen(Due due) {
        return with(due, new Turn(due.turn().number(), Instant.EPOCH));
    }

    private static Due with(Due due, Turn turn) {
        return new Due(
                due.state(),
                due.at(),
                due.since(),
                due.marks(),
                turn,
                due.attempts(),
                due.priority(),
                due.hints());
    }

    @Override
    public Map<RecordKey, Taken> intend(Map<Link, Map<String, Intent>> intents, Instant until) {
        Map<RecordKey, Taken> taken = new HashMap<>();
        for (Map.Entry<Link, Map<String, Intent>> each : intents.entrySet()) {
            faults.point("before intend");
            Link seen = each.getKey();
            Link stored = inTurn(seen);
            if (stored == null) {
                trace.add("turn was taken", seen.key().recordId());
                continue;
            }
            Link mine = seen.withTurn(each.getValue(), until);
            put(written(stored.withTurn(each.getValue(), until).due(), stored, seen, mine));
            // Marks and hints as they were loaded: what came since has not been looked at.
            List<Noted> news = new ArrayList<>(stored.due().hints());
            news.removeAll(seen.due().hints());
            taken.put(seen.key(), new Taken(mine, news));
            trace.add("intend", seen.key().recordId(), each.getValue().size());
        }
        faults.point("after intend");
        return taken;
    }

    /** What a look knows is stored whole; of what it has not changed the item keeps its own. */
    private static Link written(Due due, Link stored, Link seen, Link mine) {
        Map<String, RecentWrites> writes = mine.findings().writes();
        Findings findings =
                writes.equals(seen.findings().writes())
                        ? stored.findings()
                        : stored.findings().withWrites(writes);
        return new Link(
                stored.key(), stored.partnerId(), due, seen.base(), mine.intents(), findings);
    }

    @Override
    public Set<RecordKey> acknowledge(Map<Link, Acknowledgement> acknowledgements) {
        Set<RecordKey> done = new LinkedHashSet<>();
        for (Map.Entry<Link, Acknowledgement> each : acknowledgements.entrySet()) {
            faults.point("before acknowledge");
            if (acknowledge(each.getKey(), each.getValue())) {
                done.add(each.getKey().key());
            }
        }
        faults.point("after acknowledge");
        return done;
    }

    private boolean acknowledge(Link seen, Acknowledgement its) {
        Link stored = inTurn(seen);
        if (stored == null) {
            trace.add("acknowledged too late", seen.key().recordId());
            return false;
        }
        Map<String, Base> base = new HashMap<>(seen.base());
        base.putAll(its.base());
        Map<String, Intent> intents = new HashMap<>(seen.intents());
        intents.keySet().retainAll(its.keptIntents());
        boolean again = stored.due().marks() != seen.due().marks();
        Due due = again ? leftDue(stored.due(), seen, its) : settled(stored.due(), seen, its);
        put(new Link(seen.key(), stored.partnerId(), due, base, intents, its.findings()));
        if (!again
                && seen.isForgotten()
                && its.keptHints().stream().noneMatch(Noted::isPrivacyDeletion)) {
            forgotten.remove(seen.key());
        }
        trace.add("acknowledge", seen.key().recordId(), due.state());
        return true;
    }

    private static Due settled(Due due, Link seen, Acknowledgement its) {
        return its.again() == null
                ? Due.quiet(due.marks(), due.turn().given(), left(due, seen, its))
                : new Due(
                        State.WAITING,
                        its.again(),
                        // What was looked at and is planned has not waited since.
                        its.attempts() == 0 ? null : due.since(),
                        due.marks(),
                        due.turn().given(),
                        its.attempts(),
                        due.priority(),
                        left(due, seen, its));
    }

    private static List<Noted> left(Due due, Link seen, Acknowledgement its) {
        if (due.hints().isEmpty()) {
            return List.of();
        }
        List<Noted> hints = new ArrayList<>(due.hints());
        Set<Noted> dropped = new LinkedHashSet<>(seen.due().hints());
        dropped.removeAll(its.keptHints());
        hints.removeAll(dropped);
        return hints;
    }

    /** A privacy deletion may have been told of once more: the two hints are alike. */
    private static Due leftDue(Due due, Link seen, Acknowledgement its) {
        List<Noted> left = new ArrayList<>(left(due, seen, its));
        seen.due().hints().stream()
                .filter(hint -> hint.isPrivacyDeletion() && !left.contains(hint))
                .forEach(left::add);
        return new Due(
                State.DUE,
                due.at(),
                due.since(),
                due.marks(),
                due.turn().given(),
                its.attempts() > 0 ? its.attempts() : due.attempts(),
                due.priority(),
                left);
    }

    @Override
    public List<RecordKey> overdue(Instant now, Duration after, int limit) {
        faults.point("overdue");
        Instant stuck = now.minus(after);
        List<Link> due = new ArrayList<>();
        for (Link link : items.values()) {
            Instant at = link.due().at();
            if (at != null
                    && !at.isAfter(now)
                    && (link.due().state() != State.DUE || !at.isAfter(stuck))) {
                due.add(link);
            }
        }
        if (due.isEmpty()) {
            return List.of();
        }
        due.sort(
                Comparator.comparing((Link link) -> link.due().priority())
                        .thenComparing(link -> link.due().at()));
        return due.stream().map(Link::key).limit(limit).toList();
    }

    @Override
    public void defer(Map<Link, Instant> until) {
        faults.point("before defer");
        for (Link seen : sorted(until)) {
            Link stored = inTurn(seen);
            if (stored != null
                    && stored.due().state() != State.QUIET
                    && stored.due().marks() == seen.due().marks()) {
                Due due = stored.due();
                Due waiting =
                        new Due(
                                State.WAITING,
                                until.get(seen),
                                due.since(),
                                due.marks(),
                                due.turn(),
                                due.attempts(),
                                due.priority(),
                                due.hints());
                put(with(stored, waiting));
                trace.add("defer", seen.key().recordId());
            }
        }
        faults.point("after defer");
    }

    private static List<Link> sorted(Map<Link, Instant> links) {
        List<Link> sorted = new ArrayList<>(links.keySet());
        sorted.sort(Comparator.comparing(link -> link.key().text()));
        return sorted;
    }

    @Override
    public DueSummary due(int max) {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        Instant oldest = null;
        int all = 0;
        for (Link link : items.values()) {
            Instant since = link.due().since();
            if (link.due().state() != State.QUIET && ++all <= max) {
                counts.merge(link.due().state(), 1, Integer::sum);
            }
            if (since != null && (oldest == null || since.isBefore(oldest))) {
                oldest = since;
            }
        }
        return new DueSummary(counts, all > max, oldest);
    }

    @Override
    public boolean retry(RecordKey key, @Nullable String mappingId) {
        faults.point("before retry");
        Link link = stored(key);
        if (link == null) {
            return false;
        }
        Due due = marked(link.due(), List.of());
        Map<String, Base> parked = new HashMap<>(link.parked());
        if (mappingId != null) {
            parked.put(mappingId, Base.OF_NOTHING);
        }
        Turn turn =
                mappingId == null
                        ? due.turn()
                        : new Turn(due.turn().number() + 1, due.turn().heldUntil());
        Due next =
                new Due(
                        due.state(),
                        due.at(),
                        due.since(),
                        due.marks(),
                        turn,
                        due.attempts(),
                        due.priority(),
                        due.hints());
        put(
                new Link(
                        key,
                        link.partnerId(),
                        next,
                        link.base(),
                        link.intents(),
                        link.findings().withParked(parked)));
        trace.add("retry", key.recordId());
        faults.point("after retry");
        return true;
    }

    @Override
    public void wake(Collection<RecordKey> keys) {
        for (RecordKey key : sorted(keys)) {
            faults.point("before wake");
            Link link = item(key);
            if (link.due().state() != State.QUIET) {
                put(with(link, marked(link.due(), List.of())));
                trace.add("wake", key.recordId());
            }
        }
        faults.point("after wake");
    }

    @Override
    public LinkPage links(String object, int limit, @Nullable String after) {
        List<LinkSummary> page = new ArrayList<>();
        for (Link link : items.values()) {
            boolean linked = link.key().side() == Side.HUBSPOT && link.partnerId() != null;
            boolean wanted = linked && link.key().object().equals(object);
            if (wanted && (after == null || link.key().text().compareTo(after) > 0)) {
                page.add(
                        new LinkSummary(
                                link.key(),
                                link.partnerId(),
                                link.findings().compared(),
                                link.findings().differences()));
            }
        }
        page.sort(Comparator.comparing(link -> link.key().text()));
        if (page.size() <= limit) {
            return new LinkPage(page, null);
        }
        return new LinkPage(page.subList(0, limit), page.get(limit - 1).key().text());
    }
}
