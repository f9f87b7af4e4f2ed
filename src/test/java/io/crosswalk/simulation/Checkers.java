package io.crosswalk.simulation;

import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.JournalEntry.Outcome;
import io.crosswalk.records.Link;
import io.crosswalk.records.Link.State;
import io.crosswalk.records.Problem;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.simulation.SimulatedCrm.Change;
import io.crosswalk.simulation.World.Mapped;
import io.crosswalk.simulation.World.Pair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must hold when all is quiet. They know docs/semantics.md and no class of the engine's. */
final class Checkers {
    /** A function's clock and a CRM's, in milliseconds. */
    private static final long CLOCKS_APART_MAX = 5_000;

    private final World world;
    private final List<String> violations = new ArrayList<>();

    Checkers(World world) {
        this.world = world;
    }

    List<String> violations() {
        nothingIsDue();
        for (Pair pair : world.pairs) {
            for (Mapped mapped : world.mappings) {
                List<JournalEntry> entries = entries(pair, mapped);
                sidesAreAsTheRuleSays(pair, mapped, entries);
                for (Side side : Side.values()) {
                    lastEditIsThereOrJournalled(pair, mapped, side, entries);
                    noEditLosesToOurOwnWrite(pair, mapped, side, entries);
                    writesAreCarriedAndJournalled(pair, mapped, side, entries);
                }
                entriesAreTrue(pair, mapped, entries);
                timesAreTheFields(pair, mapped, entries);
            }
        }
        writesAreBounded();
        problemsHaveACause();
        return violations;
    }

    private void violated(String invariant, Pair pair, Mapped mapped, String what) {
        violations.add(
                String.format(
                        "%s: %s %s %s %s: %s [%s]",
                        invariant,
                        pair.hubspotId(),
                        mapped.mapping().id(),
                        mapped.kind(),
                        mapped.mapping().syncRule(),
                        what,
                        world.both(pair, mapped)));
    }

    private List<JournalEntry> entries(Pair pair, Mapped mapped) {
        List<JournalEntry> entries = new ArrayList<>();
        for (JournalEntry entry : world.journal.all()) {
            if (entry.link().recordId().equals(pair.hubspotId())
                    && entry.mapping().id().equals(mapped.mapping().id())) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private void nothingIsDue() {
        for (Link link : world.store.all()) {
            if (link.due().state() != State.QUIET || !link.intents().isEmpty()) {
                violations.add("1 nothing is due: " + link.key() + " " + link.due().state());
            }
        }
    }

    private void sidesAreAsTheRuleSays(Pair pair, Mapped mapped, List<JournalEntry> entries) {
        String hubspot = world.value(pair, mapped, Side.HUBSPOT);
        String salesforce = world.value(pair, mapped, Side.SALESFORCE);
        SyncRule rule = mapped.mapping().syncRule();
        if (rule == SyncRule.DONT_SYNC || mapped.kind().inStep(hubspot, salesforce)) {
            return;
        }
        String key = pair.hubspotId() + " " + mapped.mapping().id();
        boolean asFirstMet =
                world.firstMet.getOrDefault(key, List.of()).contains(world.both(pair, mapped));
        boolean keeps =
                rule == SyncRule.ALWAYS_USE_SALESFORCE
                                && salesforce.isEmpty()
                                && !last(pair, mapped, Side.HUBSPOT).ours()
                        || rule == SyncRule.ALWAYS_USE_HUBSPOT
                                && hubspot.isEmpty()
                                && !last(pair, mapped, Side.SALESFORCE).ours();
        boolean refused = refused(mapped, hubspot, salesforce, entries);
        if (!asFirstMet && !keeps && !refused) {
            violated("2 in step", pair, mapped, "the sides differ without a reason");
        }
        if (!asFirstMet && !keeps && refused && !hasProblem(pair, mapped)) {
            violated("10 people are told", pair, mapped, "a refused value without a problem");
        }
    }

    private boolean refused(
            Mapped mapped, String hubspot, String salesforce, List<JournalEntry> entries) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            JournalEntry entry = entries.get(i);
            Outcome outcome = entry.verdict().result().outcome();
            if ((outcome == Outcome.REFUSED || outcome == Outcome.NOT_CONVERTIBLE)
                    && mapped.kind().same(entry.seen().hubspot(), hubspot)
                    && mapped.kind().same(entry.seen().salesforce(), salesforce)) {
                return true;
            }
        }
        return false;
    }

