package io.crosswalk.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswalk.mapping.RefusalCode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other sites' pages, open in a browser on the same machine, from using the server on
 * loopback, which has no login of its own (docs/decisions/008-console.md).
 */
@Singleton
class RequestGuard {
    /**
     * What console.js sends with everything; a page of another site cannot, without asking first.
     */
    static final String CONSOLE = "X-Crosswalk-Console";

    /** Before anything that could answer. */
    private static final int FIRST = 1_000;

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final HttpConfig config;
    private final ObjectMapper json;

    RequestGuard(HttpConfig config, ObjectMapper json) {
        this.config = config;
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::guard, FIRST);
    }

    private void guard(RoutingContext context) {
        HttpServerRequest request = context.request();
        String host = request.getHeader("Host");
        if (host != null && !isOurs(host)) {
            refuse(
                    context,
                    RefusalCode.HOST_NOT_ALLOWED,
                    "This server answers to its own name only, so that no page of another site can"
                            + " reach it. Call it as 'localhost', or name the host in"
                            + " 'crosswalk.http.hosts'.");
            return;
        }
        if (isCrossSite(context)) {
            refuse(
                    context,
                    RefusalCode.CROSS_SITE_REQUEST,
                    "The request comes from a page of another site, so nothing was done. Open the"
                            + " console itself, or call the API from a program.");
            return;
        }
        context.response().putHeader("X-Content-Type-Options", "nosniff");
        context.response().putHeader("Cross-Origin-Resource-Policy", "same-origin");
        context.next();
    }

    private boolean isOurs(String host) {
        int port = host.lastIndexOf(':');
        boolean hasPort = port > host.lastIndexOf(']');
        return config.hosts().contains((hasPort ? host.substring(0, port) : host).toLowerCase());
    }

    /**
     * Whether it may change something, and was not made by our own page or by a program. Asked of
     * every path: which of them a request means is decided after this, by its normalized path.
     */
    private static boolean isCrossSite(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (READS.contains(request.method().name())) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return true;
        }
        return context.normalizedPath().startsWith("/pages")
                ? request.getHeader(CONSOLE) == null
                : site == null && isForeign(request.getHeader("Origin"), request);
    }

    /**
     * Browsers without Sec-Fetch-Site name the origin. Whoever sends a token was allowed to by us:
     * browsers do not add it by themselves.
     */
    private static boolean isForeign(@Nullable String origin, HttpServerRequest request) {
        return origin != null
                && request.getHeader("Authorization") == null
                && !origin.equals("http://" + request.getHeader("Host"));
    }

    private void refuse(RoutingContext context, RefusalCode code, String detail) {
        try {
            context.response()
                    .setStatusCode(code.status())
                    .putHeader("Content-Type", Problem.MEDIA_TYPE)
                    .end(json.writeValueAsString(Problem.of(code, detail)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
