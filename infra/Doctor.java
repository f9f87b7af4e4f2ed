import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Looks at a finished deployment, end to end: {@code infra/doctor [stack]}. One line a check, with
 * what to do where it failed. Needs the AWS CLI, signed in, and reads the secrets to sign a webhook
 * of its own; it prints none of them and changes nothing. Exit code: 0 all well, 1 something
 * failed, 2 it could not look.
 */
public final class Doctor {
    private static final List<String> FUNCTIONS =
            List.of("hubspotWebhook", "salesforceChange", "sync", "reconcile", "api");
    private static final List<String> TABLES =
            List.of("configuration", "records", "journal", "problems");
    private static final Duration PATIENCE = Duration.ofSeconds(35);

    private final String stack;
    private final Map<String, String> outputs = new LinkedHashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();
    private int failed;

    private Doctor(String stack) {
        this.stack = stack;
    }

    public static void main(String[] arguments) {
        if (arguments.length > 1 || Arrays.asList(arguments).contains("--help")) {
            System.out.println(
                    """
                    usage: infra/doctor [stack]      (default: crosswalk)
                      AWS_REGION, AWS_PROFILE  as for the AWS CLI
                      CROSSWALK_TOKEN          a bearer token, to ask GET /api/status as well""");
            System.exit(arguments.length > 1 ? 2 : 0);
        }
        Doctor doctor = new Doctor(arguments.length == 1 ? arguments[0] : "crosswalk");
        System.exit(doctor.look());
    }

    private int look() {
        if (!stackIsThere()) {
            return 2;
        }
        FUNCTIONS.forEach(this::function);
        concurrency();
        TABLES.forEach(this::table);
        stream();
        schedule();
        changeEvents();
        Optional<String> webhookSecret = hubspotSecret();
        salesforceSecret();
        storageSecret();
        apiAsksForAToken();
        consoleIsServed();
        webhookRefusesAForgery();
        webhookSecret.ifPresentOrElse(
                this::webhookTakesASignedOne,
                () -> skipped("webhook with a good signature", "there is no secret to sign with"));
        status();
        reconcileRuns();
        tells(
                "HubSpot",
                "webhooks",
                "compare the app's target URL with the output WebhookUrl, and look whether its subscriptions are active");
        alarms();
        System.out.println(
                failed == 0
                        ? "All is well."
                        : failed + (failed == 1 ? " check failed." : " checks failed."));
        return failed == 0 ? 0 : 1;
    }

    // ---- What is deployed
    // ------------------------------------------------------------------------

    private boolean stackIsThere() {
        Answer state =
                aws(
                        "cloudformation",
                        "describe-stacks",
                        "--stack-name",
                        stack,
                        "--query",
                        "Stacks[0].StackStatus");
        if (!state.worked()) {
            failed(
                    "stack",
                    "cannot be read: " + state.error(),
                    "check its name, AWS_REGION and who you are: aws sts get-caller-identity");
            return false;
        }
        check(
                "stack",
                state.text().endsWith("_COMPLETE") && !state.text().contains("ROLLBACK"),
                state.text(),
                "look at its events: aws cloudformation describe-stack-events --stack-name "
                        + stack);
        Answer values =
                aws(
                        "cloudformation",
                        "describe-stacks",
                        "--stack-name",
                        stack,
                        "--query",
                        "Stacks[0].Outputs[].[OutputKey,OutputValue]");
        for (String line : values.lines()) {
            String[] parts = line.split("\t", 2);
            if (parts.length == 2) {
                outputs.put(parts[0], parts[1]);
            }
        }
        boolean all =
                outputs.keySet()
                        .containsAll(
                                List.of(
                                        "WebhookUrl",
                                        "ApiUrl",
                                        "ConsoleUrl",
                                        "HubspotSecretArn",
                                        "SalesforceSecretArn",
                                        "StorageSecretArn"));
        check(
                "outputs",
                all,
                outputs.size() + " found",
                "deploy Crosswalk's template.yaml as stack '" + stack + "'");
        return all;
    }

    private void function(String name) {
        Answer state =
                aws(
                        "lambda",
                        "get-function",
                        "--function-name",
                        stack + "-" + name,
                        "--qualifier",
                        "live",
                        "--query",
                        "[Configuration.State,Configuration.LastUpdateStatus]");
        boolean sleeps = state.worked() && state.text().startsWith("Inactive");
        check(
                "function " + name,
                sleeps || state.worked() && state.text().startsWith("Active"),
                state.said(),
                "deploy again; its log is /aws/lambda/" + stack + "-" + name);
        if (sleeps) {
            note(
                    "function " + name,
                    "was not called for days: it wakes at the next event. The first call may fail, and comes again");
        }
        settings(name);
    }

