package io.crosswalk.console;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What browsers may do with the console's pages: nothing but what these pages need. */
@Singleton
class ConsoleHeaders {
    private static final int AFTER_THE_GUARD = 900;

    private final String policy;

    ConsoleHeaders(ConsoleConfig config) {
        this.policy = policy(config);
    }

    void register(@Observes Filters filters) {
        filters.register(this::add, AFTER_THE_GUARD);
    }

    private void add(RoutingContext context) {
        String path = context.normalizedPath();
        boolean page = path.startsWith("/pages");
        if (page || path.equals("/console") || path.startsWith("/console/")) {
            MultiMap headers = context.response().headers();
            headers.set("Content-Security-Policy", policy);
            headers.set("Referrer-Policy", "same-origin");
            headers.set("X-Frame-Options", "DENY");
            headers.set("Cross-Origin-Opener-Policy", "same-origin");
        }
        if (page) {
            context.response().putHeader("Cache-Control", "no-store");
        }
        context.next();
    }

    /** No inline script or style, no frames, no calls but to us and to where people sign in. */
    static String policy(ConsoleConfig config) {
        Set<String> callable = new LinkedHashSet<>(List.of("'self'"));
        config.signIn()
                .ifPresent(
                        provider -> {
                            callable.add(origin(provider.issuer()));
                            provider.origins()
                                    .orElse(List.of())
                                    .forEach(other -> callable.add(origin(other)));
                        });
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src "
                + String.join(" ", callable)
                + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    /** Configuration is trusted, but a semicolon in it would begin another directive. */
    private static String origin(String url) {
        URI uri = URI.create(url.strip());
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
