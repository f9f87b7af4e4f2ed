package io.crosswalk.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.crosswalk.infra.PretendedAws.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** {@code infra/doctor} tells what is wrong, check by check, and only that. */
@EnabledIf("io.crosswalk.infra.PretendedAws#canRunScripts")
class DoctorTest {
    private static final String SECRET = "of-the-app";
    private static final String CONFIGURATION =
            "[{\"MemorySize\":1024,\"Timeout\":60},{\"CROSSWALK_SYNC_WATCH_ONLY\":\"true\"}]";
    private static final Map<String, String> SIGNED_IN = Map.of("CROSSWALK_TOKEN", "a-token");

    @TempDir Path folder;
    private HttpServer server;
    private boolean well = true;
    private String url;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        url = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/api/status", exchange -> answer(exchange, status(exchange)));
        server.createContext("/console", exchange -> answer(exchange, console(exchange)));
        server.createContext("/webhooks/hubspot", exchange -> answer(exchange, webhook(exchange)));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private int status(HttpExchange exchange) {
        boolean signedIn =
                "Bearer a-token".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        return signedIn == well ? 200 : 401;
    }

    private int console(HttpExchange exchange) {
        boolean around = exchange.getRequestURI().getRawPath().endsWith("/%252e%252e/api/status");
        if (around) {
            return well ? 404 : 200;
        }
        return well ? 200 : 502;
    }

    private int webhook(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders();
        String signed =
                "POST"
                        + url
                        + exchange.getRequestURI()
                        + body
                        + headers.getFirst("X-HubSpot-Request-Timestamp");
        boolean fits = hmac(signed).equals(headers.getFirst("X-HubSpot-Signature-v3"));
        // Without it the setup page would take what is refused here for HubSpot's.
        boolean saysWhoItIs = headers.containsKey("X-Crosswalk-Doctor");
        return saysWhoItIs ? (fits == well ? 200 : 401) : 500;
    }

