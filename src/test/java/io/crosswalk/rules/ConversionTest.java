package io.crosswalk.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.rules.Converted.Code;
import io.crosswalk.rules.Converted.Ok;
import io.crosswalk.rules.Converted.Refused;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Numbers, booleans, times and texts; options have a test of their own. */
class ConversionTest {

    @Test
    void blank_staysBlankOnBothWays() {
        var conversion = between(HubspotType.NUMBER, SalesforceType.DOUBLE, Limits.NONE);
        assertThat(conversion.toSalesforce(Value.BLANK)).isEqualTo(new Ok(Value.BLANK));
        assertThat(conversion.toHubspot(Value.BLANK)).isEqualTo(new Ok(Value.BLANK));
        assertThat(conversion.inStep(Value.BLANK, Value.of("0"))).isFalse();
        assertThat(conversion.inStep(Value.of("0"), Value.BLANK)).isFalse();
    }

    @Test
    void blankBoolean_isFalseInSalesforce() {
        var conversion = between(HubspotType.BOOLEANCHECKBOX, SalesforceType.BOOLEAN, Limits.NONE);
        assertThat(conversion.toSalesforce(Value.BLANK)).isEqualTo(ok("false"));
        assertThat(conversion.inStep(Value.BLANK, Value.of("false"))).isTrue();
        assertThat(conversion.inStep(Value.BLANK, Value.of("true"))).isFalse();
        assertThat(conversion.inStep(Value.of("false"), Value.of("true"))).isFalse();
        assertThat(conversion.toHubspot(Value.of("true"))).isEqualTo(ok("true"));
    }

    @Test
    void otherTextForABoolean_isRefused() {
        var conversion = between(HubspotType.BOOLEANCHECKBOX, SalesforceType.BOOLEAN, Limits.NONE);
        assertRefused(conversion.toSalesforce(Value.of("yes")), Code.NOT_A_BOOLEAN, "true");
    }

    @Test
    void decimalsBeyondTheScale_areRoundedHalfUpAndThenInStep() {
        var limits = Limits.NONE.withDigits(6, 2);
        var conversion = between(HubspotType.NUMBER, SalesforceType.DOUBLE, limits);
        assertThat(conversion.toSalesforce(Value.of("1.005"))).isEqualTo(ok("1.01"));
        assertThat(conversion.toSalesforce(Value.of("-1.005"))).isEqualTo(ok("-1.01"));
        assertThat(conversion.inStep(Value.of("1.005"), Value.of("1.01"))).isTrue();
        assertThat(conversion.inStep(Value.of("1.004"), Value.of("1.01"))).isFalse();
        assertThat(conversion.toHubspot(Value.of("1.01"))).isEqualTo(ok("1.01"));
    }

    @Test
    void numberWithoutKnownDigits_isNotRounded() {
        var conversion = between(HubspotType.NUMBER, SalesforceType.DOUBLE, Limits.NONE);
        assertThat(conversion.toSalesforce(Value.of("1.005"))).isEqualTo(ok("1.005"));
    }

    @Test
    void tooManyDigits_areRefusedAfterRounding() {
        var limits = Limits.NONE.withDigits(4, 2);
        var conversion = between(HubspotType.NUMBER, SalesforceType.CURRENCY, limits);
        assertThat(conversion.toSalesforce(Value.of("99.99"))).isEqualTo(ok("99.99"));
        assertRefused(conversion.toSalesforce(Value.of("99.995")), Code.NUMBER_TOO_LARGE, "2");
        assertThat(conversion.toSalesforce(Value.of("0.001"))).isEqualTo(ok("0"));
    }

    @Test
    void fieldWithoutDigitsBeforeThePoint_takesFractionsAlone() {
        var limits = Limits.NONE.withDigits(2, 2);
        var conversion = between(HubspotType.NUMBER, SalesforceType.DOUBLE, limits);
        assertThat(conversion.toSalesforce(Value.of("0.25"))).isEqualTo(ok("0.25"));
        assertRefused(conversion.toSalesforce(Value.of("1.25")), Code.NUMBER_TOO_LARGE, "1 digit");
    }

