package io.crosswalk.simulation;

import io.crosswalk.records.CreateOutcome;
import io.crosswalk.records.CrmCreate;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.CrmRecords;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.CrmWrite;
import io.crosswalk.records.Hint;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.WriteOutcome;
import io.crosswalk.records.WriteOutcome.RetryLater;
import io.crosswalk.rules.Side;
import io.crosswalk.simulation.SimulatedRecord.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the two CRMs have in common: records, history, batches that fail in parts, events. */
abstract class SimulatedCrm implements CrmRecords {
    /** Below are the records that a run begins with. */
    private static final int FIRST_NEW = 10;

    final Side side;

    /** {@code contacts}, {@code Account}. */
    final String type;

    final VirtualClock clock;

    /** What answers for time, limits and events of all types. */
    private SimulatedCrm whole = this;

    private long throttledUntil;
    private long skew;
    final Faults faults;
    final Trace trace;
    final Map<String, Kind> kinds;
    final Map<String, SimulatedRecord> records = new TreeMap<>();

    boolean ignoresGuards;
    boolean readsDeleted;

    /** Told by the CRM, not delivered yet. */
    List<Hint> events = new ArrayList<>();

    /** Where companies are in the run: those that contacts of this CRM may belong to. */
    @Nullable SimulatedCrm companies;

    /** What the CRM did by itself, because of what somebody did to another record. */
    final Set<Change> byItself = new HashSet<>();

    /** Field writes of ours that were committed. */
    final List<Change> ourWrites = new ArrayList<>();

    /**
     * A record that we made.
     *
     * @param origin the record on the other side that it was made of
     * @param number of its first change
     */
    record Made(String origin, String id, int number) {}

    final List<Made> made = new ArrayList<>();
    private int nextRecord = FIRST_NEW;

    /** The next change's number, and the number at which the running function started. */
    final int[] sequence;

    SimulatedCrm(
            Side side,
            String type,
            VirtualClock clock,
            Faults faults,
            Trace trace,
            Map<String, Kind> kinds,
            int[] sequence) {
        this.side = side;
        this.type = type;
        this.clock = clock;
        this.faults = faults;
        this.trace = trace;
        this.kinds = kinds;
        this.definitions = new Definitions(side);
        this.sequence = sequence;
    }

    /** Its companies belong to the same CRM. */
    void has(SimulatedCrm its) {
        companies = its;
        its.whole = this;
        its.events = events;
    }

    /** This CRM's own time: the two need not agree. */
    long now() {
        return clock.now() + whole.skew;
    }

    void skew(long millis) {
        skew = millis;
    }

    /** Tells the budget of a call, as the clients of the wire do. */
    void metered(String what) {
        whole.meter.called(what, isThrottled());
    }

    interface Meter {
        void called(String what, boolean refused);
    }

    Meter meter = (what, refused) -> {};

    /** Every call is refused for a while. */
    void throttle(long millis) {
        throttledUntil = clock.now() + millis;
        if (millis > 0) {
            faults.counts.count(Fault.THROTTLED);
            trace.add("throttled", side, millis);
        }
    }

    boolean isThrottled() {
        return clock.now() < whole.throttledUntil;
    }

    /** The options of all option lists. */
    final List<String> options = new ArrayList<>();

    void changeOptions(int number, boolean there) {
        String option = List.of("a", "b", "c", side == Side.HUBSPOT ? "x" : "d").get(number);
        boolean changed =
                there ? !options.contains(option) && options.add(option) : options.remove(option);
        if (changed) {
            faults.counts.count(Fault.DEFINITION_CHANGED);
            trace.add("options", side, options);
        }
    }

    final Definitions definitions;

    void changeDefinition(String name, Definitions.State to) {
        faults.counts.count(Fault.DEFINITION_CHANGED);
        trace.add("definition", side, name, definitions.change(name, to));
    }

    abstract String kept(String name, String given);

