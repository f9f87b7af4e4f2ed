package io.crosswalk.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswalk.api.SetupCheck.State;
import io.crosswalk.hubspot.CallListener;
import io.crosswalk.hubspot.ConfiguredApp;
import io.crosswalk.hubspot.HttpHubspotClient;
import io.crosswalk.hubspot.HubspotCredentials;
import io.crosswalk.mapping.HubspotScopes;
import io.crosswalk.mapping.OneMapping;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.sandbox.LocalCrm;
import io.crosswalk.sandbox.SandboxRequest;
import io.crosswalk.sandbox.SandboxResponse;
import io.crosswalk.sandbox.hubspot.HubspotSandbox;
import io.crosswalk.sandbox.hubspot.HubspotSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the setup checks find of the app's scopes, and of whose app it is; over HTTP. */
class HubspotScopesSetupTest implements HubspotCredentials {
    private static final HubspotSettings.App APP = HubspotSettings.defaults().app();
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private final HubspotSandbox sandbox =
            new HubspotSandbox(() -> NOW, 1, HubspotSettings.defaults());
    private final LocalCrm crm = new LocalCrm("/sandbox/hubspot", sandbox::handle);
    private final HttpHubspotClient client =
            new HttpHubspotClient(
                    new io.crosswalk.hubspot.HubspotSettings(
                            URI.create(crm.url()),
                            "/oauth/v1/token",
                            Duration.ofSeconds(5),
                            Duration.ofMinutes(5),
                            OptionalLong.of(APP.appId())),
                    this,
                    Clock.systemUTC(),
                    new ObjectMapper(),
                    CallListener.NONE);
    private final OneMapping mappings = new OneMapping();

    @Override
    public Optional<Login> login() {
        return Optional.of(new PrivateApp(APP.privateToken()));
    }

    @Override
    public List<String> webhookSecrets() {
        return List.of();
    }

    @AfterEach
    void close() {
        crm.close();
    }

    private HubspotSetup setup(OptionalLong portalId, OptionalLong appId) {
        HubspotScopes scopes = new HubspotScopes(mappings, client, client);
        ConfiguredApp configured = new ConfiguredApp(portalId, appId);
        return new HubspotSetup(
                client, client, this, configured, scopes, mappings, null, Clock.systemUTC());
    }

    private HubspotSetup setup() {
        return setup(OptionalLong.of(APP.portalId()), OptionalLong.of(APP.appId()));
    }

    private void faults(String json) {
        byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        SandboxResponse answer =
                sandbox.handle(SandboxRequest.of("POST", "/_control/faults", Map.of(), body));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @Test
    void appWithEverything_isFine() {
        SetupFinding found = setup().scopes();

        assertThat(found.state()).isEqualTo(State.FINE);
        assertThat(found.text()).contains("to write what the rules write in HubSpot");
        assertThat(setup().credentials().state()).isEqualTo(State.FINE);
    }

    @Test
    void scopesToWriteAreMissing_eachIsNamedBeforeAnythingIsWritten() {
        faults(
                "{'missingScopes':['crm.objects.contacts.write','crm.objects.companies.write',"
                        + "'crm.objects.deals.write']}");

        SetupFinding found = setup().scopes();

        assertThat(found.state()).isEqualTo(State.WRONG);
        assertThat(found.code()).isEqualTo("MISSING_SCOPES");
        assertThat(found.text()).contains("2 scopes");
        assertThat(found.todo())
                .contains("crm.objects.contacts.write, crm.objects.companies.write")
                .doesNotContain("deals");
    }

    @Test
    void nothingIsWrittenInHubspot_scopesToWriteAreNotAskedFor() {
        mappings.rule(SyncRule.ALWAYS_USE_HUBSPOT);
        faults("{'missingScopes':['crm.objects.contacts.write']}");

        assertThat(setup().scopes().state()).isEqualTo(State.FINE);
    }

    @Test
    void scopesToReadAreMissing_areNamedOnce() {
        faults("{'missingScopes':['crm.objects.companies.read']}");

        SetupFinding found = setup().scopes();

        assertThat(found.text()).endsWith("it lacks a scope.");
        assertThat(found.todo())
                .isEqualTo(
                        "Give the app the scope crm.objects.companies.read in HubSpot, and install"
                                + " it again.");
    }

    @Test
    void ownersFollow_theirScopeIsNamed() {
        faults("{'missingScopes':['crm.objects.owners.read']}");
        assertThat(setup().scopes().state()).isEqualTo(State.FINE);

        mappings.ofOwners();

        assertThat(setup().scopes().todo()).contains("crm.objects.owners.read");
    }

    @Test
    void hubspotRefusesToTell_whatCanBeReadIsToldAsBefore() {
        faults(
                "{'missingScopes':['crm.objects.contacts.write'],"
                        + "'calls':[{'kind':'access','answer':'404'}]}");

        SetupFinding found = setup().scopes();

        assertThat(found.state()).isEqualTo(State.FINE);
        assertThat(found.text()).contains("HubSpot does not say whether the app may write");
        assertThat(setup(OptionalLong.of(1), OptionalLong.of(2)).credentials().state())
                .isEqualTo(State.FINE);
    }

    @Test
    void hubspotRefusesWhatItSaysIsAllowed_theRefusalCounts() {
        faults("{'calls':[{'kind':'batch_read','answer':'MISSING_SCOPES'}]}");

        assertThat(setup().scopes().todo()).contains("crm.objects.contacts.read");
    }

    @Test
    void hubspotDoesNotAnswerTheQuestion_itIsNotKnown_andTheLoginIsFine() {
        faults("{'calls':[{'kind':'access','answer':'503'}]}");

        assertThat(setup().scopes().state()).isEqualTo(State.UNKNOWN);
        assertThat(setup().credentials().state()).isEqualTo(State.FINE);
    }

    @Test
    void tokenOfAnotherAccount_isWrong() {
        SetupFinding found = setup(OptionalLong.of(62_515), OptionalLong.empty()).credentials();

        assertThat(found.state()).isEqualTo(State.WRONG);
        assertThat(found.code()).isEqualTo("OTHER_ACCOUNT");
        assertThat(found.text()).contains("4242001", "62515");
        assertThat(found.todo()).contains("crosswalk.hubspot.webhook.portal-id");
    }

    @Test
    void tokenOfAnotherApp_isWrong_andItsScopesAreToldAllTheSame() {
        HubspotSetup setup = setup(OptionalLong.of(APP.portalId()), OptionalLong.of(99));

        SetupFinding found = setup.credentials();

        assertThat(found.state()).isEqualTo(State.WRONG);
        assertThat(found.code()).isEqualTo("OTHER_APP");
        assertThat(found.text()).contains("the app 7001", "the app 99", "those of people");
        assertThat(found.todo()).contains("crosswalk.hubspot.app-id");
        assertThat(setup.scopes().state()).isEqualTo(State.FINE);
    }

    @Test
    void nothingIsConfigured_nothingIsCompared() {
        assertThat(setup(OptionalLong.empty(), OptionalLong.empty()).credentials().state())
                .isEqualTo(State.FINE);
    }
}
