package io.crosswalk.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.crosswalk.template.Tool.Said;
import org.junit.jupiter.api.Test;

/** Others' tools over the template and the scripts, where they are installed. */
class LintTest {
    @Test
    void template_isWithoutFindingsForCfnLint() throws Exception {
        Tool lint = installed("cfn-lint", "--version");

        assertThat(lint.run("template.yaml")).isEqualTo(new Said(0, ""));
    }

    @Test
    void template_isTakenBySamsTransform() throws Exception {
        Tool python = installed("python3", "-c", "import samtranslator, boto3, yaml");

        Said said = python.run("src/test/python/transform.py", "template.yaml");

        assertThat(said.exit()).as(said.text()).isZero();
        assertThat(said.text()).doesNotContain("AWS::Serverless::");
        assertThat(said.text()).contains("\"SyncFunctionAliaslive\"", "\"SyncFunctionDue\"");
    }

    @Test
    void scripts_areWithoutFindingsForShellcheck() throws Exception {
        Tool check = installed("shellcheck", "--version");

        assertThat(check.run("infra/doctor", "infra/restore", "infra/secrets", "infra/teardown"))
                .isEqualTo(new Said(0, ""));
    }

    private static Tool installed(String... command) throws Exception {
        Tool tool = new Tool(command[0]);
        boolean there = tool.works(java.util.Arrays.copyOfRange(command, 1, command.length));
        if (!there) {
            System.out.println(
                    "Skipped: '" + String.join(" ", command) + "' does not work on this machine.");
        }
        assumeTrue(there, command[0] + " is not installed");
        return tool;
    }
}
