package io.crosswalk.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Route;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** People sign in at an OpenID provider, which this test stands for. */
@QuarkusTest
class SignInTest extends BrowserTest {
    private static final String PROVIDER = "https://id.example";
    private static final String BAR_END =
            "<div class=\"bar-end\"><button type=\"button\" id=\"sign-out\">Sign out</button>";
    private static final String ALLOWED = "access-control-allow-origin";

    private final Map<String, String> asked = new HashMap<>();

    /** Of pages: the path, and what was said to be allowed to see it. */
    private final Map<String, String> authorizations = new ConcurrentHashMap<>();

    /** The shell as it is where sign-in is configured; the provider; and who asks for pages. */
    private void configured(Screen screen) {
        screen.page().route("**/console/**", this::shell);
        screen.page().route(PROVIDER + "/**", this::provider);
        screen.page()
                .onRequest(
                        request -> {
                            String path = URI.create(request.url()).getPath();
                            if (path.startsWith("/pages")) {
                                authorizations.put(
                                        path,
                                        String.valueOf(request.headers().get("authorization")));
                            }
                        });
    }

    private void shell(Route route) {
        if (route.request().url().contains("/assets/")) {
            route.resume();
            return;
        }
        APIResponse answer = route.fetch();
        Map<String, String> headers = new HashMap<>(answer.headers());
        headers.computeIfPresent(
                "content-security-policy",
                (name, policy) -> policy.replace("'self';", "'self' " + PROVIDER + ";"));
        String meta =
                "<meta name=\"sign-in\" data-issuer=\""
                        + PROVIDER
                        + "\" data-client-id=\"console\" data-scope=\"openid api\" data-audience=\"\">";
        route.fulfill(
                new Route.FulfillOptions()
                        .setHeaders(headers)
                        .setBody(
                                answer.text()
                                        .replace("<title>", meta + "<title>")
                                        .replace("<div class=\"bar-end\">", BAR_END)));
    }

    private void provider(Route route) {
        URI url = URI.create(route.request().url());
        switch (url.getPath()) {
            case "/.well-known/openid-configuration" ->
                    json(
                            route,
                            "{\"authorization_endpoint\": \"https://id.example/authorize\","
                                    + " \"token_endpoint\": \"https://id.example/token\","
                                    + " \"end_session_endpoint\": \"https://id.example/logout\"}");
            case "/authorize" -> {
                asked.putAll(form(url.getRawQuery()));
                String back = asked.get("redirect_uri") + "?code=c0de&state=" + asked.get("state");
                route.fulfill(
                        new Route.FulfillOptions()
                                .setContentType("text/html")
                                .setBody("<script>location.replace('" + back + "')</script>"));
            }
            // As Cognito does, which knows no name but its own.
            case "/logout" -> {
                Map<String, String> said = form(url.getRawQuery());
                asked.put("signed out", said.get("client_id"));
                route.fulfill(
                        new Route.FulfillOptions()
                                .setContentType("text/html")
                                .setBody(
                                        "<script>location.replace('"
                                                + said.get("logout_uri")
                                                + "')</script>"));
            }
            case "/token" -> {
                asked.putAll(form(route.request().postData()));
                json(route, "{\"access_token\": \"t0ken\", \"expires_in\": 3600}");
            }
            default -> route.abort();
        }
    }

    private static void json(Route route, String body) {
        route.fulfill(
                new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setHeaders(Map.of(ALLOWED, "*", "content-type", "application/json"))
                        .setBody(body));
    }

