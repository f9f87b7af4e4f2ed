package io.crosswalk.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTest {
    private final Portal portal = new Portal();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'propertyName':'city','operator':'EQ','value':'cork' | A",
                "'propertyName':'city','operator':'NEQ','value':'Cork' | B C",
                "'propertyName':'external_score','operator':'LT','value':'10' | A",
                "'propertyName':'external_score','operator':'LTE','value':'10.0' | A B",
                "'propertyName':'external_score','operator':'GT','value':'9' | B",
                "'propertyName':'external_score','operator':'GTE','value':'9' | A B",
                "'propertyName':'external_score','operator':'BETWEEN','value':'9.5','highValue':'11'"
                        + " | B",
                "'propertyName':'city','operator':'IN','values':['cork','leeds'] | A B",
                "'propertyName':'city','operator':'IN','values':['Cork','leeds'] | B",
                "'propertyName':'leadsource','operator':'IN','values':['Web'] | A",
                "'propertyName':'city','operator':'NOT_IN','values':['cork'] | B C",
                "'propertyName':'city','operator':'HAS_PROPERTY' | A B",
                "'propertyName':'city','operator':'NOT_HAS_PROPERTY' | C",
                "'propertyName':'jobtitle','operator':'CONTAINS_TOKEN','value':'sales' | A",
                "'propertyName':'leadsource','operator':'EQ','value':'web' | ``",
                "'propertyName':'birthday','operator':'GTE','value':'86400000' | A",
            })
    void filter_finds(String filter, String names) {
        portal.create(
                "contacts",
                "{'firstname':'A','city':'Cork','external_score':'9','leadsource':'Web',"
                        + "'jobtitle':'VP Sales','birthday':'1970-01-02'}");
        portal.create(
                "contacts",
                "{'firstname':'B','city':'Leeds','external_score':'10','jobtitle':'Salesman'}");
        portal.create("contacts", "{'firstname':'C'}");
        String found =
                String.join(
                        " ",
                        search(
                                        "{'filterGroups':[{'filters':[{"
                                                + filter
                                                + "}]}],"
                                                + "'properties':['firstname']}")
                                .json()
                                .path("results")
                                .findValuesAsText("firstname"));
        assertThat(found).isEqualTo(names);
    }

    @Test
    void groups_areAlternatives_sortsApply() {
        for (String name : new String[] {"A", "B", "C"}) {
            portal.create("contacts", "{'firstname':'" + name + "'}");
            portal.pass(Duration.ofSeconds(1));
        }
        Portal.Answer answer =
                search(
                        "{'filterGroups':[{'filters':[{'propertyName':'firstname','operator':'EQ',"
                                + "'value':'a'}]},{'filters':[{'propertyName':'firstname',"
                                + "'operator':'EQ','value':'c'}]}],'properties':['firstname'],"
                                + "'sorts':[{'propertyName':'lastmodifieddate',"
                                + "'direction':'DESCENDING'}]}");
        assertThat(answer.json().path("total").asInt()).isEqualTo(2);
        assertThat(answer.json().path("results").findValuesAsText("firstname"))
                .containsExactly("C", "A");
        assertThat(search("{'sorts':['firstname','city']}").status()).isEqualTo(400);
    }

    @Test
    void pages_followOneAnotherAndStopAt10000() {
        for (int i = 0; i < 12; i++) {
            portal.create("contacts", "{'firstname':'" + i + "'}");
        }
        Portal.Answer first = search("{}");
        assertThat(first.json().path("results")).hasSize(10);
        assertThat(first.json().path("total").asInt()).isEqualTo(12);
        Portal.Answer second = search("{'after':'10','limit':200}");
        assertThat(second.json().path("results")).hasSize(2);
        assertThat(second.json().has("paging")).isFalse();
        assertThat(search("{'after':'9800','limit':200}").status()).isEqualTo(200);
        assertThat(search("{'after':'9801','limit':200}").status()).isEqualTo(400);
        assertThat(search("{'limit':201}").status()).isEqualTo(400);
    }

    @Test
    void tooMuch_answers400() {
        assertThat(search("{'query':'" + "x".repeat(3_000) + "'}").status()).isEqualTo(400);
        String filter = "{'propertyName':'city','operator':'HAS_PROPERTY'}";
        String filters = "{'filters':[" + (filter + ",").repeat(6) + filter + "]}";
        assertThat(search("{'filterGroups':[" + filters + "]}").status()).isEqualTo(400);
        String group = "{'filters':[" + filter + "]}";
        assertThat(search("{'filterGroups':[" + (group + ",").repeat(5) + group + "]}").status())
                .isEqualTo(400);
        assertThat(
                        search("{'filters':[{'propertyName':'nope','operator':'HAS_PROPERTY'}]}")
                                .status())
                .isEqualTo(400);
    }

    @Test
    void index_lagsBehind() {
        String id = portal.create("contacts", "{'firstname':'Old'}");
        portal.pass(Duration.ofMinutes(1));
        portal.post("/_control/faults", "{'searchLagMillis':5000}");
        portal.patch("/crm/v3/objects/contacts/" + id, "{'properties':{'firstname':'New'}}");
        portal.create("contacts", "{'firstname':'Young'}");
        String body = "{'properties':['firstname']}";
        assertThat(search(body).json().path("results").findValuesAsText("firstname"))
                .containsExactly("Old");
        assertThat(
                        search(
                                        "{'filters':[{'propertyName':'lastmodifieddate','operator':'GTE',"
                                                + "'value':'"
                                                + portal.now().toEpochMilli()
                                                + "'}]}")
                                .json()
                                .path("total")
                                .asInt())
                .isZero();
        portal.pass(Duration.ofSeconds(5));
        assertThat(search(body).json().path("results").findValuesAsText("firstname"))
                .containsExactly("New", "Young");
    }

    @Test
    void archivedAndMerged_areShownUntilTheIndexHasGotThere() {
        String archived = portal.create("contacts", "{'firstname':'Archived'}");
        String merged = portal.create("contacts", "{'firstname':'Merged'}");
        String winner = portal.create("contacts", "{'firstname':'Winner'}");
        portal.pass(Duration.ofMinutes(1));
        portal.post("/_control/faults", "{'searchLagMillis':5000}");
        portal.delete("/crm/v3/objects/contacts/" + archived);
        portal.post(
                "/crm/v3/objects/contacts/merge",
                "{'primaryObjectId':'" + winner + "','objectIdToMerge':'" + merged + "'}");
        String body = "{'properties':['firstname']}";

        JsonNode stale = search(body).json().path("results");
        portal.pass(Duration.ofSeconds(5));

        assertThat(stale.findValuesAsText("firstname"))
                .containsExactly("Archived", "Merged", "Winner");
        assertThat(stale.findValuesAsText("archived")).containsOnly("false");
        assertThat(search(body).json().path("results").findValuesAsText("firstname"))
                .containsExactly("Winner");
    }

    @Test
    void archivedWithoutLag_isShownNoMore() {
        String id = portal.create("contacts", "{}");
        portal.delete("/crm/v3/objects/contacts/" + id);

        assertThat(search("{}").json().path("total").asInt()).isZero();
    }

    private Portal.Answer search(String json) {
        return portal.post("/crm/v3/objects/contacts/search", json);
    }
}