    abstract Instant stamp(SimulatedRecord record);

    /** One transaction: events as this CRM tells them. */
    abstract void tell(SimulatedRecord record, List<Change> changed, boolean ours);

    abstract Map<String, @Nullable String> stored(SimulatedRecord record, CrmWrite write);

    abstract String id(int number);

    /** What a new record holds where nothing is given. */
    abstract Map<String, String> defaults();

    /** How it tells of a merge. */
    abstract Hint merged(String loserId, String winnerId);

    /** The record that answers to an id; null if none does. */
    abstract @Nullable SimulatedRecord answering(String id);

    abstract Hint hint(String id, Hint.Kind kind, List<Hint.Change> changes, boolean ours);

    Change next(String id, String name, String value, boolean ours) {
        return new Change(id, name, value, now(), ours, sequence[0]++, sequence[1]);
    }

    /** Whether anything changed. */
    boolean change(String id, Map<String, String> values, boolean ours) {
        SimulatedRecord record = records.get(id);
        List<Change> changed = new ArrayList<>();
        values.forEach(
                (name, given) -> {
                    String value = kept(name, given);
                    Change change = next(id, name, value, ours);
                    if (ours) {
                        ourWrites.add(change);
                    }
                    if (!record.value(name).equals(value)) {
                        record.history.computeIfAbsent(name, n -> new ArrayList<>()).add(change);
                        changed.add(change);
                    }
                });
        record.saved(now());
        trace.add(ours ? "CRM WRITE" : "person", side, id, values);
        if (!changed.isEmpty() && !record.deleted) {
            tell(record, changed, ours);
        }
        return !changed.isEmpty();
    }

    /** Nobody does it: it follows from what somebody did to another record. */
    void changeByItself(SimulatedRecord record, String name, String value) {
        if (change(record.id, Map.of(name, value), false)) {
            List<Change> its = record.changes(name);
            byItself.add(its.get(its.size() - 1));
        }
    }

    /** A new record. */
    void add(String id, Map<String, String> values, boolean ours) {
        records.put(id, new SimulatedRecord(id, now()));
        trace.add("new", side, id);
        events.add(hint(id, Hint.Kind.CREATED, List.of(), ours));
        Map<String, String> defaults = new TreeMap<>(defaults());
        defaults.keySet().removeAll(values.keySet());
        change(id, defaults, false);
        change(id, values, ours);
    }

    String newId() {
        return id(nextRecord++);
    }

    void delete(String id) {
        records.get(id).deleted = true;
        records.get(id).deletedAt = now();
        records.get(id).saved(now());
        trace.add("deleted", side, id);
        events.add(hint(id, Hint.Kind.DELETED, List.of(), false));
    }

    void restore(String id) {
        records.get(id).deleted = false;
        records.get(id).saved(now());
        trace.add("restored", side, id);
        events.add(hint(id, Hint.Kind.RESTORED, List.of(), false));
    }

    /** The winner keeps its values. */
    void merge(String winnerId, String loserId) {
        SimulatedRecord loser = records.get(loserId);
        loser.deleted = true;
        loser.deletedAt = now();
        loser.mergedInto = winnerId;
        loser.mergedBefore = sequence[0];
        loser.saved(now());
        records.get(winnerId).saved(now());
        trace.add("merged", side, loserId, "into", winnerId);
        events.add(merged(loserId, winnerId));
    }

    /** Whether a record is another one by now, or was for a while, by merges. */
    boolean became(String id, String other) {
        SimulatedRecord record = records.get(id);
        while (record != null && !record.id.equals(other)) {
            record = record.mergedInto == null ? null : records.get(record.mergedInto);
        }
        return record != null;
    }

    /** What a record has become by merges. */
    String winner(String id) {
        SimulatedRecord record = records.get(id);
        while (record != null && record.mergedInto != null) {
            record = records.get(record.mergedInto);
        }
        return record == null ? id : record.id;
    }

