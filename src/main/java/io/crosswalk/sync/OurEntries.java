package io.crosswalk.sync;

import io.crosswalk.hubspot.HubspotClient.Changed;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Intent;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.JournalEntry.Outcome;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.RecentWrites;
import io.crosswalk.rules.Intervention;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the journal knows of one side of one field: our writes, and the edits that looks have seen
 * there.
 */
final class OurEntries {
    private final List<JournalEntry> newestFirst;
    private final PlannedField field;
    private final Side side;
    private final Link link;
    private final JournalWriter writer;
    private final String now;
    private final String otherNow;

    /**
     * @param now what the side holds
     * @param otherNow what the other side holds
     */
    OurEntries(
            List<JournalEntry> page,
            PlannedField field,
            Side side,
            Link link,
            JournalWriter writer,
            Value now,
            Value otherNow) {
        this.newestFirst =
                EntryOrder.newestFirst(
                        page.stream()
                                .filter(entry -> entry.mapping().id().equals(field.mapping().id()))
                                .toList());
        this.field = field;
        this.side = side;
        this.link = link;
        this.writer = writer;
        this.now = shown(now);
        this.otherNow = writer.shown(link.key(), field.mapping().id(), side.other(), otherNow);
    }

    /**
     * The edit right below our newest writes in HubSpot's history, if no look has seen it.
     *
     * @param history newest first
     * @param saysWho whether it tells our own writes from others'
     */
    @Nullable UnseenEdit inHistory(List<Changed> history, boolean saysWho) {
        int below = 0;
        JournalEntry over = null;
        while (below < history.size()) {
            Changed changed = history.get(below);
            List<Changed> older = history.subList(below + 1, history.size());
            JournalEntry write = changed.ours() || !saysWho ? writeOf(changed, older, over) : null;
            if (write == null && !changed.ours()) {
                break;
            }
            over = write == null ? over : write;
            below++;
        }
        if (over == null || below == history.size()) {
            return null;
        }
        Changed edit = history.get(below);
        return unseen(field.ofHubspot(edit.wire()), edit.at(), over);
    }

    /**
     * By its value; where HubSpot says that it is ours, another form of it will do.
     *
     * @param older what came before it
     * @param next the write above it in the history: this one was decided before
     */
    private @Nullable JournalEntry writeOf(
            Changed changed, List<Changed> older, @Nullable JournalEntry next) {
        String shown = shown(field.ofHubspot(changed.wire()));
        JournalEntry nearest = null;
        int from = next == null ? 0 : newestFirst.indexOf(next) + 1;
        for (JournalEntry entry : newestFirst.subList(from, newestFirst.size())) {
            boolean then = RecentWrites.mayHaveMet(entry.decidedAt(), changed.at());
            if (then && writes(entry)) {
                if (shown.equals(entry.verdict().value())
                        && (changed.ours() || !isNearer(older, entry, changed))) {
                    return entry;
                }
                nearest = nearest == null ? entry : nearest;
            }
        }
        return changed.ours() ? nearest : null;
    }

    /** Whether an older change to the same is the write: then a person has set it so again. */
    private boolean isNearer(List<Changed> older, JournalEntry write, Changed than) {
        Duration after = Duration.between(write.decidedAt(), than.at()).abs();
        return older.stream()
                .filter(
                        change ->
                                shown(field.ofHubspot(change.wire()))
                                        .equals(write.verdict().value()))
                .map(change -> Duration.between(write.decidedAt(), change.at()).abs())
                .anyMatch(before -> before.compareTo(after) < 0);
    }

    private String shown(Value value) {
        return writer.shown(link.key(), field.mapping().id(), side, value);
    }

    private boolean writes(JournalEntry entry) {
        return side.name().equals(entry.verdict().writes()) && mayHaveArrived(entry);
    }

    private static boolean mayHaveArrived(JournalEntry entry) {
        Outcome outcome = entry.verdict().result().outcome();
        return outcome == Outcome.WRITTEN || outcome == Outcome.NOT_ARRIVED;
    }

