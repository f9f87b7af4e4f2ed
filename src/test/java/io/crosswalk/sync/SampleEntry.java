package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.NOON;

import io.crosswalk.records.Base;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.JournalEntry.DecidingMapping;
import io.crosswalk.records.JournalEntry.Outcome;
import io.crosswalk.records.JournalEntry.Result;
import io.crosswalk.records.JournalEntry.Seen;
import io.crosswalk.records.JournalEntry.Verdict;
import io.crosswalk.records.Link.Turn;
import io.crosswalk.rules.Decision;
import io.crosswalk.rules.Reasoned;
import io.crosswalk.rules.Side;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entry of the sample link's phone: what the look saw, and what it wrote. */
final class SampleEntry {
    private final Instant at;
    private String hubspot = "A";
    private String salesforce = "A";
    private @Nullable Base base;
    private @Nullable Instant hubspotAt;
    private @Nullable Instant salesforceAt;
    private @Nullable Instant recordAt;
    private boolean guarded;
    private @Nullable Side writes;
    private @Nullable String value;
    private Reasoned decision = Decision.IN_STEP;
    private Outcome outcome = Outcome.WRITTEN;
    private int sequence;
    private boolean making;
    private @Nullable String code;
    private String mapping = "m";

    /** Decided so many seconds after noon. */
    SampleEntry(int second) {
        this.at = NOON.plusSeconds(second);
    }

    SampleEntry saw(String hubspotValue, String salesforceValue) {
        hubspot = hubspotValue;
        salesforce = salesforceValue;
        return this;
    }

    SampleEntry against(Base before) {
        base = before;
        return this;
    }

    SampleEntry sawSalesforceEditAt(Instant edited) {
        salesforceAt = edited;
        return this;
    }

    SampleEntry sawHubspotEditAt(Instant edited) {
        hubspotAt = edited;
        return this;
    }

    SampleEntry sawRecordOf(Instant modified) {
        recordAt = modified;
        return this;
    }

    SampleEntry guarded() {
        guarded = true;
        return this;
    }

    SampleEntry wrote(Side side, String written) {
        writes = side;
        value = written;
        decision = side == Side.HUBSPOT ? Decision.SALESFORCE_CHANGED : Decision.HUBSPOT_CHANGED;
        return this;
    }

    SampleEntry decided(Reasoned by) {
        decision = by;
        return this;
    }

    SampleEntry outcome(Outcome its) {
        outcome = its;
        return this;
    }

    /** Decided in that turn of the link. */
    SampleEntry inTurn(int number) {
        sequence = EntryOrder.first(new Turn(number, null));
        return this;
    }

    /** The record was made there. */
    SampleEntry made(Side side) {
        writes = side;
        making = true;
        return this;
    }

    /** Of another mapped field than the phone. */
    SampleEntry of(String mappingId) {
        mapping = mappingId;
        return this;
    }

    SampleEntry code(String its) {
        code = its;
        return this;
    }

    JournalEntry entry() {
        return new JournalEntry(
                SampleLink.KEY,
                SampleLink.PARTNER,
                at,
                sequence,
                new DecidingMapping(mapping, 1, "phone", "Phone", "TWO_WAY"),
                new Seen(hubspot, salesforce, base, hubspotAt, salesforceAt, recordAt, guarded),
                new Verdict(
                        making ? CreationEntries.DECISION + writes : decision.name(),
                        writes == null ? null : writes.name(),
                        value,
                        "NONE",
                        "Because.",
                        new Result(outcome, code, null),
                        null));
    }

    /** A change event told of it at that second. */
    static JournalEntry told(int second, String salesforce) {
        return new SampleEntry(second).saw("", salesforce).outcome(Outcome.TOLD).entry();
    }
}
