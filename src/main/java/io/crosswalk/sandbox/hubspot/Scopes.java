package io.crosswalk.sandbox.hubspot;

import java.util.ArrayList;
import java.util.List;

/** What the app under test was given, and what each call asks for. */
final class Scopes {
    private static final String OWNERS = "crm.objects.owners.read";

    static final List<String> ALL = all();

    private Scopes() {}

    private static List<String> all() {
        List<String> all = new ArrayList<>();
        for (ObjectType type : ObjectType.values()) {
            for (String of : List.of("objects", "schemas")) {
                all.add(name(of, type, "read"));
                all.add(name(of, type, "write"));
            }
        }
        all.add(OWNERS);
        return List.copyOf(all);
    }

    /** 403 with the scopes of which the app has none. */
    static void require(HubspotCall call, List<String> granted) {
        List<String> required = required(call);
        if (!required.isEmpty() && required.stream().noneMatch(granted::contains)) {
            throw missing(required);
        }
    }

    static HubspotError missing(List<String> required) {
        return new HubspotError(
                        403,
                        "MISSING_SCOPES",
                        "This app hasn't been granted all required scopes to make this call. Read"
                                + " more about required scopes here:"
                                + " https://developers.hubspot.com/scopes.")
                .detail(
                        "One or more of the following scopes are required.",
                        "requiredGranularScopes",
                        required);
    }

    /** One of them is enough; none for what any app may ask. */
    private static List<String> required(HubspotCall call) {
        ObjectType type = call.type();
        if (type == null) {
            return call.area().equals("owners") ? List.of(OWNERS) : List.of();
        }
        if (call.area().equals("properties") || call.area().equals("pipelines")) {
            // Whoever may see the records may see what they consist of.
            return call.request().method().equals("GET")
                    ? List.of(
                            name("schemas", type, "read"),
                            name("objects", type, "read"),
                            name("objects", type, "write"))
                    : List.of(name("schemas", type, "write"));
        }
        return switch (call.kind()) {
            case LIST, GET, BATCH_READ, SEARCH, ASSOCIATION_READ ->
                    List.of(name("objects", type, "read"));
            default -> List.of(name("objects", type, "write"));
        };
    }

    private static String name(String of, ObjectType type, String access) {
        return "crm." + of + "." + type.plural + "." + access;
    }
}
