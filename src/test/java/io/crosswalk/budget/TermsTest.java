package io.crosswalk.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswalk.Shipped;
import io.crosswalk.hubspot.AccountZone;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The configured numbers, each in its place. */
class TermsTest {
    private static final AccountZone BERLIN = AccountZone.named("Europe/Berlin");

    private static Terms configured(Map<String, String> set) {
        Map<String, String> named = new HashMap<>();
        set.forEach((name, value) -> named.put("crosswalk.budget." + name, value));
        return Terms.of(Shipped.config(BudgetConfig.class, named), BERLIN);
    }

    @Test
    void allConfiguredDifferently_eachIsWhereItBelongs() {
        Map<String, String> set = new HashMap<>();
        set.put("hubspot.calls-per-ten-seconds", "11");
        set.put("hubspot.searches-per-second", "3");
        set.put("hubspot.calls-per-day", "1300");
        set.put("salesforce.calls-per-day", "1400");
        set.put("salesforce.concurrent", "15");
        set.put("salesforce.slot-held", "PT16S");
        set.put("window-percent.edit", "97");
        set.put("window-percent.reconcile", "58");
        set.put("window-percent.backfill", "19");
        set.put("day-reserve-percent.edit", "20");
        set.put("day-reserve-percent.reconcile", "41");
        set.put("day-reserve-percent.backfill", "62");

        assertThat(configured(set))
                .isEqualTo(
                        new Terms(
                                new Calls(11, 30, Terms.NO_LIMIT),
                                new Terms.Days(1_300, 1_400),
                                ZoneId.of("Europe/Berlin"),
                                new Terms.Slots(15, Duration.ofSeconds(16)),
                                new Terms.Percent(97, 58, 19),
                                new Terms.Percent(20, 41, 62)));
    }

    /** As docs and the application's properties say it. */
    @Test
    void nothingConfigured_isAsDocumented() {
        assertThat(ShippedTerms.terms())
                .isEqualTo(
                        new Terms(
                                new Calls(100, 50, Terms.NO_LIMIT),
                                new Terms.Days(250_000, 100_000),
                                null,
                                new Terms.Slots(10, Duration.ofSeconds(90)),
                                new Terms.Percent(100, 80, 50),
                                new Terms.Percent(2, 15, 30)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hubspot.calls-per-ten-seconds",
                "hubspot.searches-per-second",
                "hubspot.calls-per-day",
                "salesforce.calls-per-day",
                "salesforce.concurrent"
            })
    void limitOfNothing_isRefused(String name) {
        assertThatThrownBy(() -> configured(Map.of(name, "0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 or more");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "window-percent.edit",
                "window-percent.reconcile",
                "window-percent.backfill",
                "day-reserve-percent.edit",
                "day-reserve-percent.reconcile",
                "day-reserve-percent.backfill"
            })
    void shareBeyondTheWhole_isRefused(String name) {
        assertThatThrownBy(() -> configured(Map.of(name, "101")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 to 100 percent");
    }
}
