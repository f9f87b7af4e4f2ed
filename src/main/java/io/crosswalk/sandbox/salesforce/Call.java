package io.crosswalk.sandbox.salesforce;

import io.crosswalk.sandbox.SandboxRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A call of the REST API by somebody known.
 *
 * @param version as in the path: {@code v62.0}
 * @param path the segments after the version
 */
record Call(SandboxRequest request, CallKind kind, String version, List<String> path, Actor actor) {
    private static final Pattern PATH =
            Pattern.compile("/services/data/(v\\d{2,3}\\.\\d)(?:/(.*))?");
    private static final Pattern ALLOW_SAVE =
            Pattern.compile("allowSave\\s*=\\s*true", Pattern.CASE_INSENSITIVE);
    private static final Pattern CLIENT = Pattern.compile("(?:^|[,;\\s])client=([^,;]+)");

    /** Null if the path is not the REST API's. */
    static @Nullable Call of(SandboxRequest request, Actor actor) {
        Matcher matcher = PATH.matcher(request.path());
        if (!matcher.matches()) {
            return null;
        }
        String rest = matcher.group(2) == null ? "" : matcher.group(2);
        List<String> path =
                Arrays.stream(rest.split("/")).filter(segment -> !segment.isEmpty()).toList();
        String duplicates = request.header("sforce-duplicate-rule-header");
        boolean allows =
                duplicates != null
                        && ALLOW_SAVE.matcher(duplicates).find()
                        && Set.of("PATCH", "PUT", "POST").contains(request.method());
        return new Call(
                request,
                CallKind.of(request.method(), path),
                matcher.group(1),
                path,
                allows ? actor.allowingDuplicates() : actor);
    }

    /** The change events' changeOrigin; "" for a person in the browser. */
    String origin() {
        if (actor.kind() == Actor.Kind.PERSON) {
            return "";
        }
        String options = request.header("sforce-call-options");
        Matcher matcher = CLIENT.matcher(options == null ? "" : options);
        String client = matcher.find() ? ";client=" + matcher.group(1).trim() : "";
        return "com/salesforce/api/rest/" + version.substring(1) + client;
    }

    String parameter(String name) {
        String value = request.queryValue(name);
        if (value == null || value.isEmpty()) {
            throw new Refused(400, "MISSING_ARGUMENT", "The " + name + " parameter is required");
        }
        return value;
    }
}