    @Test
    void wholeNumberFields_takeTheirOwnRange() {
        var integers = between(HubspotType.NUMBER, SalesforceType.INT, Limits.NONE);
        assertThat(integers.toSalesforce(Value.of("2.5"))).isEqualTo(ok("3"));
        assertThat(integers.toSalesforce(Value.of("2147483647"))).isEqualTo(ok("2147483647"));
        assertThat(integers.toSalesforce(Value.of("-2147483648"))).isEqualTo(ok("-2147483648"));
        assertRefused(
                integers.toSalesforce(Value.of("2147483648")), Code.NUMBER_TOO_LARGE, "2147483647");
        var longs = between(HubspotType.NUMBER, SalesforceType.LONG, Limits.NONE);
        assertThat(longs.toSalesforce(Value.of("2147483648"))).isEqualTo(ok("2147483648"));
        assertRefused(
                longs.toSalesforce(Value.of("9223372036854775808")), Code.NUMBER_TOO_LARGE, "64");
        var doubles =
                between(
                        HubspotType.NUMBER,
                        SalesforceType.DOUBLE,
                        Limits.NONE.withWholeNumbersOnly());
        assertThat(doubles.inStep(Value.of("2.5"), Value.of("3"))).isTrue();
    }

    @Test
    void textForANumber_isRefusedOnBothWays() {
        var conversion = between(HubspotType.NUMBER, SalesforceType.PERCENT, Limits.NONE);
        assertRefused(conversion.toSalesforce(Value.of("12 %")), Code.NOT_A_NUMBER, "400");
        assertRefused(conversion.toHubspot(Value.of("1e999999999")), Code.NOT_A_NUMBER, "400");
        assertThat(conversion.inStep(Value.of("n/a"), Value.of("n/a"))).isTrue();
        assertThat(conversion.inStep(Value.of("n/a"), Value.of("0"))).isFalse();
    }

    @Test
    void datetimes_areInStepInTheSameSecond() {
        var conversion = between(HubspotType.DATETIME, SalesforceType.DATETIME, Limits.NONE);
        var hubspot = Value.of("2026-11-24T16:20:00.999Z");
        assertThat(conversion.toSalesforce(hubspot)).isEqualTo(ok("2026-11-24T16:20:00Z"));
        assertThat(conversion.inStep(hubspot, Value.of("2026-11-24T16:20:00Z"))).isTrue();
        assertThat(conversion.inStep(hubspot, Value.of("2026-11-24T16:20:01Z"))).isFalse();
        assertThat(conversion.toHubspot(Value.of("2026-11-24T16:20:00Z")))
                .isEqualTo(ok("2026-11-24T16:20:00.000Z"));
        assertRefused(conversion.toSalesforce(Value.of("soon")), Code.NOT_A_DATE, "9999");
    }

    @Test
    void texts_areInStepUpToWhatSalesforceTrims() {
        var conversion = between(HubspotType.TEXT, SalesforceType.STRING, Limits.NONE);
        assertThat(conversion.toSalesforce(Value.of(" x "))).isEqualTo(ok("x"));
        assertThat(conversion.inStep(Value.of(" x\n"), Value.of("x"))).isTrue();
        assertThat(conversion.inStep(Value.of(" "), Value.BLANK)).isTrue();
        assertThat(conversion.inStep(Value.of("x y"), Value.of("xy"))).isFalse();
        assertThat(conversion.inStep(Value.of("X"), Value.of("x"))).isFalse();
    }

    @Test
    void textOverTheLength_isRefusedWithBothLengths() {
        var conversion =
                between(HubspotType.TEXT, SalesforceType.STRING, Limits.NONE.withLength(3));
        assertThat(conversion.toSalesforce(Value.of("abc"))).isEqualTo(ok("abc"));
        assertThat(conversion.toSalesforce(Value.of("ab\uD83D\uDE00")))
                .isEqualTo(ok("ab\uD83D\uDE00"));
        var refused = conversion.toSalesforce(Value.of("secret"));
        assertRefused(refused, Code.TOO_LONG, "6 characters");
        assertRefused(refused, Code.TOO_LONG, "takes 3");
        assertThat(refused.toString()).doesNotContain("secret");
    }

    @Test
    void hubspotText_holdsItsOwnLimit() {
        var conversion = between(HubspotType.TEXTAREA, SalesforceType.TEXTAREA, Limits.NONE);
        assertThat(conversion.toHubspot(Value.of("x".repeat(65_536)))).isInstanceOf(Ok.class);
        assertRefused(
                conversion.toHubspot(Value.of("x".repeat(65_537))), Code.TOO_LONG, "takes 65536");
    }