    /**
     * New accounts may run ten functions at a time; the first linking takes eight of them for sync.
     */
    private void concurrency() {
        Answer limit =
                aws(
                        "lambda",
                        "get-account-settings",
                        "--query",
                        "AccountLimit.ConcurrentExecutions");
        if (limit.text().matches("\\d{1,4}") && Integer.parseInt(limit.text()) < 50) {
            note(
                    "the account",
                    "runs "
                            + limit.text()
                            + " functions at a time: with much to do sync keeps webhooks, API and console"
                            + " waiting. Deploy with SyncParallelism=1, or ask AWS for more (Service Quotas, Lambda, Concurrent executions)");
        }
    }

    /** Everything calls the alias; what was deployed comes to it with a new version only. */
    private void settings(String name) {
        String function = stack + "-" + name;
        Answer runs = configuration(function, "live");
        Answer deployed = configuration(function, "$LATEST");
        List<String> others = differences(members(runs), members(deployed));
        boolean read = runs.worked() && deployed.worked() && !members(runs).isEmpty();
        check(
                "settings of " + name,
                read && others.isEmpty(),
                !read
                        ? (runs.worked() ? deployed : runs).said()
                        : others.isEmpty()
                                ? "as deployed"
                                : "runs with former values of " + String.join(", ", others),
                "aws lambda publish-version --function-name "
                        + function
                        + ", and with the number that it answers"
                        + " aws lambda update-alias --function-name "
                        + function
                        + " --name live --function-version …");
    }

    private static Answer configuration(String function, String qualifier) {
        return aws(
                "lambda",
                "get-function-configuration",
                "--function-name",
                function,
                "--qualifier",
                qualifier,
                "--query",
                "to_string([{MemorySize: MemorySize, Timeout: Timeout}, Environment.Variables])");
    }

    /** Texts and numbers of flat JSON objects. */
    private static Map<String, String> members(Answer json) {
        Map<String, String> members = new TreeMap<>();
        Matcher member =
                Pattern.compile("\"(\\w+)\":\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|\\d+)")
                        .matcher(json.text());
        while (member.find()) {
            members.put(member.group(1), member.group(2));
        }
        return members;
    }

    private static List<String> differences(Map<String, String> some, Map<String, String> others) {
        TreeSet<String> names = new TreeSet<>(some.keySet());
        names.addAll(others.keySet());
        names.removeIf(name -> Objects.equals(some.get(name), others.get(name)));
        return List.copyOf(names);
    }

    private void table(String name) {
        String table = stack + "-" + name;
        Answer state =
                aws(
                        "dynamodb",
                        "describe-table",
                        "--table-name",
                        table,
                        "--query",
                        "Table.[TableStatus,DeletionProtectionEnabled]");
        check("table " + name, state.text().startsWith("ACTIVE"), state.said(), "deploy again");
        if (state.text().endsWith("False")) {
            note(
                    "table " + name,
                    "may be deleted: deploy with DeletionProtection=true once you keep data");
        }
        Answer backup =
                aws(
                        "dynamodb",
                        "describe-continuous-backups",
                        "--table-name",
                        table,
                        "--query",
                        "ContinuousBackupsDescription.PointInTimeRecoveryDescription.PointInTimeRecoveryStatus");
        check(
                "table " + name + ": point-in-time recovery",
                backup.text().equals("ENABLED"),
                backup.said(),
                "somebody turned it off: aws dynamodb update-continuous-backups --table-name "
                        + table
                        + " --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true");
    }

    private void stream() {
        Answer mapping =
                aws(
                        "lambda",
                        "list-event-source-mappings",
                        "--function-name",
                        stack + "-sync:live",
                        "--query",
                        "EventSourceMappings[].[State,LastProcessingResult]");
        check(
                "stream to sync",
                mapping.text().startsWith("Enabled"),
                mapping.said(),
                "enable it: aws lambda update-event-source-mapping --enabled --uuid …; until then reconcile drives nothing either");
    }

