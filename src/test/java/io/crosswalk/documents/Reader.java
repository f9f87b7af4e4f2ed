package io.crosswalk.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody who types what a page says, from its top to its end. Where the page shows an id that
 * everybody has another of, the reader puts the own one.
 */
final class Reader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration SOON = Duration.ofSeconds(120);

    /** As a page shows the id of a run. */
    private static final Pattern RUN = Pattern.compile("\\d{8}-\\d{9}-\\w{4}|(?<=/)ID(?=/)");

    private static final Pattern PLANNED = Pattern.compile("\"contact=3(,company=0,deal=1)?\"");
    private static final String ENTRY = "2026-11-25T09:30:00.120Z#100000";
    private static final String MERGED = "003…";

    private final String base;
    private final Map<String, String> files = new HashMap<>();
    private String run = "";
    private String etag = "";

    /**
     * @param base of the instance that stands for {@code localhost:8080}
     */
    Reader(String base) {
        this.base = base;
        files.put(
                "contacts.csv",
                "property,field,rule\njobtitle,Title,Two-way\ncity,City,Two-way\n"
                        + "hubspot_owner_id,OwnerId,Prefer Salesforce unless blank\n");
    }

    /** Sends it; the answer has to be that it was done. */
    void type(Command command) throws IOException, InterruptedException {
        Curl curl = Curl.of(withOwn(command), files::get);
        if (curl.url().endsWith("/run")) {
            await().atMost(SOON).until(this::isPreviewed);
        }
        if (curl.streams()) {
            var answer = CLIENT.send(curl.request(base), BodyHandlers.ofInputStream());
            answer.body().close();
            assertThat(answer.statusCode()).as(command.text()).isEqualTo(200);
            return;
        }
        HttpResponse<String> answer = CLIENT.send(curl.request(base), BodyHandlers.ofString());
        assertThat(answer.statusCode())
                .as("%s: %s: %s", command.where(), command.text(), answer.body())
                .isBetween(200, 299);
        if (curl.into() != null) {
            files.put(curl.into(), answer.body());
        }
        etag = answer.headers().firstValue("etag").orElse(etag);
        run =
                answer.headers()
                        .firstValue("location")
                        .filter(location -> location.contains("/api/backfills/"))
                        .map(location -> location.replaceAll(".*/", ""))
                        .orElse(run);
    }

    private boolean isPreviewed() throws IOException, InterruptedException {
        return get("/api/backfills/" + run).path("state").asText().equals("PREVIEWED");
    }

    private Command withOwn(Command command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        for (String word : command.words()) {
            String own = RUN.matcher(word).replaceAll(run);
            own = PLANNED.matcher(own).replaceAll(Matcher.quoteReplacement(etag));
            if (own.contains(ENTRY)) {
                own = own.replace(ENTRY, entry());
            }
            while (own.contains(MERGED)) {
                own = own.replaceFirst(MERGED, contact());
            }
            words.add(own);
        }
        return new Command(command.where(), words, command.input());
    }

    /** The journal's newest entry of the contact that the pages name. */
    private String entry() throws IOException, InterruptedException {
        send(
                "/sandbox/hubspot/crm/v3/objects/contacts/100016",
                "{\"properties\":{\"jobtitle\":\"Reader at %s\"}}".formatted(Instant.now()),
                "-X",
                "PATCH");
        String journal = "/api/journal?object=contact&hubspotId=100016";
        return await().atMost(SOON)
                .until(
                        () -> get(journal).at("/items/0"),
                        newest -> newest.path("value").asText().startsWith("Reader"))
                .path("id")
                .asText();
    }

    /** The Salesforce id of a contact that was not there before. */
    private String contact() throws IOException, InterruptedException {
        return send(
                        "/sandbox/salesforce/services/data/v62.0/sobjects/Contact",
                        "{\"LastName\":\"Twin %s\"}".formatted(Instant.now()))
                .path("id")
                .asText();
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return answer(List.of("curl", "localhost:8080" + path));
    }

    private JsonNode send(String path, String json, String... options)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("curl", "localhost:8080" + path, "-d", json));
        words.addAll(List.of("-H", "content-type: application/json"));
        words.addAll(List.of(options));
        return answer(words);
    }

    private JsonNode answer(List<String> words) throws IOException, InterruptedException {
        var request = Curl.of(new Command("", words, ""), files::get).request(base);
        return JSON.readTree(CLIENT.send(request, BodyHandlers.ofString()).body());
    }
}
