package io.crosswalk.template;

import static io.crosswalk.template.Template.at;
import static io.crosswalk.template.Template.list;
import static io.crosswalk.template.Template.map;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswalk.Shipped;
import io.crosswalk.budget.BudgetConfig;
import io.crosswalk.functions.JvmHandler;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.sync.SyncConfig;
import io.quarkus.runtime.logging.LogRuntimeConfig;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

/** The template's functions are those of the code, and are wired to what calls them. */
class FunctionsTest {
    private static final Template TEMPLATE = Template.load();
    private static final Map<String, Map<String, Object>> FUNCTIONS =
            TEMPLATE.properties("AWS::Serverless::Function");

    @Test
    void everyFunctionOfTheCode_isDeployedAndViceVersa() {
        Set<Object> exported = new TreeSet<>();
        FUNCTIONS
                .values()
                .forEach(
                        function ->
                                exported.add(
                                        TEMPLATE.environment(function)
                                                .get("QUARKUS_FUNQY_EXPORT")));

        assertThat(exported).isEqualTo(new StorageUse().functions());
    }

    @Test
    void names_endAsTheCodeCallsThem() {
        FUNCTIONS
                .values()
                .forEach(
                        function ->
                                assertThat(at(function, "FunctionName", "Fn::Sub"))
                                        .isEqualTo(
                                                "${AWS::StackName}-"
                                                        + TEMPLATE.environment(function)
                                                                .get("QUARKUS_FUNQY_EXPORT")));
    }

    @Test
    void jvmPackage_isEnteredWhereRequestsAreNamed() {
        assertThat(at(TEMPLATE.section("Mappings"), "Runtimes", "jvm", "Handler"))
                .isEqualTo(JvmHandler.class.getName() + "::handleRequest");
    }

    /** Both take hints in; where a CRM hangs, they keep them without its metadata. */
    @Test
    void intakes_giveUpOnACrmThatHangsBeforeLambdaGivesUpOnThem() {
        for (String name : List.of("HubspotWebhookFunction", "SalesforceChangeFunction")) {
            Map<String, Object> function = FUNCTIONS.get(name);
            Map<String, Object> environment = TEMPLATE.environment(function);
            int timeout = (Integer) function.get("Timeout");
            for (String crm : List.of("HUBSPOT", "SALESFORCE")) {
                Object text = environment.get("CROSSWALK_" + crm + "_CALL_TIMEOUT");
                Duration call = Duration.parse(String.valueOf(text));

                assertThat(call.multipliedBy(ObjectPairs.all().size()))
                        .as(name)
                        .isLessThan(Duration.ofSeconds(timeout));
            }
        }
    }

    /** Else people are told that the function failed, not that a CRM did. */
    @Test
    void api_givesUpOnBothCrmsBeforeLambdaGivesUpOnIt() {
        Map<String, Object> function = FUNCTIONS.get("ApiFunction");
        Map<String, Object> environment = TEMPLATE.environment(function);
        Duration calls = Duration.ZERO;
        for (String crm : List.of("HUBSPOT", "SALESFORCE")) {
            Object text = environment.get("CROSSWALK_" + crm + "_CALL_TIMEOUT");
            assertThat(text).as(crm).isNotNull();
            calls = calls.plus(Duration.parse(String.valueOf(text)));
        }
        assertThat(calls).isLessThan(Duration.ofSeconds((Integer) function.get("Timeout")));
    }

    @Test
    void environment_namesOnlyWhatTheCodeReads() {
        Set<String> unknown = new TreeSet<>();
        FUNCTIONS
                .values()
                .forEach(function -> unknown.addAll(TEMPLATE.environment(function).keySet()));
        unknown.removeAll(Settings.environmentNames());

        assertThat(unknown).isEmpty();
    }

    @Test
    void sync_endsBeforeOthersMayTakeItsLinksAndCalls() {
        Duration timeout = timeout("SyncFunction");

        assertThat(timeout).isLessThan(Shipped.config(SyncConfig.class).turn());
        assertThat(timeout).isLessThan(Shipped.config(BudgetConfig.class).salesforce().slotHeld());
    }

    @Test
    void api_answersBeforeTheGatewayGivesUp() {
        assertThat(timeout("ApiFunction")).isLessThan(Duration.ofSeconds(30));
    }

    private static Duration timeout(String function) {
        return Duration.ofSeconds((int) FUNCTIONS.get(function).get("Timeout"));
    }

