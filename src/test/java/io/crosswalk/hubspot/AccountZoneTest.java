package io.crosswalk.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswalk.Shipped;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountZoneTest {
    private static AccountZone configured(Map<String, String> set) {
        return new AccountZone(Shipped.config(HubspotConfig.class, set));
    }

    @Test
    void configuredTimeZone_isTheAccounts() {
        AccountZone zone = configured(Map.of("crosswalk.hubspot.time-zone", "America/Phoenix"));

        assertThat(zone.configured()).contains(ZoneId.of("America/Phoenix"));
        assertThat(zone.orUtc()).isEqualTo(ZoneId.of("America/Phoenix"));
    }

    @Test
    void nobodyHasSaid_daysAreThoseOfUtc() {
        assertThat(configured(Map.of()).configured()).isEmpty();
        assertThat(configured(Map.of("crosswalk.hubspot.time-zone", " ")).configured()).isEmpty();
        assertThat(AccountZone.named("").orUtc()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void unknownTimeZone_isRefusedByName() {
        assertThatThrownBy(() -> AccountZone.named("Berlin"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'crosswalk.hubspot.time-zone'")
                .hasMessageContaining("Berlin");
    }
}
