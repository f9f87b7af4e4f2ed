package io.crosswalk.simulation;

import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.JournalEntry.Outcome;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.simulation.SimulatedRecord.Change;
import java.time.Instant;
import java.util.List;

/** What we write to a field, and what the journal says of that: invariants 4, 6 and 9. */
final class WriteCheckers {
    private final FieldFacts field;
    private final List<String> violations;

    WriteCheckers(FieldFacts field, List<String> violations) {
        this.field = field;
        this.violations = violations;
    }

    void check() {
        for (Side side : Side.values()) {
            field.ourWrites(side).forEach(write -> isCarriedAndJournalled(write, side));
        }
        for (JournalEntry entry : field.entries()) {
            if (FieldFacts.outcome(entry) == Outcome.WRITTEN && entry.verdict().writes() != null) {
                isTrue(entry, Side.valueOf(entry.verdict().writes()));
            }
            if (entry.seen().base() != null) {
                timesAreTheFields(entry);
            }
        }
    }

    private void violated(String invariant, String what) {
        violations.add(field.violated(invariant, what));
    }

    private void isCarriedAndJournalled(Change write, Side side) {
        if (!mayWrite(field.rule(), side)) {
            violated("4 the rule allows it", side + " was written");
        }
        if (!wasOnTheOtherSide(write, side)
                && !field.isUndo(write, side)
                && !field.wasPutBack(write, side)) {
            violated("4 carried over", side + " := " + write.value());
        }
        if (field.entries().stream().noneMatch(entry -> isJournalledBy(entry, write, side))) {
            violated("6 journalled", side + " := " + write.value());
        }
    }

    static boolean mayWrite(SyncRule rule, Side side) {
        return switch (rule) {
            case TWO_WAY, PREFER_SALESFORCE_UNLESS_BLANK, PREFER_HUBSPOT_UNLESS_BLANK -> true;
            case ALWAYS_USE_SALESFORCE -> side == Side.HUBSPOT;
            case ALWAYS_USE_HUBSPOT -> side == Side.SALESFORCE;
            case DONT_SYNC -> false;
        };
    }

    /** Whether the rule has a side follow when the other is cleared. */
    static boolean mayClear(SyncRule rule, Side side) {
        return switch (rule) {
            case TWO_WAY -> true;
            case PREFER_SALESFORCE_UNLESS_BLANK, ALWAYS_USE_SALESFORCE -> side == Side.HUBSPOT;
            case PREFER_HUBSPOT_UNLESS_BLANK, ALWAYS_USE_HUBSPOT -> side == Side.SALESFORCE;
            case DONT_SYNC -> false;
        };
    }

    /** At a moment since the function started that wrote it. */
    private boolean wasOnTheOtherSide(Change write, Side side) {
        List<Change> changes = field.changes(side.other());
        for (int i = changes.size() - 1; i >= 0; i--) {
            Change there = changes.get(i);
            if (there.number() < write.number()) {
                // Nobody has cleared what was taken off with a company.
                if (!field.wasTakenOff(there, write)
                        && field.inStep(side, write.value(), there.value())) {
                    return true;
                }
                if (there.number() < write.since()) {
                    return false;
                }
            }
        }
        return field.inStep(side, write.value(), "");
    }

    private boolean isJournalledBy(JournalEntry entry, Change write, Side side) {
        Outcome outcome = FieldFacts.outcome(entry);
        boolean overwritten =
                outcome == Outcome.NOT_ARRIVED
                        && (field.last(side).number() > write.number()
                                || !write.value().equals(entry.verdict().value())
                                        && field.kind() == Kind.COMPANY);
        return field.tells(entry, write, side) && (outcome == Outcome.WRITTEN || overwritten)
                || overwritten && isFingerprintOfMade(entry, write, side);
    }

    /** Of a making without an answer, once neither side holds any more what was sent. */
    private boolean isFingerprintOfMade(JournalEntry entry, Change write, Side side) {
        return entry.verdict().decision().equals("CREATED_IN_" + side)
                && "HASHED".equals(entry.verdict().result().code())
                && field.last(side.other()).number() > write.number();
    }

    private void isTrue(JournalEntry entry, Side side) {
        if (entry.verdict().result().message() != null) {
            lateEntryIsTrue(entry, side);
        } else if (entry.verdict().decision().startsWith("CREATED_IN_")) {
            makingIsTrue(entry, side);
        } else {
            boolean written =
                    field.everWritten(side).anyMatch(write -> field.tells(entry, write, side));
            if (!written && field.changes(side).stream().noneMatch(it -> typed(entry, it, side))) {
                violated("6 the journal is true", "never written: " + entry.at());
            }
        }
    }

    /** Somebody typed what was about to be written; nobody can tell the two apart. */
    private boolean typed(JournalEntry entry, Change change, Side side) {
        String value = entry.verdict().value();
        return value != null
                && FieldFacts.isBefore(entry, change)
                && (field.tells(entry, change, side)
                        || field.saysTheSame(side, value, change.value())
                        || field.saysTheSame(side, change.value(), value));
    }

    /** Where no answer came, a making is told of when the record is found. */
    private void makingIsTrue(JournalEntry entry, Side side) {
        String value = String.valueOf(entry.verdict().value());
        if (field.changes(side).stream()
                .noneMatch(change -> field.saysTheSame(side, value, change.value()))) {
            violated("6 the journal is true", "never made: " + entry.at());
        }
    }

    /** It tells of an edit that was overwritten unseen, so both must have been there. */
    private void lateEntryIsTrue(JournalEntry entry, Side side) {
        List<Change> changes = field.changes(side);
        boolean overwritten = false;
        for (int i = 1; i < changes.size(); i++) {
            Change edit = changes.get(i - 1);
            // Within one second Salesforce does not tell whether we or a person wrote over it, and
            // HubSpot never does of associations.
            boolean company = field.kind() == Kind.COMPANY;
            overwritten |=
                    (changes.get(i).ours() || side == Side.SALESFORCE || company)
                            && (!edit.ours() || company)
                            && field.kind().same(edit.value(), FieldFacts.seen(entry, side));
        }
        if (!overwritten) {
            violated("6 the journal is true", "never overwritten: " + entry.at());
        }
    }

    /** What the journal calls a field's time is when somebody set it to that, and nothing else. */
    private void timesAreTheFields(JournalEntry entry) {
        for (Side side : Side.values()) {
            Instant at =
                    side == Side.HUBSPOT ? entry.seen().hubspotAt() : entry.seen().salesforceAt();
            String seen = FieldFacts.seen(entry, side);
            boolean true_ =
                    at == null
                            || isOfALoser(side, at)
                            || field.changes(side).stream()
                                    .filter(change -> isAt(side, change.at(), at))
                                    .anyMatch(change -> field.kind().same(change.value(), seen));
            if (!true_) {
                violated("9 times are the field's", side + " " + at);
            }
        }
    }

    /** What was told of the record that lost a merge counts for the winner. */
    private boolean isOfALoser(Side side, Instant at) {
        String winner = field.world().id(field.pair(), side);
        return field.world().crm(side).records.values().stream()
                .filter(record -> winner.equals(record.mergedInto))
                .flatMap(record -> record.changes(field.mapped().name(side)).stream())
                .anyMatch(change -> isAt(side, change.at(), at));
    }

    /** Salesforce's stamps are compared by the second. */
    private static boolean isAt(Side side, long changed, Instant at) {
        return side == Side.HUBSPOT
                ? changed == at.toEpochMilli()
                : Math.floorDiv(changed, 1000L) == at.getEpochSecond();
    }
}
