package io.crosswalk.sandbox.salesforce;

import java.util.List;
import java.util.Locale;

/** The REST resources, by method and path. */
enum CallKind {
    TOKEN,
    RESOURCES,
    LIMITS,
    DESCRIBE_GLOBAL,
    DESCRIBE,
    QUERY,
    QUERY_MORE,
    GET,
    POST,
    PATCH,
    DELETE,
    UPSERT,
    UPDATED,
    DELETED,
    RETRIEVE,
    COLLECTIONS_CREATE,
    COLLECTIONS_UPDATE,
    COLLECTIONS_UPSERT,
    COLLECTIONS_DELETE,
    COMPOSITE,
    OTHER;

    /**
     * @param path what follows the version
     */
    static CallKind of(String method, List<String> path) {
        String first = path.isEmpty() ? "" : path.get(0).toLowerCase(Locale.ROOT);
        boolean get = method.equals("GET");
        return switch (first) {
            case "" -> get ? RESOURCES : OTHER;
            case "limits" -> get && path.size() == 1 ? LIMITS : OTHER;
            case "query", "queryall" ->
                    !get ? OTHER : path.size() == 1 ? QUERY : path.size() == 2 ? QUERY_MORE : OTHER;
            case "sobjects" -> sobjects(method, path);
            case "composite" -> composite(method, path);
            default -> OTHER;
        };
    }

    private static CallKind sobjects(String method, List<String> path) {
        boolean get = method.equals("GET");
        String third = path.size() == 3 ? path.get(2).toLowerCase(Locale.ROOT) : "";
        if (path.size() == 1) {
            return get ? DESCRIBE_GLOBAL : OTHER;
        }
        if (path.size() == 2) {
            return method.equals("POST") ? POST : OTHER;
        }
        if (path.size() > 3) {
            return get ? GET : method.equals("PATCH") ? UPSERT : OTHER;
        }
        return switch (method) {
            case "GET" ->
                    switch (third) {
                        case "describe" -> DESCRIBE;
                        case "updated" -> UPDATED;
                        case "deleted" -> DELETED;
                        default -> GET;
                    };
            case "PATCH" -> PATCH;
            case "DELETE" -> DELETE;
            default -> OTHER;
        };
    }

    private static CallKind composite(String method, List<String> path) {
        if (path.size() == 1) {
            return method.equals("POST") ? COMPOSITE : OTHER;
        }
        if (!path.get(1).equals("sobjects")) {
            return OTHER;
        }
        return switch (path.size() + method) {
            case "2POST" -> COLLECTIONS_CREATE;
            case "2PATCH" -> COLLECTIONS_UPDATE;
            case "2DELETE" -> COLLECTIONS_DELETE;
            case "3GET", "3POST" -> RETRIEVE;
            case "4PATCH" -> COLLECTIONS_UPSERT;
            default -> OTHER;
        };
    }
}
