package io.crosswalk.simulation;

import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.CrmWrite;
import io.crosswalk.records.Hint;
import io.crosswalk.records.WriteOutcome;
import io.crosswalk.records.WriteOutcome.Rejected;
import io.crosswalk.records.WriteOutcome.RetryLater;
import io.crosswalk.records.WriteOutcome.Written;
import io.crosswalk.simulation.Faults.Answer;
import io.crosswalk.simulation.SimulatedRecord.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The primary company of HubSpot's contacts: shown by a property, written through its association
 * (one call to see it, one to change it, then the other properties), and told of by both.
 *
 * @param saysWho whether histories tell our associations from people's; events never do
 */
record SimulatedAssociations(SimulatedHubspot contacts, Told told, boolean saysWho) {
    static final String PROPERTY = "associatedcompanyid";

    /** What the app is subscribed to, or what of that HubSpot tells. */
    enum Told {
        AS_PROPERTY,
        AS_ASSOCIATION,
        AS_BOTH
    }

    void tell(SimulatedRecord record, Change change) {
        boolean cleared = change.value().isEmpty();
        Hint.Change primary =
                new Hint.Change(
                        PROPERTY,
                        Instant.ofEpochMilli(change.at()),
                        cleared ? null : change.value(),
                        true);
        if (told != Told.AS_ASSOCIATION) {
            changed(record, List.of(primary));
        }
        if (told != Told.AS_PROPERTY) {
            if (!record.value(PROPERTY, change.number()).isEmpty()) {
                // Of one that is primary no more it is not said what came instead.
                changed(record, List.of());
            }
            if (!cleared) {
                changed(record, List.of(primary));
            }
        }
    }

    /** How many events say what it became. */
    int saying(Change change) {
        return switch (told) {
            case AS_PROPERTY -> 1;
            case AS_ASSOCIATION -> change.value().isEmpty() ? 0 : 1;
            case AS_BOTH -> change.value().isEmpty() ? 1 : 2;
        };
    }

    private void changed(SimulatedRecord record, List<Hint.Change> changes) {
        contacts.events.add(contacts.hint(record.id, Hint.Kind.CHANGED, changes, false));
    }

    /**
     * @param properties writes what is left of them
     */
    List<WriteOutcome> write(List<CrmWrite> writes, PropertyWrites properties) {
        WriteOutcome[] outcomes = new WriteOutcome[writes.size()];
        List<Integer> ofCompany = new ArrayList<>();
        for (int i = 0; i < outcomes.length; i++) {
            if (writes.get(i).values().containsKey(PROPERTY)) {
                ofCompany.add(i);
            }
        }
        if (!ofCompany.isEmpty()) {
            associate(writes, ofCompany, outcomes);
        }
        List<Integer> rest = new ArrayList<>();
        List<CrmWrite> without = new ArrayList<>();
        for (int i = 0; i < outcomes.length; i++) {
            CrmWrite write = without(writes.get(i));
            boolean open = outcomes[i] == null || outcomes[i] instanceof Written;
            if (open && !write.values().isEmpty()) {
                rest.add(i);
                without.add(write);
            }
        }
        List<WriteOutcome> written = without.isEmpty() ? List.of() : properties.write(without);
        for (int k = 0; k < written.size(); k++) {
            int i = rest.get(k);
            outcomes[i] =
                    outcomes[i] instanceof Written set
                            ? besides(set, without.get(k), written.get(k))
                            : written.get(k);
        }
        return Arrays.asList(outcomes);
    }

    /** Writes what has no company. */
    interface PropertyWrites {
        List<WriteOutcome> write(List<CrmWrite> writes);
    }

    private static CrmWrite without(CrmWrite write) {
        Map<String, @Nullable String> values = new LinkedHashMap<>(write.values());
        values.remove(PROPERTY);
        return new CrmWrite(write.id(), values, write.unmodifiedSince());
    }

