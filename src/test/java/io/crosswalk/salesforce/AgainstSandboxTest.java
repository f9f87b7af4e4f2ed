package io.crosswalk.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.records.CrmWrite;
import io.crosswalk.records.Hint;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.WriteOutcome;
import io.crosswalk.sandbox.LocalCrm;
import io.crosswalk.sandbox.SandboxRequest;
import io.crosswalk.sandbox.SandboxResponse;
import io.crosswalk.sandbox.salesforce.QueuedEvent;
import io.crosswalk.sandbox.salesforce.SalesforceSandbox;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client against the simulated Salesforce, over HTTP. */
class AgainstSandboxTest {
    private static final String DATA = "/services/data/v62.0";

    private Instant now = Instant.parse("2026-11-24T10:00:00Z");
    private final SalesforceSandbox sandbox =
            new SalesforceSandbox(
                    () -> now,
                    7,
                    io.crosswalk.sandbox.salesforce.SalesforceSettings.standard()
                            .withRecords(0, 0, 0));
    private final LocalCrm crm = new LocalCrm(SalesforceSandbox.BASE_PATH, sandbox::handle);
    private final HttpSalesforceClient client =
            new HttpSalesforceClient(
                    new SalesforceSettings(
                            URI.create(crm.url()),
                            "62.0",
                            "crosswalk",
                            Optional.empty(),
                            Duration.ofSeconds(5),
                            Duration.ofMinutes(5)),
                    () ->
                            Optional.of(
                                    new SalesforceCredentials.ClientCredentials(
                                            "crosswalk-app", "sandbox-client-secret")),
                    Clock.systemUTC(),
                    Salesforce.JSON,
                    CallListener.NONE);

    @AfterEach
    void close() {
        crm.close();
    }

    @Test
    void written_isReadBack() {
        List<String> ids = contacts(230);
        List<CrmWrite> writes =
                ids.stream().map(id -> new CrmWrite(id, Map.of("Title", "T " + id))).toList();

        assertThat(client.write("Contact", writes))
                .allMatch(WriteOutcome.Written.class::isInstance);
        ReadOutcome read =
                client.read("Contact", ids, List.of("Title", "Email", "Nothing__c", "Nor__c"));

        assertThat(read.failure()).isNull();
        assertThat(read.found()).hasSize(230);
        assertThat(read.found().get(ids.get(229)).values())
                .containsEntry("Title", "T " + ids.get(229))
                .containsEntry("Email", "p229@example.com")
                .doesNotContainKey("Nothing__c");
        assertThat(read.found().get(ids.get(0)).modifiedAt()).isEqualTo(now);
    }

    @Test
    void badAndGoneRecords_failAlone() {
        List<String> ids = contacts(5);
        person("DELETE", DATA + "/sobjects/Contact/" + ids.get(1), "");
        Map<String, String> cleared = new HashMap<>();
        cleared.put("Email", null);

        List<WriteOutcome> outcomes =
                client.write(
                        "Contact",
                        List.of(
                                new CrmWrite(ids.get(0), cleared),
                                new CrmWrite(ids.get(1), Map.of("Title", "x")),
                                new CrmWrite(ids.get(2), Map.of("Title", "x".repeat(500))),
                                new CrmWrite(ids.get(3), Map.of("Email", "no email")),
                                new CrmWrite(ids.get(4), Map.of("Title", "x"))));

        assertThat(outcomes)
                .extracting(outcome -> outcome.getClass().getSimpleName())
                .containsExactly("Written", "Gone", "Rejected", "Rejected", "Written");
        assertThat(((WriteOutcome.Rejected) outcomes.get(2)).names()).containsExactly("Title");
        ReadOutcome read = client.read("Contact", ids, List.of("Email"));
        assertThat(read.missing()).containsExactly(ids.get(1));
        assertThat(read.found().get(ids.get(0)).values()).containsEntry("Email", null);
    }

