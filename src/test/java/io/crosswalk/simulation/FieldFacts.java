package io.crosswalk.simulation;

import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.JournalEntry.Outcome;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.simulation.SimulatedRecord.Change;
import io.crosswalk.simulation.World.Mapped;
import io.crosswalk.simulation.World.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one mapped field of a pair: both sides' histories, and what the journal tells.
 *
 * @param entries oldest first
 */
record FieldFacts(World world, Pair pair, Mapped mapped, List<JournalEntry> entries) {
    /** A function's clock and a CRM's, in milliseconds. */
    private static final long CLOCKS_APART_MAX = 5_000;

    static FieldFacts of(World world, Pair pair, Mapped mapped) {
        List<JournalEntry> entries = new ArrayList<>();
        for (JournalEntry entry : world.journal.all()) {
            if (entry.link().recordId().equals(pair.hubspotId())
                    && entry.salesforceId().equals(pair.salesforceId())
                    && entry.mapping().id().equals(mapped.mapping().id())) {
                entries.add(entry);
            }
        }
        return new FieldFacts(world, pair, mapped, entries);
    }

    SyncRule rule() {
        return mapped.mapping().syncRule();
    }

    Kind kind() {
        return mapped.kind();
    }

    String value(Side side) {
        return world.value(pair, mapped, side);
    }

    boolean inStep() {
        return world.inStep(mapped, value(Side.HUBSPOT), value(Side.SALESFORCE));
    }

    boolean inStep(Side side, String written, String other) {
        return side == Side.HUBSPOT
                ? world.wereInStep(mapped, written, other)
                : world.wereInStep(mapped, other, written);
    }

    /** Whether two values of one side say the same to the other, in whatever form. */
    boolean saysTheSame(Side side, String one, String other) {
        return kind() == Kind.COMPANY
                ? one.equals(other) || companies().hubspot.became(one, other)
                : inStep(side, one, other);
    }

    List<Change> changes(Side side) {
        return world.crm(side).records.get(world.id(pair, side)).changes(mapped.name(side));
    }

    Change last(Side side) {
        List<Change> changes = changes(side);
        return changes.isEmpty()
                ? new Change("", "", "", 0, false, -1, 0)
                : changes.get(changes.size() - 1);
    }

    /** Nobody did it: the CRM, because of what became of a company. */
    boolean isByItself(Change change, Side side) {
        return world.isByItself(change, side);
    }

    Companies companies() {
        return Objects.requireNonNull(world.companies, "a contact belongs to one");
    }

    /** Whether it was no person who cleared what a write has cleared on the other side. */
    boolean wasTakenOff(Change blank, Change write) {
        Companies companies = world.companies;
        return companies != null
                && blank.value().isEmpty()
                && isByItself(blank, Side.HUBSPOT)
                && !companies
                        .fates(Side.HUBSPOT)
                        .wasRestoredUnseen(world.hubspot.records.get(blank.id()), blank, write);
    }

    /** Made before there was anything to keep in step. */
    boolean isEarlier(Change change) {
        return change.number() < Math.max(world.firstEdit, pair.since());
    }

    /** Our writes of it since they are a pair. */
    List<Change> ourWrites(Side side) {
        return everWritten(side).filter(write -> write.number() >= pair.since()).toList();
    }

    /** Our writes of it, also of a time when the two were parted. */
    Stream<Change> everWritten(Side side) {
        String id = world.id(pair, side);
        String name = mapped.name(side);
        return world.crm(side).ourWrites.stream()
                .filter(write -> write.id().equals(id) && write.name().equals(name));
    }

    boolean hasProblem() {
        String id = mapped.mapping().id();
        return world.problems.all().stream()
                .map(problem -> problem.place())
                .anyMatch(
                        place ->
                                pair.hubspotId().equals(place.hubspotId())
                                        && id.equals(place.mappingId()));
    }

    /** Whether an entry may be about a change. */
    boolean tells(JournalEntry entry, Change change, Side side) {
        @Nullable String value = entry.verdict().value();
        return writes(entry, side)
                && value != null
                && !"HASHED".equals(entry.verdict().result().code())
                && isBefore(entry, change)
                && (world.crm(side).kept(mapped.name(side), value).equals(change.value())
                        || kind() == Kind.COMPANY && value.equals(change.value())
                        || arrivedAs(value, change.value()));
    }

    /** By clocks that differ. */
    static boolean isBefore(JournalEntry entry, Change change) {
        return entry.decidedAt().toEpochMilli() <= change.at() + CLOCKS_APART_MAX;
    }

    static boolean writes(JournalEntry entry, Side side) {
        return side.name().equals(entry.verdict().writes());
    }

    static String seen(JournalEntry entry, Side side) {
        return entry.seen().of(side);
    }

    static Outcome outcome(JournalEntry entry) {
        return entry.verdict().result().outcome();
    }

    static boolean isUndo(JournalEntry entry) {
        return entry.verdict().decision().startsWith("UNDONE_IN");
    }

    static boolean isRestored(JournalEntry entry) {
        return entry.verdict().decision().startsWith("EDIT_RESTORED");
    }

    boolean isUndo(Change write, Side side) {
        return entries.stream().anyMatch(entry -> isUndo(entry) && tells(entry, write, side));
    }

    /** An edit that was overwritten unseen is the only thing that is written where it came from. */
    boolean wasPutBack(Change write, Side side) {
        boolean told =
                entries.stream().anyMatch(entry -> isRestored(entry) && tells(entry, write, side));
        return told
                && changes(side).stream()
                        .anyMatch(
                                edit ->
                                        !edit.ours()
                                                && edit.number() < write.number()
                                                && (edit.value().equals(write.value())
                                                        || arrivedAs(edit.value(), write.value())));
    }

    /** Our write was of a company that had been merged. */
    boolean arrivedElsewhere(Change write, Side side) {
        return entries.stream()
                .filter(entry -> writes(entry, side) && isBefore(entry, write))
                .map(entry -> String.valueOf(entry.verdict().value()))
                .anyMatch(
                        written ->
                                !written.equals(write.value())
                                        && arrivedAs(written, write.value()));
    }

    /** What is written to a company that was merged arrives at the winner. */
    private boolean arrivedAs(String written, String value) {
        return kind() == Kind.COMPANY && companies().hubspot.became(written, value);
    }

    String violated(String invariant, String what) {
        return String.format(
                "%s: %s %s %s %s: %s [%s]",
                invariant,
                pair.key(),
                mapped.mapping().id(),
                kind(),
                rule(),
                what,
                world.both(pair, mapped));
    }
}
