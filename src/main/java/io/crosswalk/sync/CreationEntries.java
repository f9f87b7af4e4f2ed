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
     * @param from what the record holds that it was made of
     * @param to what was sent
     * @param outcome written, or not arrived
     * @param message why it is not there
     */
    record Told(Mapping mapping, Value from, Value to, Outcome outcome, @Nullable String message) {

        static Told written(Carried carried) {
            return new Told(
                    carried.field().mapping(), carried.from(), carried.to(), Outcome.WRITTEN, null);
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
            String from = shown(link, mapping, target.other(), each.from());
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
                                    shown(link, mapping, target, each.to()),
                                    "NONE",
                                    "The record was missing in "
                                            + target.label()
                                            + " and was made there with the value from "
                                            + target.other().label()
                                            + ".",
                                    new Result(each.outcome(), null, each.message()),
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
