package io.crosswalk.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What people read and give when they deploy fits the template. */
class DeployingTest {
    private static final Template TEMPLATE = Template.load();

    private static final Path HANDLERS = Path.of("src/test/resources/template/handlers.txt");

    /** Of a function, and of what it is called by. */
    private static final Set<String> MADE_BY_SAM =
            Set.of(
                    "AWS::Lambda::Alias",
                    "AWS::Lambda::EventInvokeConfig",
                    "AWS::Lambda::EventSourceMapping",
                    "AWS::Lambda::Function",
                    "AWS::Lambda::Version");

    /** Services whose names in policies are others than in resource types. */
    private static final Map<String, String> SERVICES =
            Map.of(
                    "ApiGatewayV2", "apigateway",
                    "Serverless", "lambda",
                    "Cognito", "cognito-idp");

    @Test
    void everyParameter_isDescribedGroupedAndHasADefault() throws Exception {
        String docs = Files.readString(Path.of("docs/deploying.md"));
        Set<Object> grouped = new LinkedHashSet<>();
        for (Object group :
                Template.list(
                        Template.at(
                                TEMPLATE.section("Metadata"),
                                "AWS::CloudFormation::Interface",
                                "ParameterGroups"))) {
            grouped.addAll(Template.list(Template.at(group, "Parameters")));
        }

        assertThat(grouped).containsExactlyInAnyOrderElementsOf(parameters());
        for (String name : parameters()) {
            Map<String, Object> parameter = Template.map(TEMPLATE.section("Parameters").get(name));
            assertThat(parameter).as(name).containsKeys("Default", "Description");
            assertThat(docs).contains("`" + name + "`");
        }
    }

    /** Problems are counted to 1,000 per object; more than all calls are never used. */
    @Test
    void thresholds_canBePassed() {
        assertThat(parameter("ProblemsAlarm")).containsEntry("MaxValue", 999);
        assertThat(parameter("BudgetAlarmPercent")).containsEntry("MaxValue", 99);
    }

    /** A stack keeps the value that it was first deployed with, whatever a later template says. */
    @Test
    void hubspotsLogin_isWhereHubspotStaysOn() {
        assertThat(parameter("HubspotTokenPath")).containsEntry("Default", "/oauth/v3/token");
    }

    /**
     * Traces cost a third as much as everything else where changes come one at a time. Roles may
     * write them in any case: Lambda refuses Active for a role whose change has not arrived yet.
     */
    @Test
    void traces_areMadeForWhoeverAsksAlone() {
        assertThat(parameter("Tracing"))
                .containsEntry("Default", "PassThrough")
                .containsEntry("AllowedValues", List.of("PassThrough", "Active"));
        assertThat(Template.at(TEMPLATE.section("Globals"), "Function", "Tracing"))
                .isEqualTo(Map.of("Ref", "Tracing"));
        TEMPLATE.properties("AWS::Serverless::Function")
                .values()
                .forEach(
                        function -> {
                            assertThat(function).doesNotContainKey("Tracing");
                            String role = (String) Template.at(function.get("Role"), "Fn::GetAtt");
                            Map<String, Object> properties =
                                    TEMPLATE.propertiesOf(role.replace(".Arn", ""));
                            assertThat(properties.toString()).contains("xray:PutTraceSegments");
                        });
    }

    /** The user pool that is made without an issuer gives no scope but openid. */
    @Test
    void scopeWithoutIssuer_isRefused() {
        Map<String, Object> rule = Template.map(TEMPLATE.section("Rules").get("IssuerWithScope"));

        assertThat(rule.get("RuleCondition").toString()).contains("JwtScope");
        assertThat(rule.get("Assertions").toString()).contains("Ref=JwtIssuer");
    }

    /** {@code sign-in.js} names both; the provider turns whoever names another away. */
    @Test
    void userPoolsClient_knowsWhereTheConsoleComesBackTo() {
        Object client = TEMPLATE.resources().get("UserPoolClient");

        assertThat(Template.at(client, "Properties", "CallbackURLs").toString())
                .contains("${HttpApi.ApiEndpoint}/console/signed-in}");
        assertThat(Template.at(client, "Properties", "LogoutURLs").toString())
                .contains("${HttpApi.ApiEndpoint}/console/}");
    }

