package io.crosswalk.sync;

import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.records.Base;
import io.crosswalk.records.CrmWrite;
import io.crosswalk.records.Difference;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.ProblemCause;
import io.crosswalk.records.ProblemCause.Said;
import io.crosswalk.records.ProblemId;
import io.crosswalk.records.WriteOutcome.NotTaken;
import io.crosswalk.rules.Side;
import io.crosswalk.sync.FieldDecision.Hold;
import io.crosswalk.sync.FieldDecision.Keep;
import io.crosswalk.sync.FieldDecision.Refuse;
import io.crosswalk.sync.FieldDecision.Settle;
import io.crosswalk.sync.FieldDecision.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One link on its way through a batch: what is to be written, and what will be acknowledged. */
final class LinkWork {
    private final Observation seen;
    private final List<FieldDecision> decisions;

    /** Entries that tell of something else than this sync's decisions. */
    final List<LateEntry> late = new ArrayList<>();

    /** Mapping ids whose writes are not sent after all, because of what came since the look. */
    private final Set<String> skipped = new HashSet<>();

    /** Entries of writes, by mapping id. */
    final Map<String, JournalEntry> entries = new LinkedHashMap<>();

    /** The keys of all entries of this look's decisions within the link's, by mapping id. */
    final Map<String, String> journalled = new HashMap<>();

    /** What is settled: written, or acknowledged as it is. */
    final Map<String, Base> base = new HashMap<>();

    private final Parking parking;

    private final Set<Noted> revisited = new HashSet<>();
    private @Nullable Instant revisitAt;

    /** Mapping ids of edits that were put back. */
    final Set<String> restored = new HashSet<>();

    /** Whether Salesforce is only written if the record has not changed since the look. */
    boolean guarded;

    /** Whether that guard has refused a write: the link is looked at again at once. */
    boolean changedMeanwhile;

    /** Whether what was in the way is not any more: the link is looked at again at once. */
    boolean atOnce;

    /** Problems that were closed before the acknowledgement. */
    final List<ProblemId> mended = new ArrayList<>();

    final Set<String> keptIntents = new HashSet<>();
    final Set<Side> gone = EnumSet.noneOf(Side.class);
    @Nullable Instant again;

    /** The link with the turn that this batch holds. */
    Link link;

    LinkWork(Observation seen, List<FieldDecision> decisions) {
        this.seen = seen;
        this.decisions = new ArrayList<>(decisions);
        this.link = seen.link();
        this.parking = new Parking(seen.link());
        decisions.forEach(this::take);
    }

    /** Takes up a decision whose action is known. */
    private void take(FieldDecision decided) {
        if (decided.action() instanceof Settle) {
            base.put(decided.mappingId(), decided.now());
        } else if (decided.action() instanceof Keep) {
            parking.keep(decided);
        } else if (decided.action() instanceof Hold hold) {
            parking.hold(decided, hold);
        } else if (decided.action() instanceof Refuse refuse) {
            parking.refuse(decided, refuse);
        }
    }

    /** Holds a write back before it is noted down anywhere, and stages that need it likewise. */
    void hold(FieldDecision decided, Difference.Reason reason) {
        int at = decisions.indexOf(decided);
        if (at < 0) {
            return; // A stage that is held with its pipeline already.
        }
        FieldDecision held = decided.with(decided.decision(), new Hold(reason));
        decisions.set(at, held);
        take(held);
        decisions.stream()
                .filter(each -> StageMoves.needs(each, decided))
                .toList()
                .forEach(stage -> hold(stage, reason));
    }

