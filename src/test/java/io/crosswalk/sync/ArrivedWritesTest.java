package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.FINGERPRINTS;
import static io.crosswalk.sync.SampleLink.KEY;
import static io.crosswalk.sync.SampleLink.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Base;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Intent;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Decision;
import io.crosswalk.rules.Intervention;
import io.crosswalk.rules.Later;
import io.crosswalk.rules.Reasoned;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.Value;
import io.crosswalk.sync.FieldDecision.Write;
import io.crosswalk.sync.NewRecords.Carried;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A sync stopped after it wrote "Ann@X.org" over HubSpot's "old". */
class ArrivedWritesTest {
    private static final PlannedField FIELD = SampleLink.field(SyncRule.TWO_WAY);
    private static final String JOURNAL_AT = "2026-11-24T12:00:00.000Z#100000";
    private static final RecordKey POINTER = RecordKey.salesforce("contact", SampleLink.PARTNER);
    private static final Base BEFORE = SampleLink.base("old", "old");

    private final ArrivedWrites arrivedWrites = new ArrivedWrites(FINGERPRINTS);

    private Observation seen(@Nullable Noted hint, String hubspot, String salesforce) {
        Write write =
                new Write(
                        Side.HUBSPOT,
                        Value.of("Ann@X.org"),
                        SampleLink.base("Ann@X.org", "Ann@X.org"));
        Intent intent = intent(Decision.SALESFORCE_CHANGED, write);
        List<Noted> hints = hint == null ? List.of() : List.of(hint);
        Link link =
                new Link(
                        KEY,
                        SampleLink.PARTNER,
                        Link.Due.quiet(1, Link.Turn.FIRST, hints),
                        Map.of("m", BEFORE),
                        Map.of("m", intent),
                        Findings.NONE);
        return new SampleLink().seen(link, hubspot, salesforce);
    }

    private @Nullable Base before(Observation seen) {
        Base now = FINGERPRINTS.base(KEY, "m", seen.hubspot(FIELD), seen.salesforce(FIELD));
        return arrivedWrites.base(seen, FIELD, now);
    }

    @Test
    void targetHoldsWhatWasSent_isOurWrite() {
        assertThat(before(seen(null, "Ann@X.org", "Ann@X.org")))
                .isEqualTo(SampleLink.base("Ann@X.org", "Ann@X.org"));
    }

    @Test
    void targetHoldsWhatWasSentWhereNothingIsDecided_hasArrived() {
        Observation seen = seen(null, "Ann@X.org", "new");

        assertThat(arrivedWrites.arrived(seen.link().intents().get("m"), seen, FIELD)).isTrue();
    }

    @Test
    void storedInLowerCaseWhileTheOtherSideChanged_isOurWriteInThatForm() {
        assertThat(before(seen(null, "ann@x.org", "")))
                .isEqualTo(SampleLink.base("ann@x.org", "Ann@X.org"));
    }

    @Test
    void aPersonTypedItInLowerCase_isAnEdit() {
        Noted typed = SampleLink.edit(Side.HUBSPOT, NOON, "ann@x.org");

        assertThat(before(seen(typed, "ann@x.org", "Ann@X.org"))).isEqualTo(BEFORE);
    }

    @Test
    void targetIsAsItWasAndInStep_nothingHasArrived() {
        Write other =
                new Write(Side.HUBSPOT, Value.of("Ann@X.org"), SampleLink.base("Ann@X.org", "old"));
        Intent intent = intent(Decision.SALESFORCE_CHANGED, other);

        assertThat(arrivedWrites.arrived(intent, seen(null, "old", "old"), inStep("old", "old")))
                .isFalse();
        assertThat(arrivedWrites.arrived(intent, seen(null, "OLD", "old"), inStep("OLD", "old")))
                .isTrue();
        assertThat(arrivedWrites.arrived(intent, seen(null, "OLD", "old"), FIELD)).isFalse();
    }

