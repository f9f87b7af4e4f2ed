package io.crosswalk.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CanonicalTest {

    @Test
    void nullAndEmpty_areBlankForEveryType() {
        for (HubspotType type : HubspotType.values()) {
            assertThat(Canonical.hubspot(type, null)).isSameAs(Value.BLANK);
            assertThat(Canonical.hubspot(type, "")).isSameAs(Value.BLANK);
            assertThat(Canonical.hubspotWire(type, Value.BLANK)).isEmpty();
        }
        for (SalesforceType type : SalesforceType.values()) {
            assertThat(Canonical.salesforce(type, null)).isSameAs(Value.BLANK);
            assertThat(Canonical.salesforce(type, "")).isSameAs(Value.BLANK);
            assertThat(Canonical.salesforceWire(type, Value.BLANK)).isNull();
        }
    }

    @Test
    void numbers_arePlainDecimalsWithoutTrailingZeros() {
        assertNumber("1.0E7", "10000000");
        assertNumber("1200.50", "1200.5");
        assertNumber("1e-3", "0.001");
        assertNumber("+5", "5");
        assertNumber(".5", "0.5");
        assertNumber("1.", "1");
        assertNumber("007", "7");
        assertNumber("100", "100");
        assertNumber("-0", "0");
        assertNumber("-0.00", "0");
        assertNumber("0e999999999", "0");
        assertNumber("-1.50", "-1.5");
    }

    @Test
    void numbersOutOfBoundsAndOtherTexts_areKeptAsTheyAre() {
        for (String text :
                new String[] {
                    "1e999999999",
                    "1e-999999999",
                    "1e99999999999999",
                    "12 EUR",
                    "1,5",
                    "1.2.3",
                    "NaN",
                    "Infinity",
                    "0x10",
                    "-",
                    ".",
                    "e5",
                    " 1",
                    "١٢",
                    "1".repeat(10_000)
                }) {
            assertNumber(text, text);
        }
    }

    @Test
    void booleans_areLowerCase() {
        assertThat(Canonical.hubspot(HubspotType.BOOLEANCHECKBOX, "TRUE").text()).isEqualTo("true");
        assertThat(Canonical.salesforce(SalesforceType.BOOLEAN, "False").text()).isEqualTo("false");
        assertThat(Canonical.hubspot(HubspotType.BOOLEANCHECKBOX, "yes").text()).isEqualTo("yes");
        assertThat(Canonical.hubspot(HubspotType.BOOLEANCHECKBOX, "falſe").text())
                .isEqualTo("falſe");
    }

    @Test
    void dates_areIsoDaysInUtc() {
        for (String wire :
                new String[] {
                    "2019-10-31",
                    "1572480000000",
                    "1572566399999",
                    "2019-10-31T00:00:00Z",
                    "2019-10-31T23:59:59.999+0000",
                    "2019-11-01T01:30:00+02:00",
                    "2019-10-30T22:30:00-0300"
                }) {
            assertThat(Canonical.hubspot(HubspotType.DATE, wire).text())
                    .as(wire)
                    .isEqualTo("2019-10-31");
            assertThat(Canonical.salesforce(SalesforceType.DATE, wire).text())
                    .as(wire)
                    .isEqualTo("2019-10-31");
        }
        assertThat(Canonical.hubspot(HubspotType.DATE, "-1").text()).isEqualTo("1969-12-31");
    }

    @Test
    void datetimes_areInstantsWithMillisecondsInHubspotAndSecondsInSalesforce() {
        for (String wire :
                new String[] {
                    "2026-11-24T11:00:01.500Z",
                    "2026-11-24T11:00:01.5004Z",
                    "2026-11-24T11:00:01.500+0000",
                    "2026-11-24T12:00:01.500+01:00",
                    "2026-11-24T07:30:01.500-0330",
                    "1795518001500"
                }) {
            assertThat(Canonical.hubspot(HubspotType.DATETIME, wire).text())
                    .as(wire)
                    .isEqualTo("2026-11-24T11:00:01.500Z");
            assertThat(Canonical.salesforce(SalesforceType.DATETIME, wire).text())
                    .as(wire)
                    .isEqualTo("2026-11-24T11:00:01Z");
        }
        assertThat(Canonical.hubspot(HubspotType.DATETIME, "2026-11-24").text())
                .isEqualTo("2026-11-24T00:00:00.000Z");
        assertThat(Canonical.salesforce(SalesforceType.DATETIME, "-1500").text())
                .isEqualTo("1969-12-31T23:59:58Z");
    }

    @Test
    void textThatIsNoTime_isKeptAsItIs() {
        for (String text :
                new String[] {
                    "2026-02-30",
                    "24.11.2026",
                    "tomorrow",
                    "10000-01-01",
                    "+12026-01-01T00:00:00Z",
                    "2026-11-24T11:00:01",
                    "2026-11-24T11:00:01ZZ",
                    "999999999999999",
                    "99999999999999999999",
                    "2026-11-24T11:00:01+0000\n"
                }) {
            assertThat(Canonical.hubspot(HubspotType.DATE, text).text()).isEqualTo(text);
            assertThat(Canonical.hubspot(HubspotType.DATETIME, text).text()).isEqualTo(text);
            assertThat(Canonical.salesforce(SalesforceType.DATETIME, text).text()).isEqualTo(text);
        }
    }

    @Test
    void severalOptions_areASortedSetWithoutALeadingSemicolon() {
        assertThat(Canonical.hubspot(HubspotType.CHECKBOX, ";b;a;;b").text()).isEqualTo("a;b");
        assertThat(Canonical.salesforce(SalesforceType.MULTIPICKLIST, "b;a").text())
                .isEqualTo("a;b");
        assertThat(Canonical.hubspot(HubspotType.CHECKBOX, ";;")).isSameAs(Value.BLANK);
        assertThat(Canonical.hubspotWire(HubspotType.CHECKBOX, Value.of(";a"))).isEqualTo("a");
    }

    @Test
    void fifteenCharacterIds_becomeEighteen() {
        assertThat(Canonical.salesforce(SalesforceType.ID, "001A0000006Vm9r").text())
                .isEqualTo("001A0000006Vm9rIAC");
        assertThat(Canonical.salesforce(SalesforceType.REFERENCE, "003000000000001").text())
                .isEqualTo("003000000000001AAA");
        assertThat(Canonical.salesforce(SalesforceType.ID, "001A0000006Vm9rIAC").text())
                .isEqualTo("001A0000006Vm9rIAC");
        assertThat(Canonical.salesforce(SalesforceType.ID, "001A0000006Vm9é").text())
                .isEqualTo("001A0000006Vm9é");
    }

    @Test
    void texts_keepEverythingButLineEnds() {
        assertThat(Canonical.hubspot(HubspotType.TEXTAREA, "a\r\nb\rc\nd\r\r\n").text())
                .isEqualTo("a\nb\nc\nd\n\n");
        assertThat(Canonical.salesforce(SalesforceType.STRING, " a\r\nb ").text())
                .isEqualTo(" a\nb ");
        assertThat(Canonical.hubspot(HubspotType.TEXT, " ").isBlank()).isFalse();
        assertThat(Canonical.salesforce(SalesforceType.PHONE, "+1 (555) 0100").text())
                .isEqualTo("+1 (555) 0100");
        assertThat(Canonical.hubspot(HubspotType.SELECT, "A\rB").text()).isEqualTo("A\rB");
    }

    @Test
    void falseAndZero_areNotBlank() {
        assertThat(Canonical.salesforce(SalesforceType.BOOLEAN, "false").isBlank()).isFalse();
        assertThat(Canonical.salesforce(SalesforceType.DOUBLE, "0.0").isBlank()).isFalse();
    }

    private static void assertNumber(String wire, String canonical) {
        assertThat(Canonical.hubspot(HubspotType.NUMBER, wire).text()).isEqualTo(canonical);
        for (SalesforceType type :
                new SalesforceType[] {
                    SalesforceType.DOUBLE,
                    SalesforceType.INT,
                    SalesforceType.LONG,
                    SalesforceType.CURRENCY,
                    SalesforceType.PERCENT
                }) {
            assertThat(Canonical.salesforce(type, wire).text()).isEqualTo(canonical);
        }
    }

    @Test
    void textThatBeginsWithALineEnd_hasItsOwn() {
        assertThat(Canonical.hubspot(HubspotType.TEXTAREA, "\ra").text()).isEqualTo("\na");
    }

    @Test
    void idsOfAllLettersAndDigits_haveEighteenCharacters_othersAreKept() {
        assertThat(Canonical.salesforce(SalesforceType.ID, "AZaz09000000000").text())
                .isEqualTo("AZaz09000000000DAA");
        for (char other : "@[`{/:".toCharArray()) {
            String id = "AZaz0900000000" + other;
            assertThat(Canonical.salesforce(SalesforceType.ID, id).text()).isEqualTo(id);
        }
    }

    @Test
    void values_showNothingOfThemselves() {
        assertThat(Value.of("secret")).hasToString("value(6 chars)");
        assertThat(Value.BLANK).hasToString("blank");
    }
}
