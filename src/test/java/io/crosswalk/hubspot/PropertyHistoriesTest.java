package io.crosswalk.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.hubspot.HubspotClient.Changed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a record's answer tells of the values that its properties had; our app is 7001. */
class PropertyHistoriesTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final PropertyHistories histories = new PropertyHistories(OptionalLong.of(7001));

    private Map<String, List<Changed>> of(String entries, String... properties) {
        return histories.of(
                Hubspot.tree(
                        ("{'propertiesWithHistory':{'city':[" + entries + "]}}")
                                .replace('\'', '"')),
                List.of(properties));
    }

    private List<Changed> city(String entries) {
        return of(entries, "city").getOrDefault("city", List.of());
    }

    private static String entry(String value, int second, String source, String sourceId) {
        return String.format(
                "{'value':'%s','timestamp':'%s','sourceType':'%s','sourceId':'%s'}",
                value, NOON.plusSeconds(second), source, sourceId);
    }

    @Test
    void entries_comeNewestFirstWithWhoMadeThem() {
        String entries =
                entry("Ulm", 0, "CRM_UI", "userId:9")
                        + ","
                        + entry("Bonn", 5, "INTEGRATION", "7001");

        assertThat(city(entries))
                .containsExactly(
                        new Changed(NOON.plusSeconds(5), "Bonn", true),
                        new Changed(NOON, "Ulm", false));
    }

    @Test
    void entriesOfTheSameTime_stayInHubspotsOrder() {
        String entries = entry("second", 0, "API", "7001") + "," + entry("first", 0, "API", "8");

        assertThat(city(entries)).extracting(Changed::wire).containsExactly("second", "first");
    }

    @Test
    void clearedValue_isNull() {
        assertThat(city(entry("", 0, "CRM_UI", "userId:9")))
                .containsExactly(new Changed(NOON, null, false));
        assertThat(city("{'timestamp':'" + NOON + "'}"))
                .containsExactly(new Changed(NOON, null, false));
    }

    @Test
    void entryWithoutATime_isLeftOut() {
        assertThat(city("{'value':'Ulm'}," + entry("Bonn", 5, "API", "1")))
                .extracting(Changed::wire)
                .containsExactly("Bonn");
    }

    @Test
    void propertyWithoutAHistory_isAbsent() {
        assertThat(of("", "city", "phone")).isEmpty();
        assertThat(of(entry("Ulm", 0, "API", "1"), "city", "phone")).containsOnlyKeys("city");
    }

    @Test
    void longHistory_isCutAtAHundredEntries() {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            entries.add(entry("v" + i, -i, "API", "1"));
        }

        assertThat(city(String.join(",", entries)))
                .hasSize(100)
                .startsWith(new Changed(NOON, "v0", false));
    }

    @Test
    void appWhoseIdIsNotKnown_recognisesNothing() {
        PropertyHistories unknown = new PropertyHistories(OptionalLong.empty());

        assertThat(histories.recognisesUs()).isTrue();
        assertThat(unknown.recognisesUs()).isFalse();
    }
}