    private Change last(Pair pair, Mapped mapped, Side side) {
        List<Change> changes = changes(pair, mapped, side);
        return changes.isEmpty()
                ? new Change("", "", "", 0, false, -1, 0)
                : changes.get(changes.size() - 1);
    }

    private List<Change> changes(Pair pair, Mapped mapped, Side side) {
        return world.crm(side).records.get(world.id(pair, side)).changes(mapped.name(side));
    }

    private void lastEditIsThereOrJournalled(
            Pair pair, Mapped mapped, Side side, List<JournalEntry> entries) {
        List<Change> changes = changes(pair, mapped, side);
        int at = changes.size() - 1;
        while (at >= 0 && changes.get(at).ours()) {
            at--;
        }
        if (at < 0 || at == changes.size() - 1 || changes.get(at).number() < world.firstEdit) {
            return;
        }
        Change edit = changes.get(at);
        Change overwriting = changes.get(at + 1);
        boolean isThere =
                wasPutBack(changes.get(changes.size() - 1), pair, mapped, side, entries)
                        || inStep(
                                mapped,
                                side,
                                edit.value(),
                                world.value(pair, mapped, side.other()));
        if (isThere) {
            return;
        }
        for (JournalEntry entry : entries) {
            if (side.name().equals(entry.verdict().writes())
                    && happened(entry)
                    && mapped.kind().same(seen(entry, side), edit.value())) {
                return;
            }
        }
        violated(
                "3 no edit is lost",
                pair,
                mapped,
                side
                        + " edit '"
                        + edit.value()
                        + "' was overwritten by '"
                        + overwriting.value()
                        + "' and the journal does not know it");
    }

    /** NOT_ARRIVED is what is said of a write that somebody wrote over before the next look. */
    private static boolean happened(JournalEntry entry) {
        Outcome outcome = entry.verdict().result().outcome();
        return outcome == Outcome.WRITTEN || outcome == Outcome.NOT_ARRIVED;
    }

    /** In a two-way mapping what overwrites an edit is another person's edit, not its echo. */
    private void noEditLosesToOurOwnWrite(
            Pair pair, Mapped mapped, Side side, List<JournalEntry> entries) {
        if (mapped.mapping().syncRule() != SyncRule.TWO_WAY) {
            return;
        }
        List<Change> changes = changes(pair, mapped, side);
        for (int i = 1; i < changes.size(); i++) {
            Change overwritten = changes.get(i - 1);
            Change write = changes.get(i);
            if (!write.ours() || overwritten.ours() || overwritten.number() < world.firstEdit) {
                continue;
            }
            Change from = source(write, pair, mapped, side);
            if (from != null
                    && from.ours()
                    && !wasPutBack(from, pair, mapped, side.other(), entries)) {
                violated(
                        "8 no echo wins",
                        pair,
                        mapped,
                        side + " edit '" + overwritten.value() + "' lost to our own write");
            }
        }
    }

    private @Nullable Change source(Change write, Pair pair, Mapped mapped, Side side) {
        List<Change> changes = changes(pair, mapped, side.other());
        for (int i = changes.size() - 1; i >= 0; i--) {
            Change there = changes.get(i);
            if (there.number() < write.number()
                    && inStep(mapped, side, write.value(), there.value())) {
                return there;
            }
        }
        return null;
    }

    private static String seen(JournalEntry entry, Side side) {
        return side == Side.HUBSPOT ? entry.seen().hubspot() : entry.seen().salesforce();
    }

    private void writesAreCarriedAndJournalled(
            Pair pair, Mapped mapped, Side side, List<JournalEntry> entries) {
        for (Change write : world.crm(side).ourWrites) {
            if (!write.id().equals(world.id(pair, side))
                    || !write.name().equals(mapped.name(side))) {
                continue;
            }
            if (!mayWrite(mapped.mapping().syncRule(), side)) {
                violated("4 the rule allows it", pair, mapped, side + " was written");
            }
            if (!wasOnTheOtherSide(write, pair, mapped, side)
                    && !wasPutBack(write, pair, mapped, side, entries)) {
                violated("4 carried over", pair, mapped, side + " := " + write.value());
            }
            if (!journalled(write, pair, mapped, side, entries)) {
                violated("6 journalled", pair, mapped, side + " := " + write.value());
            }
        }
    }

