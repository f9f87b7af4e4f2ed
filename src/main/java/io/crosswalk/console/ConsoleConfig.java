package io.crosswalk.console;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** How people sign in to the console. Absent: they do not, as on a developer's machine. */
@ConfigMapping(prefix = "crosswalk.console")
interface ConsoleConfig {

    Optional<SignIn> signIn();

    /** An OpenID provider, and the console as its public client. */
    interface SignIn {
        /** Where {@code /.well-known/openid-configuration} is, without a slash at its end. */
        String issuer();

        String clientId();

        /** Separated by spaces. */
        Optional<String> scope();

        /** Where the provider makes tokens for our API only if it is named, as Auth0 does. */
        Optional<String> audience();

        /** Origins of the provider besides the issuer's, such as that of its token endpoint. */
        Optional<List<String>> origins();
    }
}
