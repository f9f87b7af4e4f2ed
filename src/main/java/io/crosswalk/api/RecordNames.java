package io.crosswalk.api;

import io.crosswalk.records.ObjectPair;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people call a record, and what tells it from others of the same name. */
final class RecordNames {
    private RecordNames() {}

    /** Properties to read for a name. */
    static List<String> hubspot(ObjectPair object) {
        return switch (object.name()) {
            case "contact" -> List.of("firstname", "lastname", "email");
            case "company" -> List.of("name", "domain");
            case "deal" -> List.of("dealname");
            default -> List.of();
        };
    }

    /** Fields to read for a name. */
    static List<String> salesforce(ObjectPair object) {
        return object.name().equals("contact")
                ? List.of("FirstName", "LastName", "Email")
                : List.of("Name");
    }

    static @Nullable String name(
            ObjectPair object, @Nullable Map<String, @Nullable String> hubspot) {
        return hubspot == null ? null : joined(hubspot, hubspot(object), detailAt(object));
    }

    static @Nullable String salesforceName(
            ObjectPair object, @Nullable Map<String, @Nullable String> salesforce) {
        return salesforce == null ? null : joined(salesforce, salesforce(object), detailAt(object));
    }

    static @Nullable String detail(ObjectPair object, Map<String, @Nullable String> hubspot) {
        List<String> names = hubspot(object);
        int at = detailAt(object);
        return at < names.size() ? blankToNull(hubspot.get(names.get(at))) : null;
    }

    /** The place of e-mail or domain among what is read: it is no part of the name. */
    private static int detailAt(ObjectPair object) {
        return object.name().equals("contact") ? 2 : 1;
    }

    private static @Nullable String joined(
            Map<String, @Nullable String> values, List<String> names, int detailAt) {
        String name =
                names.stream()
                        .limit(detailAt)
                        .map(values::get)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "))
                        .strip();
        if (!name.isEmpty()) {
            return name;
        }
        return detailAt < names.size() ? blankToNull(values.get(names.get(detailAt))) : null;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
