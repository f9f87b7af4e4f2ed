package io.crosswalk.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.hubspot.HubspotClient.SearchFilter;
import io.crosswalk.records.CreateOutcome;
import io.crosswalk.records.CrmCreate;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.CrmWrite;
import io.crosswalk.records.Hint;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.WriteOutcome;
import io.crosswalk.sandbox.LocalCrm;
import io.crosswalk.sandbox.SandboxRequest;
import io.crosswalk.sandbox.SandboxResponse;
import io.crosswalk.sandbox.hubspot.HubspotSandbox;
import io.crosswalk.sandbox.hubspot.HubspotSettings;
import io.crosswalk.sandbox.hubspot.WebhookDelivery;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client against the simulated HubSpot, over HTTP. */
class AgainstSandboxTest implements HubspotCredentials {
    private static final HubspotSettings.App APP = HubspotSettings.defaults().app();

    private Instant now = Instant.parse("2026-11-24T10:00:00Z");
    private Login login = new PrivateApp(APP.privateToken());
    private final HubspotSandbox sandbox =
            new HubspotSandbox(
                    () -> now,
                    1,
                    HubspotSettings.defaults()
                            .with(new HubspotSettings.Limits(false, 190, 650_000, 5)));
    private final LocalCrm crm = new LocalCrm("/sandbox/hubspot", sandbox::handle);
    private final HttpHubspotClient client = client("/oauth/v3/token");

    private HttpHubspotClient client(String tokenPath) {
        return new HttpHubspotClient(
                new io.crosswalk.hubspot.HubspotSettings(
                        URI.create(crm.url()),
                        tokenPath,
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(5),
                        OptionalLong.of(APP.appId())),
                this,
                Clock.systemUTC(),
                Hubspot.JSON,
                CallListener.NONE);
    }

    @Override
    public Optional<Login> login() {
        return Optional.of(login);
    }

    @Override
    public List<String> webhookSecrets() {
        return List.of(APP.clientSecret());
    }

    @AfterEach
    void close() {
        crm.close();
    }

    @Test
    void written_isReadBack() {
        List<String> ids = contacts(130);
        List<CrmWrite> writes =
                ids.stream().map(id -> new CrmWrite(id, Map.of("city", "Ulm " + id))).toList();

        List<WriteOutcome> outcomes = client.write("contacts", writes);
        ReadOutcome read = client.read("contacts", ids, List.of("city", "email", "nothing"));

        assertThat(outcomes).allMatch(WriteOutcome.Written.class::isInstance);
        assertThat(outcomes.get(5))
                .isEqualTo(
                        new WriteOutcome.Written(ids.get(5), Map.of("city", "Ulm " + ids.get(5))));
        assertThat(read.found()).hasSize(130);
        assertThat(read.found().get(ids.get(129)).values())
                .containsEntry("city", "Ulm " + ids.get(129))
                .doesNotContainKey("nothing");
    }

