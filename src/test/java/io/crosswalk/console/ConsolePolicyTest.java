package io.crosswalk.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whom the console's pages may call. */
class ConsolePolicyTest {
    private record Provider(String issuer, Optional<List<String>> origins)
            implements ConsoleConfig.SignIn {
        @Override
        public String clientId() {
            return "console";
        }

        @Override
        public Optional<String> scope() {
            return Optional.empty();
        }

        @Override
        public Optional<String> audience() {
            return Optional.empty();
        }
    }

    private static String callable(Optional<ConsoleConfig.SignIn> signIn) {
        String policy = ConsoleHeaders.policy(() -> signIn);
        int at = policy.indexOf("connect-src ");
        return policy.substring(at, policy.indexOf(';', at));
    }

    @Test
    void withoutSignIn_onlyThisServer() {
        assertThat(callable(Optional.empty())).isEqualTo("connect-src 'self'");
    }

    @Test
    void withSignIn_theProvidersOriginsWithoutTheirPaths() {
        Provider provider =
                new Provider(
                        "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_pool",
                        Optional.of(List.of("https://people.auth.eu-west-1.amazoncognito.com/x")));

        assertThat(callable(Optional.of(provider)))
                .isEqualTo(
                        "connect-src 'self' https://cognito-idp.eu-west-1.amazonaws.com"
                                + " https://people.auth.eu-west-1.amazoncognito.com");
    }
}
