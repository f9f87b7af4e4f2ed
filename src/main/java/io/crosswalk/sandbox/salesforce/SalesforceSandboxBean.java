package io.crosswalk.sandbox.salesforce;

import io.crosswalk.sandbox.SandboxFeed;
import io.crosswalk.sandbox.SandboxRoutes;
import io.quarkus.arc.profile.IfBuildProfile;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import org.eclipse.microprofile.config.Config;

/**
 * The org behind {@code /sandbox/salesforce} of the product's own HTTP server. Everything has a
 * default; see the keys below.
 */
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "test"})
public class SalesforceSandboxBean {
    private static final String PREFIX = "crosswalk.sandbox.salesforce.";

    void routes(@Observes Router router, SalesforceSandbox sandbox) {
        SandboxRoutes.mount(router, SalesforceSandbox.BASE_PATH, sandbox::handle);
    }

    @Produces
    @Singleton
    @IfBuildProfile(anyOf = {"dev", "test"})
    SalesforceSandbox sandbox(Config config, SandboxFeed feed) {
        long seed = number(config, "crosswalk.sandbox.seed", 1);
        SalesforceSandbox sandbox =
                new SalesforceSandbox(Clock.systemUTC(), seed, settings(config));
        sandbox.onChange(feed::tell);
        return sandbox;
    }

    static SalesforceSettings settings(Config config) {
        SalesforceSettings standard = SalesforceSettings.standard();
        return new SalesforceSettings(
                number(config, "crosswalk.sandbox.contacts", standard.contacts()),
                number(config, "crosswalk.sandbox.companies", standard.companies()),
                number(config, "crosswalk.sandbox.deals", standard.deals()),
                text(config, "client-id", standard.clientId()),
                text(config, "client-secret", standard.clientSecret()),
                config.getOptionalValue(PREFIX + "jwt-public-key", String.class)
                        .map(SalesforceSandboxBean::publicKey)
                        .orElse(null),
                number(config, PREFIX + "session-minutes", standard.sessionMinutes()),
                number(config, PREFIX + "daily-calls", standard.dailyCalls()));
    }

    /** PEM of an RSA public key, as {@code openssl rsa -pubout} writes it. */
    private static PublicKey publicKey(String pem) {
        String base64 = pem.replaceAll("-----[A-Z ]+-----|\\s", "");
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(PREFIX + "jwt-public-key is not an RSA public key", e);
        }
    }

    private static String text(Config config, String key, String otherwise) {
        return config.getOptionalValue(PREFIX + key, String.class).orElse(otherwise);
    }

    private static int number(Config config, String key, int otherwise) {
        return config.getOptionalValue(key, Integer.class).orElse(otherwise);
    }
}
