package io.crosswalk.sync;

import io.crosswalk.mapping.Mapping;
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
import io.crosswalk.sync.NewRecords.Carried;
import io.crosswalk.sync.NewRecords.NewRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Journal entries of records that were made: one per field that was carried over, with the decision
 * {@code CREATED_IN_HUBSPOT} or {@code CREATED_IN_SALESFORCE}.
 */
final class CreationEntries {
    private final Fingerprints fingerprints;
    private final boolean hashesOnly;

    /**
     * @param hashesOnly whether fingerprints stand where the values would
     */
    CreationEntries(Fingerprints fingerprints, boolean hashesOnly) {
        this.fingerprints = fingerprints;
        this.hashesOnly = hashesOnly;
    }

    List<JournalEntry> of(RecordKey link, String salesforceId, NewRecord record, Instant now) {
        Side target = record.seeker().side().other();
        List<JournalEntry> entries = new ArrayList<>();
        for (Carried carried : record.carried()) {
            Mapping mapping = carried.field().mapping();
            String from = shown(link, mapping, target.other(), carried.from());
            entries.add(
                    new JournalEntry(
                            link,
                            salesforceId,
                            now,
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
                                    "CREATED_IN_" + target.name(),
                                    target.name(),
                                    shown(link, mapping, target, carried.to()),
                                    "NONE",
                                    "The record was missing in "
                                            + target.label()
                                            + " and was made there with the value from "
                                            + target.other().label()
                                            + ".",
                                    new Result(Outcome.WRITTEN, null, null),
                                    null)));
        }
        return entries;
    }

    private String shown(RecordKey link, Mapping mapping, Side side, Value value) {
        return hashesOnly
                ? fingerprints.of(link, mapping.id(), side, value).toString()
                : value.text();
    }
}