    private void schedule() {
        Answer state =
                aws(
                        "scheduler",
                        "get-schedule",
                        "--name",
                        stack + "-reconcile",
                        "--query",
                        "State");
        check(
                "schedule of reconcile",
                state.text().equals("ENABLED"),
                state.said(),
                "deploy again, or enable it in EventBridge Scheduler");
    }

    private void changeEvents() {
        String bus = outputs.get("SalesforceEventBusName");
        if (bus == null || bus.isEmpty()) {
            note(
                    "Salesforce's change events",
                    "not set up: Salesforce's changes are found once a minute. infra/salesforce/README.md says how");
            return;
        }
        Answer made =
                aws(
                        "cloudformation",
                        "list-stack-resources",
                        "--stack-name",
                        stack,
                        "--query",
                        "StackResourceSummaries[?LogicalResourceId=='ChangeRule'].PhysicalResourceId");
        // The name alone, or behind the bus or in an ARN.
        String name = made.text().replaceAll(".*[|/]", "");
        Answer rule =
                name.isEmpty()
                        ? made
                        : aws(
                                "events",
                                "describe-rule",
                                "--name",
                                name,
                                "--event-bus-name",
                                bus,
                                "--query",
                                "State");
        check(
                "rule on Salesforce's event bus",
                rule.text().equals("ENABLED"),
                rule.said(),
                "deploy again");
        Answer source = aws("events", "describe-event-source", "--name", bus, "--query", "State");
        check(
                "Salesforce's event source",
                source.text().equals("ACTIVE"),
                source.said(),
                "associate it with its bus (CreateSalesforceEventBus=true), and set the relay to RUN in Salesforce");
        tells(
                "Salesforce",
                "change events",
                "look at the relay in Salesforce's setup, mend what it says, and run it again");
        // The source stays ACTIVE whatever becomes of the relay, and of one that never ran nothing
        // can be found missing.
        Answer came =
                figure(
                        "SalesforceHintsStored",
                        "SampleCount",
                        Duration.ofDays(14),
                        Duration.ofDays(1));
        if (came.worked() && !came.text().matches("[0-9.]+")) {
            note(
                    "Salesforce's change events",
                    "have told of nothing that is mapped for two weeks: if people do edit there, does the relay run?");
        }
    }

    /** Whether a CRM tells of its changes, or they are only found by looking. */
    private void tells(String crm, String what, String advice) {
        String check = crm + "'s " + what;
        Answer silence =
                figure(
                        crm.equals("HubSpot") ? "HubspotSilence" : "SalesforceSilence",
                        "Maximum",
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(1));
        if (!silence.text().matches("[0-9.]+")) {
            skipped(check, "no figures in 15 minutes");
            return;
        }
        double seconds = Double.parseDouble(silence.text());
        check(
                check,
                seconds < 3600,
                seconds < 3600
                        ? "nothing is found that they had not told of"
                        : "none since "
                                + Math.round(seconds / 3600)
                                + " h, though changes were found",
                advice);
    }

    // ---- Secrets
    // ---------------------------------------------------------------------------------

    /** Returns what webhooks are signed with. */
    private Optional<String> hubspotSecret() {
        Answer secret = secret("HubspotSecretArn");
        boolean login =
                member(secret, "privateAppToken").isPresent()
                        || List.of("clientId", "clientSecret", "refreshToken").stream()
                                .allMatch(name -> member(secret, name).isPresent());
        check(
                "HubSpot's secret: login",
                login,
                login ? "filled" : secretSaid(secret),
                "infra/secrets hubspot " + stack);
        Optional<String> signs =
                firstOf(secret, "webhookClientSecrets").or(() -> member(secret, "clientSecret"));
        check(
                "HubSpot's secret: webhooks",
                signs.isPresent(),
                signs.isPresent() ? "filled" : secretSaid(secret),
                "infra/secrets hubspot " + stack + ", with the app's client secret");
        return signs;
    }

    private void salesforceSecret() {
        Answer secret = secret("SalesforceSecretArn");
        boolean login =
                member(secret, "clientId").isPresent()
                        && (member(secret, "clientSecret").isPresent()
                                || member(secret, "username").isPresent()
                                        && member(secret, "privateKey")
                                                .filter(key -> key.contains("PRIVATE KEY"))
                                                .isPresent());
        check(
                "Salesforce's secret",
                login,
                login ? "filled" : secretSaid(secret),
                "infra/secrets salesforce " + stack);
    }

