package io.crosswalk.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.rules.Converted.Code;
import io.crosswalk.rules.Converted.Ok;
import io.crosswalk.rules.Converted.Refused;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionConversionTest {
    private static final Limits AB = Limits.NONE.withOnly(Set.of("a", "b"));

    @Test
    void optionWithoutAPair_isTheSameOnBothSides() {
        var conversion =
                Conversion.between(HubspotType.SELECT, SalesforceType.PICKLIST, AB, AB, Map.of());
        assertThat(conversion.toSalesforce(Value.of("a"))).isEqualTo(ok("a"));
        assertThat(conversion.toHubspot(Value.of("b"))).isEqualTo(ok("b"));
        assertThat(conversion.inStep(Value.of("a"), Value.of("a"))).isTrue();
        assertThat(conversion.inStep(Value.of("a"), Value.of("A"))).isFalse();
    }

    @Test
    void pairedOptions_areTranslatedBothWays() {
        var conversion =
                Conversion.between(
                        HubspotType.RADIO,
                        SalesforceType.PICKLIST,
                        Limits.NONE,
                        AB,
                        Map.of("one", "a", "a", "b"));
        assertThat(conversion.toSalesforce(Value.of("one"))).isEqualTo(ok("a"));
        assertThat(conversion.toSalesforce(Value.of("a"))).isEqualTo(ok("b"));
        assertThat(conversion.toHubspot(Value.of("a"))).isEqualTo(ok("one"));
        assertThat(conversion.inStep(Value.of("a"), Value.of("b"))).isTrue();
        assertThat(conversion.inStep(Value.of("a"), Value.of("a"))).isFalse();
    }

    @Test
    void optionThatWouldReturnAsAnother_isRefused() {
        var conversion =
                Conversion.between(
                        HubspotType.SELECT,
                        SalesforceType.PICKLIST,
                        Limits.NONE,
                        Limits.NONE,
                        Map.of("Prospect", "Lead"));
        assertRefused(
                conversion.toSalesforce(Value.of("Lead")), Code.OPTION_AMBIGUOUS, "Salesforce");
        assertRefused(conversion.toHubspot(Value.of("Prospect")), Code.OPTION_AMBIGUOUS, "HubSpot");
        assertThat(conversion.inStep(Value.of("Lead"), Value.of("Lead"))).isFalse();
        assertThat(conversion.toHubspot(Value.of("Lead"))).isEqualTo(ok("Prospect"));
    }

    @Test
    void optionThatARestrictedPicklistLacks_isRefused() {
        var conversion =
                Conversion.between(
                        HubspotType.SELECT,
                        SalesforceType.PICKLIST,
                        Limits.NONE,
                        AB,
                        Map.of("x", "gone"));
        var refused = conversion.toSalesforce(Value.of("secret"));
        assertRefused(refused, Code.OPTION_MISSING, "2 options");
        assertThat(refused.toString()).doesNotContain("secret");
        assertRefused(conversion.toSalesforce(Value.of("x")), Code.OPTION_MISSING, "Salesforce");
    }

    @Test
    void openPicklist_takesAnyOptionAndHubspotOnlyItsOwn() {
        var open = new Limits(0, 0, 0, false, false, Set.of("a"), false);
        var conversion =
                Conversion.between(
                        HubspotType.SELECT, SalesforceType.PICKLIST, open, open, Map.of());
        assertThat(conversion.toSalesforce(Value.of("z"))).isEqualTo(ok("z"));
        assertRefused(conversion.toHubspot(Value.of("z")), Code.OPTION_MISSING, "HubSpot");
    }

    @Test
    void severalOptions_areComparedAsSetsThroughThePairs() {
        var conversion =
                Conversion.between(
                        HubspotType.CHECKBOX,
                        SalesforceType.MULTIPICKLIST,
                        Limits.NONE,
                        Limits.NONE,
                        Map.of("one", "z", "two", "y"));
        assertThat(conversion.toSalesforce(Value.of("one;two"))).isEqualTo(ok("y;z"));
        assertThat(conversion.toHubspot(Value.of("y;z"))).isEqualTo(ok("one;two"));
        assertThat(conversion.inStep(Value.of("two;one"), Value.of("z;y"))).isTrue();
        assertThat(conversion.inStep(Value.of("one"), Value.of("z;y"))).isFalse();
        assertRefused(conversion.toSalesforce(Value.of("one;z")), Code.OPTION_AMBIGUOUS, ".");
    }

    @Test
    void severalOptionsWithMissingOnes_areAllRefusedWithTheCount() {
        var conversion =
                Conversion.between(
                        HubspotType.CHECKBOX, SalesforceType.MULTIPICKLIST, AB, AB, Map.of());
        assertRefused(
                conversion.toSalesforce(Value.of("a;x;y")), Code.OPTION_MISSING, "2 of the 3");
        assertRefused(conversion.toHubspot(Value.of("b;x")), Code.OPTION_MISSING, "1 of the 2");
        assertThat(conversion.toSalesforce(Value.of("a;b"))).isEqualTo(ok("a;b"));
    }

    @Test
    void references_areRecordIdsInTheirLongForm() {
        var conversion =
                Conversion.between(
                        HubspotType.SELECT,
                        SalesforceType.REFERENCE,
                        Limits.NONE,
                        Limits.NONE,
                        Map.of("East", "001A0000006Vm9r"));
        assertThat(conversion.toSalesforce(Value.of("East"))).isEqualTo(ok("001A0000006Vm9rIAC"));
        assertThat(conversion.toHubspot(Value.of("001A0000006Vm9rIAC"))).isEqualTo(ok("East"));
        assertThat(conversion.toSalesforce(Value.of("003000000000001")))
                .isEqualTo(ok("003000000000001AAA"));
        assertRefused(conversion.toSalesforce(Value.of("West")), Code.OPTION_MISSING, "id");
    }

    @Test
    void textForAPicklist_isTrimmedAndNeedsNoHubspotOption() {
        var conversion =
                Conversion.between(
                        HubspotType.TEXT,
                        SalesforceType.PICKLIST,
                        AB,
                        Limits.NONE.withLength(5),
                        Map.of("one", "a"));
        assertThat(conversion.toSalesforce(Value.of(" one "))).isEqualTo(ok("a"));
        assertThat(conversion.inStep(Value.of(" one "), Value.of("a"))).isTrue();
        assertThat(conversion.toHubspot(Value.of("free text"))).isEqualTo(ok("free text"));
        assertRefused(conversion.toSalesforce(Value.of("longer")), Code.TOO_LONG, "takes 5");
    }

    @Test
    void pairsWithABlank_areNotCounted() {
        var conversion =
                Conversion.between(
                        HubspotType.CHECKBOX,
                        SalesforceType.MULTIPICKLIST,
                        Limits.NONE,
                        Limits.NONE,
                        Map.of("a", "", "", "b"));
        assertThat(conversion.toSalesforce(Value.of("a;b"))).isEqualTo(ok("a;b"));
        assertThat(conversion.toHubspot(Value.BLANK)).isEqualTo(new Ok(Value.BLANK));
    }

    private static Ok ok(String text) {
        return new Ok(Value.of(text));
    }

    private static void assertRefused(Converted converted, Code code, String detail) {
        assertThat(converted).isInstanceOf(Refused.class);
        assertThat(((Refused) converted).code()).isEqualTo(code);
        assertThat(((Refused) converted).detail()).contains(detail);
    }
}