    @Override
    public Side side() {
        return side;
    }

    @Override
    public ReadOutcome read(String type, Collection<String> ids, Collection<String> names) {
        faults.call("read");
        metered("read");
        if (faults.readFails() || isThrottled()) {
            trace.add("read fails", side);
            return new ReadOutcome(
                    Map.of(),
                    Set.of(),
                    new LinkedHashSet<>(ids),
                    new ReadOutcome.Failure(Duration.ofSeconds(1), "BUSY", "busy"));
        }
        Map<String, CrmRecord> found = new LinkedHashMap<>();
        Set<String> missing = new LinkedHashSet<>();
        for (String id : ids) {
            boolean there = readsDeleted && names.isEmpty();
            SimulatedRecord record = there ? records.get(id) : answering(id);
            if (record == null) {
                missing.add(id);
            } else {
                found.put(id, crmRecord(id, record, names));
            }
        }
        trace.add("read", side, found.size());
        return new ReadOutcome(found, missing, Set.of(), null);
    }

    CrmRecord crmRecord(SimulatedRecord record, Collection<String> names) {
        return crmRecord(record.id, record, names);
    }

    private CrmRecord crmRecord(String id, SimulatedRecord record, Collection<String> names) {
        Map<String, @Nullable String> values = new HashMap<>();
        for (String name : names) {
            String value = record.value(name);
            if (!definitions.isHidden(name)) {
                values.put(name, value.isEmpty() ? null : value);
            }
        }
        return new CrmRecord(id, record.id, values, stamp(record));
    }