    private void storageSecret() {
        Answer secret = secret("StorageSecretArn");
        boolean key =
                member(secret, "fingerprintKey").filter(text -> text.length() >= 16).isPresent();
        check(
                "storage's secret",
                key,
                key ? "filled" : secretSaid(secret),
                "restore its previous version; with another key no base fits");
    }

    private Answer secret(String output) {
        return aws(
                "secretsmanager",
                "get-secret-value",
                "--secret-id",
                outputs.get(output),
                "--query",
                "SecretString");
    }

    private static String secretSaid(Answer secret) {
        return secret.worked() ? "a member is missing" : secret.error();
    }

    /** A member of a flat JSON object. */
    private static Optional<String> member(Answer json, String name) {
        Matcher found =
                Pattern.compile("\"" + name + "\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)+)\"")
                        .matcher(json.text());
        return found.find() ? Optional.of(plain(found.group(1))) : Optional.empty();
    }

    private static Optional<String> firstOf(Answer json, String name) {
        Matcher found =
                Pattern.compile("\"" + name + "\"\\s*:\\s*\\[\\s*\"((?:[^\"\\\\]|\\\\.)+)\"")
                        .matcher(json.text());
        return found.find() ? Optional.of(plain(found.group(1))) : Optional.empty();
    }

    private static String plain(String escaped) {
        return escaped.replace("\\\"", "\"").replace("\\/", "/").replace("\\\\", "\\");
    }

    // ---- HTTP
    // ------------------------------------------------------------------------------------

    private void apiAsksForAToken() {
        Reply reply =
                send(HttpRequest.newBuilder(URI.create(outputs.get("ApiUrl") + "/status")).GET());
        check(
                "API without a token",
                reply.status() == 401,
                reply.said(),
                "it must answer 401: check the route's authorizer before anything else");
        // The console's files are open; no way of writing their path may lead further.
        String console = outputs.get("ConsoleUrl").replaceAll("/+$", "");
        Reply around =
                send(HttpRequest.newBuilder(URI.create(console + "/%252e%252e/api/status")).GET());
        check(
                "API around the console",
                around.status() / 100 == 4,
                around.said(),
                "it must be refused: deploy the function 'api' anew, from the release that you have the template of");
    }

    private void consoleIsServed() {
        Reply reply = send(HttpRequest.newBuilder(URI.create(outputs.get("ConsoleUrl"))).GET());
        boolean moved = reply.status() / 100 == 3;
        check(
                "console",
                moved || reply.status() == 200,
                reply.said(),
                "look into the log /aws/lambda/" + stack + "-api");
    }

    private void webhookRefusesAForgery() {
        Reply reply = webhook("not-the-secret");
        check(
                "webhook with a bad signature",
                reply.status() == 401,
                reply.said(),
                "it must answer 401; look into the log /aws/lambda/" + stack + "-hubspotWebhook");
    }

    private void webhookTakesASignedOne(String secret) {
        Reply reply = webhook(secret);
        check(
                "webhook with a good signature",
                reply.status() == 200,
                reply.said(),
                "behind a domain of your own set WebhookUrl to what stands in HubSpot; else infra/secrets hubspot "
                        + stack);
    }

