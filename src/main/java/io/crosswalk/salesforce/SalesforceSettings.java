package io.crosswalk.salesforce;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where and how Salesforce is called; no secrets.
 *
 * @param loginUrl without a slash at its end
 * @param apiVersion such as {@code 62.0}
 * @param clientName letters, digits, dots, dashes, underscores
 * @param audience of a signed login token; empty to derive it from the login URL
 * @param callTimeout from sending a request to the last byte of its answer
 * @param metadataTtl how long describes are kept in memory
 */
public record SalesforceSettings(
        URI loginUrl,
        String apiVersion,
        String clientName,
        Optional<String> audience,
        Duration callTimeout,
        Duration metadataTtl) {

    public SalesforceSettings {
        String text = loginUrl.toString();
        if (text.endsWith("/")) {
            loginUrl = URI.create(text.substring(0, text.length() - 1));
        }
        if (!apiVersion.matches("\\d{1,3}\\.\\d")) {
            throw new IllegalArgumentException(
                    "crosswalk.salesforce.api-version is no version: '" + apiVersion + "'");
        }
        if (!clientName.matches("[A-Za-z0-9._-]{1,60}")) {
            throw new IllegalArgumentException(
                    "crosswalk.salesforce.client-name is no name: '" + clientName + "'");
        }
    }

    static SalesforceSettings of(SalesforceConfig config) {
        return new SalesforceSettings(
                config.loginUrl(),
                config.apiVersion(),
                config.clientName(),
                config.audience(),
                config.callTimeout(),
                config.metadataTtl());
    }

    /**
     * The literal login host, even where the token is posted to a My Domain host; a simulator is
     * its own audience.
     */
    String tokenAudience() {
        String host = loginUrl.getHost() == null ? "" : loginUrl.getHost();
        boolean sandbox =
                host.equals("test.salesforce.com") || host.endsWith(".sandbox.my.salesforce.com");
        boolean production = host.endsWith(".salesforce.com");
        String derived =
                sandbox
                        ? "https://test.salesforce.com"
                        : production ? "https://login.salesforce.com" : loginUrl.toString();
        return audience.orElse(derived);
    }
}
