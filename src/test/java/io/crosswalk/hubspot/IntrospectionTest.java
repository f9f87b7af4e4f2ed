package io.crosswalk.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswalk.hubspot.HubspotAccess.Granted;
import io.crosswalk.hubspot.HubspotCredentials.OAuthApp;
import io.crosswalk.hubspot.HubspotCredentials.PrivateApp;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.sandbox.SandboxRequest;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What HubSpot answers when it is asked what the app may do. */
class IntrospectionTest {
    private static final String SAID = "{'userId':1,'hubId':62515,'appId':7001,'scopes':['a']}";
    private static final String OTHERWISE = "{'hubId':62515,'appId':7001,'scopes':['b']}";

    private final Hubspot hubspot = new Hubspot();

    @AfterEach
    void close() {
        hubspot.close();
    }

    private void login(String granted) {
        hubspot.login = new OAuthApp("client", "secret", "refresh");
        hubspot.answers(200, "{'access_token':'t%1','expires_in':1800" + granted + "}");
    }

    private Set<String> scopes() {
        return hubspot.client.granted().map(Granted::scopes).orElse(Set.of("unknown"));
    }

    @Test
    void privateApp_isAskedAboutByItsTokenInBodyAndHeader() {
        hubspot.answers(200, SAID);

        Granted granted = hubspot.client.granted().orElseThrow();

        assertThat(granted)
                .isEqualTo(
                        new Granted(Set.of("a"), OptionalLong.of(62_515), OptionalLong.of(7_001)));
        SandboxRequest request = hubspot.crm.requests.get(0);
        assertThat(request.method() + " " + request.path())
                .isEqualTo("POST /oauth/v2/private-apps/get/access-token-info");
        assertThat(request.text()).isEqualTo("{\"tokenKey\":\"pat-1\"}");
        assertThat(request.header("authorization")).isEqualTo("Bearer pat-1");
        assertThat(hubspot.calls).containsExactly("ACCESS 0 200");
    }

    @Test
    void answer_isKeptUntilTheTimeIsUpOrItIsForgotten() {
        hubspot.answers(200, SAID).answers(200, OTHERWISE).answers(200, SAID);
        hubspot.answers(200, OTHERWISE);

        assertThat(scopes()).containsExactly("a");
        hubspot.now = hubspot.now.plus(Duration.ofSeconds(299));
        assertThat(scopes()).containsExactly("a");
        hubspot.now = hubspot.now.plus(Duration.ofSeconds(1));
        assertThat(scopes()).containsExactly("b");
        hubspot.client.forgetMetadata();
        assertThat(scopes()).containsExactly("a");
        hubspot.client.forgetGranted();
        assertThat(scopes()).containsExactly("b");
    }

    @Test
    void tokenIsReplaced_isAskedAnew() {
        hubspot.answers(200, SAID).answers(401, "{}").answers(200, "{'results':[]}");
        hubspot.answers(200, OTHERWISE);
        assertThat(scopes()).containsExactly("a");

        hubspot.login = new PrivateApp("pat-2");
        hubspot.client.properties("contacts");

        assertThat(scopes()).containsExactly("b");
        assertThat(hubspot.crm.requests.get(3).text()).contains("pat-2");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 410})
    void questionIsRefused_itIsNotKnown(int status) {
        hubspot.answers(status, "{'category':'MISSING_SCOPES'}");

        assertThat(hubspot.client.granted()).isEmpty();
        assertThat(hubspot.client.granted()).isEmpty();
        assertThat(hubspot.crm.requests).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'active':false,'scopes':['a']}", "{'scopes':'a b'}"})
    void answerSaysNothing_itIsNotKnown(String answer) {
        hubspot.answers(200, answer);

        assertThat(hubspot.client.granted()).isEmpty();
    }

    @Test
    void hubspotIsAway_isNoAnswerAndNamesNoToken() {
        hubspot.answers(503, "{}").answers(200, SAID);

        assertThatThrownBy(() -> hubspot.client.granted())
                .isInstanceOf(CrmUnavailable.class)
                .hasMessageContaining("what the app may do")
                .hasMessageNotContaining("pat-1");
        assertThat(scopes()).containsExactly("a");
    }

    @Test
    void oauthApp_isAskedAboutAtTheEndpointOfItsVersion() {
        login("");
        hubspot.answers(200, "{'hub_id':62515,'app_id':7001,'scopes':['a','oauth']}");

        Granted granted = hubspot.clientOf("/oauth/v1/token").granted().orElseThrow();

        assertThat(granted)
                .isEqualTo(
                        new Granted(
                                Set.of("a", "oauth"),
                                OptionalLong.of(62_515),
                                OptionalLong.of(7_001)));
        SandboxRequest request = hubspot.crm.requests.get(1);
        assertThat(request.method() + " " + request.path())
                .isEqualTo("GET /oauth/v1/access-tokens/t%1");
    }

    @Test
    void oauthAppOfALaterVersion_isAskedAboutInTheBody() {
        login("");
        hubspot.answers(200, "{'active':true,'hub_id':62515,'app_id':7001,'scopes':['a']}");
        HttpHubspotClient client = hubspot.clientOf("/oauth/v3/token");

        assertThat(client.granted().orElseThrow().appId()).hasValue(7_001);

        SandboxRequest request = hubspot.crm.requests.get(1);
        assertThat(request.path()).isEqualTo("/oauth/v3/token/introspect");
        assertThat(SandboxRequest.pairs(request.text()))
                .containsEntry("token", List.of("t%1"))
                .containsEntry("client_secret", List.of("secret"));
    }

    @Test
    void introspectionOnlySaysThatTheTokenIsGood_whatTheLoginSaidCounts() {
        login(",'hub_id':62515,'scopes':['a']");
        hubspot.answers(200, "{'active':true}");

        assertThat(hubspot.client.granted())
                .contains(new Granted(Set.of("a"), OptionalLong.of(62_515), OptionalLong.empty()));
    }
}
