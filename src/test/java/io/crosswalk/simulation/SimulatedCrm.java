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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the two CRMs have in common: records, history, batches that fail in parts, events. */
abstract class SimulatedCrm implements CrmRecords {
    final Side side;
    final VirtualClock clock;
    private long throttledUntil;
    private long skew;
    final Faults faults;
    final Trace trace;
    final Map<String, Kind> kinds;
    final Map<String, SimulatedRecord> records = new TreeMap<>();

    boolean ignoresGuards;

    /** Told by the CRM, not delivered yet. */
    final List<Hint> events = new ArrayList<>();

    /** Field writes of ours that were committed. */
    final List<Change> ourWrites = new ArrayList<>();

    /** The next change's number, and the number at which the running function started. */
    private final int[] sequence;

    SimulatedCrm(
            Side side,
            VirtualClock clock,
            Faults faults,
            Trace trace,
            Map<String, Kind> kinds,
            int[] sequence) {
        this.side = side;
        this.clock = clock;
        this.faults = faults;
        this.trace = trace;
        this.kinds = kinds;
        this.sequence = sequence;
    }

    /** This CRM's own time: the two need not agree. */
    long now() {
        return clock.now() + skew;
    }

    void skew(long millis) {
        skew = millis;
    }

    /** Tells the budget of a call, as the clients of the wire do. */
    private void metered(String what) {
        meter.called(what, isThrottled());
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
        return clock.now() < throttledUntil;
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

    /**
     * @param number orders all changes of both CRMs
     * @param since of a write of ours: the number at which its function had started
     */
    record Change(
            String id, String name, String value, long at, boolean ours, int number, int since) {}

    static final class SimulatedRecord {
        final String id;
        final Map<String, List<Change>> history = new HashMap<>();
        boolean deleted;
        long modifiedAt;

        SimulatedRecord(String id, long modifiedAt) {
            this.id = id;
            this.modifiedAt = modifiedAt;
        }

        String value(String name) {
            List<Change> changes = history.get(name);
            return changes == null ? "" : changes.get(changes.size() - 1).value();
        }

        /** As it was before the change with that number. */
        String value(String name, int number) {
            List<Change> changes = changes(name);
            int at = changes.size() - 1;
            while (at >= 0 && changes.get(at).number() >= number) {
                at--;
            }
            return at < 0 ? "" : changes.get(at).value();
        }

        List<Change> changes(String name) {
            return history.getOrDefault(name, List.of());
        }
    }

    abstract String kept(String name, String given);

    abstract Instant stamp(SimulatedRecord record);

    /** One transaction: events as this CRM tells them. */
    abstract void tell(SimulatedRecord record, List<Change> changed, boolean ours);

    abstract Map<String, @Nullable String> stored(SimulatedRecord record, CrmWrite write);

    abstract Hint hint(String id, Hint.Kind kind, List<Hint.Change> changes, boolean ours);

    /** Whether anything changed. */
    boolean change(String id, Map<String, String> values, boolean ours) {
        SimulatedRecord record = records.get(id);
        List<Change> changed = new ArrayList<>();
        values.forEach(
                (name, given) -> {
                    String value = kept(name, given);
                    Change change =
                            new Change(id, name, value, now(), ours, sequence[0]++, sequence[1]);
                    if (ours) {
                        ourWrites.add(change);
                    }
                    if (!record.value(name).equals(value)) {
                        record.history.computeIfAbsent(name, n -> new ArrayList<>()).add(change);
                        changed.add(change);
                    }
                });
        record.modifiedAt = now();
        trace.add(ours ? "CRM WRITE" : "person", side, id, values);
        if (!changed.isEmpty()) {
            tell(record, changed, ours);
        }
        return !changed.isEmpty();
    }

    void delete(String id) {
        records.get(id).deleted = true;
        records.get(id).modifiedAt = now();
        trace.add("deleted", side, id);
        events.add(hint(id, Hint.Kind.DELETED, List.of(), false));
    }

    void restore(String id) {
        records.get(id).deleted = false;
        records.get(id).modifiedAt = now();
        trace.add("restored", side, id);
        events.add(hint(id, Hint.Kind.RESTORED, List.of(), false));
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
            SimulatedRecord record = records.get(id);
            if (record == null || record.deleted) {
                missing.add(id);
            } else {
                found.put(id, crmRecord(record, names));
            }
        }
        trace.add("read", side, found.size());
        return new ReadOutcome(found, missing, Set.of(), null);
    }

    CrmRecord crmRecord(SimulatedRecord record, Collection<String> names) {
        Map<String, @Nullable String> values = new HashMap<>();
        for (String name : names) {
            String value = record.value(name);
            values.put(name, value.isEmpty() ? null : value);
        }
        return new CrmRecord(record.id, record.id, values, stamp(record));
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
            outcomes.add(
                    answer == Faults.Answer.LATER || locked
                            ? later(write, "BUSY")
                            : answer == Faults.Answer.TIMEOUT_NOT_WRITTEN
                                    ? later(write, RetryLater.TIMEOUT)
                                    : commit(write, answer));
        }
        trace.add("write answered", side, answer, outcomes.size());
        faults.point("after write");
        return outcomes;
    }

    @Override
    public List<CreateOutcome> create(String type, List<CrmCreate> creates) {
        throw new UnsupportedOperationException();
    }

    private static WriteOutcome later(CrmWrite write, String code) {
        return new RetryLater(write.id(), Duration.ofSeconds(1), code, code);
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
        List<String> blamed = new ArrayList<>();
        Map<String, String> values = new TreeMap<>();
        write.values()
                .forEach(
                        (name, value) -> {
                            String given = value == null ? "" : value;
                            values.put(name, given);
                            boolean noOption =
                                    kinds.get(name) == Kind.OPTION
                                            && !given.isEmpty()
                                            && !options.contains(given);
                            if (given.contains(Kind.MARKED) || noOption) {
                                blamed.add(name);
                            }
                        });
        if (!blamed.isEmpty()) {
            trace.add("rejected", side, write.id(), blamed);
            return new WriteOutcome.Rejected(write.id(), "VALIDATION", "refused", blamed);
        }
        change(write.id(), values, true);
        return new WriteOutcome.Written(write.id(), stored(record, write));
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
