package io.crosswalk.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.rules.Converted.Ok;
import io.crosswalk.rules.Converted.Refused;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws of docs/semantics.md, "Conversions", over generated values and limits. */
class LensLawsTest {
    private static final long SEED = 20_261_124L;
    private static final int CASES = 2_500;

    record Pair(HubspotType hubspot, SalesforceType salesforce) {}

    /** Shown when a law breaks: the values too, which Value itself hides. */
    record Case(Pair pair, long seed, Value hubspot, Value salesforce, String limits) {
        @Override
        public String toString() {
            return "%s seed %d: hubspot '%s' salesforce '%s' limits and options %s"
                    .formatted(pair, seed, hubspot.text(), salesforce.text(), limits);
        }
    }

    /** With and without summer time, both ends of the day, and days that were skipped. */
    private static final List<ZoneId> ZONES =
            Stream.of(
                            "UTC",
                            "America/Phoenix",
                            "Europe/Berlin",
                            "Pacific/Auckland",
                            "Pacific/Kiritimati",
                            "Pacific/Apia",
                            "Etc/GMT+12",
                            "America/St_Johns")
                    .map(ZoneId::of)
                    .toList();

    static List<Pair> pairsThatFit() {
        var pairs = new ArrayList<Pair>();
        for (HubspotType hubspot : HubspotType.values()) {
            for (SalesforceType salesforce : TypeMatrix.salesforceTypesFor(hubspot)) {
                pairs.add(new Pair(hubspot, salesforce));
            }
        }
        return pairs;
    }

    @Test
    void pairsThatFit_areThirteenAndTwelveAndFiveOfPercentages() {
        assertThat(pairsThatFit()).hasSize(30);
    }

    @ParameterizedTest
    @MethodSource("pairsThatFit")
    void everyPair_obeysTheLaws(Pair pair) {
        laws(pair, ZoneOffset.UTC);
    }

    @Test
    void everyPairOfTimes_obeysTheLawsInEveryTimeZone() {
        for (ZoneId zone : ZONES) {
            for (HubspotType hubspot : List.of(HubspotType.DATE, HubspotType.DATETIME)) {
                laws(new Pair(hubspot, SalesforceType.DATE), zone);
                laws(new Pair(hubspot, SalesforceType.DATETIME), zone);
            }
        }
    }

    private static void laws(Pair pair, ZoneId zone) {
        int carried = 0;
        for (int number = 0; number < CASES; number++) {
            long seed = SEED + number;
            var generated = new Generated(seed);
            var hubspot = Canonical.hubspot(pair.hubspot, generated.hubspot(pair.hubspot));
            var salesforce =
                    Canonical.salesforce(pair.salesforce, generated.salesforce(pair.salesforce));
            Limits hubspotLimits = generated.limits();
            Limits salesforceLimits = generated.limits();
            Map<String, String> options = generated.pairs();
            var conversion =
                    Conversion.between(
                            pair.hubspot,
                            pair.salesforce,
                            hubspotLimits,
                            salesforceLimits,
                            options,
                            OptionGroups.NONE,
                            zone);
            var as =
                    new Case(
                            pair,
                            seed,
                            hubspot,
                            salesforce,
                            "%s %s %s %s"
                                    .formatted(hubspotLimits, salesforceLimits, options, zone));
            carried += salesforceSide(as, conversion);
            carried += hubspotSide(as, conversion);
        }
        // Else the laws would hold because everything is refused.
        assertThat(carried).as("%s carried of %d", pair, 2 * CASES).isGreaterThan(CASES / 3);
    }

    private static int salesforceSide(Case as, Conversion conversion) {
        Converted converted = conversion.toSalesforce(as.hubspot);
        if (converted instanceof Refused refused) {
            assertThat(refused.detail()).as("%s", as).endsWith(".");
            return 0;
        }
        Value put = ((Ok) converted).value();
        assertThat(conversion.inStep(as.hubspot, put)).as("put-get: %s", as).isTrue();
        assertThat(Canonical.salesforce(as.pair.salesforce, put.text()))
                .as("canonical: %s", as)
                .isEqualTo(put);
        Value once = conversion.inStep(as.hubspot, as.salesforce) ? as.salesforce : put;
        Value twice = conversion.inStep(as.hubspot, once) ? once : put;
        assertThat(twice).as("put twice: %s", as).isEqualTo(once);
        if (conversion.toHubspot(put) instanceof Ok back) {
            assertThat(conversion.inStep(back.value(), put)).as("get-put: %s", as).isTrue();
            // What came back goes over as the same value again: no ping-pong.
            assertThat(conversion.toSalesforce(back.value()))
                    .as("round trip: %s", as)
                    .isEqualTo(converted);
        }
        return 1;
    }

