package io.crosswalk.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectsTest {
    private final Portal portal = new Portal();

    @Test
    void create_answers201WithDefaultsAndWrittenProperties() {
        Portal.Answer answer =
                portal.post(
                        "/crm/v3/objects/contacts",
                        "{'properties':{'email':'Ana@Example.COM','firstname':'Ana'}}");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.property("email").asText()).isEqualTo("ana@example.com");
        assertThat(ObjectsApi.names(answer.json().path("properties")))
                .containsExactlyInAnyOrder(
                        "createdate", "hs_object_id", "lastmodifieddate", "email", "firstname");
        assertThat(answer.json().path("createdAt").asText()).isEqualTo("2026-11-01T00:00:00.000Z");
        assertThat(answer.json().path("archived").isBoolean()).isTrue();
    }

    @Test
    void everyVersionAndTypeName_reachesTheSameRecord() {
        String id = portal.create("deals", "{'dealname':'One'}");
        for (String path :
                List.of(
                        "/crm/v3/objects/deals/",
                        "/crm/v3/objects/0-3/",
                        "/crm/v4/objects/deal/",
                        "/crm/objects/2026-03/deals/")) {
            assertThat(portal.get(path + id + "?properties=dealname").property("dealname").asText())
                    .isEqualTo("One");
        }
        assertThat(portal.get("/crm/v3/objects/kittens/1").status()).isEqualTo(400);
        assertThat(portal.get("/nothing/here").status()).isEqualTo(404);
    }

    @Test
    void get_takesRepeatedKeysAndCommaListsAndIgnoresUnknownProperties() {
        String id = portal.create("contacts", "{'firstname':'A','lastname':'B','city':'C'}");
        Portal.Answer answer =
                portal.get(
                        "/crm/v3/objects/contacts/"
                                + id
                                + "?properties=firstname,lastname&properties=city&properties=nope"
                                + "&properties=phone");
        assertThat(answer.property("lastname").asText()).isEqualTo("B");
        assertThat(answer.property("city").asText()).isEqualTo("C");
        assertThat(answer.property("phone").isNull()).isTrue();
        assertThat(answer.property("nope").isMissingNode()).isTrue();
    }

    @Test
    void get_findsByUniquePropertyOnly() {
        String id = portal.contact("a+b@example.com");
        assertThat(
                        portal.get("/crm/v3/objects/contacts/A+B%40example.com?idProperty=email")
                                .json()
                                .path("id")
                                .asText())
                .isEqualTo(id);
        assertThat(portal.get("/crm/v3/objects/contacts/x?idProperty=city").status())
                .isEqualTo(400);
        Portal.Answer missing = portal.get("/crm/v3/objects/contacts/999");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.json().path("category").asText()).isEqualTo("OBJECT_NOT_FOUND");
        assertThat(missing.json().path("correlationId").asText())
                .isEqualTo(missing.headers().get("X-HubSpot-Correlation-Id"))
                .isNotEmpty();
    }

    @Test
    void archived_isReadableOnlyAsArchivedUntilRestored() {
        String id = portal.contact("a@example.com");
        assertThat(portal.delete("/crm/v3/objects/contacts/" + id).status()).isEqualTo(204);
        assertThat(portal.get("/crm/v3/objects/contacts/" + id).status()).isEqualTo(404);
        assertThat(portal.patch("/crm/v3/objects/contacts/" + id, "{'properties':{}}").status())
                .isEqualTo(404);
        Portal.Answer archived = portal.get("/crm/v3/objects/contacts/" + id + "?archived=true");
        assertThat(archived.json().path("archived").asBoolean()).isTrue();
        assertThat(portal.get("/crm/v3/objects/contacts?archived=true").json().path("results"))
                .hasSize(1);
        assertThat(portal.get("/crm/v3/objects/contacts").json().path("results")).isEmpty();

        portal.post("/_control/restore", "{'type':'contacts','id':'" + id + "'}");
        assertThat(portal.get("/crm/v3/objects/contacts/" + id).status()).isEqualTo(200);
        assertThat(portal.get("/crm/v3/objects/contacts/a@example.com?idProperty=email").status())
                .isEqualTo(200);
    }

    @Test
    void list_pagesToTheEnd() {
        for (int i = 0; i < 5; i++) {
            portal.contact("c" + i + "@example.com");
        }
        Portal.Answer first = portal.get("/crm/v3/objects/contacts?limit=3");
        String after = first.json().at("/paging/next/after").asText();
        Portal.Answer second = portal.get("/crm/v3/objects/contacts?limit=3&after=" + after);
        assertThat(first.json().path("results")).hasSize(3);
        assertThat(second.json().path("results")).hasSize(2);
        assertThat(second.json().has("paging")).isFalse();
        assertThat(portal.get("/crm/v3/objects/contacts?limit=101").status()).isEqualTo(400);
        assertThat(
                        portal.get("/crm/v3/objects/contacts?limit=51&propertiesWithHistory=email")
                                .status())
                .isEqualTo(400);
    }

    @Test
    void merge_winnerKeepsItsValuesAndAnswersForTheLoser() {
        String winner = portal.create("contacts", "{'firstname':'Win','email':'w@example.com'}");
        String loser = portal.create("contacts", "{'firstname':'Lose','city':'Cork'}");
        Portal.Answer merged =
                portal.post(
                        "/crm/v3/objects/contacts/merge",
                        "{'primaryObjectId':'" + winner + "','objectIdToMerge':'" + loser + "'}");
        assertThat(merged.status()).isEqualTo(200);
        Portal.Answer read =
                portal.get("/crm/v3/objects/contacts/" + loser + "?properties=firstname,city");
        assertThat(read.json().path("id").asText()).isEqualTo(winner);
        assertThat(read.property("firstname").asText()).isEqualTo("Win");
        assertThat(read.property("city").asText()).isEqualTo("Cork");
    }

    @Test
    void merge_mayMakeARecordThatAnswersForBoth() {
        String primary = portal.create("contacts", "{'firstname':'Win','email':'w@example.com'}");
        String loser = portal.create("contacts", "{'firstname':'Lose','city':'Cork'}");
        portal.eventsAfterAMoment();
        portal.post("/_control/faults", "{'mergeMakesNew':true}");

        String made =
                portal.post(
                                "/crm/v3/objects/contacts/merge",
                                "{'primaryObjectId':'"
                                        + primary
                                        + "','objectIdToMerge':'"
                                        + loser
                                        + "'}")
                        .json()
                        .path("id")
                        .asText();

        assertThat(made).isNotIn(primary, loser);
        for (String id : List.of(primary, loser, made)) {
            Portal.Answer read =
                    portal.get("/crm/v3/objects/contacts/" + id + "?properties=email,city");
            assertThat(read.json().path("id").asText()).isEqualTo(made);
            assertThat(read.property("email").asText()).isEqualTo("w@example.com");
            assertThat(read.property("city").asText()).isEqualTo("Cork");
        }
        assertThat(portal.eventsAfterAMoment())
                .filteredOn(event -> event.path("subscriptionType").asText().endsWith("merge"))
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.path("objectId").asText()).isEqualTo(primary);
                            assertThat(event.path("newObjectId").asText()).isEqualTo(made);
                        });
    }

    @Test
    void gdprDelete_leavesNothing() {
        String id = portal.contact("a@example.com");
        assertThat(
                        portal.post(
                                        "/crm/v3/objects/contacts/gdpr-delete",
                                        "{'objectId':'a@example.com','idProperty':'email'}")
                                .status())
                .isEqualTo(204);
        assertThat(portal.get("/crm/v3/objects/contacts/" + id + "?archived=true").status())
                .isEqualTo(404);
    }

    @Test
    void history_isNewestFirstWithStrictlyIncreasingTimes() {
        String id = portal.create("contacts", "{'city':'A'}");
        set(id, "city", "B");
        set(id, "city", "C");
        portal.pass(Duration.ofSeconds(1));
        portal.byApp("PATCH", "/crm/v3/objects/contacts/" + id, "{'properties':{'city':''}}");
        var history =
                portal.get("/crm/v3/objects/contacts/" + id + "?propertiesWithHistory=city")
                        .json()
                        .at("/propertiesWithHistory/city");
        assertThat(history.findValuesAsText("value")).containsExactly("", "C", "B", "A");
        assertThat(history.findValuesAsText("timestamp"))
                .containsExactly(
                        "2026-11-01T00:00:01.000Z",
                        "2026-11-01T00:00:00.002Z",
                        "2026-11-01T00:00:00.001Z",
                        "2026-11-01T00:00:00.000Z");
        assertThat(history.findValuesAsText("sourceType"))
                .containsExactly("INTEGRATION", "CRM_UI", "CRM_UI", "CRM_UI");
        assertThat(history.findValuesAsText("sourceId")).startsWith("7001", "userId:75514701");
    }

    @Test
    void history_isCapped() {
        String contact = portal.create("contacts", "{}");
        String company = portal.create("companies", "{}");
        for (int i = 0; i < 60; i++) {
            set(contact, "city", "c" + i);
            portal.patch(
                    "/crm/v3/objects/companies/" + company, "{'properties':{'city':'c" + i + "'}}");
        }
        assertThat(historySize("contacts", contact)).isEqualTo(45);
        assertThat(historySize("companies", company)).isEqualTo(20);
    }

    @Test
    void writeThatChangesNothing_leavesNoTrace() {
        String id = portal.create("contacts", "{'city':'A'}");
        portal.pass(Duration.ofMinutes(1));
        portal.events();
        set(id, "city", "A");
        assertThat(historySize("contacts", id)).isEqualTo(1);
        assertThat(portal.eventsAfterAMoment()).isEmpty();
        assertThat(modified(id)).isEqualTo("2026-11-01T00:00:00.000Z");
        set(id, "city", "B");
        assertThat(modified(id)).isEqualTo("2026-11-01T00:01:00.050Z");
    }

    private int historySize(String type, String id) {
        return portal.get("/crm/v3/objects/" + type + "/" + id + "?propertiesWithHistory=city")
                .json()
                .at("/propertiesWithHistory/city")
                .size();
    }

    private String modified(String id) {
        return portal.get("/crm/v3/objects/contacts/" + id).property("lastmodifieddate").asText();
    }

    private void set(String id, String property, String value) {
        portal.patch(
                "/crm/v3/objects/contacts/" + id,
                "{'properties':{'" + property + "':'" + value + "'}}");
    }
}
