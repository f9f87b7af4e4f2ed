package io.crosswalk.simulation;

import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.JournalEntry.Outcome;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.simulation.SimulatedRecord.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of people's edits of a field: invariants 2, 3, 8 and 10. */
final class EditCheckers {
    private final FieldFacts field;
    private final List<String> violations;

    EditCheckers(FieldFacts field, List<String> violations) {
        this.field = field;
        this.violations = violations;
    }

    void check() {
        sidesAreAsTheRuleSays();
        for (Side side : Side.values()) {
            lastEditIsThereOrJournalled(side);
            noEditLosesToOurOwnWrite(side);
        }
    }

    private void violated(String invariant, String what) {
        violations.add(field.violated(invariant, what));
    }

    private void sidesAreAsTheRuleSays() {
        SyncRule rule = field.rule();
        if (rule == SyncRule.DONT_SYNC || field.inStep() || wasUndone() || isAsFirstMet()) {
            return;
        }
        boolean keeps =
                rule == SyncRule.ALWAYS_USE_SALESFORCE && keepsItsOwn(Side.HUBSPOT)
                        || rule == SyncRule.ALWAYS_USE_HUBSPOT && keepsItsOwn(Side.SALESFORCE);
        keeps |= field.kind() == Kind.COMPANY && (wasTakenOff() || wereAcknowledged());
        boolean refused = wasRefused();
        if (!keeps && !refused && !QuarrelCheckers.isToldOf(field)) {
            violated("2 in step", "the sides differ without a reason");
        }
        if (!keeps && refused && !field.hasProblem()) {
            violated("10 people are told", "a refused value without a problem");
        }
    }

    /**
     * Its company was deleted in HubSpot: the account stays, also if somebody had cleared it right
     * before. Where Salesforce rules the company that the account is linked with is set, if there
     * is one, at the next look.
     */
    private boolean wasTakenOff() {
        World world = field.world();
        Companies companies = world.companies;
        Change last = field.last(Side.HUBSPOT);
        if (companies == null || !last.value().isEmpty()) {
            return false;
        }
        boolean partnerless =
                !companies.hasPartnerThere(Side.SALESFORCE, field.value(Side.SALESFORCE));
        return WriteCheckers.mayClear(field.rule(), Side.SALESFORCE)
                ? field.changes(Side.HUBSPOT).stream()
                                .anyMatch(change -> companies.wasDeleted(change.value()))
                        && (partnerless || isFrom(last.number()))
                : partnerless || !world.isAudited();
    }

    /** Whether the account is of before, be it set again since. */
    private boolean isFrom(int before) {
        return field.changes(Side.SALESFORCE).stream()
                .anyMatch(
                        change ->
                                change.number() < before
                                        && change.value().equals(field.value(Side.SALESFORCE)));
    }

    /** The two were partners, which nobody's edit has changed. */
    private boolean wereAcknowledged() {
        return field.inStep(Side.HUBSPOT, field.value(Side.HUBSPOT), field.value(Side.SALESFORCE));
    }

    /** What a person set while the side that rules is blank, or what of that was put back. */
    private boolean keepsItsOwn(Side side) {
        Change last = field.last(side);
        return field.value(side.other()).isEmpty()
                && (!last.ours() || field.wasPutBack(last, side));
    }

    private boolean isAsFirstMet() {
        World world = field.world();
        String key = field.pair().key() + " " + field.mapped().mapping().id();
        return world.firstMet
                .getOrDefault(key, List.of())
                .contains(world.both(field.pair(), field.mapped()));
    }

    /** A person wanted one side as it was before; both are left as they are then. */
    private boolean wasUndone() {
        for (JournalEntry entry : field.entries()) {
            boolean asBefore =
                    field.world().undone.contains(entry)
                            && (isAsSeen(entry) || isTypedAsBefore(entry));
            if (asBefore || FieldFacts.isUndo(entry) && isAsWritten(entry)) {
                return true;
            }
        }
        return false;
    }

    /** Somebody set what the undo would have: nobody can tell whether that has arrived. */
    private boolean isTypedAsBefore(JournalEntry entry) {
        Side side = Side.valueOf(String.valueOf(entry.verdict().writes()));
        String before = FieldFacts.seen(entry, side);
        boolean unticked =
                field.kind() == Kind.YES_NO
                        && !Boolean.parseBoolean(before)
                        && !Boolean.parseBoolean(field.value(side));
        return !field.last(side).ours()
                && (unticked || field.kind().same(before, field.value(side)));
    }

    private boolean isAsSeen(JournalEntry entry) {
        return field.kind().same(entry.seen().hubspot(), field.value(Side.HUBSPOT))
                && field.kind().same(entry.seen().salesforce(), field.value(Side.SALESFORCE));
    }

    /** The side that an entry wrote holds that, and the other what it held then. */
    private boolean isAsWritten(JournalEntry entry) {
        Side side = Side.valueOf(String.valueOf(entry.verdict().writes()));
        String written = String.valueOf(entry.verdict().value());
        boolean arrived =
                field.kind().same(written, field.value(side))
                        || field.kind() == Kind.COMPANY
                                && field.companies().hubspot.became(written, field.value(side));
        return (arrived || isTyped(written, side))
                && field.kind()
                        .same(FieldFacts.seen(entry, side.other()), field.value(side.other()));
    }

    /** In another form: as a CRM might have stored it, for all that is known without the event. */
    private boolean isTyped(String written, Side side) {
        return !field.last(side).ours()
                && field.value(side).strip().equalsIgnoreCase(written.strip());
    }