    /** Its bus is create-only, and CloudFormation replaces nothing that has a name of its own. */
    @Test
    void changeRule_canBeReplacedForAnotherEventSource() {
        assertThat(TEMPLATE.propertiesOf("ChangeRule"))
                .containsKey("EventBusName")
                .doesNotContainKey("Name");
    }

    private static Map<String, Object> parameter(String name) {
        return Template.map(TEMPLATE.section("Parameters").get(name));
    }

    private static Set<String> parameters() {
        return TEMPLATE.section("Parameters").keySet();
    }

    @Test
    void samconfig_namesOnlyParametersThatThereAre() throws Exception {
        Matcher named =
                Pattern.compile("\"([A-Z][A-Za-z]+)=")
                        .matcher(Files.readString(Path.of("infra/samconfig.toml")));
        Set<String> names = new TreeSet<>();
        while (named.find()) {
            names.add(named.group(1));
        }

        assertThat(names).isNotEmpty();
        assertThat(parameters()).containsAll(names);
    }

    @Test
    void deployersPolicy_knowsTheServiceOfEveryResource() throws Exception {
        JsonNode policy =
                new ObjectMapper().readTree(Path.of("infra/deployer-policy.json").toFile());
        Set<String> services = new TreeSet<>();
        for (JsonNode statement : policy.get("Statement")) {
            JsonNode actions = statement.get("Action");
            (actions.isArray() ? actions : List.of(actions))
                    .forEach(action -> services.add(action.asText().replaceAll(":.*", "")));
        }

        for (Object resource : TEMPLATE.resources().values()) {
            String service = ((String) Template.at(resource, "Type")).split("::")[1];
            assertThat(services)
                    .contains(SERVICES.getOrDefault(service, service.toLowerCase(Locale.ROOT)));
        }
        // An inline policy of a role may have 10,240 characters.
        assertThat(policy.toString().length()).isLessThan(10_240);
    }

    /** What CloudFormation does, it does as whoever deploys. */
    @Test
    void deployersPolicy_allowsWhatEveryResourceTakes() throws Exception {
        JsonNode policy =
                new ObjectMapper().readTree(Path.of("infra/deployer-policy.json").toFile());
        Set<String> allowed = new TreeSet<>();
        policy.findValues("Action")
                .forEach(
                        actions ->
                                (actions.isArray() ? actions : List.of(actions))
                                        .forEach(action -> allowed.add(action.asText())));
        Set<String> types = new TreeSet<>(MADE_BY_SAM);
        TEMPLATE.resources().values().forEach(it -> types.add((String) Template.at(it, "Type")));
        types.remove("AWS::Serverless::Function");

        Set<String> known = new TreeSet<>();
        for (String line : Files.readAllLines(HANDLERS)) {
            if (!line.startsWith("#")) {
                List<String> words = List.of(line.split(" "));
                known.add(words.get(0));
                assertThat(allowed).as(line).containsAll(words.subList(1, words.size()));
            }
        }
        assertThat(known).containsAll(types);
    }

    /** Else a failed update can be ended by nobody who may deploy. */
    @Test
    void deployersPolicy_allowsToEndAnUpdateThatFailed() throws Exception {
        assertThat(Files.readString(Path.of("infra/deployer-policy.json")))
                .contains(
                        "cloudformation:CancelUpdateStack",
                        "cloudformation:ContinueUpdateRollback");
    }

    @Test
    void outputs_areThoseThatTheScriptsRead() throws Exception {
        Set<String> outputs = TEMPLATE.section("Outputs").keySet();
        String scripts =
                Files.readString(Path.of("infra/Doctor.java"))
                        + Files.readString(Path.of("infra/secrets"));
        Matcher read = Pattern.compile("\\b[A-Z]\\w+(?:Url|Arn|EventBusName)\\b").matcher(scripts);
        Set<String> names = new TreeSet<>();
        while (read.find()) {
            names.add(read.group());
        }

        assertThat(names).hasSizeGreaterThan(5);
        assertThat(outputs).containsAll(names);
    }
}
