package io.crosswalk.secrets;

import io.crosswalk.secrets.SecretVault.Version;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** {@link SecretVault} in AWS Secrets Manager. */
@ApplicationScoped
class AwsSecretVault implements SecretVault {
    /** Made at the first use: without secrets nothing of AWS is asked. */
    private final Instance<SecretsManagerClient> aws;

    AwsSecretVault(Instance<SecretsManagerClient> aws) {
        this.aws = aws;
    }

    @Override
    public Optional<Version> read(String id, Stage stage) {
        try {
            GetSecretValueResponse answer =
                    aws.get().getSecretValue(b -> b.secretId(id).versionStage(stage.label()));
            if (answer.secretString() == null) {
                throw new SecretUnusable(
                        "Secret '" + id + "' is binary. Store a JSON object as text.");
            }
            Instant since = Objects.requireNonNullElse(answer.createdDate(), Instant.EPOCH);
            return Optional.of(new Version(answer.secretString(), since));
        } catch (ResourceNotFoundException e) {
            // Also said of a secret that is there but has no version of this stage.
            return Optional.empty();
        } catch (SdkException e) {
            throw unusable("read", id, e);
        }
    }

    @Override
    public void write(String id, String text) {
        try {
            aws.get().putSecretValue(b -> b.secretId(id).secretString(text));
        } catch (SdkException e) {
            throw unusable("stored", id, e);
        }
    }

    private static SecretUnusable unusable(String what, String id, SdkException e) {
        String why =
                e instanceof AwsServiceException service && service.awsErrorDetails() != null
                        ? service.awsErrorDetails().errorCode()
                        : e.getClass().getSimpleName();
        return new SecretUnusable(
                "Secret '"
                        + id
                        + "' cannot be "
                        + what
                        + " ("
                        + why
                        + "). Check that it exists and that the function's role allows it.",
                e);
    }
}