    /** The Salesforce edit that a change event told of, if a write of ours overwrote it unseen. */
    @Nullable UnseenEdit told(Noted edit) {
        JournalEntry told =
                newestFirst.stream()
                        .filter(OurEntries::isTold)
                        .filter(entry -> entry.decidedAt().equals(edit.at()))
                        .findFirst()
                        .orElse(null);
        JournalEntry over = told == null ? null : writeOver(told.decidedAt());
        if (told == null || over == null || supersededAfter(told.decidedAt())) {
            return null;
        }
        String kept = told.seen().salesforce();
        boolean hash =
                !kept.isEmpty()
                        && (writer.hashesOnly()
                                || kept.equals(String.valueOf(edit.value()))
                                || JournalWriter.HASHED.equals(told.verdict().result().code()));
        Value value = hash ? null : value(told, kept);
        String shown = value == null ? kept : shown(value);
        // A hint that was taken in while a CRM's metadata could not be had tells it in another
        // form.
        return shown.equals(now) || isKnown(shown, edit.at(), over)
                ? null
                : new UnseenEdit(field, side, value, shown, edit.at(), over, otherSince(over));
    }

    private Value value(JournalEntry told, String kept) {
        boolean raw = JournalWriter.RAW.equals(told.verdict().result().code());
        return raw ? field.of(side, kept.isEmpty() ? null : kept) : Value.of(kept);
    }

    /** A person has set it to something else since, and a look has seen that. */
    private boolean supersededAfter(Instant at) {
        for (JournalEntry entry : newestFirst) {
            Instant seen = seenAt(entry);
            if (!isTold(entry) && seen != null && seen.isAfter(at)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The last write whose look had not seen the edit. Null too if that write was not the last word
     * either: a later look has found something else there.
     */
    private @Nullable JournalEntry writeOver(Instant at) {
        String foundLater = null;
        for (JournalEntry entry : newestFirst) {
            if (isTold(entry)) {
                continue;
            }
            boolean near = RecentWrites.mayHaveMet(entry.decidedAt(), at);
            if (near && writes(entry) && mayHaveMissed(entry, at)) {
                boolean lasted = foundLater == null || foundLater.equals(entry.verdict().value());
                return lasted ? entry : null;
            }
            foundLater = entry.seen().salesforce();
        }
        return null;
    }

    /** What the guard lets pass has not changed since, but for the second of the look itself. */
    private static boolean mayHaveMissed(JournalEntry entry, Instant at) {
        Instant record = entry.seen().salesforceRecordAt();
        long later = record == null ? 0 : at.getEpochSecond() - record.getEpochSecond();
        return entry.seen().guarded() ? later == 0 : later >= 0;
    }

    private @Nullable UnseenEdit unseen(Value value, Instant at, JournalEntry over) {
        String shown = shown(value);
        return isKnown(shown, at, over)
                ? null
                : new UnseenEdit(field, side, value, shown, at, over, otherSince(over));
    }

    /**
     * Whether a look has seen that value there since, or it was put back. What a later write of
     * ours has set to the same is no sign of it, unless an entry tells of that very edit.
     */
    private boolean isKnown(String shown, Instant at, JournalEntry over) {
        boolean oursSince = false;
        for (int i = newestFirst.indexOf(over); i >= 0; i--) {
            JournalEntry entry = newestFirst.get(i);
            if (isTold(entry)) {
                continue;
            }
            boolean itself = !oursSince || at.equals(seenAt(entry));
            if (shown.equals(entry.seen().of(side)) && itself || isRestored(entry, shown)) {
                return true;
            }
            oursSince |= entry != over && hasWritten(entry, shown);
        }
        return false;
    }

    /** Whether the look of that write or a later one has seen something else on the other side. */
    private boolean otherSince(JournalEntry over) {
        return newestFirst.subList(0, newestFirst.indexOf(over) + 1).stream()
                .filter(entry -> entry == over || entry.verdict().writes() != null)
                .anyMatch(entry -> !otherNow.equals(entry.seen().of(side.other())));
    }

    private @Nullable Instant seenAt(JournalEntry entry) {
        return side == Side.HUBSPOT ? entry.seen().hubspotAt() : entry.seen().salesforceAt();
    }

    private boolean isRestored(JournalEntry entry, String shown) {
        return entry.verdict().decision().equals(Intervention.editRestoredIn(side).name())
                && entry.verdict().result().outcome() == Outcome.WRITTEN
                && !isUnderWay(entry)
                && shown.equals(entry.verdict().value());
    }

    private boolean hasWritten(JournalEntry entry, String shown) {
        return side.name().equals(entry.verdict().writes())
                && entry.verdict().result().outcome() == Outcome.WRITTEN
                && shown.equals(entry.verdict().value());
    }

    /** Nobody knows whether its write arrived; the side does not hold it. */
    private boolean isUnderWay(JournalEntry entry) {
        Intent intent = link.intents().get(field.mapping().id());
        return intent != null && entry.at().equals(intent.journalAt());
    }

    static boolean isTold(JournalEntry entry) {
        return entry.verdict().result().outcome() == Outcome.TOLD;
    }
}