    @Test
    void stream_givesOnlyDueRecordsAndAsksForWhatFailed() {
        Object due = at(FUNCTIONS.get("SyncFunction"), "Events", "Due", "Properties");

        // The state that an item has after RecordStore.mark; DynamoDueSetTest looks.
        assertThat(at(list(at(due, "FilterCriteria", "Filters")).get(0), "Pattern"))
                .isEqualTo("{\"dynamodb\":{\"NewImage\":{\"state\":{\"S\":[\"DUE\"]}}}}");
        assertThat(list(at(due, "FunctionResponseTypes"))).hasToString("[ReportBatchItemFailures]");
        assertThat(at(due, "BisectBatchOnFunctionError")).isEqualTo(true);
        assertThat(at(due, "DestinationConfig", "OnFailure", "Destination", "Fn::GetAtt"))
                .isEqualTo("SyncFailures.Arn");
    }

    /** A change event holds a record's values: privacy deletions do not reach a queue. */
    @Test
    void changeEventThatFailed_isKeptForAnHour() {
        assertThat(at(FUNCTIONS.get("SalesforceChangeFunction"), "EventInvokeConfig").toString())
                .contains("ChangeFailures");
        assertThat(TEMPLATE.propertiesOf("ChangeFailures"))
                .containsEntry("MessageRetentionPeriod", 3600);
    }

    /** At DEBUG the JDK's HTTP client logs the headers of calls to AWS, session token included. */
    @Test
    void logLevel_isThatOfOurOwnLinesAlone() {
        for (Map<String, Object> function : FUNCTIONS.values()) {
            Map<String, String> set = new HashMap<>();
            TEMPLATE.environment(function)
                    .forEach(
                            (name, value) -> {
                                if (Map.of("Ref", "LogLevel").equals(value)) {
                                    set.put(name, "DEBUG");
                                }
                            });
            LogRuntimeConfig log =
                    new SmallRyeConfigBuilder()
                            .withMapping(LogRuntimeConfig.class)
                            .withSources(new EnvConfigSource(set, 300))
                            .addDiscoveredConverters()
                            .build()
                            .getConfigMapping(LogRuntimeConfig.class);

            assertThat(log.level()).isEqualTo(Level.INFO);
            assertThat(log.categories()).containsOnlyKeys("io.crosswalk");
            assertThat(log.categories().get("io.crosswalk").level()).hasToString("DEBUG");
        }
    }

    @Test
    void changeRule_takesTheEventsOfEveryObject() {
        List<String> events =
                ObjectPairs.all().stream()
                        .map(object -> object.salesforceType() + "ChangeEvent")
                        .toList();

        assertThat(list(at(TEMPLATE.propertiesOf("ChangeRule"), "EventPattern", "detail-type")))
                .hasToString(events.toString());
    }

    @Test
    void schedule_sendsWhatTheFunctionReads() {
        Object target = at(TEMPLATE.propertiesOf("ReconcileSchedule"), "Target");

        assertThat(at(target, "Arn")).isEqualTo(Map.of("Ref", "ReconcileFunction.Alias"));
        assertThat((String) at(target, "Input")).contains("\"source\":\"aws.scheduler\"");
    }

    /** What the functions' lines call AWSRequestId. */
    @Test
    void accessLog_namesTheInvocationOfTheFunction() throws Exception {
        String format =
                (String) at(TEMPLATE.propertiesOf("HttpStage"), "AccessLogSettings", "Format");

        JsonNode line = new ObjectMapper().readTree(format);
        assertThat(line.path("lambda").asText()).isEqualTo("$context.integration.requestId");
        // The page's query joins both by it.
        assertThat(Files.readString(Path.of("docs/operations.md")))
                .contains("coalesce(lambda, mdc.AWSRequestId)");
    }

    @Test
    void routes_areOpenOnlyWhereNothingIsToBeSeen() {
        Set<Object> open = new TreeSet<>();
        TEMPLATE.properties("AWS::ApiGatewayV2::Route")
                .values()
                .forEach(
                        route -> {
                            if (!"JWT".equals(route.get("AuthorizationType"))) {
                                open.add(route.get("RouteKey"));
                            }
                        });

        assertThat(open)
                .containsExactly("GET /console", "GET /console/{proxy+}", "POST /webhooks/hubspot");
        assertThat(map(TEMPLATE.propertiesOf("DefaultRoute")))
                .containsEntry("RouteKey", "$default")
                .containsEntry("AuthorizationType", "JWT");
    }
}
