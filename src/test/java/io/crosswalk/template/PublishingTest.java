package io.crosswalk.template;

import static io.crosswalk.template.Template.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswalk.template.Tool.Said;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A parameter that functions are made from publishes a version of each when it changes: the alias,
 * which everything calls, would otherwise keep what was deployed before.
 */
class PublishingTest {
    private static final Template TEMPLATE = Template.load();
    private static final Pattern NAMED = Pattern.compile("\\$\\{(\\w+)}");

    /** Of a function's resource, what is not of the function: who calls it, and how often. */
    private static final Set<String> CALLERS = Set.of("Events", "EventInvokeConfig");

    @Test
    void everyParameterOfAFunction_standsInTheSettings() {
        Set<String> used = new TreeSet<>();
        collect(at(TEMPLATE.section("Globals"), "Function"), used);
        functions()
                .forEach(
                        (name, properties) -> {
                            Map<String, Object> own = new LinkedHashMap<>(properties);
                            own.keySet().removeAll(CALLERS);
                            collect(own, used);
                        });

        assertThat(used).contains("WatchOnly", "JwtIssuer", "ConsoleClientId", "Packaging");
        assertThat(settings()).isEqualTo(used);
    }

    /** Were the function the same, publishing would be refused: such a version exists. */
    @Test
    void everyFunction_isAnotherWithOtherSettings() {
        functions()
                .values()
                .forEach(
                        function -> {
                            assertThat(function)
                                    .containsEntry(
                                            "VersionDescription",
                                            Map.of("Fn::Sub", "Settings ${Settings}"));
                            assertThat(TEMPLATE.environment(function))
                                    .containsEntry("SETTINGS_VERSION", Map.of("Ref", "Settings"));
                        });
    }

    @Test
    void changedParameter_publishesAVersionOfEveryFunction() throws Exception {
        JsonNode versions = versions(settings().stream().map(name -> name + "=7").toList());

        Set<String> before = texts(versions.get(""));
        assertThat(before).hasSize(5);
        for (String name : settings()) {
            assertThat(texts(versions.get(name + "=7")))
                    .as(name)
                    .hasSize(5)
                    .doesNotContainAnyElementsOf(before);
        }
    }

    @Test
    void parameterOfSomethingElse_publishesNone() throws Exception {
        JsonNode versions = versions(List.of("LogRetentionDays=7", "ProblemsAlarm=7"));

        assertThat(versions).hasSize(3);
        assertThat(versions).allSatisfy(one -> assertThat(one).isEqualTo(versions.get("")));
    }

    /**
     * A rollback takes the versions along that it was rolled back from. What it left would be the
     * same as the next attempt's, and Lambda refuses to publish that.
     */
    @Test
    void versionsOfAFailedDeployment_areNotLeft() throws Exception {
        String said = python("src/test/python/transform.py", "template.yaml");
        JsonNode resources =
                new ObjectMapper().readTree(said.substring(said.indexOf('{'))).get("Resources");

        List<String> policies = new ArrayList<>();
        for (JsonNode resource : resources) {
            if (resource.get("Type").asText().equals("AWS::Lambda::Version")) {
                policies.add(resource.get("DeletionPolicy").asText());
            }
        }
        assertThat(policies).hasSize(5).containsOnly("Delete");
    }

    /** As cfn-lint's copies of AWS's schemas have it. */
    @Test
    void settingsAndVersions_areReplacedWhereTheyChange() throws Exception {
        String said =
                python(
                        "-c",
                        """
                        from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER as schemas
                        for name in ("AppConfig::HostedConfigurationVersion", "Lambda::Version"):
                            schema = schemas.get_resource_schema("us-east-1", "AWS::" + name).schema
                            print(*schema["createOnlyProperties"])
                        """);

        List<String> lines = said.lines().toList();
        assertThat(lines.get(0)).contains("/properties/Content ");
        assertThat(lines.get(1)).contains("/properties/Description ");
    }

    /** What CloudFormation compares, by change of a parameter: ids and descriptions of versions. */
    private static JsonNode versions(List<String> changes) throws Exception {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("src/test/python/transform.py", "template.yaml", "--versions"));
        arguments.addAll(changes);
        String said = python(arguments.toArray(String[]::new));
        // The translator may warn of its own affairs first.
        return new ObjectMapper().readTree(said.substring(said.indexOf('{')));
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    /** Skips where Python or a package of it is not installed. */
    private static String python(String... arguments) throws Exception {
        Tool python = new Tool("python3");
        assumeTrue(python.works("--version"), "python3 is not installed");
        Said said = python.run(arguments);
        assumeFalse(said.text().contains("ModuleNotFoundError"), said.text());
        assertThat(said.exit()).as(said.text()).isZero();
        return said.text();
    }

    private static Map<String, Map<String, Object>> functions() {
        return TEMPLATE.properties("AWS::Serverless::Function");
    }

    private static Set<String> settings() {
        Set<String> names = new TreeSet<>();
        ((String) at(TEMPLATE.propertiesOf("Settings"), "Content", "Fn::Sub"))
                .lines()
                .forEach(
                        line -> {
                            String name = line.substring(0, line.indexOf('='));
                            assertThat(line).isEqualTo(name + "=${" + name + "}");
                            names.add(name);
                        });
        return names;
    }

    /** Parameters that a value names, also inside texts and through conditions. */
    private static void collect(Object value, Set<String> into) {
        if (value instanceof Map<?, ?> map) {
            name(map.get("Ref"), into);
            condition(map.get("Condition"), into);
            if (map.get("Fn::If") instanceof List<?> choice) {
                condition(choice.get(0), into);
            }
            map.values().forEach(inner -> collect(inner, into));
        } else if (value instanceof List<?> list) {
            list.forEach(inner -> collect(inner, into));
        } else if (value instanceof String text) {
            NAMED.matcher(text).results().forEach(hit -> name(hit.group(1), into));
        }
    }

    private static void condition(Object name, Set<String> into) {
        if (name instanceof String) {
            collect(TEMPLATE.section("Conditions").get(name), into);
        }
    }

    private static void name(Object name, Set<String> into) {
        if (name instanceof String text && TEMPLATE.section("Parameters").containsKey(text)) {
            into.add(text);
        }
    }
}
