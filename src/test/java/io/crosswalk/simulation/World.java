package io.crosswalk.simulation;

import io.crosswalk.budget.Calls;
import io.crosswalk.budget.ShippedTerms;
import io.crosswalk.budget.Terms;
import io.crosswalk.mapping.Creation;
import io.crosswalk.mapping.LinkPolicy;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MatchKey;
import io.crosswalk.mapping.Matching;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.reconcile.LinkAudit;
import io.crosswalk.records.AwaitedPartners;
import io.crosswalk.records.Hint;
import io.crosswalk.records.Journal;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.Link;
import io.crosswalk.records.ProblemStore;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.simulation.SimulatedRecord.Change;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Both CRMs, the storage, the engine, and what a run has to know of them. */
final class World {
    private static final String EMAIL = MatchKey.EMAIL.name(Side.SALESFORCE);

    /** So few that people's journals go in parts, and one look does not always end it. */
    private static final int PURGE_MAX = 2;

    final VirtualClock clock = new VirtualClock();
    final Trace trace;
    final Faults faults;
    final SimulatedHubspot hubspot;
    final SimulatedSalesforce salesforce;
    final InMemoryRecordStore store;
    final InMemoryJournal journal;
    final InMemoryProblems problems;
    final SimulatedBreaker breaker;
    final SkewedClock functionsClock = new SkewedClock(clock);
    final List<Mapped> mappings = new ArrayList<>();
    final List<Pair> pairs = new ArrayList<>();

    /** What both sides held when a mapping first met a link: {@code pair mapping}. */
    final Map<String, List<String>> firstMet = new HashMap<>();

    private final List<Unmet> unmet = new LinkedList<>();

    /** Numbers below are initial values, not edits. */
    final int firstEdit;

    /** What becomes of records without a partner; null where all have one from the start. */
    final @Nullable LinkPolicy newcomers;

    /** Events that never arrived. */
    final List<Hint> lost = new ArrayList<>();

    final InMemoryMatchNotes notes;

    /** Which contacts belong to; null where they belong to none. */
    final @Nullable Companies companies;

    /** Whoever sets back what we write. */
    final Answering answering;

    /** Writes that people wanted taken back. */
    final List<JournalEntry> undone = new ArrayList<>();

    /** Whether administrators change what fields are. */
    final boolean redefines;

    private boolean audited;
    private final Set<Pair> linked = new HashSet<>();
    private final SplittableRandom operators;
    private final Supplier<Engine> starting;

    /** When a function starts anew though the one before it did not die. */
    private final @Nullable SplittableRandom starts;

    /** It remembers how far it is. */
    private final LinkAudit audit;

    private Engine engine;
    private boolean died;
    private final int[] sequence = new int[2];

    /**
     * @param since edits before that number were made before they were a pair
     */
    record Pair(String hubspotId, String salesforceId, int since) {
        String key() {
            return hubspotId + " " + salesforceId;
        }
    }

    /** A mapping that has not met a pair's link yet. */
    private record Unmet(Pair pair, Mapped mapped) {}

    record Mapped(Mapping mapping, Kind kind) {
        String name(Side side) {
            return side == Side.HUBSPOT ? mapping.hubspotProperty() : mapping.salesforceField();
        }
    }

