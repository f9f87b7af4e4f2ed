package io.crosswalk.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every function's role allows what its code does with the tables, and nothing else. */
class PermissionsTest {
    private static final StorageUse USE = new StorageUse();
    private static final Template TEMPLATE = Template.load();

    static Set<String> functions() {
        return TEMPLATE.properties("AWS::Serverless::Function").keySet();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void role_allowsWhatTheCodeDoes(String function) {
        Map<String, Object> properties = TEMPLATE.propertiesOf(function);
        String export = (String) TEMPLATE.environment(properties).get("QUARKUS_FUNQY_EXPORT");

        Set<String> missing = new TreeSet<>();
        Set<String> allowed = Roles.storage(TEMPLATE, properties);
        Set<String> unused = new TreeSet<>(allowed);
        USE.of(export)
                .forEach(
                        (place, ways) ->
                                ways.forEach(
                                        (action, way) -> {
                                            unused.remove(action + " on " + place);
                                            if (!allowed.contains(action + " on " + place)) {
                                                missing.add(action + " on " + place + ": " + way);
                                            }
                                        }));
        assertThat(missing).as("what %s does and its role does not allow", export).isEmpty();
        assertThat(unused).as("what %s never does and its role allows", export).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void role_namesNoActionsOrResourcesByStar(String function) {
        for (Map<String, Object> statement :
                Roles.statements(TEMPLATE, TEMPLATE.propertiesOf(function))) {
            assertThat(Template.list(statement.get("Action")))
                    .allSatisfy(action -> assertThat((String) action).doesNotContain("*"));
            if (!"Trace".equals(statement.get("Sid"))) {
                // X-Ray knows no resources.
                assertThat(statement.get("Resource")).isNotEqualTo("*");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void role_mayWriteOnlyHubspotsSecret(String function) {
        for (Map<String, Object> statement :
                Roles.statements(TEMPLATE, TEMPLATE.propertiesOf(function))) {
            if (Template.list(statement.get("Action")).contains("secretsmanager:PutSecretValue")) {
                assertThat(statement.get("Resource")).isEqualTo(Map.of("Ref", "HubspotSecret"));
            }
        }
    }

    @Test
    void everyClassThatAsksAnIndex_isKnown() {
        assertThat(USE.classesThatAskIndexes())
                .isEqualTo(StorageUse.classesThatAreKnownToAskIndexes());
    }

    @Test
    void everyRole_isOfOneFunction() {
        Set<Object> roles = new TreeSet<>();
        TEMPLATE.properties("AWS::Serverless::Function")
                .values()
                .forEach(function -> roles.add(Template.at(function.get("Role"), "Fn::GetAtt")));

        assertThat(roles).hasSameSizeAs(functions());
        assertThat(roles)
                .allSatisfy(role -> assertThat((String) role).matches("[A-Z][A-Za-z]+Role\\.Arn"));
    }

    /** What roles allow. */
    private static final class Roles {
        private Roles() {}

        static Iterable<Map<String, Object>> statements(
                Template template, Map<String, Object> function) {
            String role = (String) Template.at(function.get("Role"), "Fn::GetAtt");
            Map<String, Object> properties =
                    template.propertiesOf(role.substring(0, role.indexOf('.')));
            return Template.list(properties.get("Policies")).stream()
                    .map(policy -> Template.at(policy, "PolicyDocument", "Statement"))
                    .flatMap(statements -> Template.list(statements).stream())
                    .map(Template::map)
                    .toList();
        }

        /** {@code Query on records/due}; the stream's reader aside. */
        static Set<String> storage(Template template, Map<String, Object> function) {
            Set<String> allowed = new TreeSet<>();
            for (Map<String, Object> statement : statements(template, function)) {
                for (Object action : Template.list(statement.get("Action"))) {
                    String name = (String) action;
                    for (Object resource : Template.list(statement.get("Resource"))) {
                        String place = place(resource);
                        if (name.matches("(dynamodb|secretsmanager):.*") && !place.isEmpty()) {
                            allowed.add(name.replaceAll("^.*:", "") + " on " + place);
                        }
                    }
                }
            }
            return allowed;
        }

        /**
         * {@code RecordsTable.Arn} is "records"; {@code ${RecordsTable.Arn}/index/due} an index.
         */
        private static String place(Object resource) {
            if (resource instanceof String) {
                return "";
            }
            Map<String, Object> intrinsic = Template.map(resource);
            String text = String.valueOf(intrinsic.values().iterator().next());
            if (text.endsWith("Secret")) {
                return "secrets";
            }
            if (text.contains("Stream") || text.contains("/stream/")) {
                return "";
            }
            String table = text.replaceAll("^(\\$\\{)?([A-Za-z]+)Table\\.Arn.*$", "$2");
            String index = text.replaceAll("^.*\\.Arn}?(/index)?", "");
            return table.toLowerCase(Locale.ROOT) + index;
        }
    }
}
