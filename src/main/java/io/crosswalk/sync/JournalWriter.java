package io.crosswalk.sync;

import io.crosswalk.mapping.Mapping;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.JournalEntry.DecidingMapping;
import io.crosswalk.records.JournalEntry.Outcome;
import io.crosswalk.records.JournalEntry.Result;
import io.crosswalk.records.JournalEntry.Seen;
import io.crosswalk.records.JournalEntry.Verdict;
import io.crosswalk.records.Link;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Note;
import io.crosswalk.rules.Reasoned;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import io.crosswalk.sync.FieldDecision.Refuse;
import io.crosswalk.sync.FieldDecision.Write;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes journal entries of decisions. */
final class JournalWriter {
    /**
     * Characters of a value; of longer ones the fingerprint stands there. An entry shows three,
     * each takes up to three bytes a character, and DynamoDB keeps items of 400 KB.
     */
    static final int SHOWN_MAX = 30_000;

    /** Stands as the code of what an event told in Salesforce's own form. */
    static final String RAW = "RAW";

    /** Likewise, where only a fingerprint of that is kept. */
    static final String HASHED = "HASHED";

    private final boolean hashesOnly;
    private final Fingerprints fingerprints;

    /**
     * @param hashesOnly whether fingerprints stand where the values would
     */
    JournalWriter(boolean hashesOnly, Fingerprints fingerprints) {
        this.hashesOnly = hashesOnly;
        this.fingerprints = fingerprints;
    }

    boolean hashesOnly() {
        return hashesOnly;
    }

    JournalEntry entry(LinkWork work, FieldDecision decided, Instant now, int sequence) {
        Observation seen = work.seen();
        return new JournalEntry(
                seen.link().key(),
                seen.salesforceId(),
                now,
                sequence,
                mapping(decided.field().mapping()),
                new Seen(
                        shown(decided.hubspot(), decided.now().hubspot().toString()),
                        shown(decided.salesforce(), decided.now().salesforce().toString()),
                        decided.before(),
                        decided.times().hubspotAt(),
                        decided.times().salesforceAt(),
                        seen.salesforce().modifiedAt(),
                        work.guarded),
                verdict(decided, seen.asked().run(decided)));
    }

    /**
     * An edit that came between a look and the write {@code over}, and lost by the rule.
     *
     * @param decision what the rule says of it
     */
    JournalEntry overwritten(
            UnseenEdit edit, Observation seen, Reasoned decision, Instant now, int sequence) {
        boolean hubspot = edit.side() == Side.HUBSPOT;
        JournalEntry over = edit.over();
        return new JournalEntry(
                seen.link().key(),
                seen.salesforceId(),
                now,
                sequence,
                mapping(edit.field().mapping()),
                new Seen(
                        hubspot ? edit.shown() : over.seen().hubspot(),
                        hubspot ? over.seen().salesforce() : edit.shown(),
                        over.seen().base(),
                        hubspot ? edit.at() : over.seen().hubspotAt(),
                        hubspot ? over.seen().salesforceAt() : edit.at(),
                        over.seen().salesforceRecordAt(),
                        over.seen().guarded()),
                new Verdict(
                        decision.name(),
                        edit.side().name(),
                        over.verdict().value(),
                        decision.note().name(),
                        decision.reason(),
                        new Result(
                                Outcome.WRITTEN,
                                null,
                                "The change came between a look and its write, and was overwritten"
                                        + " by the write decided at "
                                        + over.decidedAt()
                                        + "."),
                        null));
    }

    /**
     * No decision: an event told of an edit near a write of ours.
     *
     * @param others entries of the same link and time, whose numbers are taken
     */
    JournalEntry told(Link link, ToldEdits.Told edit, int others) {
        String id = edit.mapping().id();
        String shown = shown(link.key(), id, Side.SALESFORCE, edit.value());
        String form = shown.equals(edit.value().text()) ? RAW : HASHED;
        return new JournalEntry(
                link.key(),
                String.valueOf(link.partnerId()),
                edit.at(),
                EntryOrder.told(id, others),
                mapping(edit.mapping()),
                new Seen("", shown, null, null, edit.at(), null, false),
                new Verdict(
                        Outcome.TOLD.name(),
                        null,
                        null,
                        Note.NONE.name(),
                        "A change event told of this value at about the time of a write.",
                        new Result(Outcome.TOLD, edit.raw() ? form : null, null),
                        null));
    }

    /** As the journal shows it. */
    String shown(RecordKey link, String mappingId, Side side, Value value) {
        return shown(value, fingerprints.of(link, mappingId, side, value).toString());
    }

    private static DecidingMapping mapping(Mapping mapping) {
        return new DecidingMapping(
                mapping.id(),
                mapping.version(),
                mapping.hubspotProperty(),
                mapping.salesforceField(),
                mapping.syncRule().name());
    }

    private Verdict verdict(FieldDecision decided, @Nullable String run) {
        Write write = decided.write();
        Side side = write == null ? null : write.side();
        return new Verdict(
                decided.decision().name(),
                side == null ? null : side.name(),
                write == null
                        ? null
                        : shown(write.value(), write.after().of(write.side()).toString()),
                decided.decision().note().name(),
                decided.decision().reason(),
                result(decided),
                run);
    }

    private static Result result(FieldDecision decided) {
        if (decided.action() instanceof Refuse refuse) {
            return new Result(
                    Outcome.NOT_CONVERTIBLE,
                    refuse.refused().code().name(),
                    refuse.refused().detail());
        }
        return new Result(Outcome.WRITTEN, null, null);
    }

    private String shown(Value value, @Nullable String fingerprint) {
        boolean hashed = hashesOnly || value.text().length() > SHOWN_MAX;
        return hashed && fingerprint != null && !value.isBlank() ? fingerprint : value.text();
    }
}
