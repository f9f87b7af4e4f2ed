package io.crosswalk.sync;

import io.crosswalk.mapping.Mapping;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.JournalEntry.DecidingMapping;
import io.crosswalk.records.JournalEntry.Outcome;
import io.crosswalk.records.JournalEntry.Result;
import io.crosswalk.records.JournalEntry.Seen;
import io.crosswalk.records.JournalEntry.Verdict;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import io.crosswalk.sync.FieldDecision.Refuse;
import io.crosswalk.sync.FieldDecision.Write;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes journal entries of decisions. */
final class JournalWriter {
    private final boolean hashesOnly;

    /**
     * @param hashesOnly whether fingerprints stand where the values would
     */
    JournalWriter(boolean hashesOnly) {
        this.hashesOnly = hashesOnly;
    }

    JournalEntry entry(Observation seen, FieldDecision decided, Instant now, int sequence) {
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
                        seen.hubspotAt(decided.field()),
                        seen.salesforceAt(decided.field())),
                verdict(decided));
    }

    private static DecidingMapping mapping(Mapping mapping) {
        return new DecidingMapping(
                mapping.id(),
                mapping.version(),
                mapping.hubspotProperty(),
                mapping.salesforceField(),
                mapping.syncRule().name());
    }

    private Verdict verdict(FieldDecision decided) {
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
                null);
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
        return hashesOnly && fingerprint != null && !value.isBlank() ? fingerprint : value.text();
    }
}
