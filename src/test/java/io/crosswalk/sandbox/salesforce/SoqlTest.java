package io.crosswalk.sandbox.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.sandbox.SandboxResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoqlTest {
    private final SalesforceOrg org = new SalesforceOrg();

    @BeforeEach
    void threeContacts() {
        create("{'LastName':'Ångström','Email':'a@x.example','Score__c':1.5,'Title':'50% off'}");
        org.pass(Duration.ofMinutes(1));
        create(
                "{'LastName':\"O'Brien\",'Email':'B@x.example','Score__c':20,'Birthdate':'2000-02-29'}");
        org.pass(Duration.ofMinutes(1));
        create("{'LastName':'Zoë','DoNotCall':true,'Interests__c':'Events;Billing'}");
    }

    private void create(String json) {
        org.create(
                "Contact",
                json.contains("O'Brien")
                        ? json.replace("'LastName':\"O'Brien\"", "\"LastName\":\"O_Brien\"")
                                .replace('\'', '"')
                                .replace("O_Brien", "O'Brien")
                        : SalesforceOrg.quoted(json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT Id FROM Contact",
                "select id, lastname from contact where Email != null order by LastName desc nulls last, Id limit 5",
                "SELECT COUNT() FROM Contact WHERE (Email = 'a' OR Email = 'b') AND NOT (Title = 'x')",
                "SELECT Id FROM Contact WHERE NOT Email IN ('a','b')",
                "SELECT Id FROM Contact WHERE Email NOT IN ('a') AND Score__c >= -1.50",
                "SELECT Id FROM Contact WHERE SystemModstamp >= 2026-01-01T00:00:00.000+00:00",
                "SELECT Id FROM Contact WHERE SystemModstamp >= 2026-01-01T00:00:00Z AND Birthdate < 2026-01-01",
                "SELECT Id FROM Contact WHERE LastName LIKE 'O\\'B\\_%\\%' OR DoNotCall = TRUE"
            })
    void knownStatements_areAccepted(String soql) {
        assertThatCode(() -> SoqlParser.parse(soql)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SELECT FROM Contact",
                "SELECT Id Contact",
                "SELECT Id, FROM Contact",
                "SELECT Id FROM Contact WHERE",
                "SELECT Id FROM Contact WHERE Email = 'a' AND Email = 'b' OR Email = 'c'",
                "SELECT Id FROM Contact WHERE Email = 'it's'",
                "SELECT Id FROM Contact WHERE Email = 'open",
                "SELECT Id FROM Contact WHERE Email = 'a\\x'",
                "SELECT Id FROM Contact WHERE Email = a",
                "SELECT Id FROM Contact WHERE Email = \"a\"",
                "SELECT Id FROM Contact WHERE Email IN ()",
                "SELECT Id FROM Contact WHERE SystemModstamp >= 2026-01-01T00:00:00 00:00",
                "SELECT Id FROM Contact WHERE SystemModstamp = TODAY",
                "SELECT Id FROM Contact LIMIT x",
                "SELECT Id FROM Contact GROUP BY Id",
                "SELECT Id FROM Contact; DROP TABLE Contact",
                "SELECT Id FROM Contact WHERE Id = null --",
                "SELECT (SELECT Id FROM Contacts) FROM Account"
            })
    void otherStatements_areMalformed(String soql) {
        assertThatThrownBy(() -> SoqlParser.parse(soql))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("MALFORMED_QUERY"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Email = 'A@X.example'                                  | Ångström",
                "Email IN ('a@x.example','b@x.example')                 | Ångström,O'Brien",
                "Email NOT IN ('a@x.example')                           | O'Brien,Zoë",
                "Email = null                                           | Zoë",
                "Email = ''                                             | Zoë",
                "Email != null                                          | Ångström,O'Brien",
                "LastName = 'o\\'brien'                                 | O'Brien",
                "LastName LIKE 'Z_ë'                                    | Zoë",
                "Title LIKE '50\\% %'                                   | Ångström",
                "Title LIKE '50\\%'                                     | ``",
                "Score__c > 1.50                                        | O'Brien",
                "Score__c = 1.5                                         | Ångström",
                "NOT Score__c > 0                                       | Zoë",
                "Birthdate = 2000-02-29                                 | O'Brien",
                "DoNotCall = true                                       | Zoë",
                "Interests__c = 'Billing;Events'                        | Zoë",
                "SystemModstamp >= 2026-11-24T10:01:00Z                 | O'Brien,Zoë",
                "SystemModstamp > 2026-11-24T11:01:00+01:00             | Zoë",
                "(SystemModstamp > 2026-11-24T10:01:00Z) OR (SystemModstamp = 2026-11-24T10:01:00Z AND Id > '003000000000000AAA') | O'Brien,Zoë",
                "Id IN ('003000000000000')                              | ``"
            })
    void conditions_chooseRows(String where, String lastNames) {
        JsonNode page =
                SalesforceOrg.json(
                        org.query(
                                "SELECT LastName FROM Contact WHERE "
                                        + where
                                        + " ORDER BY SystemModstamp, Id"));
        assertThat(page.path("records").findValuesAsText("LastName"))
                .as(page.toString())
                .isEqualTo(lastNames.isEmpty() ? List.of() : List.of(lastNames.split(",")));
    }

    @ParameterizedTest
    @CsvSource({
        "SELECT Nope FROM Contact, INVALID_FIELD",
        "SELECT Id FROM Nope, INVALID_TYPE",
        "SELECT Id FROM Contact WHERE Nope = 1, INVALID_FIELD",
        "SELECT Id FROM Contact WHERE Notes__c = 'x', INVALID_FIELD",
        "SELECT Id FROM Contact WHERE Score__c = '1', INVALID_FIELD",
        "SELECT Id FROM Contact WHERE SystemModstamp > '2026-01-01T00:00:00Z', INVALID_FIELD",
        "SELECT Id FROM Contact ORDER BY Interests__c, INVALID_FIELD",
        "SELECT Id FROM Contact WHERE Id = 'x', INVALID_QUERY_FILTER_OPERATOR"
    })
    void namesThatDoNotFit_areRefused(String soql, String code) {
        SandboxResponse response = org.query(soql.replace("''", "'"));
        assertThat(response.status()).isEqualTo(400);
        assertThat(SalesforceOrg.json(response).path(0).path("errorCode").asText()).isEqualTo(code);
    }

    @Test
    void deletedRows_areInQueryAllOnly() {
        String id = org.create("Contact", "{\"LastName\":\"Gone\"}");
        org.data("DELETE", "/sobjects/Contact/" + id, "");
        String soql = "SELECT Id, IsDeleted FROM Contact WHERE LastName = 'Gone'";
        JsonNode all =
                SalesforceOrg.json(
                        org.data("GET", "/queryAll?q=" + SalesforceOrg.encoded(soql), ""));
        assertThat(SalesforceOrg.json(org.query(soql)).path("totalSize").asInt()).isZero();
        assertThat(all.path("records").path(0).path("IsDeleted").asBoolean()).isTrue();
    }

    @Test
    void limitAndOrder_work() {
        JsonNode page =
                SalesforceOrg.json(
                        org.query(
                                "SELECT LastName FROM Contact ORDER BY Email DESC NULLS LAST LIMIT 2"));
        assertThat(page.path("records").findValuesAsText("LastName"))
                .containsExactly("O'Brien", "Ångström");
        assertThat(
                        SalesforceOrg.json(org.query("SELECT COUNT() FROM Contact"))
                                .path("totalSize")
                                .asInt())
                .isEqualTo(3);
    }

    @Test
    void longUri_isRefusedByGetButNotInComposite() {
        String soql = "SELECT Id FROM Contact WHERE Email IN ('" + "x".repeat(3900) + "'";
        String longQuery = soql + (",'" + "y".repeat(3900) + "'").repeat(5) + ")";
        String url = SalesforceOrg.DATA + "/query?q=" + SalesforceOrg.encoded(longQuery);
        SandboxResponse composite =
                org.data(
                        "POST",
                        "/composite",
                        "{\"compositeRequest\":[{\"method\":\"GET\",\"referenceId\":\"a\",\"url\":\""
                                + url
                                + "\"}]}");
        assertThat(org.query(longQuery).status()).isEqualTo(414);
        JsonNode answer = SalesforceOrg.json(composite).path("compositeResponse").path(0);
        assertThat(answer.path("httpStatusCode").asInt()).isEqualTo(200);
        assertThat(answer.path("body").path("done").asBoolean()).isTrue();
    }

    /** Also in a body whose text only looks like one. */
    @Test
    void reference_standsForWhatTheCallHasAnsweredSoFar() {
        String made =
                "{\"method\":\"POST\",\"referenceId\":\"a\",\"url\":\""
                        + SalesforceOrg.DATA
                        + "/sobjects/Account\",\"body\":{\"Name\":\"Referred\"}}";
        String of =
                "{\"method\":\"POST\",\"referenceId\":\"%s\",\"url\":\""
                        + SalesforceOrg.DATA
                        + "/sobjects/Contact\",\"body\":{\"LastName\":\"Of\",\"AccountId\":\"%s\"}}";
        JsonNode answers =
                SalesforceOrg.json(
                                org.data(
                                        "POST",
                                        "/composite",
                                        "{\"compositeRequest\":["
                                                + made
                                                + ","
                                                + of.formatted("b", "@{a.id}")
                                                + ","
                                                + of.formatted("c", "@{nobody.id}")
                                                + "]}"))
                        .path("compositeResponse");

        assertThat(answers.findValuesAsText("httpStatusCode")).containsExactly("201", "201", "400");
        assertThat(answers.path(2).path("body").toString())
                .contains("PROCESSING_HALTED", "No value for nobody.id found in c");
    }

    @Test
    void manyRows_comeInPages() {
        SalesforceOrg large =
                new SalesforceOrg(SalesforceSettings.standard().withRecords(500, 0, 0));
        large.headers.put("sforce-query-options", "batchSize=200");
        JsonNode page = SalesforceOrg.json(large.query("SELECT Id FROM Contact"));
        int total = page.path("totalSize").asInt();
        int seen = page.path("records").size();
        for (int pages = 1; pages < 10 && !page.path("done").asBoolean(); pages++) {
            page = SalesforceOrg.json(large.call("GET", page.path("nextRecordsUrl").asText(), ""));
            seen += page.path("records").size();
        }
        assertThat(seen).isEqualTo(total).isGreaterThan(400);
        assertThat(large.data("GET", "/query/01gnope-200", "").status()).isEqualTo(400);
    }
}
