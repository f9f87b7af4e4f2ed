package io.crosswalk.sync;

import io.crosswalk.mapping.Mapping;
import io.crosswalk.records.Fingerprint;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.JournalEntry.DecidingMapping;
import io.crosswalk.records.JournalEntry.Outcome;
import io.crosswalk.records.JournalEntry.Result;
import io.crosswalk.records.JournalEntry.Seen;
import io.crosswalk.records.JournalEntry.Verdict;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Journal entries of records that were made: one per field that was carried over, with the decision
 * {@code CREATED_IN_HUBSPOT} or {@code CREATED_IN_SALESFORCE}.
 */
final class CreationEntries {
    /** Before the name of the side. */
    static final String DECISION = "CREATED_IN_";

    private static final String NOT_THERE =
            "No answer came when the record was made, and the one that was found does not hold it.";
    private static final String NOT_KNOWN =
            "No answer came when the record was made, and both records were changed before they were"
                    + " looked at: of what was sent only the fingerprint is known.";

    private final Fingerprints fingerprints;
    private final boolean hashesOnly;

    /**
     * @param hashesOnly whether fingerprints stand where the values would
     */
    CreationEntries(Fingerprints fingerprints, boolean hashesOnly) {
        this.fingerprints = fingerprints;
        this.hashesOnly = hashesOnly;
    }

    /**
     * @param from what the record holds that it was made of; null if that is not what was sent
     * @param to what was sent; null if only its fingerprint is known
     * @param sent the fingerprint of what was sent, with the key of the record that it was made of
     * @param outcome written, or not arrived
     * @param message why it is not there
     */
    record Told(
            Mapping mapping,
            @Nullable Value from,
            @Nullable Value to,
            @Nullable Fingerprint sent,
            Outcome outcome,
            @Nullable String message) {

        static Told written(Mapping mapping, Value from, Value to) {
            return new Told(mapping, from, to, null, Outcome.WRITTEN, null);
        }

        /** Of a making without an answer, where the record that was found holds something else. */
        static Told notThere(Mapping mapping, Value from, Value to) {
            return new Told(mapping, from, to, null, Outcome.NOT_ARRIVED, NOT_THERE);
        }

        /** The same where the record that it was made of holds something else by now, too. */
        static Told notKnown(Mapping mapping, Fingerprint sent) {
            return new Told(mapping, null, null, sent, Outcome.NOT_ARRIVED, NOT_KNOWN);
        }
    }

    /**
     * @param target where the record was made
     * @param at when that was decided
     */
    List<JournalEntry> of(
            RecordKey link, String salesforceId, Side target, List<Told> told, Instant at) {
        List<JournalEntry> entries = new ArrayList<>();
        List<Told> inOrder =
                told.stream().sorted(Comparator.comparing(each -> each.mapping().id())).toList();
        for (Told each : inOrder) {
            Mapping mapping = each.mapping();
            String from =
                    each.from() == null ? "" : shown(link, mapping, target.other(), each.from());
            String to =
                    each.to() == null
                            ? String.valueOf(each.sent())
                            : shown(link, mapping, target, each.to());
            String code = each.to() == null ? JournalWriter.HASHED : null;
            entries.add(
                    new JournalEntry(
                            link,
                            salesforceId,
                            at,
                            entries.size(),
                            new DecidingMapping(
                                    mapping.id(),
                                    mapping.version(),
                                    mapping.hubspotProperty(),
                                    mapping.salesforceField(),
                                    mapping.syncRule().name()),
                            target == Side.SALESFORCE
                                    ? new Seen(from, "", null, null, null, null, false)
                                    : new Seen("", from, null, null, null, null, false),
                            new Verdict(
                                    DECISION + target.name(),
                                    target.name(),
                                    to,
                                    "NONE",
                                    "The record was missing in "
                                            + target.label()
                                            + " and was made there with the value from "
                                            + target.other().label()
                                            + ".",
                                    new Result(each.outcome(), code, each.message()),
                                    null)));
        }
        return entries;
    }

    private String shown(RecordKey link, Mapping mapping, Side side, Value value) {
        return hashesOnly || value.text().length() > JournalWriter.SHOWN_MAX
                ? fingerprints.of(link, mapping.id(), side, value).toString()
                : value.text();
    }
}
