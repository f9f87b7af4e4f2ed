package io.crosswalk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.rules.Side;
import java.util.function.Predicate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
    private static final Predicate<String> DIGIT = text -> text.matches("[0-9]");

    private static void assertRefused(ThrowingCallable reading, String message) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(reading)
                .withMessage(message)
                .extracting(Refusal::code)
                .isEqualTo(RefusalCode.PARAMETER_MALFORMED);
    }

    @Test
    void noLimit_isTheDefault() {
        assertThat(Parameters.limit(null)).isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "200, 200", "007, 7"})
    void limitWithinItsBounds_isTaken(String given, int limit) {
        assertThat(Parameters.limit(given)).isEqualTo(limit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "201", "-1", "1.5", "ten", " 1", "99999999999"})
    void limitBeyondItsBounds_isRefused(String given) {
        assertRefused(
                () -> Parameters.limit(given), "Parameter 'limit' is a number from 1 to 200.");
    }

    @Test
    void firstPage_startsAtNothing() {
        assertThat(Parameters.after(DIGIT, null)).isNull();
        assertThat(Parameters.afterEntry(null)).isNull();
    }

    @Test
    void pageAfterAnother_startsWhereThatEnded() {
        String entry = "2026-11-25T10:00:00.000Z#000001~contact/hubspot/101";

        assertThat(Parameters.after(DIGIT, "7")).isEqualTo("7");
        assertThat(Parameters.afterEntry(entry)).isEqualTo(entry);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "77", "2026-11-25T10:00:00.000Z#000001"})
    void startThatNoPageNamed_isRefused(String given) {
        String message = "Parameter 'after' is what 'next' said on the page before.";

        assertRefused(() -> Parameters.after(DIGIT, given), message);
        assertRefused(() -> Parameters.afterEntry(given), message);
    }

    @Test
    void idThatIsAbsent_filtersNothing() {
        assertThat(Parameters.id("mapping", null)).isNull();
        assertThat(Parameters.id("mapping", "contact-phone_2")).isEqualTo("contact-phone_2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'", "a b", "a/b", "a\n"})
    void idOfOtherCharacters_isRefused(String given) {
        assertRefused(
                () -> Parameters.id("mapping", given),
                "Parameter 'mapping' is an id: letters, digits, hyphens and underscores.");
    }

    @Test
    void recordsId_isOfLettersAndDigits() {
        assertThat(Parameters.recordId("hubspotId", "101")).isEqualTo("101");
        assertRefused(
                () -> Parameters.recordId("hubspotId", "10-1"),
                "Parameter 'hubspotId' is a record's id: letters and digits.");
        assertRefused(
                () -> Parameters.recordId("salesforceId", null),
                "Parameter 'salesforceId' is a record's id: letters and digits.");
    }

    @Test
    void constant_isNamedAsItIsSpelled() {
        assertThat(Parameters.constant("side", null, Side.values())).isNull();
        assertThat(Parameters.constant("side", "HUBSPOT", Side.values())).isEqualTo(Side.HUBSPOT);
        assertRefused(
                () -> Parameters.constant("side", "hubspot", Side.values()),
                "Parameter 'side' is one of [HUBSPOT, SALESFORCE].");
    }
}
