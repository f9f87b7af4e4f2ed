package io.crosswalk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far everything is in step, and which records are not. */
@QuarkusTest
class StatusApiTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TestHTTPResource("/")
    URI base;

    private Api api;

    @BeforeEach
    void api() {
        api = new Api(base);
    }

    private JsonNode contacts() {
        return api.get("/api/status").is(200).json().path("objects").path(0);
    }

    @Test
    void drift_isCountedOverAllLinks() {
        await().atMost(SOON)
                .untilAsserted(
                        () -> {
                            assertThat(contacts().path("object").asText()).isEqualTo("contact");
                            JsonNode drift = contacts().path("drift");
                            assertThat(drift.path("links").asLong()).isGreaterThan(100);
                            assertThat(drift.path("compared").asLong()).isPositive();
                            assertThat(drift.path("differing").path("FIRST_CONTACT").asLong())
                                    .isPositive();
                            assertThat(drift.path("inStep").asLong())
                                    .isLessThan(drift.path("compared").asLong())
                                    .isPositive();
                        });
        assertThat(contacts().path("text").asText()).contains("mapped fields of");
        assertThat(contacts().path("catchUp")).hasSize(2);
        assertThat(contacts().path("catchUp").path(0).path("lastSuccess").asText())
                .startsWith("20");
    }

    @Test
    void revokedLogin_isToldAtTheNextTryAndUntilOneGoesWell() {
        await().atMost(SOON).untilAsserted(() -> assertThat(failure().isNull()).isTrue());
        api.post(
                "/sandbox/hubspot/_control/tokens", "{\"expired\":true,\"refreshTokenDead\":true}");
        try {
            await().atMost(SOON)
                    .untilAsserted(
                            () ->
                                    assertThat(failure().path("code").asText())
                                            .isEqualTo("UNAUTHORIZED"));
            assertThat(failure().path("severity").asText()).isEqualTo("ISSUE");
            assertThat(failure().path("message").asText()).contains("BAD_REFRESH_TOKEN");
        } finally {
            api.post("/sandbox/hubspot/_control/tokens", "{\"refreshTokenDead\":false}");
        }

        await().atMost(SOON).untilAsserted(() -> assertThat(failure().isNull()).isTrue());
    }

    /** Why HubSpot was not looked through for contacts. */
    private JsonNode failure() {
        JsonNode hubspot = contacts().path("catchUp").path(0);
        assertThat(hubspot.path("side").asText()).isEqualTo("HUBSPOT");
        return hubspot.path("lastFailure");
    }

    @Test
    void differences_arePagedAndFiltered() {
        String path = "/api/objects/contact/differences?reason=FIRST_CONTACT&limit=7";
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(api.get(path).json().path("items")).hasSize(7));
        Set<String> ids = new HashSet<>();
        int items = 0;
        JsonNode page = api.get(path).is(200).json();
        for (int pages = 0; pages < 500 && !page.path("next").isNull(); pages++) {
            assertThat(page.path("items").size()).isLessThanOrEqualTo(7);
            for (JsonNode link : page.path("items")) {
                items++;
                ids.add(link.path("hubspotId").asText());
                assertThat(link.path("fields").findValuesAsText("reason"))
                        .containsOnly("FIRST_CONTACT");
            }
            page = api.get(path + "&after=" + page.path("next").asText()).is(200).json();
        }

        assertThat(page.path("next").isNull()).isTrue();
        assertThat(ids).hasSize(items).hasSizeGreaterThan(7);
        assertThat(api.get(path + "&mapping=nothing").json().path("items")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "?reason=BAD, 400, PARAMETER_MALFORMED",
        "?after=0~deal/hubspot/5, 400, PARAMETER_MALFORMED",
        "?after=x, 400, PARAMETER_MALFORMED",
        "?mapping=%27, 400, PARAMETER_MALFORMED",
        "?limit=201, 400, PARAMETER_MALFORMED"
    })
    void badRequest_isRefusedWithACode(String query, int status, String code) {
        api.get("/api/objects/contact/differences" + query).isRefused(status, code);
    }

    @Test
    void unknownObject_isRefused() {
        api.get("/api/objects/lead/differences").isRefused(404, "UNKNOWN_OBJECT");
        api.post("/api/objects/lead/mappings/x/release", "").isRefused(404, "UNKNOWN_OBJECT");
        api.post("/api/objects/lead/mappings/x/retry", "").isRefused(404, "UNKNOWN_OBJECT");
        api.post("/api/objects/contact/mappings/x/retry", "").isRefused(404, "MAPPING_NOT_FOUND");
        api.post("/api/objects/contact/mappings/x/release", "").isRefused(404, "MAPPING_NOT_FOUND");
        api.post("/api/objects/contact/mappings/contact-email/release", "")
                .isRefused(409, "MAPPING_NOT_PAUSED");
    }
}
