package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.FINGERPRINTS;
import static io.crosswalk.sync.SampleLink.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Base;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.rules.Conversion;
import io.crosswalk.rules.Decision;
import io.crosswalk.rules.HubspotType;
import io.crosswalk.rules.Intervention;
import io.crosswalk.rules.Later;
import io.crosswalk.rules.Limits;
import io.crosswalk.rules.SalesforceType;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.Value;
import io.crosswalk.sync.FieldDecision.Settle;
import io.crosswalk.sync.FieldDecision.Write;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** We wrote to a field that both sides hold alike since; a person takes that back. */
class UndoingTest {
    private static final PlannedField PHONE = SampleLink.field(SyncRule.TWO_WAY);
    private static final PlannedField CHECKBOX =
            new PlannedField(
                    PHONE.mapping(),
                    HubspotType.BOOLEANCHECKBOX,
                    SalesforceType.BOOLEAN,
                    Conversion.between(
                            HubspotType.BOOLEANCHECKBOX,
                            SalesforceType.BOOLEAN,
                            Limits.NONE,
                            Limits.NONE,
                            Map.of()));

    private final Undoing undoing = new Undoing(FINGERPRINTS);

    private @Nullable FieldDecision undone(
            PlannedField field, String held, Map<String, Takeback> takebacks) {
        Base now = SampleLink.base(held, held);
        FieldDecision inStep =
                new FieldDecision(
                        field,
                        Value.of(held),
                        Value.of(held),
                        now,
                        now,
                        new FieldTimes(null, null, Later.UNKNOWN),
                        Decision.IN_STEP,
                        new Settle());
        Observation seen =
                Observation.of(
                        new SampleLink().acknowledged(held, held).link(),
                        new CrmRecord("501", "501", Map.of("phone", held), null),
                        new CrmRecord(
                                SampleLink.PARTNER,
                                SampleLink.PARTNER,
                                Map.of("Phone", held),
                                null));
        return undoing.decide(inStep, seen.with(new Asked(List.of(), takebacks, List.of())));
    }

    private static Map<String, Takeback> takeback(JournalEntry entry) {
        return Map.of("m", new Takeback("run", List.of(entry)));
    }

    @Test
    void writeThatStands_isReplacedByWhatWasThereAndNothingFlowsBack() {
        JournalEntry wrote = new SampleEntry(0).saw("1", "2").wrote(Side.HUBSPOT, "2").entry();

        FieldDecision undone = undone(PHONE, "2", takeback(wrote));

        assertThat(undone.decision()).isEqualTo(Intervention.UNDONE_IN_HUBSPOT);
        assertThat(undone.write())
                .isEqualTo(new Write(Side.HUBSPOT, Value.of("1"), SampleLink.base("1", "2")));
    }

    @Test
    void fieldThatWasBlank_isClearedAgain() {
        JournalEntry wrote = new SampleEntry(0).saw("2", "").wrote(Side.SALESFORCE, "2").entry();

        assertThat(undone(PHONE, "2", takeback(wrote)).write())
                .isEqualTo(new Write(Side.SALESFORCE, Value.BLANK, SampleLink.base("2", "")));
    }

    /** HubSpot's may be blank, Salesforce's holds false then. */
    @Test
    void checkboxThatWasBlank_isUncheckedInSalesforce() {
        JournalEntry wrote =
                new SampleEntry(0).saw("true", "").wrote(Side.SALESFORCE, "true").entry();

        Write write = undone(CHECKBOX, "true", takeback(wrote)).write();

        assertThat(write.value()).isEqualTo(Value.of("false"));
        assertThat(write.after())
                .isEqualTo(FINGERPRINTS.base(KEY, "m", Value.of("true"), Value.of("false")));
    }

    @Test
    void writeThatAnEditReplaced_staysReplaced() {
        JournalEntry wrote = new SampleEntry(0).saw("1", "2").wrote(Side.HUBSPOT, "2").entry();

        assertThat(undone(PHONE, "3", takeback(wrote))).isNull();
    }

    @Test
    void fieldOfWhichNobodyTakesAnythingBack_isDecidedAsAlways() {
        assertThat(undone(PHONE, "2", Map.of())).isNull();
    }
}