    private boolean wasRefused() {
        for (JournalEntry entry : field.entries()) {
            Outcome outcome = FieldFacts.outcome(entry);
            if ((outcome == Outcome.REFUSED || outcome == Outcome.NOT_CONVERTIBLE)
                    && isAsSeen(entry)) {
                return true;
            }
        }
        return false;
    }

    private void lastEditIsThereOrJournalled(Side side) {
        List<Change> changes = field.changes(side);
        int at = changes.size() - 1;
        while (at >= 0 && changes.get(at).ours()) {
            at--;
        }
        if (at < 0
                || at == changes.size() - 1
                || field.isEarlier(changes.get(at))
                || field.isByItself(changes.get(at), side)) {
            return;
        }
        Change edit = changes.get(at);
        String over = changes.get(at + 1).value();
        // A blank checkbox and one that is not ticked mean the same to the other side.
        boolean isThere =
                field.kind().same(edit.value(), over)
                        || field.kind().same(edit.value(), field.value(side))
                        || field.saysTheSame(side, edit.value(), over)
                        || field.wasPutBack(changes.get(changes.size() - 1), side)
                        || field.inStep(side, edit.value(), field.value(side.other()));
        if (!isThere && !isJournalled(edit, side) && !cannotBeKnown(edit, side)) {
            violated(
                    "3 no edit is lost",
                    side
                            + " edit '"
                            + edit.value()
                            + "' was overwritten by '"
                            + over
                            + "' and the journal does not know it");
        }
    }

    /**
     * Salesforce keeps no history: of an edit in the second of the change before it, which its
     * stamp does not show, only its event tells. HubSpot's need not say who has associated whom
     * (docs/simulation.md).
     */
    private boolean cannotBeKnown(Change edit, Side side) {
        World world = field.world();
        long lost =
                world.lost.stream()
                        .filter(hint -> hint.side() == side && hint.recordId().equals(edit.id()))
                        .flatMap(hint -> hint.changes().stream())
                        .filter(
                                change ->
                                        change.name().equals(edit.name())
                                                && change.at().toEpochMilli() == edit.at())
                        .count();
        if (side == Side.HUBSPOT) {
            SimulatedAssociations its = world.hubspot.associations;
            return field.kind() == Kind.COMPANY
                    && its != null
                    && !its.saysWho()
                    && lost >= its.saying(edit);
        }
        return lost > 0
                && world.salesforce.records.get(edit.id()).saves.stream()
                                .filter(at -> at / 1_000 == edit.at() / 1_000 && at <= edit.at())
                                .count()
                        > 1;
    }

    private boolean isJournalled(Change edit, Side side) {
        for (JournalEntry entry : field.entries()) {
            boolean overwritten =
                    happened(entry)
                            && field.kind().same(FieldFacts.seen(entry, side), edit.value());
            // It could not be put back, and people are told.
            boolean notPutBack =
                    FieldFacts.isRestored(entry) && edit.value().equals(entry.verdict().value());
            if (FieldFacts.writes(entry, side) && (overwritten || notPutBack)) {
                return true;
            }
        }
        return false;
    }

    /** NOT_ARRIVED is what is said of a write that somebody wrote over before the next look. */
    private static boolean happened(JournalEntry entry) {
        Outcome outcome = FieldFacts.outcome(entry);
        return outcome == Outcome.WRITTEN || outcome == Outcome.NOT_ARRIVED;
    }

    /** In a two-way mapping what overwrites an edit is another person's edit, not its echo. */
    private void noEditLosesToOurOwnWrite(Side side) {
        if (field.rule() != SyncRule.TWO_WAY) {
            return;
        }
        List<Change> changes = field.changes(side);
        for (int i = 1; i < changes.size(); i++) {
            Change overwritten = changes.get(i - 1);
            Change write = changes.get(i);
            if (!write.ours()
                    || overwritten.ours()
                    || field.isEarlier(overwritten)
                    || field.isByItself(overwritten, side)) {
                continue;
            }
            Change from = source(write, side);
            if (from != null
                    && from.ours()
                    && !field.isEarlier(from)
                    && !wasOfAnotherPair(from, overwritten, side)
                    && !field.isUndo(write, side)
                    && !field.isUndo(from, side.other())
                    && !field.wasPutBack(from, side.other())
                    && !field.arrivedElsewhere(from, side.other())
                    && !wereTheSame(overwritten, from, side)) {
                violated(
                        "8 no echo wins",
                        side + " edit '" + overwritten.value() + "' lost to our own write");
            }
        }
    }

    /** Companies that were partners, and are not any more: a backfill brings either in step. */
    private boolean wereTheSame(Change overwritten, Change from, Side side) {
        return field.kind() == Kind.COMPANY
                && field.inStep(side, overwritten.value(), from.value());
    }

    /**
     * What was written for the loser of a merge is, for the winner, what the other side held when
     * they first met.
     */
    private boolean wasOfAnotherPair(Change from, Change overwritten, Side side) {
        return field.world().crm(side).records.values().stream()
                .anyMatch(
                        record ->
                                overwritten.id().equals(record.mergedInto)
                                        && from.number() < record.mergedBefore);
    }

    private @Nullable Change source(Change write, Side side) {
        List<Change> changes = field.changes(side.other());
        for (int i = changes.size() - 1; i >= 0; i--) {
            Change there = changes.get(i);
            if (there.number() < write.number()
                    && field.inStep(side, write.value(), there.value())) {
                return there;
            }
        }
        return null;
    }
}