    /** The company is there already: a refusal is the properties', and a failure in doubt. */
    private static WriteOutcome besides(Written set, CrmWrite write, WriteOutcome outcome) {
        if (outcome instanceof Written properties) {
            Map<String, @Nullable String> stored = new LinkedHashMap<>(properties.stored());
            stored.putAll(set.stored());
            return new Written(properties.id(), stored);
        }
        if (outcome instanceof Rejected rejected && rejected.names().isEmpty()) {
            return new Rejected(
                    rejected.id(),
                    rejected.code(),
                    rejected.message(),
                    List.copyOf(write.values().keySet()));
        }
        if (outcome instanceof RetryLater later && !later.mayHaveHappened()) {
            return new RetryLater(
                    later.id(),
                    later.after(),
                    RetryLater.TIMEOUT,
                    later.message(),
                    later.ofRecord());
        }
        return outcome;
    }

    private static RetryLater later(String id, String code) {
        return new RetryLater(id, Duration.ofSeconds(1), code, code);
    }

    private void associate(List<CrmWrite> writes, List<Integer> part, WriteOutcome[] outcomes) {
        try {
            contacts.mayBeUnavailable("associations");
        } catch (CrmUnavailable e) {
            // Nothing was sent yet, so nothing is in doubt.
            part.forEach(i -> outcomes[i] = later(writes.get(i).id(), "NOT_SEEN"));
            return;
        }
        Map<Integer, String> primaries = new LinkedHashMap<>();
        for (int i : part) {
            String primary = contacts.records.get(writes.get(i).id()).value(PROPERTY);
            if (primary.equals(wanted(writes.get(i)))) {
                outcomes[i] = new Written(writes.get(i).id(), Map.of());
            } else {
                primaries.put(i, primary);
            }
        }
        if (primaries.isEmpty()) {
            return;
        }
        contacts.faults.call("associate");
        contacts.metered("write");
        Answer answer = contacts.isThrottled() ? Answer.LATER : contacts.faults.write();
        boolean first = true;
        for (Map.Entry<Integer, String> each : primaries.entrySet()) {
            CrmWrite write = writes.get(each.getKey());
            boolean locked = answer == Answer.ONE_LOCKED && first;
            first = false;
            outcomes[each.getKey()] =
                    answer == Answer.LATER || locked
                            ? later(write.id(), "BUSY")
                            : answer == Answer.TIMEOUT_NOT_WRITTEN
                                    ? later(write.id(), RetryLater.TIMEOUT)
                                    : associate(write, each.getValue(), answer);
        }
        contacts.trace.add("associate answered", answer, primaries.size());
        contacts.faults.point("after associate");
    }

    private static String wanted(CrmWrite write) {
        String wire = write.values().get(PROPERTY);
        return wire == null ? "" : wire;
    }

    private WriteOutcome associate(CrmWrite write, String seen, Answer answer) {
        String wanted = wanted(write);
        SimulatedRecord record = contacts.records.get(write.id());
        if (record.deleted || !contacts.hasCompany(wanted)) {
            contacts.trace.add("not associated", write.id(), wanted);
            return new Rejected(write.id(), "OBJECT_NOT_FOUND", "not found", List.of(PROPERTY));
        }
        if (wanted.isEmpty() && !record.value(PROPERTY).equals(seen)) {
            // The label that is taken off has gone to another company meanwhile.
            contacts.ourWrites.add(contacts.next(record.id, PROPERTY, "", true));
        } else {
            contacts.change(record.id, Map.of(PROPERTY, wanted), true);
        }
        // Where it was merged into another company, HubSpot names that.
        String company = contacts.kept(PROPERTY, wanted);
        return answer == Answer.TIMEOUT_WRITTEN
                ? later(write.id(), RetryLater.TIMEOUT)
                : new Written(
                        write.id(), company.equals(wanted) ? Map.of() : Map.of(PROPERTY, company));
    }
}
