package io.crosswalk.sync;

import io.crosswalk.records.Base;
import io.crosswalk.records.CrmWrite;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.Link;
import io.crosswalk.rules.Side;
import io.crosswalk.sync.FieldDecision.Keep;
import io.crosswalk.sync.FieldDecision.Refuse;
import io.crosswalk.sync.FieldDecision.Settle;
import io.crosswalk.sync.FieldDecision.Write;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One link on its way through a batch: what is to be written, and what will be acknowledged. */
final class LinkWork {
    private final Observation seen;
    private final List<FieldDecision> decisions;

    /** Entries of writes, by mapping id. */
    final Map<String, JournalEntry> entries = new LinkedHashMap<>();

    final Map<String, Base> base = new HashMap<>();
    final Map<String, Base> parked = new HashMap<>();
    final Set<String> keptIntents = new HashSet<>();
    final Set<Side> gone = EnumSet.noneOf(Side.class);
    @Nullable Instant again;

    /** The link with the turn that this batch holds. */
    Link link;

    LinkWork(Observation seen, List<FieldDecision> decisions) {
        this.seen = seen;
        this.decisions = List.copyOf(decisions);
        this.link = seen.link();
        for (FieldDecision decided : decisions) {
            if (decided.before() != null) {
                // It may be the base that an unacknowledged write of ours has made.
                base.put(decided.mappingId(), decided.before());
            }
            if (decided.action() instanceof Settle) {
                base.put(decided.mappingId(), decided.now());
            } else if (decided.action() instanceof Keep || decided.action() instanceof Refuse) {
                park(decided);
            }
        }
    }

    Observation seen() {
        return seen;
    }

    List<FieldDecision> decisions() {
        return decisions;
    }

    /** The bases that it was decided against. */
    Map<String, Base> before() {
        Map<String, Base> before = new HashMap<>();
        for (FieldDecision decided : decisions) {
            if (decided.before() != null) {
                before.put(decided.mappingId(), decided.before());
            }
        }
        return before;
    }

    boolean writesAnything() {
        return decisions.stream().anyMatch(decided -> decided.write() != null);
    }

    /** The fields to be written on a side, by the name that they have there. */
    Map<String, FieldDecision> writes(Side side) {
        Map<String, FieldDecision> writes = new LinkedHashMap<>();
        for (FieldDecision decided : decisions) {
            Write write = decided.write();
            if (write != null && write.side() == side) {
                writes.put(name(decided, side), decided);
            }
        }
        return writes;
    }

    String recordId(Side side) {
        return side == Side.HUBSPOT ? seen.hubspot().id() : seen.salesforce().id();
    }

    CrmWrite crmWrite(Side side, Map<String, FieldDecision> writes) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        writes.forEach((name, decided) -> values.put(name, wire(decided, side)));
        return new CrmWrite(recordId(side), values);
    }

    private static @Nullable String wire(FieldDecision decided, Side side) {
        Write write = decided.write();
        if (write == null) {
            throw new IllegalStateException("Not a write: " + decided.mappingId());
        }
        return side == Side.HUBSPOT
                ? decided.field().hubspotWire(write.value())
                : decided.field().salesforceWire(write.value());
    }

    private static String name(FieldDecision decided, Side side) {
        return side == Side.HUBSPOT
                ? decided.field().mapping().hubspotProperty()
                : decided.field().mapping().salesforceField();
    }

    /**
     * This pair of values is not tried again; the base stays, so the difference is not forgotten.
     */
    void park(FieldDecision decided) {
        parked.put(decided.mappingId(), decided.now());
    }

    void lookAgain(Instant at) {
        again = again == null || at.isBefore(again) ? at : again;
    }
}
