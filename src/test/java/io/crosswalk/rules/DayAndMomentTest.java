package io.crosswalk.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.rules.Converted.Code;
import io.crosswalk.rules.Converted.Ok;
import io.crosswalk.rules.Converted.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where one side is a date and the other a moment (docs/semantics.md, "A day and a moment"). */
class DayAndMomentTest {
    private static Conversion closeDate(String zone) {
        return between(HubspotType.DATETIME, SalesforceType.DATE, zone);
    }

    private static Conversion between(HubspotType hubspot, SalesforceType salesforce, String zone) {
        return Conversion.between(
                hubspot,
                salesforce,
                Limits.NONE,
                Limits.NONE,
                Map.of(),
                OptionGroups.NONE,
                ZoneId.of(zone));
    }

    private static Ok ok(String text) {
        return new Ok(Value.of(text));
    }

    @ParameterizedTest
    @CsvSource({
        "UTC, 2026-06-30T12:00:00.000Z",
        "America/Phoenix, 2026-06-30T19:00:00.000Z",
        "Europe/Berlin, 2026-06-30T10:00:00.000Z",
        "Pacific/Auckland, 2026-06-30T00:00:00.000Z",
        "Pacific/Kiritimati, 2026-06-29T22:00:00.000Z"
    })
    void day_becomesItsNoonInTheAccountsZone(String zone, String moment) {
        assertThat(closeDate(zone).toHubspot(Value.of("2026-06-30"))).isEqualTo(ok(moment));
        assertThat(closeDate(zone).toSalesforce(Value.of(moment))).isEqualTo(ok("2026-06-30"));
    }

    @Test
    void summerTime_movesTheMomentAndNotTheDay() {
        assertThat(closeDate("Europe/Berlin").toHubspot(Value.of("2026-12-31")))
                .isEqualTo(ok("2026-12-31T11:00:00.000Z"));
        // The day on which summer time begins has its noon all the same.
        assertThat(closeDate("Europe/Berlin").toHubspot(Value.of("2026-03-29")))
                .isEqualTo(ok("2026-03-29T10:00:00.000Z"));
    }

    /** HubSpot keeps the moment at which somebody chose 31 March in Arizona, at 6 p.m. */
    @Test
    void afternoonInArizona_staysInItsQuarter() {
        var chosen = Value.of("2023-04-01T01:09:44.000Z");

        assertThat(closeDate("America/Phoenix").toSalesforce(chosen)).isEqualTo(ok("2023-03-31"));
        assertThat(closeDate("America/Phoenix").inStep(chosen, Value.of("2023-03-31"))).isTrue();
        assertThat(closeDate("America/Phoenix").inStep(chosen, Value.of("2023-04-01"))).isFalse();
    }

    @Test
    void morningInAuckland_isNotTheDayBefore() {
        var chosen = Value.of("2026-06-29T20:00:00.000Z");

        assertThat(closeDate("Pacific/Auckland").toSalesforce(chosen)).isEqualTo(ok("2026-06-30"));
    }

    @Test
    void momentOfTheSameDay_keepsItsTime() {
        var conversion = closeDate("UTC");

        assertThat(conversion.inStep(Value.of("2026-11-24T16:20:00.123Z"), Value.of("2026-11-24")))
                .isTrue();
        // As it was written before moments were noons.
        assertThat(conversion.inStep(Value.of("2026-11-24T00:00:00.000Z"), Value.of("2026-11-24")))
                .isTrue();
    }

    @Test
    void dateInHubspot_isTreatedAlike() {
        var conversion = between(HubspotType.DATE, SalesforceType.DATETIME, "America/Phoenix");
        var day = Value.of("2026-11-24");

        assertThat(conversion.toSalesforce(day)).isEqualTo(ok("2026-11-24T19:00:00Z"));
        assertThat(conversion.toHubspot(Value.of("2026-11-25T06:59:59Z")))
                .isEqualTo(ok("2026-11-24"));
        assertThat(conversion.inStep(day, Value.of("2026-11-25T06:59:59Z"))).isTrue();
        assertThat(conversion.inStep(day, Value.of("2026-11-25T07:00:00Z"))).isFalse();
    }

    @Test
    void twoDatesAndTwoMoments_knowNoZone() {
        var dates = between(HubspotType.DATE, SalesforceType.DATE, "Pacific/Kiritimati");
        var moments = between(HubspotType.DATETIME, SalesforceType.DATETIME, "America/Phoenix");

        assertThat(dates.toSalesforce(Value.of("2026-11-24"))).isEqualTo(ok("2026-11-24"));
        assertThat(dates.toHubspot(Value.of("2026-11-24"))).isEqualTo(ok("2026-11-24"));
        assertThat(moments.toSalesforce(Value.of("2026-11-24T00:00:00.000Z")))
                .isEqualTo(ok("2026-11-24T00:00:00Z"));
    }

    /** From the account's noon, eleven hours in either direction are of the same day. */
    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/Phoenix", "Europe/Berlin", "Pacific/Auckland"})
    void peopleUpToElevenHoursAway_seeTheSameDay(String zone) {
        var written = (Ok) closeDate(zone).toHubspot(Value.of("2026-06-30"));
        Instant moment = Instant.parse(written.value().text());
        int offset = ZoneId.of(zone).getRules().getOffset(moment).getTotalSeconds();
        for (int hours = -11; hours <= 11; hours++) {
            int seconds = offset + hours * 3600;
            if (Math.abs(seconds) <= 18 * 3600) {
                var there = ZoneOffset.ofTotalSeconds(seconds);
                assertThat(moment.atOffset(there).toLocalDate())
                        .isEqualTo(LocalDate.of(2026, 6, 30));
            }
        }
    }

    /** Samoa went to bed on 29 December 2011 and got up on the 31st. */
    @ParameterizedTest
    @CsvSource({"Pacific/Apia, 2011-12-30", "Etc/GMT+12, 9999-12-31"})
    void dayThatTheZoneDoesNotHave_isRefused(String zone, String day) {
        var refused = (Refused) closeDate(zone).toHubspot(Value.of(day));

        assertThat(refused.code()).isEqualTo(Code.NOT_A_DATE);
        assertThat(refused.detail()).contains("time zone");
    }
}