    @Override
    public List<WriteOutcome> write(String type, List<CrmWrite> writes) {
        faults.call("write");
        metered("write");
        Faults.Answer answer = isThrottled() ? Faults.Answer.LATER : faults.write();
        List<WriteOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < writes.size(); i++) {
            CrmWrite write = writes.get(i);
            boolean locked = answer == Faults.Answer.ONE_LOCKED && i == 0;
            WriteOutcome outcome =
                    answer == Faults.Answer.LATER || locked
                            ? later(write, "BUSY")
                            : answer == Faults.Answer.TIMEOUT_NOT_WRITTEN
                                    ? later(write, RetryLater.TIMEOUT)
                                    : commit(write, answer);
            boolean ofRecord = i == 0 && answer != Faults.Answer.LATER;
            outcomes.add(ofRecord ? ofRecord(outcome) : outcome);
        }
        trace.add("write answered", side, answer, outcomes.size());
        faults.point("after write");
        return outcomes;
    }

    @Override
    public List<CreateOutcome> create(String type, List<CrmCreate> creates) {
        faults.call("create");
        metered("create");
        Faults.Answer answer = isThrottled() ? Faults.Answer.LATER : faults.write();
        List<CreateOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < creates.size(); i++) {
            boolean locked = answer == Faults.Answer.ONE_LOCKED && i == 0;
            outcomes.add(
                    answer == Faults.Answer.LATER || locked
                            ? later(false)
                            : answer == Faults.Answer.TIMEOUT_NOT_WRITTEN
                                    ? later(true)
                                    : make(creates.get(i), answer));
        }
        trace.add("create answered", side, answer, outcomes.size());
        faults.point("after create");
        return outcomes;
    }

    private static CreateOutcome later(boolean mayHaveHappened) {
        return new CreateOutcome.RetryLater(Duration.ofSeconds(1), mayHaveHappened);
    }

    private CreateOutcome make(CrmCreate create, Faults.Answer answer) {
        CreateOutcome outcome = make(create);
        return answer == Faults.Answer.TIMEOUT_WRITTEN ? later(true) : outcome;
    }

    private CreateOutcome make(CrmCreate create) {
        Map<String, String> values = given(create.values());
        for (String name : values.keySet()) {
            String holder = holder(name, values.get(name));
            if (holder != null) {
                trace.add("there is one", side, holder);
                return new CreateOutcome.Exists(List.of(holder), "CONFLICT", true);
            }
        }
        List<String> blamed = blamed(null, values);
        if (!blamed.isEmpty()) {
            trace.add("not made", side, create.key(), blamed);
            return new CreateOutcome.Refused("VALIDATION", "refused", blamed);
        }
        String id = newId();
        made.add(new Made(create.key(), id, sequence[0]));
        trace.add("MADE", side, id, "for", create.key());
        add(id, values, true);
        return new CreateOutcome.Created(id);
    }

    private static WriteOutcome later(CrmWrite write, String code) {
        return new RetryLater(write.id(), Duration.ofSeconds(1), code, code);
    }

    /** The first of a batch has the trouble alone, so people are told of it when it lasts. */
    private static WriteOutcome ofRecord(WriteOutcome outcome) {
        return outcome instanceof RetryLater later
                ? new RetryLater(
                        later.id(), later.after(), later.code(), later.message(), "UNKNOWN")
                : outcome;
    }

    private WriteOutcome commit(CrmWrite write, Faults.Answer answer) {
        WriteOutcome outcome = commit(write);
        return answer == Faults.Answer.TIMEOUT_WRITTEN ? later(write, RetryLater.TIMEOUT) : outcome;
    }

    private WriteOutcome commit(CrmWrite write) {
        SimulatedRecord record = records.get(write.id());
        if (record == null || record.deleted) {
            return new WriteOutcome.Gone(write.id(), "GONE");
        }
        if (!ignoresGuards
                && write.unmodifiedSince() != null
                && stamp(record).isAfter(write.unmodifiedSince())) {
            trace.add("changed meanwhile", side, write.id());
            return new WriteOutcome.Changed(write.id());
        }
        Map<String, String> values = given(write.values());
        List<String> blamed = blamed(write.id(), values);
        if (!blamed.isEmpty()) {
            trace.add("rejected", side, write.id(), blamed);
            return new WriteOutcome.Rejected(write.id(), "VALIDATION", "refused", blamed);
        }
        change(write.id(), values, true);
        return new WriteOutcome.Written(write.id(), stored(record, write));
    }

    private static Map<String, String> given(Map<String, @Nullable String> wire) {
        Map<String, String> values = new TreeMap<>();
        wire.forEach((name, value) -> values.put(name, value == null ? "" : value));
        return values;
    }

    /**
     * @param id null for a new record
     */
    private List<String> blamed(@Nullable String id, Map<String, String> values) {
        List<String> blamed = new ArrayList<>();
        values.forEach(
                (name, given) -> {
                    boolean noOption =
                            kinds.get(name) == Kind.OPTION
                                    && !given.isEmpty()
                                    && !options.contains(given);
                    String holder = holder(name, given);
                    boolean taken = holder != null && !holder.equals(id);
                    boolean nobody = kinds.get(name) == Kind.COMPANY && !hasCompany(given);
                    if (given.contains(Kind.MARKED)
                            || noOption
                            || taken
                            || nobody
                            || definitions.refuses(name, given)) {
                        blamed.add(name);
                    }
                });
        return blamed;
    }

    /** Whether a contact may belong to it; to none it always may. */
    boolean hasCompany(String id) {
        return id.isEmpty() || !company(id).isEmpty();
    }

    /** The company that answers to an id; blank if none does. */
    String company(String id) {
        SimulatedRecord company = companies == null ? null : companies.answering(id);
        return company == null ? "" : company.id;
    }

    /** The record that has a value which no other may have. */
    @Nullable String holder(String name, String given) {
        return null;
    }

    void mayBeUnavailable(String what) {
        faults.call(what);
        metered(what);
        if (faults.readFails() || isThrottled()) {
            trace.add("unavailable", side, what);
            throw new CrmUnavailable("BUSY", "busy", Duration.ofSeconds(1));
        }
    }
}