    @Test
    void badAndGoneRecords_failAloneInEitherStyleOfAnswer() {
        List<String> ids = contacts(20);
        person("DELETE", "/crm/v3/objects/contacts/" + ids.get(3), "");
        List<CrmWrite> writes = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            writes.add(
                    new CrmWrite(
                            ids.get(i),
                            i == 7 ? Map.of("email", "p1@example.com") : Map.of("city", "x" + i)));
        }
        for (boolean whole : new boolean[] {false, true}) {
            control("faults", "{'wholeBatchFails':" + whole + "}");

            List<WriteOutcome> outcomes = client.write("contacts", writes);

            assertThat(outcomes.get(3)).isInstanceOf(WriteOutcome.Gone.class);
            assertThat(outcomes.get(7))
                    .isInstanceOfSatisfying(
                            WriteOutcome.Rejected.class,
                            rejected -> assertThat(rejected.code()).isEqualTo("CONFLICT"));
            assertThat(outcomes).filteredOn(WriteOutcome.Written.class::isInstance).hasSize(18);
        }
        assertThat(client.read("contacts", ids, List.of()).missing()).containsExactly(ids.get(3));
    }

    @Test
    void optionThatIsNotThere_namesTheProperty() {
        String id = contacts(1).get(0);

        assertThat(
                        client.write(
                                "contacts",
                                List.of(new CrmWrite(id, Map.of("lifecyclestage", "no such")))))
                .allSatisfy(
                        outcome -> {
                            assertThat(((WriteOutcome.Rejected) outcome).code())
                                    .isEqualTo("INVALID_OPTION");
                            assertThat(((WriteOutcome.Rejected) outcome).names())
                                    .containsExactly("lifecyclestage");
                        });
    }

    @Test
    void mergedRecord_isAnsweredByItsWinner() {
        List<String> ids = contacts(3);
        JsonNode merged =
                person(
                        "POST",
                        "/crm/v3/objects/contacts/merge",
                        "{'primaryObjectId':'"
                                + ids.get(0)
                                + "','objectIdToMerge':'"
                                + ids.get(1)
                                + "'}");

        ReadOutcome outcome = client.read("contacts", ids, List.of("email"));

        assertThat(outcome.found().keySet()).contains(ids.get(2));
        assertThat(outcome.found().size() + outcome.missing().size()).isEqualTo(3);
        outcome.found().values().stream()
                .filter(record -> !record.id().equals(ids.get(2)))
                .forEach(
                        record ->
                                assertThat(record.currentId())
                                        .isEqualTo(merged.path("id").asText()));
    }

    @Test
    void history_saysWhenAndByWhom() {
        String id = contacts(1).get(0);
        now = now.plusSeconds(60);
        client.write("contacts", List.of(new CrmWrite(id, Map.of("city", "Ulm"))));

        var changed = client.histories("contacts", List.of(id), List.of("city")).get(id);

        assertThat(changed.get("city").get(0))
                .isEqualTo(new HubspotClient.Changed(now, "Ulm", true));
    }

    @Test
    void searchPropertiesAndOwners_areRead() {
        contacts(12);
        now = now.plusSeconds(60);

        var page =
                client.search(
                        "contacts",
                        List.of(
                                new SearchFilter(
                                        "email",
                                        "IN",
                                        List.of("P3@example.com", "p4@example.com"))),
                        "hs_object_id",
                        List.of("email"),
                        1,
                        null);

        assertThat(page.total()).isEqualTo(2);
        assertThat(page.after()).isNotNull();
        assertThat(client.properties("contacts"))
                .extracting(HubspotProperty::name)
                .contains("email", "lifecyclestage");
        assertThat(client.owners(true)).hasSizeGreaterThan(client.owners(false).size());
    }

    @Test
    void stagesOfDeals_areReadWithTheirPipelines() {
        Map<String, HubspotProperty> properties = new HashMap<>();
        client.properties("deals").forEach(it -> properties.put(it.name(), it));

        assertThat(properties.get("dealstage").options())
                .contains(
                        new HubspotProperty.Option(
                                "appointmentscheduled",
                                "Appointment Scheduled",
                                false,
                                0,
                                "default"));
        assertThat(properties.get("pipeline").options())
                .extracting(HubspotProperty.Option::value)
                .containsExactly("default");
        assertThat(properties.get("deal_currency_code").optionsUnknown()).isTrue();
    }

    @Test
    void dealOfAnotherPipeline_isMovedWithItAlone() {
        String deal =
                person("POST", "/crm/v3/objects/deals", "{'properties':{'dealstage':'closedlost'}}")
                        .path("id")
                        .asText();
        JsonNode renewals =
                person(
                        "POST",
                        "/crm/v3/pipelines/deals",
                        "{'label':'Renewals','displayOrder':1,'stages':[{'label':'Due'}]}");
        String stage = renewals.path("stages").path(0).path("id").asText();
        String pipeline = renewals.path("id").asText();

        assertThat(client.write("deals", List.of(new CrmWrite(deal, Map.of("dealstage", stage)))))
                .singleElement()
                .isInstanceOfSatisfying(
                        WriteOutcome.Rejected.class,
                        rejected -> {
                            assertThat(rejected.code()).isEqualTo("INVALID_OPTION");
                            assertThat(rejected.names()).containsExactly("dealstage");
                        });
        assertThat(
                        client.write(
                                "deals",
                                List.of(
                                        new CrmWrite(
                                                deal,
                                                Map.of("dealstage", stage, "pipeline", pipeline)))))
                .singleElement()
                .isInstanceOf(WriteOutcome.Written.class);
    }

    @Test
    void oauth_survivesExpiryAndReportsADeadRefreshToken() {
        login = new OAuthApp(APP.clientId(), APP.clientSecret(), APP.refreshToken());
        String id = contacts(1).get(0);
        assertThat(client.read("contacts", List.of(id), List.of()).found()).hasSize(1);

        control("tokens", "{'expired':true}");
        assertThat(client.read("contacts", List.of(id), List.of()).found()).hasSize(1);

        control("tokens", "{'expired':true,'refreshTokenDead':true}");
        assertThatThrownBy(() -> client.owners(false))
                .isInstanceOfSatisfying(
                        CrmUnavailable.class,
                        dead -> assertThat(dead.code()).isEqualTo("UNAUTHORIZED"));
    }

    @Test
    void appWithoutAScope_isToldSoAndRefusedWhatItIsFor() {
        String id = contacts(1).get(0);
        List<CrmWrite> writes = List.of(new CrmWrite(id, Map.of("city", "Ulm")));
        assertThat(client.granted().orElseThrow().scopes()).contains("crm.objects.contacts.write");

        control("faults", "{'missingScopes':['crm.objects.contacts.write']}");
        client.forgetGranted();

        assertThat(client.granted().orElseThrow().scopes())
                .contains("crm.objects.contacts.read")
                .doesNotContain("crm.objects.contacts.write");
        assertThat(client.write("contacts", writes))
                .allMatch(it -> it instanceof WriteOutcome.RetryLater later && later.lacksScope());
        assertThat(client.create("contacts", List.of(new CrmCreate("1", Map.of("city", "Ulm")))))
                .allMatch(it -> it instanceof CreateOutcome.RetryLater later && later.lacksScope());
        assertThat(client.read("contacts", List.of(id), List.of()).found()).hasSize(1);
    }

    @Test
    void eitherLogin_isToldItsAccountAndApp() {
        HubspotAccess.Granted asPrivateApp = client.granted().orElseThrow();
        assertThat(asPrivateApp.portalId()).hasValue(APP.portalId());
        assertThat(asPrivateApp.appId()).hasValue(APP.appId());

        login = new OAuthApp(APP.clientId(), APP.clientSecret(), APP.refreshToken());
        for (String path : List.of("/oauth/v1/token", "/oauth/v3/token", "/oauth/2026-03/token")) {
            assertThat(client(path).granted()).as(path).contains(asPrivateApp);
        }
    }

    @Test
    void webhooks_areSignedAndBecomeHints() {
        String id = contacts(1).get(0);
        client.write("contacts", List.of(new CrmWrite(id, Map.of("city", "Ulm"))));
        now = now.plusMillis(50);
        WebhookSignature signature = new WebhookSignature(this, false);
        WebhookEvents events =
                new WebhookEvents(
                        Hubspot.JSON,
                        OptionalLong.of(APP.appId()),
                        OptionalLong.of(APP.portalId()));
        List<Hint> hints = new ArrayList<>();

        for (WebhookDelivery delivery : sandbox.due()) {
            Map<String, String> headers = new HashMap<>();
            delivery.headers().forEach((k, v) -> headers.put(k.toLowerCase(Locale.ROOT), v));
            assertThat(
                            signature.check(
                                    "POST", delivery.target(), headers::get, delivery.body(), now))
                    .isEqualTo(WebhookSignature.Result.OK);
            hints.addAll(((WebhookBatch.Accepted) events.parse(delivery.body())).hints());
        }

        assertThat(hints).allMatch(hint -> hint.recordId().equals(id));
        assertThat(hints)
                .flatExtracting(Hint::changes)
                .extracting(change -> change.name() + "=" + change.wire())
                .contains("city=Ulm", "email=p0@example.com");
    }

    private List<String> contacts(int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            JsonNode made =
                    person(
                            "POST",
                            "/crm/v3/objects/contacts",
                            "{'properties':{'email':'p" + i + "@example.com'}}");
            ids.add(made.path("id").asText());
        }
        return ids;
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
                                Map.of(),
                                json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
        assertThat(response.status()).as(response.text()).isLessThan(300);
        return response.body().length == 0
                ? Hubspot.JSON.createObjectNode()
                : Hubspot.tree(response.text());
    }
}