    World(long setup, Planted planted, boolean shown) {
        SplittableRandom random = new SplittableRandom(setup);
        trace = new Trace(clock, shown);
        faults = new Faults(clock, trace);
        Map<String, Kind> properties = new TreeMap<>();
        Map<String, Kind> fields = new TreeMap<>();
        int count = 3 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            Kind kind = Kind.ORDINARY.get(random.nextInt(Kind.ORDINARY.size()));
            map("m" + i, "p" + i, "F" + i + "__c", kind, random);
        }
        newcomers = random.nextInt(3) == 0 ? policy(random) : null;
        if (newcomers != null) {
            map("mail", MatchKey.EMAIL.name(Side.HUBSPOT), EMAIL, Kind.ADDRESS, random);
        }
        SplittableRandom ofCompanies = new SplittableRandom(setup + 3);
        Mapped reference = Companies.reference(ofCompanies);
        if (reference != null) {
            mappings.add(reference);
            trace.add("companies", reference.mapping().syncRule(), reference.mapping().fill());
        }
        for (Mapped mapped : mappings) {
            properties.put(mapped.name(Side.HUBSPOT), mapped.kind());
            fields.put(mapped.name(Side.SALESFORCE), mapped.kind());
        }
        hubspot = new SimulatedHubspot(clock, faults, trace, properties, sequence);
        salesforce = new SimulatedSalesforce(clock, faults, trace, fields, sequence);
        salesforce.ignoresGuards = planted.ignoresGuards();
        hubspot.hidesHistories = planted.hidesHistories();
        notes = new InMemoryMatchNotes();
        store = new InMemoryRecordStore(functionsClock, faults, trace, notes);
        companies = reference == null ? null : new Companies(this, store, ofCompanies);
        if (companies != null) {
            companies.hubspot.readsDeleted = planted.readsDeletedCompanies();
        }
        journal = new InMemoryJournal(faults, trace, PURGE_MAX);
        problems = new InMemoryProblems(clock, faults, trace);
        breaker = new SimulatedBreaker(faults, trace);
        operators = new SplittableRandom(setup + 2);
        redefines = new SplittableRandom(setup + 7).nextInt(4) == 0;
        salesforce.skew(random.nextInt(4) == 0 ? random.nextInt(4_001) - 2_000 : 0);
        boolean pausesSoon = operators.nextInt(4) == 0;
        SplittableRandom jitter = new SplittableRandom(setup + 1);
        Terms terms = terms(random);
        Engine.Shared shared = new Engine.Shared();
        InMemoryCursors cursors = new InMemoryCursors(faults);
        SplittableRandom lives = new SplittableRandom(setup + 8);
        starts = lives.nextInt(4) == 0 ? lives : null;
        RecordStore plantedStore = planted.store(store);
        Journal plantedJournal = planted.journal(journal);
        ProblemStore plantedProblems = planted.problems(problems);
        AwaitedPartners awaited = planted.awaited(new SimulatedAwaitedPartners(faults, trace));
        starting =
                () ->
                        new Engine(
                                plantedStore,
                                plantedJournal,
                                plantedProblems,
                                notes,
                                mappings.stream().map(Mapped::mapping).toList(),
                                newcomers == null ? LinkPolicy.SHIPPED : newcomers,
                                hubspot,
                                salesforce,
                                companies,
                                awaited,
                                cursors,
                                breaker,
                                pausesSoon,
                                functionsClock,
                                jitter,
                                terms,
                                shared);
        engine = starting.get();
        audit = engine.audit;
        answering = Answering.drawn(this, setup + 11);
        populate(random);
        firstEdit = sequence[0];
    }

    private void map(String id, String property, String field, Kind kind, SplittableRandom random) {
        SyncRule rule = SyncRule.values()[random.nextInt(SyncRule.values().length)];
        Fill fill = random.nextInt(3) == 0 ? Fill.ALIGN : Fill.NONE;
        mappings.add(
                new Mapped(
                        new Mapping(id, "contact", property, field, rule, fill, false, 1), kind));
        trace.add("mapping", id, kind, rule, fill);
    }

    private LinkPolicy policy(SplittableRandom random) {
        Creation create = Creation.values()[random.nextInt(Creation.values().length)];
        trace.add("newcomers", create);
        return new LinkPolicy(Matching.ID_THEN_FIELDS, create);
    }

    /** In some runs there are hardly any calls, and records wait for them. */
    private static Terms terms(SplittableRandom random) {
        Terms shipped = ShippedTerms.terms();
        return random.nextInt(4) > 0
                ? shipped
                : new Terms(
                        new Calls(6 + random.nextInt(8), 10, Integer.MAX_VALUE),
                        shipped.days(),
                        null,
                        new Terms.Slots(1 + random.nextInt(2), Duration.ofSeconds(90)),
                        shipped.windowShare(),
                        shipped.dayReserve());
    }

    private void populate(SplittableRandom random) {
        boolean linked = random.nextBoolean();
        if (companies != null) {
            companies.populate();
        }
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            Pair pair = new Pair(hubspot.id(i), salesforce.id(i), 0);
            pairs.add(pair);
            hubspot.records.put(
                    pair.hubspotId(), new SimulatedRecord(pair.hubspotId(), clock.now()));
            salesforce.records.put(
                    pair.salesforceId(), new SimulatedRecord(pair.salesforceId(), clock.now()));
            hubspot.change(
                    pair.hubspotId(),
                    Map.of(SimulatedHubspot.SALESFORCE_ID, pair.salesforceId()),
                    false);
            for (Mapped mapped : mappings) {
                unmet.add(new Unmet(pair, mapped));
                if (mapped.kind() == Kind.ADDRESS) {
                    continue;
                }
                if (mapped.kind() == Kind.COMPANY) {
                    belong(pair, mapped);
                    continue;
                }
                String value = mapped.kind().typed(random, sequence[0], true);
                String other =
                        random.nextInt(4) > 0
                                ? value
                                : mapped.kind().typed(random, sequence[0], false);
                hubspot.change(pair.hubspotId(), Map.of(mapped.name(Side.HUBSPOT), value), false);
                salesforce.change(
                        pair.salesforceId(), Map.of(mapped.name(Side.SALESFORCE), other), false);
            }
            clock.pass(1_000);
        }
        hubspot.events.clear();
        salesforce.events.clear();
        if (linked) {
            for (Pair pair : pairs) {
                store.link("contact", pair.hubspotId(), pair.salesforceId());
            }
            sync(new ArrayList<>(store.stream));
            store.stream.clear();
            clock.pass(600_000);
        }
    }

    private void belong(Pair pair, Mapped mapped) {
        List<String> first = Objects.requireNonNull(companies).first();
        hubspot.change(pair.hubspotId(), Map.of(mapped.name(Side.HUBSPOT), first.get(0)), false);
        salesforce.change(
                pair.salesforceId(), Map.of(mapped.name(Side.SALESFORCE), first.get(1)), false);
    }

    /** What a person enters; what is unique by its number, where the kind allows. */
    String typed(Mapped mapped, Side side, SplittableRandom random) {
        return companies != null && mapped.kind() == Kind.COMPANY
                ? companies.chosen(side, random)
                : mapped.kind().typed(random, sequence[0], side == Side.HUBSPOT);
    }

    /** Whether the two sides mean the same now. */
    boolean inStep(Mapped mapped, String hubspot, String salesforce) {
        return companies != null && mapped.kind() == Kind.COMPANY
                ? companies.inStep(hubspot, salesforce)
                : mapped.kind().inStep(hubspot, salesforce);
    }

    /** Whether they mean the same, or did when it was written. */
    boolean wereInStep(Mapped mapped, String hubspot, String salesforce) {
        return companies != null && mapped.kind() == Kind.COMPANY
                ? companies.wereInStep(hubspot, salesforce)
                : mapped.kind().inStep(hubspot, salesforce);
    }

    /** Nothing goes wrong from here on. */
    void calm() {
        for (Side side : Side.values()) {
            crm(side).throttle(0);
            crm(side).definitions.restoreAll();
        }
    }

    SimulatedCrm crm(Side side) {
        return side == Side.HUBSPOT ? hubspot : salesforce;
    }

    String id(Pair pair, Side side) {
        return side == Side.HUBSPOT ? pair.hubspotId() : pair.salesforceId();
    }

    String value(Pair pair, Mapped mapped, Side side) {
        return crm(side).records.get(id(pair, side)).value(mapped.name(side));
    }

    int nextNumber() {
        return sequence[0];
    }

    boolean edit(Pair pair, Mapped mapped, Side side, String value) {
        return edit(id(pair, side), mapped, side, value);
    }

    boolean edit(String id, Mapped mapped, Side side, String value) {
        return !crm(side).records.get(id).deleted
                && takes(mapped, side, value)
                && crm(side).change(id, Map.of(mapped.name(side), value), false);
    }

    /** Whether the CRM lets a person enter it. */
    boolean takes(Mapped mapped, Side side, String value) {
        return switch (mapped.kind()) {
            case OPTION -> value.isEmpty() || crm(side).options.contains(value);
            case ADDRESS -> crm(side).holder(mapped.name(side), value) == null;
            case COMPANY -> crm(side).company(value).equals(value);
            default -> true;
        };
    }

    /** A person parts two companies by hand. */
    void part(String company, String account) {
        trace.add("part", company, account);
        byHand(() -> engine.byHand.unlink(Companies.PAIR, company, account));
    }

    /** A person links two companies by hand. */
    void link(String company, String account) {
        trace.add("by hand", company, account);
        byHand(() -> engine.byHand.link(Companies.PAIR, company, account));
    }

    private void byHand(Runnable what) {
        running(
                () -> {
                    try {
                        what.run();
                    } catch (Refusal refused) {
                        trace.add("refused", refused.code());
                    }
                });
    }

    /** Whether the function came to its end. */
    boolean sync(List<RecordKey> keys) {
        trace.add("sync", keys.size());
        return running(() -> engine.sync.run(new LinkedHashSet<>(keys)));
    }

    boolean accept(List<Hint> hints) {
        trace.add("hints", hints.size());
        return running(() -> engine.intake.accept(hints));
    }

    boolean reconcile() {
        trace.add("reconcile");
        if (operators.nextInt(3) == 0) {
            releasePaused();
        }
        return running(
                () -> {
                    engine.reconcile.run();
                    engine.releases.run();
                });
    }

    /** A person has looked at the problems of paused mappings. */
    void releasePaused() {
        for (String id : breaker.shown("contact")) {
            running(() -> engine.paused.lift("contact", id, Duration.ofHours(1)));
        }
    }

    /** A day's, in one go: it paces itself by the time since it ran last. */
    void audit() {
        running(audit::run);
        clock.pass(Duration.ofDays(1).toMillis());
        trace.add("audit");
        running(audit::run);
        audited = true;
    }

    /** One that died is followed by one that knows nothing but what is stored. */
    private void start() {
        if (died || starts != null && starts.nextInt(6) == 0) {
            died = false;
            trace.add("cold start");
            engine = starting.get();
        }
    }

    private boolean running(Runnable function) {
        start();
        int outer = sequence[1];
        int started = sequence[0];
        sequence[1] = started;
        clock.pass(3);
        long outerOff = functionsClock.off();
        functionsClock.off(faults.clockOff());
        try {
            function.run();
            return true;
        } catch (Crash e) {
            died = true;
            return false;
        } finally {
            functionsClock.off(outerOff);
            sequence[1] = outer;
            if (newcomers != null) {
                findPairs(started);
            }
            if (companies != null) {
                companies.notePartners();
            }
            meet(started);
        }
    }

    /** Who is linked to whom by now. */
    private void findPairs(int started) {
        Map<String, String> partners = new HashMap<>();
        for (Link link : store.all()) {
            boolean contact = link.key().object().equals("contact");
            if (contact && link.key().side() == Side.HUBSPOT && link.partnerId() != null) {
                partners.put(link.key().recordId(), link.partnerId());
            }
        }
        for (Pair pair : List.copyOf(pairs)) {
            if (pair.salesforceId().equals(partners.get(pair.hubspotId()))) {
                linked.add(pair);
                partners.remove(pair.hubspotId());
            } else if (linked.contains(pair) || partners.containsKey(pair.hubspotId())) {
                pairs.remove(pair);
                unmet.removeIf(its -> its.pair().equals(pair));
            }
        }
        partners.forEach((hubspotId, salesforceId) -> pair(hubspotId, salesforceId, started));
    }

    private void pair(String hubspotId, String salesforceId, int since) {
        Pair pair = new Pair(hubspotId, salesforceId, since);
        if (!salesforce.records.containsKey(salesforceId)) {
            return;
        }
        pairs.removeIf(other -> other.salesforceId().equals(salesforceId));
        pairs.add(pair);
        linked.add(pair);
        for (Mapped mapped : mappings) {
            unmet.add(new Unmet(pair, mapped));
        }
    }

    /** A person may edit while the sides meet: what was seen is what was there before or after. */
    private void meet(int started) {
        for (Iterator<Unmet> all = unmet.iterator(); all.hasNext(); ) {
            Unmet its = all.next();
            Pair pair = its.pair();
            Mapped mapped = its.mapped();
            Link link = store.link(RecordKey.hubspot("contact", pair.hubspotId()));
            if (link != null && link.base().containsKey(mapped.mapping().id())) {
                firstMet.put(
                        pair.key() + " " + mapped.mapping().id(),
                        List.of(both(pair, mapped, started), both(pair, mapped)));
                all.remove();
            }
        }
    }

    String both(Pair pair, Mapped mapped) {
        return both(pair, mapped, Integer.MAX_VALUE);
    }

    /** As they were before the change with that number. */
    private String both(Pair pair, Mapped mapped, int number) {
        return value(pair, mapped, Side.HUBSPOT, number)
                + " | "
                + value(pair, mapped, Side.SALESFORCE, number);
    }

    private String value(Pair pair, Mapped mapped, Side side, int number) {
        return crm(side).records.get(id(pair, side)).value(mapped.name(side), number);
    }

    /** Whether the daily audit has looked at everything once more. */
    boolean isAudited() {
        return audited;
    }

    /** Nobody did it: the CRM, because of what became of a company. */
    boolean isByItself(Change change, Side side) {
        return crm(side).byItself.contains(change);
    }

    /** Its event was lost, and the daily audit, which notices then, is yet to come. */
    boolean mergeIsUntold(Side side, String loserId) {
        return !audited && wasLost(side, loserId);
    }

    private boolean wasLost(Side side, String loserId) {
        return lost.stream().anyMatch(hint -> isMerge(hint, side, loserId));
    }

    private static boolean isMerge(Hint hint, Side side, String loserId) {
        return hint.side() == side
                && hint.kind() == Hint.Kind.MERGED
                && hint.recordId().equals(loserId);
    }

    boolean hasUntoldMerges() {
        return lost.stream().anyMatch(hint -> hint.kind() == Hint.Kind.MERGED);
    }

    /** Whether anybody has told us that nothing of it may be kept. */
    boolean isForgotten(SimulatedRecord record) {
        return record.forgotten
                && lost.stream()
                        .noneMatch(
                                hint ->
                                        hint.kind() == Hint.Kind.PRIVACY_DELETED
                                                && hint.recordId().equals(record.id));
    }

    /**
     * The audit goes through links: a record without a partner that was merged or deleted without a
     * word waits for a person.
     */
    boolean nobodyLooksAgain(Side side, String id) {
        SimulatedRecord record = crm(side).records.get(id);
        return wasLost(side, id) || record.forgotten && !isForgotten(record);
    }
}