    private static boolean mayWrite(SyncRule rule, Side side) {
        return switch (rule) {
            case TWO_WAY, PREFER_SALESFORCE_UNLESS_BLANK, PREFER_HUBSPOT_UNLESS_BLANK -> true;
            case ALWAYS_USE_SALESFORCE -> side == Side.HUBSPOT;
            case ALWAYS_USE_HUBSPOT -> side == Side.SALESFORCE;
            case DONT_SYNC -> false;
        };
    }

    /** At a moment since the function started that wrote it. */
    private boolean wasOnTheOtherSide(Change write, Pair pair, Mapped mapped, Side side) {
        List<Change> changes = changes(pair, mapped, side.other());
        for (int i = changes.size() - 1; i >= 0; i--) {
            Change there = changes.get(i);
            if (there.number() < write.number()) {
                if (inStep(mapped, side, write.value(), there.value())) {
                    return true;
                }
                if (there.number() < write.since()) {
                    return false;
                }
            }
        }
        return inStep(mapped, side, write.value(), "");
    }

    /** An edit that was overwritten unseen is the only thing that is written where it came from. */
    private boolean wasPutBack(
            Change write, Pair pair, Mapped mapped, Side side, List<JournalEntry> entries) {
        boolean told =
                entries.stream()
                        .anyMatch(
                                entry ->
                                        entry.verdict().decision().startsWith("EDIT_RESTORED")
                                                && tells(entry, write, mapped, side));
        return told
                && changes(pair, mapped, side).stream()
                        .anyMatch(
                                edit ->
                                        !edit.ours()
                                                && edit.number() < write.number()
                                                && edit.value().equals(write.value()));
    }

    private static boolean inStep(Mapped mapped, Side side, String written, String other) {
        return side == Side.HUBSPOT
                ? mapped.kind().inStep(written, other)
                : mapped.kind().inStep(other, written);
    }

