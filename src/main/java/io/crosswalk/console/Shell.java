package io.crosswalk.console;

import org.jspecify.annotations.Nullable;

/**
 * What the shell's document names.
 *
 * @param signIn null where nobody signs in
 * @param simulated whether there is a sandbox to show
 */
public record Shell(Files files, @Nullable SignIn signIn, boolean simulated) {

    /** Paths of files. */
    public record Files(
            String css, String pagesCss, String theme, String htmx, String script, String icon) {}

    /**
     * @param audience empty where the provider needs none
     */
    public record SignIn(String issuer, String clientId, String scope, String audience) {}

    static Shell of(Assets assets, ConsoleConfig config, boolean simulated) {
        Files files =
                new Files(
                        assets.path("console.css"),
                        assets.path("pages.css"),
                        assets.path("theme.js"),
                        assets.path("htmx.min.js"),
                        assets.path("console.js"),
                        assets.path("icon.svg"));
        return new Shell(files, config.signIn().map(Shell::signIn).orElse(null), simulated);
    }

    private static SignIn signIn(ConsoleConfig.SignIn config) {
        return new SignIn(
                config.issuer(),
                config.clientId(),
                config.scope().orElse("openid"),
                config.audience().orElse(""));
    }
}
