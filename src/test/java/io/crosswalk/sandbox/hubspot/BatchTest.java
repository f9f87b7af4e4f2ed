package io.crosswalk.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static final String CONTACTS = "/crm/v3/objects/contacts";

    private final Portal portal = new Portal();
    private final String first = portal.create("contacts", "{'email':'1@example.com'}");
    private final String second = portal.create("contacts", "{'email':'2@example.com'}");

    @Test
    void read_answers207WithAllMissingIdsInOneError() {
        Portal.Answer answer =
                batch(
                        "read",
                        "{'inputs':[{'id':'8'},{'id':'%s'},{'id':'%s'},{'id':'9'}],"
                                + "'properties':['email']}",
                        first,
                        first);
        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.json().path("status").asText()).isEqualTo("COMPLETE");
        assertThat(answer.json().path("results").findValuesAsText("email"))
                .containsExactly("1@example.com");
        assertThat(answer.json().path("numErrors").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/errors/0/category").asText()).isEqualTo("OBJECT_NOT_FOUND");
        assertThat(Json.texts(answer.json().at("/errors/0/context/ids"))).containsExactly("8", "9");
    }

    @Test
    void read_takes100Or50WithHistory() {
        assertThat(batch("read", "{'inputs':[" + ids(100) + "]}").status()).isEqualTo(207);
        assertThat(batch("read", "{'inputs':[" + ids(101) + "]}").json().path("category").asText())
                .isEqualTo("VALIDATION_ERROR");
        String history = ",'propertiesWithHistory':['email']}";
        assertThat(batch("read", "{'inputs':[" + ids(50) + "]" + history).status()).isEqualTo(207);
        Portal.Answer tooMany = batch("read", "{'inputs':[" + ids(51) + "]" + history);
        assertThat(tooMany.status()).isEqualTo(400);
        assertThat(tooMany.json().path("message").asText()).contains("property histories is 50");
    }

    @Test
    void read_ofALoserOfAMerge_answersTheWinnerOrNothing() {
        portal.post(
                "/crm/v3/objects/contacts/merge",
                "{'primaryObjectId':'" + second + "','objectIdToMerge':'" + first + "'}");

        Portal.Answer winner = batch("read", "{'inputs':[{'id':'%s'}]}", first);
        portal.post("/_control/faults", "{'mergedAwayLeftOut':true}");
        Portal.Answer nothing = batch("read", "{'inputs':[{'id':'%s'}]}", first);

        assertThat(winner.json().at("/results/0/id").asText()).isEqualTo(second);
        assertThat(nothing.status()).isEqualTo(200);
        assertThat(nothing.json().path("results")).isEmpty();
        assertThat(nothing.json().has("errors")).isFalse();
    }

    @Test
    void read_byUniqueProperty() {
        Portal.Answer answer =
                batch("read", "{'inputs':[{'id':'2@example.com'}],'idProperty':'email'}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/results/0/id").asText()).isEqualTo(second);
    }

    @Test
    void update_refusesOnlyTheBadInput() {
        Portal.Answer answer =
                batch(
                        "update",
                        "{'inputs':[{'id':'%s','properties':{'leadsource':'nope','city':'X'},"
                                + "'objectWriteTraceId':'t1'},"
                                + "{'id':'%s','properties':{'city':'Y'},'objectWriteTraceId':'t2'},"
                                + "{'id':'9','properties':{'city':'Z'}}]}",
                        first,
                        second);
        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.json().path("results")).hasSize(1);
        assertThat(answer.json().at("/results/0/id").asText()).isEqualTo(second);
        assertThat(answer.json().at("/results/0/objectWriteTraceId").asText()).isEqualTo("t2");
        assertThat(answer.json().at("/errors/0/context/ids/0").asText()).isEqualTo(first);
        assertThat(answer.json().at("/errors/0/context/objectWriteTraceId/0").asText())
                .isEqualTo("t1");
        assertThat(answer.json().at("/errors/0/category").asText()).isEqualTo("VALIDATION_ERROR");
        assertThat(answer.json().at("/errors/1/context/ids/0").asText()).isEqualTo("9");
        assertThat(city(first)).isEqualTo("null");
        assertThat(city(second)).isEqualTo("Y");
    }

    @Test
    void update_refusesTheWholeBatchWhenToldTo() {
        portal.post("/_control/faults", "{'wholeBatchFails':true}");
        Portal.Answer answer =
                batch(
                        "update",
                        "{'inputs':[{'id':'%s','properties':{'city':'Y'}},"
                                + "{'id':'%s','properties':{'leadsource':'nope'}}]}",
                        first,
                        second);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.details().at("/0/error").asText()).isEqualTo("INVALID_OPTION");
        assertThat(city(first)).isEqualTo("null");
    }

    @Test
    void update_refusesDuplicateIds() {
        Portal.Answer answer =
                batch(
                        "update",
                        "{'inputs':[{'id':'%s','properties':{'city':'Y'}},"
                                + "{'id':'%s','properties':{'city':'Z'}}]}",
                        first,
                        first);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("message").asText()).contains("Duplicate IDs");
    }

    @Test
    void update_sameEmailTwice_firstInputWins() {
        Portal.Answer answer =
                batch(
                        "update",
                        "{'inputs':[{'id':'%s','properties':{'email':'x@example.com'}},"
                                + "{'id':'%s','properties':{'email':'x@example.com'}}]}",
                        first,
                        second);
        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.json().at("/errors/0/category").asText()).isEqualTo("CONFLICT");
        assertThat(answer.json().at("/errors/0/context/ids/0").asText()).isEqualTo(second);
    }

    @Test
    void create_isAllOrNothingUnlessTraced() {
        String inputs =
                "{'inputs':[{'properties':{'email':'3@example.com'}%s},"
                        + "{'properties':{'email':'3@example.com'}%s}]}";
        assertThat(batch("create", inputs, "", "").status()).isEqualTo(409);
        Portal.Answer traced =
                batch("create", inputs, ",'objectWriteTraceId':'a'", ",'objectWriteTraceId':'b'");
        assertThat(traced.status()).isEqualTo(207);
        assertThat(traced.json().path("results")).hasSize(1);
        assertThat(traced.json().at("/errors/0/context/objectWriteTraceId/0").asText())
                .isEqualTo("b");
        assertThat(traced.json().at("/errors/0/message").asText()).contains("Existing ID: ");
        assertThat(batch("create", "{'inputs':[{'properties':{}}]}").status()).isEqualTo(201);
    }

    @Test
    void upsert_tellsNewFromOld() {
        Portal.Answer answer =
                batch(
                        "upsert",
                        "{'inputs':[{'id':'1@example.com','idProperty':'email',"
                                + "'properties':{'city':'A'}},"
                                + "{'id':'4@example.com','idProperty':'email',"
                                + "'properties':{'city':'B'}}]}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("results").findValuesAsText("new"))
                .containsExactly("false", "true");
        assertThat(city(first)).isEqualTo("A");
        assertThat(portal.get(CONTACTS + "/4@example.com?idProperty=email").status())
                .isEqualTo(200);
    }

    @Test
    void archive_ignoresUnknownIds() {
        assertThat(batch("archive", "{'inputs':[{'id':'%s'},{'id':'9'}]}", first).status())
                .isEqualTo(204);
        assertThat(portal.get(CONTACTS + "/" + first).status()).isEqualTo(404);
    }

    @Test
    void malformedBody_answers400() {
        assertThat(batch("read", "{").status()).isEqualTo(400);
        assertThat(batch("read", "{}").status()).isEqualTo(400);
        assertThat(batch("update", "{'inputs':[{'id':'" + first + "'}]}").status()).isIn(400, 207);
    }

    private String city(String id) {
        return portal.get(CONTACTS + "/" + id + "?properties=city").property("city").asText();
    }

    private static String ids(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{'id':'" + i + "'}")
                .collect(Collectors.joining(","));
    }

    private Portal.Answer batch(String what, String json, Object... values) {
        return portal.post(CONTACTS + "/batch/" + what, String.format(json, values));
    }
}