    private boolean journalled(
            Change write, Pair pair, Mapped mapped, Side side, List<JournalEntry> entries) {
        for (JournalEntry entry : entries) {
            if (tells(entry, write, mapped, side)) {
                Outcome outcome = entry.verdict().result().outcome();
                boolean overwritten =
                        outcome == Outcome.NOT_ARRIVED
                                && last(pair, mapped, side).number() > write.number();
                if (outcome == Outcome.WRITTEN || overwritten) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean tells(JournalEntry entry, Change write, Mapped mapped, Side side) {
        @Nullable String value = entry.verdict().value();
        return side.name().equals(entry.verdict().writes())
                && value != null
                && entry.decidedAt().toEpochMilli() <= write.at() + CLOCKS_APART_MAX
                && world.crm(side).kept(mapped.name(side), value).equals(write.value());
    }

    /** Somebody typed what was about to be written; nobody can tell the two apart. */
    private boolean typed(JournalEntry entry, Change change, Mapped mapped, Side side) {
        String value = entry.verdict().value();
        return value != null
                && entry.decidedAt().toEpochMilli() <= change.at() + CLOCKS_APART_MAX
                && (tells(entry, change, mapped, side)
                        || inStep(mapped, side, value, change.value())
                        || inStep(mapped, side, change.value(), value));
    }

    private void entriesAreTrue(Pair pair, Mapped mapped, List<JournalEntry> entries) {
        for (JournalEntry entry : entries) {
            String writes = entry.verdict().writes();
            if (writes == null || entry.verdict().result().outcome() != Outcome.WRITTEN) {
                continue;
            }
            Side side = Side.valueOf(writes);
            if (entry.verdict().result().message() != null) {
                lateEntryIsTrue(pair, mapped, side, entry);
                continue;
            }
            boolean true_ =
                    world.crm(side).ourWrites.stream()
                                    .anyMatch(
                                            write ->
                                                    write.id().equals(world.id(pair, side))
                                                            && write.name()
                                                                    .equals(mapped.name(side))
                                                            && tells(entry, write, mapped, side))
                            || changes(pair, mapped, side).stream()
                                    .anyMatch(change -> typed(entry, change, mapped, side));
            if (!true_) {
                violated("6 the journal is true", pair, mapped, "never written: " + entry.at());
            }
        }
    }

    /** It tells of an edit that was overwritten unseen, so both must have been there. */
    private void lateEntryIsTrue(Pair pair, Mapped mapped, Side side, JournalEntry entry) {
        List<Change> changes = changes(pair, mapped, side);
        boolean overwritten = false;
        for (int i = 1; i < changes.size(); i++) {
            // Within one second Salesforce does not tell whether we or a person wrote over it.
            overwritten |=
                    (changes.get(i).ours() || side == Side.SALESFORCE)
                            && !changes.get(i - 1).ours()
                            && mapped.kind().same(changes.get(i - 1).value(), seen(entry, side));
        }
        if (!overwritten) {
            violated("6 the journal is true", pair, mapped, "never overwritten: " + entry.at());
        }
    }

    private boolean hasProblem(Pair pair, Mapped mapped) {
        return world.problems.all().stream()
                .anyMatch(
                        problem ->
                                pair.hubspotId().equals(problem.place().hubspotId())
                                        && mapped.mapping()
                                                .id()
                                                .equals(problem.place().mappingId()));
    }

    /** A problem is about sides that differ, or about a record that one side has deleted. */
    private void problemsHaveACause() {
        for (Problem problem : world.problems.all()) {
            for (Pair pair : world.pairs) {
                if (!pair.hubspotId().equals(problem.place().hubspotId())) {
                    continue;
                }
                boolean deleted =
                        world.hubspot.records.get(pair.hubspotId()).deleted
                                || world.salesforce.records.get(pair.salesforceId()).deleted;
                boolean differ =
                        world.mappings.stream()
                                .filter(
                                        mapped ->
                                                mapped.mapping()
                                                        .id()
                                                        .equals(problem.place().mappingId()))
                                .anyMatch(
                                        mapped ->
                                                !mapped.kind()
                                                        .inStep(
                                                                world.value(
                                                                        pair, mapped, Side.HUBSPOT),
                                                                world.value(
                                                                        pair,
                                                                        mapped,
                                                                        Side.SALESFORCE)));
                if (!deleted && !differ) {
                    violations.add("10 problems have a cause: " + problem.id().text());
                }
            }
        }
    }

    /** Salesforce's stamps are compared by the second. */
    private static boolean isAt(Side side, long changed, Instant at) {
        return side == Side.HUBSPOT
                ? changed == at.toEpochMilli()
                : Math.floorDiv(changed, 1000L) == at.getEpochSecond();
    }

    /** What the journal calls a field's time is when somebody set it to that, and nothing else. */
    private void timesAreTheFields(Pair pair, Mapped mapped, List<JournalEntry> entries) {
        for (JournalEntry entry : entries) {
            if (entry.seen().base() == null) {
                continue;
            }
            for (Side side : Side.values()) {
                Instant at =
                        side == Side.HUBSPOT
                                ? entry.seen().hubspotAt()
                                : entry.seen().salesforceAt();
                boolean true_ =
                        at == null
                                || changes(pair, mapped, side).stream()
                                        .anyMatch(
                                                change ->
                                                        isAt(side, change.at(), at)
                                                                && mapped.kind()
                                                                        .same(
                                                                                change.value(),
                                                                                seen(entry, side)));
                if (!true_) {
                    violated("9 times are the field's", pair, mapped, side + " " + at);
                }
            }
        }
    }

    private void writesAreBounded() {
        int writes = world.hubspot.ourWrites.size() + world.salesforce.ourWrites.size();
        int changes = 0;
        for (Side side : Side.values()) {
            for (var record : world.crm(side).records.values()) {
                for (List<Change> history : record.history.values()) {
                    changes += (int) history.stream().filter(change -> !change.ours()).count();
                }
            }
        }
        if (writes > changes + world.faults.injected) {
            violations.add("5 writes are bounded: " + writes + " writes, " + changes + " edits");
        }
    }
}
