package io.crosswalk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Base;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.JournalEntry.DecidingMapping;
import io.crosswalk.records.JournalEntry.Outcome;
import io.crosswalk.records.JournalEntry.Result;
import io.crosswalk.records.JournalEntry.Seen;
import io.crosswalk.records.JournalEntry.Verdict;
import io.crosswalk.records.Link;
import io.crosswalk.records.Link.Turn;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RunCount;
import io.crosswalk.rules.Conversion;
import io.crosswalk.rules.Decision;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.HubspotType;
import io.crosswalk.rules.Later;
import io.crosswalk.rules.Limits;
import io.crosswalk.rules.SalesforceType;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TakebackTest {
    private static final RecordKey KEY = RecordKey.hubspot("contact", "501");
    private static final String PARTNER = "003000000000001AAA";
    private static final Fingerprints FINGERPRINTS = new Fingerprints(new byte[16]);
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final PlannedField FIELD =
            new PlannedField(
                    new Mapping(
                            "m",
                            "contact",
                            "phone",
                            "Phone",
                            SyncRule.TWO_WAY,
                            Fill.NONE,
                            false,
                            1),
                    HubspotType.PHONENUMBER,
                    SalesforceType.PHONE,
                    Conversion.between(
                            HubspotType.PHONENUMBER,
                            SalesforceType.PHONE,
                            Limits.NONE,
                            Limits.NONE,
                            Map.of()));

    private static Base base(String hubspot, String salesforce) {
        return FINGERPRINTS.base(KEY, "m", Value.of(hubspot), Value.of(salesforce));
    }

    private static Observation seen(String hubspot, String salesforce) {
        Link link =
                new Link(
                        KEY,
                        PARTNER,
                        Link.Due.quiet(0, Turn.FIRST, List.of()),
                        Map.of(),
                        Map.of(),
                        Findings.NONE);
        return Observation.of(
                link,
                new CrmRecord("501", "501", Map.of("phone", hubspot), null),
                new CrmRecord(PARTNER, PARTNER, Map.of("Phone", salesforce), null));
    }

    /** A write that found {@code hubspot} and {@code salesforce}, and wrote {@code value}. */
    private static JournalEntry entry(
            int second, @Nullable Side writes, String hubspot, String salesforce, String value) {
        return entry(second, writes, hubspot, salesforce, value, PARTNER, Outcome.WRITTEN, null);
    }

    private static JournalEntry entry(
            int second,
            @Nullable Side writes,
            String hubspot,
            String salesforce,
            String value,
            String partner,
            Outcome outcome,
            @Nullable Base base) {
        return new JournalEntry(
                KEY,
                partner,
                NOW.plusSeconds(second),
                0,
                new DecidingMapping("m", 1, "phone", "Phone", "TWO_WAY"),
                new Seen(hubspot, salesforce, base, null, null, null, false),
                new Verdict(
                        "HUBSPOT_CHANGED",
                        writes == null ? null : writes.name(),
                        value,
                        "NONE",
                        "Because.",
                        new Result(outcome, null, null),
                        null));
    }

    /** What both sides hold is what was acknowledged last. */
    private static Takeback.Answer quiet(
            String hubspot, String salesforce, JournalEntry... newestFirst) {
        return answer(hubspot, salesforce, base(hubspot, salesforce), newestFirst);
    }

    private static Takeback.Answer answer(
            String hubspot, String salesforce, @Nullable Base before, JournalEntry... newestFirst) {
        return new Takeback("run", List.of(newestFirst))
                .answer(
                        new FieldDecision(
                                FIELD,
                                Value.of(hubspot),
                                Value.of(salesforce),
                                before,
                                base(hubspot, salesforce),
                                new FieldTimes(null, null, Later.UNKNOWN),
                                Decision.IN_STEP,
                                new FieldDecision.Settle()),
                        seen(hubspot, salesforce),
                        FINGERPRINTS);
    }

    @Test
    void writeThatStands_goesBackToWhatWasThere() {
        Takeback.Answer answer = quiet("2", "2", entry(1, Side.SALESFORCE, "2", "1", "2"));

        assertThat(answer.side()).isEqualTo(Side.SALESFORCE);
        assertThat(answer.value()).isEqualTo(Value.of("1"));
        assertThat(answer.counts()).containsExactly(RunCount.WRITTEN);
    }

    @Test
    void filledBlank_goesBackToBlank() {
        Takeback.Answer answer = quiet("2", "2", entry(1, Side.HUBSPOT, "", "2", "2"));

        assertThat(answer.side()).isEqualTo(Side.HUBSPOT);
        assertThat(answer.value()).isEqualTo(Value.BLANK);
    }

    @Test
    void writtenSideChangedSince_staysAsItIs() {
        Takeback.Answer answer =
                answer("2", "3", base("2", "2"), entry(1, Side.SALESFORCE, "2", "1", "2"));

        assertThat(answer.side()).isNull();
        assertThat(answer.counts()).containsExactly(RunCount.CHANGED_SINCE);
    }

    @Test
    void otherSideChangedAndNotSyncedYet_itsEditIsWorthMore() {
        Takeback.Answer answer =
                answer("3", "2", base("2", "2"), entry(1, Side.SALESFORCE, "2", "1", "2"));

        assertThat(answer.side()).isNull();
        assertThat(answer.counts()).containsExactly(RunCount.CHANGED_SINCE);
    }

    @Test
    void overwrittenByALaterWrite_staysAsItIs() {
        Takeback.Answer answer = quiet("3", "3", entry(1, Side.SALESFORCE, "2", "1", "2"));

        assertThat(answer.counts()).containsExactly(RunCount.CHANGED_SINCE);
    }

    @Test
    void writesOnTopOfEachOther_goBackToBeforeTheOldest() {
        Takeback.Answer answer =
                quiet(
                        "3",
                        "3",
                        entry(2, Side.SALESFORCE, "3", "2", "3"),
                        entry(1, Side.SALESFORCE, "2", "1", "2"));

        assertThat(answer.value()).isEqualTo(Value.of("1"));
        assertThat(answer.counts()).containsExactly(RunCount.WRITTEN, RunCount.WRITTEN);
    }

    @Test
    void personsEditBetweenTwoWrites_isWhereItStops() {
        Takeback.Answer answer =
                quiet(
                        "3",
                        "3",
                        entry(2, Side.SALESFORCE, "3", "a person's", "3"),
                        entry(1, Side.SALESFORCE, "2", "1", "2"));

        assertThat(answer.value()).isEqualTo(Value.of("a person's"));
        assertThat(answer.counts()).containsExactly(RunCount.WRITTEN, RunCount.CHANGED_SINCE);
    }

    @Test
    void writeAndItsUndoing_takenBackTogether_changeNothing() {
        Takeback.Answer answer =
                quiet(
                        "2",
                        "1",
                        entry(2, Side.SALESFORCE, "2", "2", "1"),
                        entry(1, Side.SALESFORCE, "2", "1", "2"));

        assertThat(answer.side()).isNull();
        assertThat(answer.counts()).containsExactly(RunCount.AS_IT_WAS, RunCount.AS_IT_WAS);
    }

    @Test
    void takenBackAlready_isAsItWas() {
        Takeback.Answer answer = quiet("2", "1", entry(1, Side.SALESFORCE, "2", "1", "2"));

        assertThat(answer.counts()).containsExactly(RunCount.AS_IT_WAS);
    }

    @Test
    void refusedOrRejectedWithoutAWrite_isNothingToTakeBack() {
        Takeback.Answer answer =
                quiet(
                        "2",
                        "1",
                        entry(2, null, "2", "1", ""),
                        entry(1, Side.SALESFORCE, "2", "1", "2", PARTNER, Outcome.REFUSED, null));

        assertThat(answer.counts()).containsExactly(RunCount.NOT_A_WRITE, RunCount.NOT_A_WRITE);
    }

    @Test
    void writeToAnEarlierPartner_isNotTakenBack() {
        Takeback.Answer answer =
                quiet(
                        "2",
                        "2",
                        entry(
                                1,
                                Side.SALESFORCE,
                                "2",
                                "1",
                                "2",
                                "003000000000009AAA",
                                Outcome.WRITTEN,
                                null));

        assertThat(answer.counts()).containsExactly(RunCount.RECORD_GONE);
    }

    @Test
    void journalOfHashes_doesNotKnowTheValueBefore() {
        String before = base("2", "1").salesforce().toString();
        String written = base("2", "2").salesforce().toString();
        String blank = "";

        assertThat(quiet("2", "2", entry(1, Side.SALESFORCE, "2", before, written)).counts())
                .containsExactly(RunCount.HASHES_ONLY);
        assertThat(quiet("2", "", entry(1, Side.SALESFORCE, "2", before, blank)).counts())
                .containsExactly(RunCount.HASHES_ONLY);
    }

    @Test
    void journalOfHashes_knowsABlankBefore() {
        String written = base("2", "2").salesforce().toString();

        assertThat(quiet("2", "2", entry(1, Side.SALESFORCE, "2", "", written)).value())
                .isEqualTo(Value.BLANK);
    }

    @Test
    void valueThatLooksLikeAHash_isAValueWhereTheBaseKnowsIt() {
        String value = "0123456789abcdef0123456789abcdef";
        Base base = base("", value);

        Takeback.Answer answer =
                quiet(
                        "",
                        "",
                        entry(1, Side.SALESFORCE, "", value, "", PARTNER, Outcome.WRITTEN, base));

        assertThat(answer.value()).isEqualTo(Value.of(value));
    }

    /**
     * A text that is too long for the journal stands there as a fingerprint, the write does not.
     */
    @Test
    void onlyTheValueBeforeIsAHash_itIsNotKnown() {
        String before = base("2", "a very long text").salesforce().toString();

        assertThat(quiet("2", "2", entry(1, Side.SALESFORCE, "2", before, "2")).counts())
                .containsExactly(RunCount.HASHES_ONLY);
    }
}
