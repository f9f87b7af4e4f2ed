package io.crosswalk.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** More mappings than one page of the list shows. */
@QuarkusTest
class ManyMappingsTest extends BrowserTest {
    private static final String MAPPINGS = "/api/objects/contact/mappings";

    /** Sixteen are standard. */
    private static final int MADE = 35;

    private static final Map<String, String> FITTING =
            Map.of(
                    "string", "string/text",
                    "textarea", "string/text",
                    "phone", "string/text",
                    "url", "string/text",
                    "id", "string/text",
                    "double", "number/number",
                    "percent", "number/number",
                    "currency", "number/number",
                    "date", "date/date",
                    "datetime", "date/date");

    private final List<String> made = new ArrayList<>();

    private static String property(JsonNode field) {
        return "of_" + field.path("name").asText().toLowerCase(Locale.ROOT);
    }

    private void makeProperty(JsonNode field) {
        String[] type = FITTING.get(field.path("type").asText()).split("/");
        api().send(
                        "POST",
                        "/sandbox/hubspot/crm/v3/properties/contacts",
                        """
                        {"name": "%s", "label": "Of %s", "type": "%s", "fieldType": "%s",
                         "groupName": "contactinformation"}"""
                                .formatted(
                                        property(field),
                                        field.path("label").asText(),
                                        type[0],
                                        type[1]));
    }

    /** One that is never synced. Both CRMs are asked for what is new every five seconds at most. */
    private void map(JsonNode field) {
        String body =
                """
                {"hubspotProperty": "%s", "salesforceField": "%s", "syncRule": "DONT_SYNC"}"""
                        .formatted(property(field), field.path("name").asText());
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> {
                            JsonNode mapping = api().send("POST", MAPPINGS, body).body();
                            made.add(mapping.path("id").asText());
                            return mapping.has("id");
                        });
        made.removeIf(String::isEmpty);
    }

    @AfterEach
    void unmap() {
        made.forEach(it -> api().send("DELETE", MAPPINGS + "/" + it, ""));
    }

    private void mapMany() {
        List<JsonNode> fields = new ArrayList<>();
        for (JsonNode field :
                api().get("/api/objects/contact/fields?limit=200").body().path("items")) {
            boolean fits =
                    field.path("mappable").asBoolean()
                            && FITTING.containsKey(field.path("type").asText());
            if (fits && fields.size() < MADE) {
                fields.add(field);
            }
        }
        fields.forEach(this::makeProperty);
        fields.forEach(this::map);
        assertThat(made).as("mappings for a second page").hasSize(MADE);
    }

    @Test
    void secondPage_isReachedAndLeftAndKeepsTheOrder() {
        mapMany();
        int total = api().get(MAPPINGS + "?limit=200").body().path("items").size();
        wide(
                screen -> {
                    screen.open("/console/objects/contact?sort=-property");
                    assertThat(screen.find(".mappings tbody tr")).hasCount(50);
                    assertThat(screen.find(".pages")).containsText("1–50 of " + total);
                    screen.isAccessible().fitsItsWidth();
                    String first = screen.find(".mappings tbody tr").first().getAttribute("id");
                    screen.find(".pages >> text=Next").press("Enter");

                    assertThat(screen.find(".pages")).containsText("51–" + total + " of " + total);
                    assertThat(screen.find(".mappings tbody tr")).hasCount(total - 50);
                    assertThat(screen.find("#" + first)).hasCount(0);
                    assertThat(screen.find("th[aria-sort=descending]")).hasText("HubSpot property");
                    assertThat(screen.find(".pages >> text=Next")).hasCount(0);
                    assertThat(screen.find("#results")).isFocused();
                    screen.page().reload();
                    assertThat(screen.find(".pages")).containsText("51–");
                    screen.find(".pages >> text=Previous").press("Enter");

                    assertThat(screen.find("#" + first)).isVisible();
                    screen.find("#filter-search").pressSequentially("of_");
                    assertThat(screen.find(".mappings tbody tr")).hasCount(MADE);
                    assertThat(screen.find(".pages")).hasCount(0);
                });
    }
}