    @Test
    void recordChangedSinceItWasRead_isLeftAlone() {
        List<String> ids = contacts(2);
        Instant read = client.read("Contact", ids, List.of()).found().get(ids.get(0)).modifiedAt();
        now = now.plusSeconds(5);
        person("PATCH", DATA + "/sobjects/Contact/" + ids.get(0), "{'Title':'By hand'}");

        List<WriteOutcome> outcomes =
                client.write(
                        "Contact",
                        List.of(
                                new CrmWrite(ids.get(0), Map.of("Title", "x"), read),
                                new CrmWrite(ids.get(1), Map.of("Title", "x"), read)));

        assertThat(outcomes)
                .extracting(outcome -> outcome.getClass().getSimpleName())
                .containsExactly("Changed", "Written");
        assertThat(client.read("Contact", ids, List.of("Title")).found().values())
                .extracting(record -> record.values().get("Title"))
                .containsExactlyInAnyOrder("By hand", "x");
    }

    @Test
    void lockedRow_isRetriedLater() {
        List<String> ids = contacts(2);
        control("faults", "{'lockedRows':{'" + ids.get(0) + "':1}}");
        List<CrmWrite> writes =
                ids.stream().map(id -> new CrmWrite(id, Map.of("Title", "x"))).toList();

        assertThat(client.write("Contact", writes))
                .extracting(outcome -> outcome.getClass().getSimpleName())
                .containsExactly("RetryLater", "Written");
        assertThat(client.write("Contact", writes))
                .allMatch(WriteOutcome.Written.class::isInstance);
    }

    @Test
    void faultsOfCalls_areRetriedLaterOrSurvived() {
        List<String> ids = contacts(1);
        control("faults", "{'limitExceededCalls':1}");
        ReadOutcome limited = client.read("Contact", ids, List.of());
        control("faults", "{'unavailableCalls':1}");
        ReadOutcome unavailable = client.read("Contact", ids, List.of());
        control("faults", "{'expireSessions':true}");
        ReadOutcome expired = client.read("Contact", ids, List.of());

        assertThat(limited.failure().code()).isEqualTo("REQUEST_LIMIT_EXCEEDED");
        assertThat(limited.failure().after()).hasMinutes(15);
        assertThat(unavailable.failure()).isNotNull();
        assertThat(expired.found()).hasSize(1);
        assertThat(client.budget().max()).isEqualTo(115_000);
    }

    @Test
    void modifiedSince_pagesThroughEqualStamps() {
        List<String> ids = contacts(5);
        person("DELETE", DATA + "/sobjects/Contact/" + ids.get(2), "");

        List<String> seen = new ArrayList<>();
        String after = null;
        Instant since = now.minusSeconds(10);
        for (int page = 0; page < 5; page++) {
            var modified = client.modifiedSince("Contact", since, after, List.of("Email"), 2);
            for (var one : modified) {
                seen.add(one.record().id() + one.deleted());
                after = one.record().id();
                since = one.record().modifiedAt();
            }
        }

        assertThat(seen)
                .containsExactlyInAnyOrder(
                        ids.get(0) + "false",
                        ids.get(1) + "false",
                        ids.get(2) + "true",
                        ids.get(3) + "false",
                        ids.get(4) + "false");
    }

    @Test
    void hostileName_isFoundAndBreaksNothing() {
        String hostile = "O'Hara\\' OR Name != '\"\n%_ 名";
        create("{'LastName':'O\\u0027Hara\\\\\\u0027 OR Name != \\u0027\\\"\\n%_ 名'}");
        create("{'LastName':'Other'}");

        assertThat(client.findBy("Contact", "LastName", List.of(hostile), List.of("LastName")))
                .extracting(record -> record.values().get("LastName"))
                .containsExactly(hostile);
    }

    /** Whoever fills in a form may write such a text; Salesforce's guard would take it for code. */
    @Test
    void textThatLooksLikeAReference_isWrittenUnguardedOnly() {
        String id = contacts(1).get(0);
        Map<String, String> hostile = Map.of("Title", "Head of @{r0.id}");

        WriteOutcome guarded =
                client.write("Contact", List.of(new CrmWrite(id, hostile, now))).get(0);
        WriteOutcome unguarded = client.write("Contact", List.of(new CrmWrite(id, hostile))).get(0);

        assertThat(SalesforceClient.canBeGuarded(hostile.values())).isFalse();
        assertThat(guarded)
                .isInstanceOfSatisfying(
                        WriteOutcome.Rejected.class,
                        it -> assertThat(it.code()).isEqualTo("PROCESSING_HALTED"));
        assertThat(unguarded).isInstanceOf(WriteOutcome.Written.class);
        assertThat(client.read("Contact", List.of(id), List.of("Title")).found().get(id).values())
                .containsEntry("Title", "Head of @{r0.id}");
    }