    private static int hubspotSide(Case as, Conversion conversion) {
        Converted converted = conversion.toHubspot(as.salesforce);
        if (converted instanceof Refused refused) {
            assertThat(refused.detail()).as("%s", as).endsWith(".");
            return 0;
        }
        Value put = ((Ok) converted).value();
        assertThat(conversion.inStep(put, as.salesforce)).as("get-put: %s", as).isTrue();
        assertThat(Canonical.hubspot(as.pair.hubspot, put.text()))
                .as("canonical: %s", as)
                .isEqualTo(put);
        Value once = conversion.inStep(as.hubspot, as.salesforce) ? as.hubspot : put;
        Value twice = conversion.inStep(once, as.salesforce) ? once : put;
        assertThat(twice).as("put twice: %s", as).isEqualTo(once);
        if (conversion.toSalesforce(put) instanceof Ok there
                && conversion.toHubspot(there.value()) instanceof Ok back) {
            // What Salesforce cannot hold itself (a blank boolean, extra decimals) settles in one
            // lap.
            assertThat(conversion.toSalesforce(back.value()))
                    .as("round trip: %s", as)
                    .isEqualTo(there);
        }
        return 1;
    }

    @Test
    void everyTypesCanonicalForm_isIdempotentAndSurvivesTheWire() {
        for (int number = 0; number < CASES; number++) {
            long seed = SEED + number;
            for (HubspotType type : HubspotType.values()) {
                String wire = new Generated(seed).hubspot(type);
                Value canonical = Canonical.hubspot(type, wire);
                assertThat(Canonical.hubspot(type, canonical.text()))
                        .as("%s seed %d '%s'", type, seed, wire)
                        .isEqualTo(canonical);
                assertThat(Canonical.hubspot(type, Canonical.hubspotWire(type, canonical)))
                        .as("%s seed %d '%s'", type, seed, wire)
                        .isEqualTo(canonical);
            }
            for (SalesforceType type : SalesforceType.values()) {
                String wire = new Generated(seed).salesforce(type);
                Value canonical = Canonical.salesforce(type, wire);
                assertThat(Canonical.salesforce(type, canonical.text()))
                        .as("%s seed %d '%s'", type, seed, wire)
                        .isEqualTo(canonical);
                assertThat(Canonical.salesforce(type, Canonical.salesforceWire(type, canonical)))
                        .as("%s seed %d '%s'", type, seed, wire)
                        .isEqualTo(canonical);
            }
        }
    }

    /**
     * Every pair, fitting or not, every limit, any text, canonical or not: an answer, no exception.
     */
    @Test
    void hostileText_neverThrowsAndIsNeverShown() {
        for (int number = 0; number < 150; number++) {
            long seed = SEED + number;
            for (HubspotType hubspot : HubspotType.values()) {
                for (SalesforceType salesforce : SalesforceType.values()) {
                    var generated = new Generated(seed);
                    var one = Value.of(generated.hostile());
                    var other = Value.of(generated.hostile());
                    var conversion =
                            Conversion.between(
                                    hubspot,
                                    salesforce,
                                    generated.limits(),
                                    generated.limits(),
                                    generated.pairs(),
                                    OptionGroups.NONE,
                                    ZONES.get(number % ZONES.size()));
                    String as = "%s %s seed %d".formatted(hubspot, salesforce, seed);
                    conversion.inStep(one, other);
                    assertHidden(as, conversion.toSalesforce(one), one);
                    assertHidden(as, conversion.toHubspot(other), other);
                    assertThat(conversion.inStep(Value.BLANK, Value.BLANK)).as(as).isTrue();
                }
            }
        }
    }

    private static void assertHidden(String as, Converted converted, Value value) {
        if (converted instanceof Refused refused && value.text().length() > 8) {
            assertThat(refused.detail()).as(as).doesNotContain(value.text());
        }
    }
}
