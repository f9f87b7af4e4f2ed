package io.crosswalk.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.rules.Converted.Code;
import io.crosswalk.rules.Converted.Ok;
import io.crosswalk.rules.Converted.Refused;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HubSpot holds fractions where Salesforce holds hundredths (docs/semantics.md, "Conversions"). */
class PercentageTest {
    private static Conversion between(HubspotType hubspot, SalesforceType salesforce, int scale) {
        return Conversion.between(
                hubspot, salesforce, Limits.NONE, Limits.NONE.withDigits(16, scale), Map.of());
    }

    private static Ok ok(String text) {
        return new Ok(Value.of(text));
    }

    @ParameterizedTest
    @CsvSource({
        "0.2, 0, 20",
        "0.2000000000000000111, 0, 20",
        "0.59999999999999997779, 2, 60",
        "0.1255, 1, 12.6",
        "1, 0, 100",
        "-0.005, 1, -0.5",
        "0, 0, 0"
    })
    void fraction_isWrittenAsHundredths(String fraction, int scale, String percent) {
        var conversion = between(HubspotType.PERCENTAGE, SalesforceType.PERCENT, scale);

        assertThat(conversion.toSalesforce(Value.of(fraction))).isEqualTo(ok(percent));
        assertThat(conversion.inStep(Value.of(fraction), Value.of(percent))).isTrue();
        assertThat(conversion.inStep(Value.of(percent), Value.of(percent)))
                .isEqualTo(percent.equals("0"));
    }

    @ParameterizedTest
    @CsvSource({"20, 0.2", "12.5, 0.125", "100, 1", "0.01, 0.0001", "0, 0"})
    void hundredths_areWrittenAsFraction(String percent, String fraction) {
        assertThat(
                        between(HubspotType.PERCENTAGE, SalesforceType.PERCENT, 2)
                                .toHubspot(Value.of(percent)))
                .isEqualTo(ok(fraction));
    }

    @Test
    void numberThatIsNoPercentage_andFieldThatIsNoPercent_keepTheirNumbers() {
        for (var conversion :
                new Conversion[] {
                    between(HubspotType.NUMBER, SalesforceType.PERCENT, 2),
                    between(HubspotType.PERCENTAGE, SalesforceType.DOUBLE, 2),
                    between(HubspotType.PERCENTAGE, SalesforceType.CURRENCY, 2)
                }) {
            assertThat(conversion.toSalesforce(Value.of("0.2"))).isEqualTo(ok("0.2"));
            assertThat(conversion.toHubspot(Value.of("20"))).isEqualTo(ok("20"));
        }
    }

    @Test
    void percentWithTooManyDigits_isRefusedByItsHundredths() {
        var conversion =
                Conversion.between(
                        HubspotType.PERCENTAGE,
                        SalesforceType.PERCENT,
                        Limits.NONE,
                        Limits.NONE.withDigits(3, 0),
                        Map.of());

        assertThat(conversion.toSalesforce(Value.of("9.99"))).isEqualTo(ok("999"));
        assertThat(((Refused) conversion.toSalesforce(Value.of("10"))).code())
                .isEqualTo(Code.NUMBER_TOO_LARGE);
    }

    @Test
    void numberThatGetsLongerThanIsRead_isRefused() {
        var conversion =
                Conversion.between(
                        HubspotType.PERCENTAGE,
                        SalesforceType.PERCENT,
                        Limits.NONE,
                        Limits.NONE,
                        Map.of());

        assertThat(((Refused) conversion.toSalesforce(Value.of("9".repeat(400)))).code())
                .isEqualTo(Code.NOT_A_NUMBER);
        assertThat(((Refused) conversion.toHubspot(Value.of("0." + "1".repeat(398)))).code())
                .isEqualTo(Code.NOT_A_NUMBER);
    }
}