    /**
     * Leaves out writes that would overwrite an edit that came since the look.
     *
     * @return the entries that are not true then
     */
    List<JournalEntry> skipWhatNewsTouches(List<Noted> news) {
        List<JournalEntry> untold = new ArrayList<>();
        for (String id : TouchedWrites.of(decisions, news)) {
            skipped.add(id);
            JournalEntry entry = entries.remove(id);
            if (entry != null) {
                untold.add(entry);
            }
        }
        return untold;
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

    /** The fields to be written on a side, by the name that they have there. */
    Map<String, FieldDecision> writes(Side side) {
        Map<String, FieldDecision> writes = new LinkedHashMap<>();
        for (FieldDecision decided : decisions) {
            Write write = decided.write();
            boolean sent = !skipped.contains(decided.mappingId());
            if (write != null && write.side() == side && sent) {
                writes.put(decided.field().name(side), decided);
            }
        }
        return writes;
    }

    String recordId(Side side) {
        return side == Side.HUBSPOT ? seen.hubspot().id() : seen.salesforce().id();
    }

    CrmWrite crmWrite(Side side, Map<String, FieldDecision> writes) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        writes.forEach(
                (name, decided) -> {
                    values.put(name, wire(decided, side));
                    values.putAll(StageMoves.besides(decided, decisions));
                });
        return new CrmWrite(
                recordId(side),
                values,
                guarded && side == Side.SALESFORCE ? seen.salesforce().modifiedAt() : null);
    }

    private static @Nullable String wire(FieldDecision decided, Side side) {
        Write write = decided.write();
        if (write == null) {
            throw new IllegalStateException("Not a write: " + decided.mappingId());
        }
        return decided.field().wire(side, write.value());
    }

    /**
     * The CRM refused it, or fails each time.
     *
     * @return what it said, without the values that were sent
     */
    Said park(FieldDecision decided, NotTaken outcome) {
        Side side = Objects.requireNonNull(decided.decision().writes(), "it writes a side");
        List<String> sent = new ArrayList<>();
        for (FieldDecision written : writes(side).values()) {
            String wire = wire(written, side);
            sent.add(wire == null ? "" : wire);
        }
        return parking.refuse(decided, outcome, sent);
    }

    /** What was parked was tried once more, and is again soon. */
    void retried(FieldDecision decided, Instant now) {
        parking.retried(decided, now);
    }

    /** What was in the way is not any more: another look decides, and people are told nothing. */
    void takeUpAgain(String mappingId) {
        parking.forget(mappingId);
        atOnce = true;
    }

    /** Why a value is not written, by mapping id; only what was tried by this sync. */
    Map<String, ProblemCause> refusals() {
        return parking.refusals();
    }

    /**
     * The bases after this sync. What was not settled keeps the base that it was decided against:
     * that may be one that a write of ours has made and nobody acknowledged yet.
     */
    Map<String, Base> bases() {
        Map<String, Base> all = before();
        all.putAll(base);
        return all;
    }

    /** The pairs of values that stay parked, by mapping id. */
    Map<String, Base> parked() {
        return parked(Unseen.NOTHING);
    }

    /** Likewise, of fields that were not seen too. */
    Map<String, Base> parked(Unseen unseen) {
        return parking.all(decisions, unseen.mappingIds(), base.keySet());
    }

    /** Keeps a hint for a look at that time. */
    void revisit(Noted hint, Instant at) {
        revisited.add(hint);
        revisitAt = revisitAt == null || at.isBefore(revisitAt) ? at : revisitAt;
    }

    @Nullable Instant revisitAt() {
        return revisitAt;
    }

    /** Whether the field needs nothing more. */
    boolean isSettled(String mappingId) {
        return base.containsKey(mappingId);
    }

    /** Whether a write of it was sent, or may have been. */
    boolean wasWritten(String mappingId) {
        return entries.containsKey(mappingId)
                && (isSettled(mappingId)
                        || keptIntents.contains(mappingId)
                        || restored.contains(mappingId));
    }

    /**
     * The hints of fields that are not settled, per field the newest: what they say of times must
     * not be forgotten.
     */
    Set<Noted> keptHints(MappingPlan plan) {
        Set<Noted> kept = OpenHints.of(seen.link().due().hints(), plan, this);
        kept.addAll(revisited);
        return kept;
    }

    /** Mapping ids whose problems this sync opened or closed. */
    Set<String> told() {
        Set<String> told = new HashSet<>(seen.link().parked().keySet());
        told.retainAll(base.keySet());
        told.addAll(refusals().keySet());
        mended.stream().map(ProblemId::mappingId).filter(Objects::nonNull).forEach(told::add);
        return told;
    }

    /** Whether it opened or closed one of the record, and of no mapping. */
    boolean toldOfRecord() {
        return !gone.isEmpty() || mended.stream().anyMatch(id -> id.mappingId() == null);
    }

    void lookAgain(Instant at) {
        again = again == null || at.isBefore(again) ? at : again;
    }
}
