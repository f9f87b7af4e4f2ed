package io.crosswalk.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever deploys may do what the scripts and the runbook do. */
class DeployerPolicyTest {
    /** In a shell, and as the doctor has it. */
    private static final Pattern COMMAND =
            Pattern.compile("\\baws(?: |\\(\")([a-z-]+)(?: |\", \")([a-z-]+)(?: ([a-z-]+))?");

    /** Those whose action is called otherwise. */
    private static final Map<String, String> OTHERWISE =
            Map.of(
                    "dynamodb wait table-exists", "dynamodb:DescribeTable",
                    "cloudformation wait stack-delete-complete", "cloudformation:DescribeStacks");

    /** Needs no permission. */
    private static final Set<String> FREE = Set.of("sts:GetCallerIdentity");

    /** What restoring does to the new table in the caller's name (DynamoDB's guide). */
    private static final List<String> RESTORING =
            List.of(
                    "BatchWriteItem",
                    "DeleteItem",
                    "GetItem",
                    "PutItem",
                    "Query",
                    "Scan",
                    "UpdateItem");

    @Test
    void everyCommandOfScriptsAndRunbook_isAllowed() throws Exception {
        Set<String> needed = new TreeSet<>();
        for (String file :
                List.of(
                        "infra/Doctor.java",
                        "infra/restore",
                        "infra/secrets",
                        "infra/teardown",
                        "docs/deploying.md",
                        "docs/operations.md")) {
            Matcher command = COMMAND.matcher(Files.readString(Path.of(file)));
            while (command.find()) {
                needed.add(action(command.group(1), command.group(2), command.group(3)));
            }
        }
        needed.removeAll(FREE);

        assertThat(needed)
                .hasSizeGreaterThan(20)
                .contains("dynamodb:RestoreTableToPointInTime", "lambda:UpdateAlias");
        assertThat(allowed()).containsAll(needed);
    }

    @Test
    void restoring_mayFillTheNewTable() throws Exception {
        assertThat(allowed())
                .containsAll(RESTORING.stream().map(action -> "dynamodb:" + action).toList());
    }

    private static String action(String service, String operation, String more) {
        String otherwise = OTHERWISE.get(service + " " + operation + " " + more);
        if (otherwise != null) {
            return otherwise;
        }
        StringBuilder action = new StringBuilder(service).append(':');
        for (String word : operation.split("-")) {
            action.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return action.toString();
    }

    private static Set<String> allowed() throws Exception {
        JsonNode policy =
                new ObjectMapper().readTree(Path.of("infra/deployer-policy.json").toFile());
        Set<String> actions = new TreeSet<>();
        for (JsonNode statement : policy.get("Statement")) {
            JsonNode list = statement.get("Action");
            (list.isArray() ? list : List.of(list)).forEach(one -> actions.add(one.asText()));
        }
        return actions;
    }
}
