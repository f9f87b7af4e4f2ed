package io.crosswalk.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.infra.PretendedAws.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code infra/teardown} of a first deployment that failed: its tables are protected, so it cannot
 * be rolled back, and what was not rolled back cannot be deployed.
 */
@EnabledIf("io.crosswalk.infra.PretendedAws#canRunScripts")
class TeardownTest {
    @TempDir Path folder;
    private PretendedAws aws;

    @BeforeEach
    void start() throws IOException {
        aws =
                new PretendedAws(folder)
                        .says("DeletionProtection", "true")
                        .says(
                                "list-stack-resources DynamoDB",
                                "crosswalk-records\tcrosswalk-journal")
                        .says("list-stack-resources Cognito", "us-east-1_pool")
                        .says("update-table", "crosswalk-records")
                        .says("update-user-pool", "")
                        .says("delete-stack", "")
                        .says("wait", "");
    }

    @Test
    void failedAtFirst_losesItsProtectionAndIsDeleted() throws Exception {
        aws.says("StackStatus", "ROLLBACK_FAILED");

        Ended ended = tearDown("crosswalk\n");

        assertThat(ended.exit()).as(ended.out()).isZero();
        assertThat(changes())
                .containsExactly(
                        "dynamodb update-table --table-name crosswalk-records"
                                + " --no-deletion-protection-enabled",
                        "dynamodb update-table --table-name crosswalk-journal"
                                + " --no-deletion-protection-enabled",
                        "cognito-idp update-user-pool --user-pool-id us-east-1_pool"
                                + " --deletion-protection INACTIVE",
                        "cloudformation delete-stack --stack-name crosswalk");
    }

    @Test
    void failedAtFirst_changesNothingUntilItsNameIsTyped() throws Exception {
        aws.says("StackStatus", "ROLLBACK_FAILED");

        assertThat(tearDown("yes\n").exit()).isEqualTo(1);
        assertThat(changes()).isEmpty();
    }

    @Test
    void deletionThatFailedAfterAFailedCreation_isTakenFurther() throws Exception {
        aws.says("describe-stack-events", "DELETE_FAILED\tROLLBACK_FAILED\tCREATE_IN_PROGRESS")
                .says("StackStatus", "DELETE_FAILED");

        assertThat(tearDown("crosswalk\n").exit()).isZero();
        assertThat(changes()).hasSize(4);
    }

    @Test
    void onceComplete_keepsItsProtection() throws Exception {
        aws.says(
                        "describe-stack-events",
                        "DELETE_FAILED\tUPDATE_ROLLBACK_COMPLETE\tCREATE_COMPLETE\tCREATE_IN_PROGRESS")
                .says("StackStatus", "DELETE_FAILED");

        assertThat(tearDown("crosswalk\n").exit()).isEqualTo(1);
        assertThat(changes()).isEmpty();
    }

    /** {@code sam deploy} keeps a parameter that nobody names. */
    @Test
    void protectedStack_saysThatTakenOffTheProtectionStaysOff() throws Exception {
        aws.says("StackStatus", "UPDATE_COMPLETE");

        Ended ended = tearDown("");

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.out()).contains("DeletionProtection=true again");
    }

    private Ended tearDown(String input) throws Exception {
        return aws.run(Map.of(), input, "infra/teardown");
    }

    private List<String> changes() throws IOException {
        return aws.calls().stream()
                .filter(call -> call.matches("\\S+ (update|delete)-.*"))
                .map(call -> call.replaceAll(" --(output|query) .*", ""))
                .toList();
    }
}
