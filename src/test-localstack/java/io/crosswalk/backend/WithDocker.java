package io.crosswalk.backend;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/** Without Docker nothing of {@code -Plocalstack} runs, and nothing fails. */
public final class WithDocker implements ExecutionCondition {
    private static final boolean THERE = DockerClientFactory.instance().isDockerAvailable();

    static {
        if (!THERE) {
            System.out.println("Skipped: there is no Docker, which LocalStack needs.");
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return THERE
                ? ConditionEvaluationResult.enabled("Docker is there")
                : ConditionEvaluationResult.disabled("LocalStack needs Docker");
    }
}