    private static String hmac(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Test
    void healthyDeployment_passesEveryCheck() throws Exception {
        Ended ended = look(healthy(), SIGNED_IN);

        assertThat(ended.lines("failed")).isEmpty();
        assertThat(ended.lines("skipped")).isEmpty();
        assertThat(ended.lines("ok")).hasSizeGreaterThan(20);
        assertThat(ended.exit()).isZero();
        assertThat(ended.out()).doesNotContain(SECRET).doesNotContain("a-token");
    }

    @Test
    void everythingWrong_failsEveryCheckWithAdvice() throws Exception {
        Set<String> checks = names(look(healthy(), SIGNED_IN).lines("ok"));
        well = false;

        Ended ended = look(sick(), SIGNED_IN);

        // Without outputs there is nothing to look at further.
        checks.remove("outputs");
        // This one is needed for the webhook with a good signature; the next test lacks it.
        checks.remove("HubSpot's secret: webhooks");
        assertThat(names(ended.lines("failed"))).isEqualTo(checks);
        assertThat(ended.lines("failed"))
                .allSatisfy(line -> assertThat(line).contains(". To do: "));
        assertThat(ended.exit()).isEqualTo(1);
    }

    @Test
    void noStack_cannotLook() throws Exception {
        Ended ended = look(new PretendedAws(folder), Map.of());

        assertThat(ended.lines("failed")).singleElement().asString().startsWith("failed   stack");
        assertThat(ended.exit()).isEqualTo(2);
    }

    @Test
    void anotherTemplatesStack_failsAtItsOutputs() throws Exception {
        PretendedAws aws =
                new PretendedAws(folder)
                        .says("StackStatus", "CREATE_COMPLETE")
                        .says("Outputs", "BucketName\tsomething");

        Ended ended = look(aws, Map.of());

        assertThat(names(ended.lines("failed"))).containsExactly("outputs");
        assertThat(ended.exit()).isEqualTo(2);
    }

    @Test
    void withoutTokenSecretAndChangeEvents_saysWhatWasNotLookedAt() throws Exception {
        PretendedAws aws =
                common(new PretendedAws(folder))
                        .says("StackStatus", "CREATE_COMPLETE")
                        .says("Outputs", outputs(false))
                        .says("get-secret-value", "{}");

        Ended ended = look(aws, Map.of());

        assertThat(ended.lines("skipped")).hasSize(2);
        assertThat(names(ended.lines("failed"))).contains("HubSpot's secret: webhooks");
        assertThat(ended.lines("note")).singleElement().asString().contains("change events");
    }

    @Test
    void aliasBehindTheDeployment_namesWhatRunsWithFormerValues() throws Exception {
        PretendedAws aws =
                new PretendedAws(folder)
                        .says(
                                "get-function-configuration LATEST",
                                CONFIGURATION.replace("true", "false").replace("1024", "512"));
        Ended ended = look(healthy(aws), SIGNED_IN);

        assertThat(ended.lines("failed"))
                .hasSize(5)
                .allSatisfy(
                        line ->
                                assertThat(line)
                                        .contains(
                                                "former values of CROSSWALK_SYNC_WATCH_ONLY, MemorySize")
                                        .contains("update-alias"));
    }

    /** Until its first run that succeeds, a new stack's cursors are a day old. */
    @Test
    void newStack_isJudgedByTheNewestFigureOfReconcile() throws Exception {
        PretendedAws aws = new PretendedAws(folder);

        look(healthy(aws), SIGNED_IN);

        assertThat(aws.calls())
                .filteredOn(call -> call.contains("CursorAge"))
                .singleElement()
                .asString()
                .contains("--period 60 ", "--query sort_by(Datapoints, &Timestamp)[-1].Maximum");
    }

    @Test
    void changesAreFoundThatNoEventToldOf_failsForThatSide() throws Exception {
        PretendedAws aws =
                new PretendedAws(folder).says("get-metric-statistics SalesforceSilence", "90000.0");

        Ended ended = look(healthy(aws), SIGNED_IN);

        assertThat(ended.lines("failed"))
                .singleElement()
                .asString()
                .contains("Salesforce's change events: none since 25 h", "relay");
    }

    /** Its event source is active all the same. */
    @Test
    void relayNeverRan_isNotedButNoFault() throws Exception {
        PretendedAws aws =
                new PretendedAws(folder)
                        .says("get-metric-statistics SalesforceHintsStored", "None");

        Ended ended = look(healthy(aws), SIGNED_IN);

        assertThat(ended.lines("failed")).isEmpty();
        assertThat(ended.lines("note")).singleElement().asString().contains("does the relay run?");
    }

    @Test
    void accountRunsFewFunctionsAtATime_isNoted() throws Exception {
        PretendedAws aws = new PretendedAws(folder).says("get-account-settings", "10");

        Ended ended = look(healthy(aws), SIGNED_IN);

        assertThat(ended.lines("failed")).isEmpty();
        assertThat(ended.lines("note")).singleElement().asString().contains("SyncParallelism=1");
    }

    /** CloudFormation names the rule, and tells its name in more than one way. */
    @Test
    void rule_isAskedForByTheNameThatItWasGiven() throws Exception {
        for (String id :
                List.of("crosswalk-ChangeRule-A1", "aws.partner/x|crosswalk-ChangeRule-A1")) {
            PretendedAws aws = new PretendedAws(folder).says("list-stack-resources", id);

            look(healthy(aws), SIGNED_IN);

            assertThat(aws.calls())
                    .filteredOn(call -> call.contains("describe-rule"))
                    .last()
                    .asString()
                    .contains("--name crosswalk-ChangeRule-A1 --event-bus-name aws.partner/x ");
        }
    }

    /** Lambda puts versions with a snapshot to sleep that nobody called for two weeks. */
    @Test
    void sleepingFunction_isWell() throws Exception {
        PretendedAws aws = new PretendedAws(folder);
        aws.says("get-function salesforceChange LastUpdateStatus", "Inactive\tSuccessful");

        Ended ended = look(healthy(aws), SIGNED_IN);

        assertThat(ended.lines("failed")).isEmpty();
        assertThat(ended.lines("note"))
                .singleElement()
                .asString()
                .contains("salesforceChange", "wakes");
    }

    private PretendedAws healthy() throws IOException {
        return healthy(new PretendedAws(folder));
    }

    private PretendedAws healthy(PretendedAws aws) throws IOException {
        return common(aws)
                .says("StackStatus", "UPDATE_COMPLETE")
                .says("Outputs", outputs(true))
                .says(
                        "secret:hubspot",
                        "{\"privateAppToken\":\"t\",\"webhookClientSecrets\":[\"" + SECRET + "\"]}")
                .says(
                        "secret:salesforce",
                        "{\"clientId\":\"c\",\"username\":\"u\",\"privateKey\":\"-----BEGIN PRIVATE"
                                + " KEY-----\"}")
                .says("secret:storage", "{\"fingerprintKey\":\"0123456789abcdef\"}");
    }

    /** What works; a check of a sick deployment never comes to it. */
    private PretendedAws common(PretendedAws aws) {
        return aws.says("get-function-configuration", CONFIGURATION)
                .says("get-function", "Active\tSuccessful")
                .says("get-account-settings", "1000")
                .says("describe-table", "ACTIVE\tTrue")
                .says("describe-continuous-backups", "ENABLED")
                .says("list-event-source-mappings", "Enabled\tOK")
                .says("get-schedule", "ENABLED")
                .says("list-stack-resources", "arn:aws:events:r:1:rule/aws.partner/x/changes")
                .says("describe-rule", "ENABLED")
                .says("describe-event-source", "ACTIVE")
                .says("get-metric-statistics", "42.0")
                .says("Parameters[", "None")
                .says("describe-alarms", "");
    }

    private PretendedAws sick() throws IOException {
        return new PretendedAws(folder)
                .says("StackStatus", "UPDATE_ROLLBACK_COMPLETE")
                .says("Outputs", outputs(true))
                .says("get-function-configuration live", CONFIGURATION)
                .says("get-function-configuration", CONFIGURATION.replace("true", "false"))
                .says("get-function", "Failed\tFailed")
                .says("describe-table", "ARCHIVED\tTrue")
                .says("describe-continuous-backups", "DISABLED")
                .says("list-event-source-mappings", "Disabled\tOK")
                .says("get-schedule", "DISABLED")
                .says("list-stack-resources", "aws.partner/x|changes")
                .says("describe-rule", "DISABLED")
                .says("describe-event-source", "PENDING")
                .says("get-metric-statistics Silence", "90000.0")
                .says("get-metric-statistics", "None")
                .says(
                        "secret:hubspot",
                        "{\"webhookClientSecrets\":[\"\"],\"clientSecret\":\"" + SECRET + "\"}")
                .says("secret:salesforce", "{\"clientId\":\"c\",\"username\":\"u\"}")
                .says("secret:storage", "{\"fingerprintKey\":\"short\"}")
                .says("Parameters[", "None")
                .says("describe-alarms", "crosswalk oldest due");
    }

    private String outputs(boolean changeEvents) {
        String lines =
                "WebhookUrl\t"
                        + url
                        + "/webhooks/hubspot\n"
                        + "ApiUrl\t"
                        + url
                        + "/api\n"
                        + "ConsoleUrl\t"
                        + url
                        + "/console\n"
                        + "HubspotSecretArn\tsecret:hubspot\n"
                        + "SalesforceSecretArn\tsecret:salesforce\n"
                        + "StorageSecretArn\tsecret:storage";
        return changeEvents ? lines + "\nSalesforceEventBusName\taws.partner/x" : lines;
    }

    private static Ended look(PretendedAws aws, Map<String, String> environment) throws Exception {
        return aws.run(environment, "", "infra/doctor");
    }

    private static Set<String> names(List<String> lines) {
        return lines.stream()
                .map(
                        line ->
                                line.replaceAll("^\\w+ +", "")
                                        .replaceAll(": [^:]*(\\. To do: .*)?$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
