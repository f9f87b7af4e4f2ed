package io.crosswalk.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our app is 7001. */
class OurAppTest {

    @ParameterizedTest
    @CsvSource({
        "INTEGRATION, 7001, true",
        "INTEGRATION, appId:7001, true",
        "API, 7001, true",
        "INTEGRATION, 17001, false",
        "INTEGRATION, 7002, false",
        "INTEGRATION, '', false",
        "CRM_UI, 7001, false",
        "AUTOMATION_PLATFORM, 7001, false",
        "'', 7001, false",
        "INTEGRATION, userId:7001, false",
        "API, USER_7001, false",
        "API, user:7001, false"
    })
    void changeOfAnAppWithOurId_isOurs(String source, String sourceId, boolean ours) {
        assertThat(OurApp.did(OptionalLong.of(7001), source, sourceId)).isEqualTo(ours);
    }

    @Test
    void withoutAnId_nothingIsOurs() {
        assertThat(OurApp.did(OptionalLong.empty(), "INTEGRATION", "7001")).isFalse();
        assertThat(OurApp.did(OptionalLong.empty(), "INTEGRATION", "")).isFalse();
    }
}
