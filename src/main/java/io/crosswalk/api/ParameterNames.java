package io.crosswalk.api;

import io.crosswalk.mapping.Quoted;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Which parameters mean something where. Any other is refused: a filter with a slip in its name
 * would list everything, and a {@code dryRun} that nobody knows would change something.
 */
class ParameterNames {
    private static final String API = "/api/";
    private static final Set<String> LIST = Set.of("limit", "after");
    private static final Set<String> SEARCHED = Set.of("search", "limit", "after");

    /** By method and path, a segment of a path that is not fixed being {@code *}. */
    private static final Map<String, Set<String>> KNOWN =
            Map.ofEntries(
                    Map.entry("DELETE /api/links/*/*", Set.of("salesforceId")),
                    Map.entry("GET /api/backfills", LIST),
                    Map.entry("GET /api/config", Set.of("format")),
                    Map.entry("POST /api/config/plan", Set.of("object")),
                    Map.entry("POST /api/config/apply", Set.of("object", "skipRefused")),
                    Map.entry("GET /api/conflicts", Set.of("object", "kind", "limit", "after")),
                    Map.entry(
                            "GET /api/journal",
                            Set.of(
                                    "object",
                                    "hubspotId",
                                    "salesforceId",
                                    "mapping",
                                    "run",
                                    "since",
                                    "note",
                                    "limit",
                                    "after")),
                    Map.entry(
                            "GET /api/objects/*/differences",
                            Set.of("reason", "mapping", "limit", "after")),
                    Map.entry("GET /api/objects/*/fields", SEARCHED),
                    Map.entry("GET /api/objects/*/fields/*/compatible-properties", SEARCHED),
                    Map.entry("GET /api/objects/*/last-writes", LIST),
                    Map.entry("GET /api/objects/*/mappings", SEARCHED),
                    Map.entry("GET /api/objects/*/mappings/*/versions", LIST),
                    Map.entry("GET /api/objects/*/properties", SEARCHED),
                    Map.entry("GET /api/objects/*/properties/*/compatible-fields", SEARCHED),
                    Map.entry(
                            "GET /api/problems",
                            Set.of(
                                    "object",
                                    "mapping",
                                    "severity",
                                    "code",
                                    "hubspotId",
                                    "limit",
                                    "after")),
                    Map.entry("POST /api/problems/retry", Set.of("object", "code")),
                    Map.entry("GET /api/records", Set.of("object", "q", "limit", "after")),
                    Map.entry("GET /api/sync-rules", Set.of("hubspot", "salesforce")));

    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        String path;
        Set<String> given;
        try {
            path = request.getUriInfo().getRequestUri().getRawPath();
            given = request.getUriInfo().getQueryParameters().keySet();
        } catch (IllegalArgumentException e) {
            // Whoever reads such an address says what is wrong with it.
            return;
        }
        if (path.startsWith(API) && !given.isEmpty()) {
            boolean head = request.getMethod().equals("HEAD");
            check(head ? "GET" : request.getMethod(), path, given);
        }
    }

    static void check(String method, String path, Set<String> given) {
        Set<String> known = of(method, path);
        for (String name : given) {
            if (!known.contains(name)) {
                throw new Refusal(
                        RefusalCode.PARAMETER_MALFORMED,
                        "Parameter "
                                + Quoted.name(name)
                                + " means nothing here. "
                                + (known.isEmpty()
                                        ? "There are none."
                                        : "There are " + new TreeSet<>(known) + "."));
            }
        }
    }

    /**
     * @param path with or without a slash at its end
     */
    static Set<String> of(String method, String path) {
        String[] segments = (method + " " + path).split("/");
        for (Map.Entry<String, Set<String>> each : KNOWN.entrySet()) {
            if (fits(each.getKey().split("/"), segments)) {
                return each.getValue();
            }
        }
        return Set.of();
    }

    private static boolean fits(String[] template, String[] segments) {
        if (template.length != segments.length) {
            return false;
        }
        for (int i = 0; i < template.length; i++) {
            if (!template[i].equals("*") && !template[i].equals(segments[i])) {
                return false;
            }
        }
        return true;
    }
}
