package io.crosswalk.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswalk.infra.PretendedAws.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** {@code infra/secrets} stores JSON as the functions read it, and {@code infra/teardown} asks. */
@EnabledIf("io.crosswalk.infra.PretendedAws#canRunScripts")
class SecretsScriptTest {
    @TempDir Path folder;
    private PretendedAws aws;

    @BeforeEach
    void start() throws IOException {
        aws =
                new PretendedAws(folder)
                        .says("HubspotSecretArn", "arn:hubspot")
                        .says("SalesforceSecretArn", "arn:salesforce")
                        .says("StackStatus", "UPDATE_COMPLETE")
                        .says("put-secret-value", "version")
                        .says("delete-stack", "")
                        .says("wait", "");
    }

    @Test
    void privateApp_isStoredWithTheWebhooksSecrets() throws Exception {
        Ended ended = run("pat-\"1\\2\nnew\nold\n\n", "infra/secrets", "hubspot");

        assertThat(ended.exit()).as(ended.out()).isZero();
        assertThat(stored())
                .isEqualTo(
                        json(
                                "{\"privateAppToken\":\"pat-\\\"1\\\\2\","
                                        + "\"webhookClientSecrets\":[\"new\",\"old\"]}"));
        assertThat(aws.calls()).noneMatch(call -> call.contains("pat-"));
        assertThat(aws.calls().get(1)).contains("--secret-id arn:hubspot");
    }

    @Test
    void otherStack_isNamedBeforeItsLoginsAreAsked() throws Exception {
        Ended ended = run("token\n\n", "infra/secrets", "hubspot", "crosswalk-test");

        assertThat(ended.out()).startsWith("For stack 'crosswalk-test'.");
        assertThat(aws.calls().get(0)).contains("--stack-name crosswalk-test");
    }

    @Test
    void oauth_needsNoSecretOfItsOwnForWebhooks() throws Exception {
        run("\nid\nsecret\nrefresh\n\n", "infra/secrets", "hubspot");

        assertThat(stored())
                .isEqualTo(
                        json(
                                "{\"clientId\":\"id\",\"clientSecret\":\"secret\",\"refreshToken\":\"refresh\"}"));
    }

    @Test
    void privateAppWithoutWebhookSecret_storesNothing() throws Exception {
        Ended ended = run("token\n\n", "infra/secrets", "hubspot");

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.out()).contains("no webhook can be verified");
        assertThat(aws.calls()).noneMatch(call -> call.contains("put-secret-value"));
    }

    @Test
    void salesforceKey_isStoredWithItsLineBreaks() throws Exception {
        Path key = folder.resolve("key.pem");
        Files.writeString(key, "-----BEGIN PRIVATE KEY-----\nAB\n-----END PRIVATE KEY-----\n");

        run("consumer\n\nuser@example.com\n" + key + "\n", "infra/secrets", "salesforce");

        assertThat(stored().get("privateKey").asText())
                .isEqualTo("-----BEGIN PRIVATE KEY-----\nAB\n-----END PRIVATE KEY-----");
        assertThat(stored().get("username").asText()).isEqualTo("user@example.com");
    }

    @Test
    void keyOfAnotherForm_storesNothing() throws Exception {
        Path key = folder.resolve("key.pem");
        Files.writeString(key, "-----BEGIN RSA PRIVATE KEY-----\n");

        Ended ended = run("consumer\n\nuser\n" + key + "\n", "infra/secrets", "salesforce");

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.out()).contains("pkcs8");
    }

    @Test
    void teardownOfAProtectedStack_refuses() throws Exception {
        aws.says("DeletionProtection", "true");

        Ended ended = run("crosswalk\n", "infra/teardown");

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.out()).contains("DeletionProtection=false");
        assertThat(aws.calls()).noneMatch(call -> call.contains("delete-stack"));
    }

    @Test
    void teardown_deletesOnlyWhenItsNameIsTyped() throws Exception {
        aws.says("DeletionProtection", "false");

        assertThat(run("yes\n", "infra/teardown").exit()).isEqualTo(1);
        assertThat(aws.calls()).noneMatch(call -> call.contains("delete-stack"));
        assertThat(run("crosswalk\n", "infra/teardown").exit()).isZero();
        assertThat(aws.calls())
                .anyMatch(call -> call.contains("delete-stack --stack-name crosswalk"));
    }

    private Ended run(String input, String... command) throws Exception {
        return aws.run(Map.of(), input, command);
    }

    private JsonNode stored() throws IOException {
        return json(aws.stdin());
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