    @Test
    void fieldsAndUsers_areRead() {
        assertThat(client.fields("Contact"))
                .extracting(SalesforceField::name)
                .contains("Id", "Email", "SystemModstamp", "IsDeleted");
        assertThat(client.users()).isNotEmpty();
    }

    @Test
    void changeEvents_becomeHints() throws Exception {
        List<String> ids = contacts(1);
        drain();
        client.write("Contact", List.of(new CrmWrite(ids.get(0), Map.of("FirstName", "Ana"))));
        now = now.plusSeconds(1);
        person("PATCH", DATA + "/sobjects/Contact/" + ids.get(0), "{'MailingCity':'Ulm'}");

        List<Hint> hints = drain();

        assertThat(hints).extracting(Hint::ours).containsExactly(true, false);
        assertThat(hints)
                .flatExtracting(Hint::changes)
                .extracting(change -> change.name() + "=" + change.wire())
                .contains("FirstName=Ana", "MailingCity=Ulm");
    }

    /** A subrequest inherits nothing of who asks. */
    @Test
    void changeEventsOfGuardedWrites_areOurs() throws Exception {
        List<String> ids = contacts(1);
        drain();

        client.write("Contact", List.of(new CrmWrite(ids.get(0), Map.of("Title", "Dr"), now)));

        assertThat(drain()).extracting(Hint::ours).containsExactly(true);
    }

    @Test
    void duplicateRuleThatOnlyAlerts_refusesNoUpdate_oneThatBlocksDoes() {
        List<String> ids = contacts(3);
        String rules = "/_control/duplicate-rules";
        person("POST", rules, "{'object':'Contact','field':'Phone','onEdit':true,'alerts':true}");
        person("POST", rules, "{'object':'Contact','field':'Title','onEdit':true}");
        client.write(
                "Contact",
                List.of(new CrmWrite(ids.get(0), Map.of("Phone", "555", "Title", "Dr"))));

        List<WriteOutcome> guarded =
                client.write(
                        "Contact",
                        List.of(
                                new CrmWrite(ids.get(1), Map.of("Phone", "555"), now),
                                new CrmWrite(ids.get(2), Map.of("Title", "Dr"), now)));
        List<WriteOutcome> all =
                client.write(
                        "Contact",
                        List.of(
                                new CrmWrite(ids.get(1), Map.of("Phone", "555")),
                                new CrmWrite(ids.get(2), Map.of("Title", "Dr"))));

        for (List<WriteOutcome> outcomes : List.of(guarded, all)) {
            assertThat(outcomes)
                    .extracting(outcome -> outcome.getClass().getSimpleName())
                    .containsExactly("Written", "Rejected");
        }
    }

    @Test
    void richText_isNoPlainTextArea() {
        assertThat(client.fields("Account"))
                .filteredOn(field -> Set.of("Profile__c", "Description").contains(field.name()))
                .extracting(field -> field.name() + " " + field.type())
                .containsExactlyInAnyOrder("Profile__c html", "Description textarea");
    }

    private List<Hint> drain() {
        ChangeEvents events = new ChangeEvents("crosswalk");
        List<Hint> hints = new ArrayList<>();
        for (List<QueuedEvent> due = sandbox.due(100); !due.isEmpty(); due = sandbox.due(100)) {
            for (QueuedEvent event : due) {
                JsonNode detail = Salesforce.tree(event.json()).path("detail");
                hints.addAll(((ChangeEventBatch.Hints) events.parse(detail)).hints());
                sandbox.delivered(event.number());
            }
        }
        return hints;
    }

    private List<String> contacts(int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(create("{'LastName':'P" + i + "','Email':'p" + i + "@example.com'}"));
        }
        return ids;
    }

    private String create(String json) {
        return person("POST", DATA + "/sobjects/Contact", json).path("id").asText();
    }

    private void control(String what, String json) {
        person("POST", "/_control/" + what, json);
    }

    private JsonNode person(String method, String uri, String json) {
        SandboxResponse response =
                sandbox.handle(
                        SandboxRequest.of(
                                method,
                                uri,
                                Map.of("host", "localhost"),
                                json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
        assertThat(response.status()).as(response.text()).isLessThan(300);
        return response.body().length == 0
                ? Salesforce.JSON.createObjectNode()
                : Salesforce.tree(response.text());
    }
}
