package io.crosswalk.sandbox.hubspot;

import io.crosswalk.sandbox.SandboxRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A request with its path taken apart; versions ({@code v3}, {@code 2026-03}) are left out.
 *
 * @param area {@code objects}, {@code associations}, {@code properties}, {@code pipelines}, {@code
 *     owners}, {@code oauth}, {@code control}; empty for anything else
 * @param type null if the area has none
 * @param rest what follows area and type
 */
record HubspotCall(
        SandboxRequest request,
        String area,
        @Nullable ObjectType type,
        List<String> rest,
        CallKind kind) {

    static HubspotCall of(SandboxRequest request) {
        List<String> parts = new ArrayList<>();
        for (String part : request.path().split("/")) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        String first = parts.isEmpty() ? "" : parts.remove(0);
        if (first.equals("_control")) {
            return new HubspotCall(request, "control", null, parts, CallKind.OTHER);
        }
        // A version stands before or after the area's name, and only there.
        for (int i = 0; i < Math.min(2, parts.size()); i++) {
            if (parts.get(i).matches("v\\d|\\d{4}-\\d{2}")) {
                parts.remove(i);
                break;
            }
        }
        if (first.equals("oauth")) {
            CallKind kind = parts.equals(List.of("token")) ? CallKind.TOKEN : CallKind.ACCESS;
            return new HubspotCall(request, "oauth", null, parts, kind);
        }
        String area = first.equals("crm") && !parts.isEmpty() ? parts.remove(0) : "";
        if (area.equals("owners")) {
            return new HubspotCall(request, area, null, parts, CallKind.OWNERS);
        }
        boolean known =
                List.of("objects", "properties", "pipelines", "associations").contains(area);
        if (!known || parts.isEmpty()) {
            return new HubspotCall(request, "", null, parts, CallKind.OTHER);
        }
        String typeName = parts.remove(0);
        ObjectType type = ObjectType.find(typeName);
        if (type == null) {
            throw HubspotError.validation("Unable to infer object type from: " + typeName);
        }
        CallKind kind =
                switch (area) {
                    case "properties" -> CallKind.PROPERTIES;
                    case "pipelines" -> CallKind.PIPELINES;
                    case "associations" -> associationKind(parts.contains("read"));
                    default -> objectKind(request, parts);
                };
        return new HubspotCall(request, area, type, parts, kind);
    }

    private static CallKind associationKind(boolean reads) {
        return reads ? CallKind.ASSOCIATION_READ : CallKind.ASSOCIATION_WRITE;
    }

    private static CallKind objectKind(SandboxRequest request, List<String> rest) {
        if (rest.size() > 2 && rest.get(1).equals("associations")) {
            return associationKind(request.method().equals("GET"));
        }
        String joined = String.join("/", rest);
        if (request.method().equals("POST")) {
            return switch (joined) {
                case "" -> CallKind.CREATE;
                case "search" -> CallKind.SEARCH;
                case "merge" -> CallKind.MERGE;
                case "gdpr-delete" -> CallKind.GDPR_DELETE;
                case "batch/read",
                        "batch/create",
                        "batch/update",
                        "batch/upsert",
                        "batch/archive" ->
                        CallKind.valueOf(joined.replace('/', '_').toUpperCase(Locale.ROOT));
                default -> CallKind.OTHER;
            };
        }
        return switch (request.method() + rest.size()) {
            case "GET0" -> CallKind.LIST;
            case "GET1" -> CallKind.GET;
            case "PATCH1" -> CallKind.PATCH;
            case "DELETE1" -> CallKind.ARCHIVE;
            default -> CallKind.OTHER;
        };
    }

    /** The values of a query key, repeated or with commas. */
    List<String> names(String key) {
        List<String> names = new ArrayList<>();
        for (String value : request.query().getOrDefault(key, List.of())) {
            for (String name : value.split(",")) {
                if (!name.isBlank()) {
                    names.add(name.strip());
                }
            }
        }
        return names;
    }

    boolean flag(String key) {
        return "true".equals(request.queryValue(key));
    }

    int number(String key, int otherwise) {
        String value = request.queryValue(key);
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException malformed) {
            throw HubspotError.validation(key + " must be a number");
        }
    }

    static HubspotError unknownPath() {
        return new HubspotError(404, "OBJECT_NOT_FOUND", "resource not found");
    }
}