    @Test
    void targetCameInStepByAPerson_whatWasToBePutBackHasNotArrived() {
        Write back =
                new Write(Side.HUBSPOT, Value.of("Ann@X.org"), SampleLink.base("Ann@X.org", "old"));
        Intent undo = intent(Intervention.UNDONE_IN_HUBSPOT, back);

        assertThat(arrivedWrites.arrived(undo, seen(null, "OLD", "old"), inStep("OLD", "old")))
                .isFalse();
        assertThat(
                        arrivedWrites.arrived(
                                undo, seen(null, "Ann@X.org", "old"), inStep("Ann@X.org", "old")))
                .isTrue();
    }

    @Test
    void personSetWhatWasToBeCarriedOver_isNoNews() {
        Noted since = SampleLink.edit(Side.HUBSPOT, NOON, "Ann@X.org");

        assertThat(before(seen(since, "Ann@X.org", "Ann@X.org")))
                .isEqualTo(SampleLink.base("Ann@X.org", "Ann@X.org"));
    }

    private Intent intent(Reasoned decision, Write write) {
        FieldDecision decided = inStep("old", "old").with(decision, write);
        return arrivedWrites.intent(KEY, decided, write, JOURNAL_AT);
    }

    private static FieldDecision inStep(String hubspot, String salesforce) {
        return new FieldDecision(
                FIELD,
                Value.of(hubspot),
                Value.of(salesforce),
                BEFORE,
                SampleLink.base(hubspot, salesforce),
                new FieldTimes(null, null, Later.UNKNOWN),
                Decision.IN_STEP,
                new FieldDecision.Settle());
    }

    @Test
    void anotherValue_isAnEdit() {
        assertThat(before(seen(null, "bob@x.org", "Ann@X.org"))).isEqualTo(BEFORE);
    }

    /** We made the partner on that side, with "Ann@X.org" there for "Ann" on the other. */
    private Observation made(Side side, String hubspot, String salesforce) {
        Carried carried = new Carried(FIELD, Value.of("Ann"), Value.of("Ann@X.org"));
        RecordKey maker = side == Side.HUBSPOT ? POINTER : KEY;
        Link link =
                new Link(
                        KEY,
                        SampleLink.PARTNER,
                        Link.Due.quiet(1, Link.Turn.FIRST, List.of()),
                        Map.of(),
                        arrivedWrites.ofMaking(maker, List.of(carried), side, JOURNAL_AT),
                        Findings.NONE);
        return new SampleLink().seen(link, hubspot, salesforce);
    }

    @Test
    void recordHoldsWhatItWasMadeWith_thatIsOurWrite() {
        assertThat(before(made(Side.HUBSPOT, "Ann@X.org", "Ann")))
                .isEqualTo(SampleLink.base("Ann@X.org", "Ann"));
        assertThat(before(made(Side.SALESFORCE, "Ann", "Ann@X.org")))
                .isEqualTo(SampleLink.base("Ann", "Ann@X.org"));
        assertThat(before(made(Side.HUBSPOT, "ann@x.org", "Ann")))
                .isEqualTo(SampleLink.base("ann@x.org", "Ann"));
    }

    @Test
    void recordThatItWasMadeOfHasChangedSince_isAnEditThere() {
        Base ofHubspots = before(made(Side.HUBSPOT, "Ann@X.org", "Bob"));
        assertThat(ofHubspots.hubspot()).isEqualTo(SampleLink.base("Ann@X.org", "").hubspot());
        assertThat(ofHubspots.salesforce())
                .isNotEqualTo(SampleLink.base("Ann@X.org", "Bob").salesforce());
        assertThat(before(made(Side.SALESFORCE, "Bob", "Ann@X.org")))
                .isEqualTo(SampleLink.base("Ann", "Ann@X.org"));
    }

    @Test
    void recordHoldsSomethingElseThanItWasMadeWith_isFirstContact() {
        assertThat(before(made(Side.SALESFORCE, "Ann", "bob@x.org"))).isNull();
    }
}