    private static Map<String, String> form(String text) {
        Map<String, String> values = new HashMap<>();
        for (String pair : text.split("&")) {
            String[] parts = pair.split("=", 2);
            values.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return values;
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static void signIn(Screen screen) {
        signIn(screen, "#row-deal-amount");
    }

    private static void signIn(Screen screen, String shows) {
        assertThat(screen.find("h1")).hasText("Sign in");
        screen.find("[data-sign-in]").click();
        assertThat(screen.find(shows)).isVisible();
    }

    private static void timeGoesBy(Screen screen) {
        screen.page()
                .evaluate(
                        "sessionStorage.setItem('crosswalk.token',"
                                + " JSON.stringify({token: 'old', until: 0}))");
    }

    @Test
    void signedIn_comesBackToThePageAndSendsTheTokenWithEverything() {
        wide(
                screen -> {
                    configured(screen);
                    screen.open("/console/objects/deal?rule=TWO_WAY").isAccessible();
                    assertThat(authorizations).isEmpty();
                    screen.open("/console/objects/deal");
                    signIn(screen);

                    assertThat(screen.page().url()).endsWith("/console/objects/deal");
                    screen.find("#edit-deal-amount").click();
                    assertThat(screen.find("#panel-title")).hasText("Edit mapping");
                });
        assertThat(asked.get("code_challenge")).isEqualTo(challenge(asked.get("code_verifier")));
        assertThat(asked.get("scope")).isEqualTo("openid api");
        assertThat(authorizations).containsKey("/pages/objects/deal/mappings/deal-amount");
        assertThat(authorizations.values()).containsOnly("Bearer t0ken");
    }

    @Test
    void signInIsOver_asksForAnotherBeforeAnythingIsSent() {
        wide(
                screen -> {
                    configured(screen);
                    screen.open("/console/objects/deal");
                    signIn(screen);
                    timeGoesBy(screen);
                    screen.find("#edit-deal-amount").click();

                    assertThat(screen.find("h1")).hasText("Sign in");
                    assertThat(screen.find("main")).containsText("Nothing was changed");
                });
        assertThat(authorizations).doesNotContainKey("/pages/objects/deal/mappings/deal-amount");
    }

    @Test
    void signInIsOver_theDocumentThatSomebodyWrites_isThereAgainAfterTheNext() {
        String written = "partial: true\nobjects:\n  deal:\n    matching: ID_ONLY\n";
        wide(
                screen -> {
                    configured(screen);
                    screen.open("/console/configuration");
                    signIn(screen, "#document");
                    screen.find("#document").fill(written);
                    timeGoesBy(screen);
                    screen.find("#plan-it").click();
                    signIn(screen, "#document");

                    assertThat(screen.find("#document")).hasValue(written);
                    assertThat(screen.find("#document-form [role=status]"))
                            .containsText("is here again");
                    screen.open("/console/configuration");
                    assertThat(screen.find("#document")).not().hasValue(written);
                });
    }

    @Test
    void signInIsOver_aPanelKeepsWhatIsInIt_andOffersTheNext() {
        wide(
                screen -> {
                    configured(screen);
                    screen.open("/console/objects/deal");
                    signIn(screen);
                    screen.find("#edit-deal-amount").click();
                    screen.find("#rule-DONT_SYNC").click();
                    assertThat(screen.find("#fill-none")).hasCount(0);
                    timeGoesBy(screen);
                    screen.find("#editor-save").click();

                    assertThat(screen.find("#panel .refusal"))
                            .containsText("You are not signed in any more.");
                    assertThat(screen.find("#rule-DONT_SYNC")).isChecked();
                    screen.isAccessible();
                    screen.find("#panel [data-sign-in]").click();
                    assertThat(screen.find("#row-deal-amount")).isVisible();
                });
    }

    @Test
    void signedOut_comesBackToTheConsole() {
        wide(
                screen -> {
                    configured(screen);
                    screen.open("/console/objects/deal");
                    signIn(screen);
                    screen.find("#sign-out").click();

                    assertThat(screen.find("h1")).hasText("Sign in");
                });
        assertThat(asked).containsEntry("signed out", "console");
    }

    @Test
    void answerToAnotherSignIn_isNotTaken() {
        wide(
                screen -> {
                    configured(screen);
                    screen.open("/console/signed-in?code=stolen&state=forged");

                    assertThat(screen.find("main"))
                            .containsText("belongs to no sign-in that was begun in this tab");
                });
        assertThat(asked).doesNotContainKey("code_verifier");
    }
}
