package io.crosswalk.deployed;

import io.crosswalk.backend.DynamoServer;
import io.crosswalk.sandbox.Dataset;
import io.crosswalk.sandbox.LocalCrm;
import io.crosswalk.sandbox.hubspot.HubspotSandbox;
import io.crosswalk.sandbox.hubspot.HubspotSettings;
import io.crosswalk.sandbox.salesforce.SalesforceSandbox;
import io.crosswalk.sandbox.salesforce.SalesforceSettings;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * What the functions talk to: a DynamoDB with the template's tables, Secrets Manager's stand-in,
 * both simulated CRMs.
 */
final class World implements AutoCloseable {
    static final String CLIENT_SECRET = "sandbox-client-secret";
    static final String WEBHOOK_URL = "https://x.example/webhooks/hubspot";

    private static final int CONTACTS = 12;

    final LocalCrm hubspot;
    final LocalCrm salesforce;
    final LocalSecrets secrets = new LocalSecrets();
    private final DynamoServer dynamo;

    World() throws Exception {
        dynamo = DynamoServer.start();
        HubspotSandbox portal =
                new HubspotSandbox(Clock.systemUTC(), 1, HubspotSettings.defaults());
        portal.load(Dataset.generate(1, CONTACTS, 4, 4).hubspot());
        hubspot = new LocalCrm("", portal::handle);
        KeyPair keys = rsa();
        SalesforceSandbox org =
                new SalesforceSandbox(
                        Clock.systemUTC(),
                        1,
                        SalesforceSettings.standard()
                                .withRecords(CONTACTS, 4, 4)
                                .withJwtKey(keys.getPublic()));
        salesforce = new LocalCrm(SalesforceSandbox.BASE_PATH, org::handle);
        secrets.store(
                "crosswalk/hubspot",
                "{'clientId':'crosswalk-app','clientSecret':'"
                        + CLIENT_SECRET
                        + "','refreshToken':'sandbox-refresh-token'}");
        secrets.store(
                "crosswalk/salesforce",
                "{'clientId':'crosswalk-app','username':'integration@example.com','privateKey':'"
                        + pem(keys)
                        + "'}");
        secrets.store("crosswalk/storage", "{'fingerprintKey':'a-key-for-simulated-people'}");
    }

    private static KeyPair rsa() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    /** As it stands in JSON: line breaks are written as {@code \n}. */
    private static String pem(KeyPair keys) {
        return "-----BEGIN PRIVATE KEY-----\\n"
                + Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded())
                + "\\n-----END PRIVATE KEY-----\\n";
    }

    /** What the deployment template sets, with this world's addresses. */
    Map<String, String> environment(String function) {
        Map<String, String> env = new HashMap<>();
        env.put("QUARKUS_DYNAMODB_ENDPOINT_OVERRIDE", dynamo.endpoint().toString());
        env.put("QUARKUS_SECRETSMANAGER_ENDPOINT_OVERRIDE", secrets.url());
        env.put("CROSSWALK_SECRETS_HUBSPOT", "crosswalk/hubspot");
        env.put("CROSSWALK_SECRETS_SALESFORCE", "crosswalk/salesforce");
        env.put("CROSSWALK_SECRETS_STORAGE", "crosswalk/storage");
        env.put("CROSSWALK_HUBSPOT_BASE_URL", hubspot.url());
        env.put("CROSSWALK_HUBSPOT_APP_ID", "7001");
        env.put("CROSSWALK_HUBSPOT_WEBHOOK_TARGET_URL", WEBHOOK_URL);
        env.put("CROSSWALK_SALESFORCE_LOGIN_URL", salesforce.url());
        env.put("CROSSWALK_STORAGE_CONFIGURATION_TABLE", "crosswalk-configuration");
        env.put("CROSSWALK_STORAGE_RECORDS_TABLE", "crosswalk-records");
        env.put("CROSSWALK_STORAGE_JOURNAL_TABLE", "crosswalk-journal");
        env.put("CROSSWALK_STORAGE_PROBLEMS_TABLE", "crosswalk-problems");
        env.put("CROSSWALK_STACK", "crosswalk-test");
        if (function.equals("api")) {
            env.put("QUARKUS_HTTP_PORT", "0");
        } else {
            env.put("QUARKUS_HTTP_HOST_ENABLED", "false");
        }
        return env;
    }

    @Override
    public void close() {
        try {
            hubspot.close();
            salesforce.close();
            secrets.close();
            dynamo.close();
        } catch (Exception e) {
            throw new IllegalStateException("What the functions talked to did not stop.", e);
        }
    }
}