    @Test
    void emailAddresses_areInStepWhateverTheCase() {
        var conversion = between(HubspotType.TEXT, SalesforceType.EMAIL, Limits.NONE);
        assertThat(conversion.inStep(Value.of("ana@x.example"), Value.of("Ana@X.example")))
                .isTrue();
        assertThat(conversion.toSalesforce(Value.of("ana@x.example")))
                .isEqualTo(ok("ana@x.example"));
        for (String text : new String[] {"ana", "@x", "ana@", "a@b@c", "a b@c", "a@x, b@x"}) {
            assertRefused(conversion.toSalesforce(Value.of(text)), Code.NOT_AN_EMAIL, "one");
        }
    }

    @Test
    void readOnlySide_refusesAndIsStillCompared() {
        var conversion =
                Conversion.between(
                        HubspotType.TEXT,
                        SalesforceType.STRING,
                        Limits.NONE,
                        Limits.NONE.withReadOnly(),
                        Map.of());
        assertRefused(conversion.toSalesforce(Value.of("x")), Code.READ_ONLY, "Salesforce");
        assertRefused(conversion.toSalesforce(Value.BLANK), Code.READ_ONLY, "Salesforce");
        assertThat(conversion.toHubspot(Value.of("x"))).isEqualTo(ok("x"));
        assertThat(conversion.inStep(Value.of("x"), Value.of("x"))).isTrue();
        var hubspotFixed =
                Conversion.between(
                        HubspotType.TEXT,
                        SalesforceType.STRING,
                        Limits.NONE.withReadOnly(),
                        Limits.NONE,
                        Map.of());
        assertRefused(hubspotFixed.toHubspot(Value.of("x")), Code.READ_ONLY, "HubSpot");
    }

    @Test
    void recordId_isNeverWrittenAndComparedInItsLongForm() {
        var conversion = between(HubspotType.TEXT, SalesforceType.ID, Limits.NONE);
        var id = Value.of("001A0000006Vm9rIAC");
        assertRefused(conversion.toSalesforce(id), Code.READ_ONLY, "Salesforce");
        assertThat(conversion.toHubspot(id)).isEqualTo(new Ok(id));
        assertThat(conversion.inStep(Value.of("001A0000006Vm9r"), id)).isTrue();
        assertThat(conversion.inStep(Value.of("001A0000006VM9R"), id)).isFalse();
    }

    @Test
    void typesThatDoNotFit_refuseEverything() {
        var conversion = between(HubspotType.SELECT, SalesforceType.STRING, Limits.NONE);
        assertRefused(conversion.toSalesforce(Value.of("x")), Code.TYPE_MISMATCH, "select");
        assertRefused(conversion.toHubspot(Value.BLANK), Code.TYPE_MISMATCH, "string");
    }

    private static Conversion between(
            HubspotType hubspot, SalesforceType salesforce, Limits salesforceLimits) {
        return Conversion.between(hubspot, salesforce, Limits.NONE, salesforceLimits, Map.of());
    }

    private static Ok ok(String text) {
        return new Ok(Value.of(text));
    }

    private static void assertRefused(Converted converted, Code code, String detail) {
        assertThat(converted).isInstanceOf(Refused.class);
        assertThat(((Refused) converted).code()).isEqualTo(code);
        assertThat(((Refused) converted).detail()).contains(detail);
    }

    @Test
    void whatCannotBeRead_isInStepOnlyIfItIsTheSame() {
        var days = between(HubspotType.DATE, SalesforceType.DATE, Limits.NONE);
        var mismatch = between(HubspotType.NUMBER, SalesforceType.BOOLEAN, Limits.NONE);

        for (var conversion : List.of(days, mismatch)) {
            assertThat(conversion.inStep(Value.of("odd"), Value.of("odd"))).isTrue();
            assertThat(conversion.inStep(Value.of("odd"), Value.of("other"))).isFalse();
        }
    }

    @Test
    void blankCheckbox_isInStepWithOneThatIsNotTickedAlone() {
        var ticks = between(HubspotType.BOOLEANCHECKBOX, SalesforceType.BOOLEAN, Limits.NONE);

        assertThat(ticks.inStep(Value.BLANK, Value.of("false"))).isTrue();
        assertThat(ticks.inStep(Value.of("false"), Value.BLANK)).isTrue();
        assertThat(ticks.inStep(Value.BLANK, Value.of("true"))).isFalse();
        assertThat(ticks.inStep(Value.of("true"), Value.BLANK)).isFalse();
    }
}
