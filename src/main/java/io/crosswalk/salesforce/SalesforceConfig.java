package io.crosswalk.salesforce;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What is configured about the Salesforce org and the app that Crosswalk is there. */
@ConfigMapping(prefix = "crosswalk.salesforce")
interface SalesforceConfig {

    /** Client credentials need the org's own My Domain host. */
    @WithDefault("https://login.salesforce.com")
    URI loginUrl();

    @WithDefault("62.0")
    String apiVersion();

    /** The app's consumer key. */
    Optional<String> clientId();

    /** With it the app logs in by client credentials. */
    Optional<String> clientSecret();

    /** With it and the private key the app logs in by a signed token (JWT bearer). */
    Optional<String> username();

    /** PKCS#8 PEM, {@code -----BEGIN PRIVATE KEY-----}; line breaks may be written as \n. */
    Optional<String> privateKey();

    /** Whom the signed token is for, when it cannot be told from the login URL. */
    Optional<String> audience();

    /** Marks our own changes: {@code Sforce-Call-Options: client=...}. */
    @WithDefault("crosswalk")
    String clientName();

    /** From sending a request to the last byte of its answer. */
    @WithDefault("PT30S")
    Duration callTimeout();

    /** How long describes are kept in memory. */
    @WithDefault("PT5M")
    Duration metadataTtl();
}
