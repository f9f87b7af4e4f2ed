package io.crosswalk.records;

import io.crosswalk.rules.Side;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One decision that wrote, was refused, or failed.
 *
 * @param link the link's key
 * @param salesforceId its Salesforce record
 * @param decidedAt when
 * @param sequence orders entries of the same millisecond
 * @param mapping the mapping that decided
 * @param seen what both sides held when it was decided
 * @param verdict the evaluator's answer, and what became of it
 */
public record JournalEntry(
        RecordKey link,
        String salesforceId,
        Instant decidedAt,
        int sequence,
        DecidingMapping mapping,
        Seen seen,
        Verdict verdict) {

    /** The sort key within a link, ascending with time: {@code 2026-11-24T12:00:00.000Z#100000}. */
    public String at() {
        return atOrAfter(decidedAt) + "#" + (100_000 + sequence);
    }

    /** Sorts before every key of a time, and after those before it. */
    static String atOrAfter(Instant time) {
        return JournalTime.text(time);
    }

    public Key key() {
        return new Key(link, at());
    }

    /**
     * What tells entries apart.
     *
     * @param at {@link JournalEntry#at()}
     */
    public record Key(RecordKey link, String at) {}

    /**
     * The time in what {@link #at()} makes.
     *
     * @throws java.time.format.DateTimeParseException if it is something else
     */
    static Instant decidedAt(String at) {
        return JournalTime.parse(at, at.indexOf('#'));
    }

    /**
     * @param version the saved version of the mapping that decided
     */
    public record DecidingMapping(
            String id,
            long version,
            String hubspotProperty,
            String salesforceField,
            String syncRule) {}

    /**
     * @param hubspot canonical text, "" when blank; a fingerprint where the journal keeps no values
     * @param salesforce likewise
     * @param base the bases as fingerprints; null at first contact
     * @param hubspotAt the field's time; null when unknown
     * @param salesforceAt likewise
     * @param salesforceRecordAt when any field of the Salesforce record had changed last, seconds:
     *     what came later no look had seen; null when unknown
     * @param guarded whether Salesforce was only to be written if the record had not changed since
     */
    public record Seen(
            String hubspot,
            String salesforce,
            @Nullable Base base,
            @Nullable Instant hubspotAt,
            @Nullable Instant salesforceAt,
            @Nullable Instant salesforceRecordAt,
            boolean guarded) {

        public String of(Side side) {
            return side == Side.HUBSPOT ? hubspot : salesforce;
        }
    }

    /**
     * @param decision the name of the {@link io.crosswalk.rules.Decision}
     * @param writes HUBSPOT or SALESFORCE; null when nothing was written
     * @param value what was written, canonical, "" for blank; null when nothing was
     * @param note REJECTED, CONFLICT or NONE
     * @param reason the sentence for people
     * @param run the backfill or undo that asked for it; null for a change
     */
    public record Verdict(
            String decision,
            @Nullable String writes,
            @Nullable String value,
            String note,
            String reason,
            Result result,
            @Nullable String run) {}

    /**
     * @param code the refusing side's code
     * @param message its message for people
     */
    public record Result(Outcome outcome, @Nullable String code, @Nullable String message) {}

    public enum Outcome {
        /** Written; or sent, while a sync is still at it. */
        WRITTEN,
        /** The value does not fit the other side; nothing was sent. */
        NOT_CONVERTIBLE,
        /** The CRM refused it. */
        REFUSED,
        /** Sent, but the sync stopped and the value is not there. Decided again. */
        NOT_ARRIVED,
        /** No decision: a change event told of this value near a write of ours. */
        TOLD
    }
}