    /**
     * An event of a type that nobody watches: it is counted as ignored, nothing is stored, and it
     * does not count as one of HubSpot's.
     */
    private Reply webhook(String secret) {
        String url = webhookUrl();
        String body = "[{\"subscriptionType\":\"crosswalk.doctor\",\"eventId\":1,\"objectId\":1}]";
        String time = Long.toString(Instant.now().toEpochMilli());
        return send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("content-type", "application/json")
                        // One is to be refused; the setup page is not to take that for HubSpot's.
                        .header("X-Crosswalk-Doctor", "1")
                        .header("X-HubSpot-Request-Timestamp", time)
                        .header(
                                "X-HubSpot-Signature-v3",
                                signature(secret, "POST" + url + body + time))
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String webhookUrl() {
        Answer own =
                aws(
                        "cloudformation",
                        "describe-stacks",
                        "--stack-name",
                        stack,
                        "--query",
                        "Stacks[0].Parameters[?ParameterKey=='WebhookUrl'].ParameterValue");
        return own.text().startsWith("http") ? own.text() : outputs.get("WebhookUrl");
    }

    private static String signature(String secret, String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void status() {
        String token = System.getenv("CROSSWALK_TOKEN");
        if (token == null || token.isBlank()) {
            skipped("API with a token", "set CROSSWALK_TOKEN to a bearer token to have it asked");
            return;
        }
        Reply reply =
                send(
                        HttpRequest.newBuilder(URI.create(outputs.get("ApiUrl") + "/status"))
                                .header("authorization", "Bearer " + token.strip())
                                .GET());
        check(
                "API with a token",
                reply.status() == 200,
                reply.said(),
                reply.status() == 401
                        ? "the token is old, or its issuer or audience is not what was deployed"
                        : "look into the log /aws/lambda/" + stack + "-api");
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(
                            request.timeout(PATIENCE).build(),
                            HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), "");
        } catch (IOException e) {
            return new Reply(0, "no answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply(0, "interrupted");
        }
    }

    // ---- How it goes
    // -----------------------------------------------------------------------------

    private void reconcileRuns() {
        // The newest: before the first run that succeeded, a new stack was a day old.
        Answer points =
                figure("CursorAge", "Maximum", Duration.ofMinutes(15), Duration.ofMinutes(1));
        boolean some = points.worked() && points.text().matches("[0-9.]+");
        check(
                "reconcile",
                some && Double.parseDouble(points.text()) < 1800,
                some
                        ? "caught up " + Math.round(Double.parseDouble(points.text())) + " s ago"
                        : "no figures in 15 minutes",
                "look into the log /aws/lambda/"
                        + stack
                        + "-reconcile: most often a login is refused");
    }

    /** The newest figure. */
    private Answer figure(String name, String statistic, Duration past, Duration period) {
        Instant now = Instant.now();
        return aws(
                "cloudwatch",
                "get-metric-statistics",
                "--namespace",
                "Crosswalk",
                "--metric-name",
                name,
                "--dimensions",
                "Name=Stack,Value=" + stack,
                "--statistics",
                statistic,
                "--period",
                Long.toString(period.toSeconds()),
                "--start-time",
                now.minus(past).toString(),
                "--end-time",
                now.toString(),
                "--query",
                "sort_by(Datapoints, &Timestamp)[-1]." + statistic);
    }

    private void alarms() {
        Answer ringing =
                aws(
                        "cloudwatch",
                        "describe-alarms",
                        "--alarm-name-prefix",
                        stack + " ",
                        "--state-value",
                        "ALARM",
                        "--query",
                        "MetricAlarms[].AlarmName");
        check(
                "alarms",
                ringing.worked() && ringing.text().isEmpty(),
                ringing.text().isEmpty() ? "none" : ringing.said().replace('\t', ','),
                "docs/operations.md has a section for each");
    }

    // ---- Telling
    // ---------------------------------------------------------------------------------

    private void check(String what, boolean well, String found, String advice) {
        if (well) {
            System.out.println("ok       " + what + ": " + found);
        } else {
            failed(what, found, advice);
        }
    }

    private void failed(String what, String found, String advice) {
        failed++;
        System.out.println("failed   " + what + ": " + found + ". To do: " + advice);
    }

    private static void note(String what, String text) {
        System.out.println("note     " + what + " " + text);
    }

    private static void skipped(String what, String why) {
        System.out.println("skipped  " + what + ": " + why);
    }

    private record Reply(int status, String error) {
        String said() {
            return status == 0 ? error : "answered " + status;
        }
    }

    /** What the AWS CLI said. */
    private record Answer(int exit, String text, String error) {
        boolean worked() {
            return exit == 0;
        }

        List<String> lines() {
            return text.lines().toList();
        }

        String said() {
            return worked()
                    ? (text.isEmpty() || text.equals("None")
                            ? "not there"
                            : text.replace('\t', ' '))
                    : error;
        }
    }

    private static Answer aws(String... arguments) {
        List<String> command = new ArrayList<>(List.of("aws"));
        command.addAll(Arrays.asList(arguments));
        command.addAll(List.of("--output", "text"));
        try {
            Process process = new ProcessBuilder(command).start();
            process.getOutputStream().close();
            String text =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                            .strip();
            String error =
                    new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)
                            .strip();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroy();
                return new Answer(1, "", "the AWS CLI did not answer");
            }
            return new Answer(
                    process.exitValue(),
                    text,
                    error.lines().reduce((a, b) -> b).orElse("no reason given"));
        } catch (IOException e) {
            return new Answer(1, "", "the AWS CLI is not installed (" + e.getMessage() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(1, "", "interrupted");
        }
    }
}
