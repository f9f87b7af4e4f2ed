package io.crosswalk.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.rules.Converted.Ok;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Options of which several mean the same, each in a group of its own. */
class OptionGroupsTest {
    private static final int CASES = 5_000;
    private static final List<String> OPTIONS = List.of("a1", "a2", "a3", "b1", "b2", "c1", "x");
    private static final List<String> VALUES = List.of("Open", "Won", "Lost", "a2", "x");

    /** The first letter is the group; the last option is of none. */
    private static OptionGroups groups() {
        Map<String, String> groups = new LinkedHashMap<>();
        for (String option : List.of("b1", "b2", "a1", "a2", "a3", "c1")) {
            groups.put(option, option.substring(0, 1));
        }
        return new OptionGroups(groups);
    }

    private static Conversion conversion(Map<String, String> pairs) {
        return Conversion.between(
                HubspotType.RADIO,
                SalesforceType.PICKLIST,
                Limits.NONE,
                Limits.NONE,
                pairs,
                groups(),
                ZoneOffset.UTC);
    }

    @Test
    void valueOfSeveralOptions_becomesThatOfTheGroup() {
        Conversion conversion = conversion(Map.of("a1", "Won", "b1", "Won", "a2", "Lost"));

        assertThat(conversion.toHubspot(Value.of("Won"), "a")).isEqualTo(ok("a1"));
        assertThat(conversion.toHubspot(Value.of("Won"), "b")).isEqualTo(ok("b1"));
    }

    @Test
    void valueThatTheGroupLacks_becomesThatOfTheFirstGroupThatHasIt() {
        Conversion conversion = conversion(Map.of("a1", "Won", "b1", "Won", "a2", "Lost"));

        assertThat(conversion.toHubspot(Value.of("Won"), "c")).isEqualTo(ok("b1"));
        assertThat(conversion.toHubspot(Value.of("Won"))).isEqualTo(ok("b1"));
        assertThat(conversion.toHubspot(Value.of("Lost"), "b")).isEqualTo(ok("a2"));
    }

    @Test
    void allOptionsOfAValue_standForIt() {
        Conversion conversion = conversion(Map.of("a1", "Won", "b1", "Won"));

        for (String option : List.of("a1", "b1")) {
            assertThat(conversion.toSalesforce(Value.of(option))).isEqualTo(ok("Won"));
            assertThat(conversion.inStep(Value.of(option), Value.of("Won"))).isTrue();
        }
    }

    /** The laws of docs/semantics.md, "Conversions": they hold within the group. */
    @Test
    void anyPairs_obeyTheLawsWithinAGroup() {
        int carried = 0;
        for (int seed = 0; seed < CASES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Map<String, String> pairs = new LinkedHashMap<>();
            OPTIONS.forEach(
                    option -> {
                        if (random.nextInt(3) > 0) {
                            pairs.put(option, VALUES.get(random.nextInt(VALUES.size())));
                        }
                    });
            Conversion conversion = conversion(pairs);
            String as = "seed " + seed + " " + pairs;
            for (String option : OPTIONS) {
                carried += putInSalesforce(as, conversion, option);
            }
            for (String value : VALUES) {
                for (String group : List.of("a", "b", "c", "")) {
                    carried += putInHubspot(as, conversion, value, group);
                }
            }
        }
        assertThat(carried).isGreaterThan(CASES * 10);
    }

    private static int putInSalesforce(String as, Conversion conversion, String option) {
        if (conversion.toSalesforce(Value.of(option)) instanceof Ok put) {
            assertThat(conversion.inStep(Value.of(option), put.value())).as(as).isTrue();
            assertThat(conversion.toHubspot(put.value(), groups().of(option)))
                    .as("%s: %s comes back as itself", as, option)
                    .isEqualTo(ok(option));
            return 1;
        }
        return 0;
    }

    private static int putInHubspot(String as, Conversion conversion, String value, String group) {
        if (conversion.toHubspot(Value.of(value), group) instanceof Ok put) {
            assertThat(conversion.inStep(put.value(), Value.of(value))).as(as).isTrue();
            assertThat(conversion.toSalesforce(put.value()))
                    .as("%s: %s comes back as itself from %s", as, value, group)
                    .isEqualTo(ok(value));
            assertThat(conversion.toHubspot(Value.of(value), groups().of(put.value().text())))
                    .as("%s: %s put twice", as, value)
                    .isEqualTo(put);
            return 1;
        }
        return 0;
    }

    private static Ok ok(String text) {
        return new Ok(Value.of(text));
    }
}
