package io.crosswalk.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an error of HubSpot's says of single properties. They may be refused for several reasons,
 * and an error has one code: so only those are named to which it applies.
 *
 * @param code of the first that has one, else empty
 * @param names the properties that are refused with that code
 * @param message theirs, for people; may be empty
 */
record HubspotDetails(String code, Set<String> names, String message) {

    private record Detail(String code, Set<String> names, String message) {}

    /**
     * @param embedded in the error's message: {@code {"error","name","message"}}
     * @param errors its own list: {@code {"code","context":{"propertyName":[]}}}
     */
    static HubspotDetails of(Iterable<JsonNode> embedded, Iterable<JsonNode> errors) {
        List<Detail> details = new ArrayList<>();
        for (JsonNode node : embedded) {
            String name = node.path("name").asText("");
            String message = node.path("message").asText("");
            details.add(
                    new Detail(
                            node.path("error").asText(""),
                            name.isEmpty() ? Set.of() : Set.of(name),
                            name.isEmpty() ? message : name + ": " + message));
        }
        for (JsonNode node : errors) {
            Set<String> names = new LinkedHashSet<>();
            node.path("context").path("propertyName").forEach(name -> names.add(name.asText()));
            details.add(new Detail(node.path("code").asText(""), names, ""));
        }
        return of(details);
    }

    private static HubspotDetails of(List<Detail> details) {
        String code =
                details.stream()
                        .map(Detail::code)
                        .filter(each -> !each.isEmpty())
                        .findFirst()
                        .orElse("");
        List<Detail> meant = details.stream().filter(each -> each.code().equals(code)).toList();
        Set<String> names = names(meant);
        return new HubspotDetails(
                code,
                // One place may hold the code and the other the names.
                names.isEmpty() ? names(details) : names,
                String.join(
                        "; ",
                        meant.stream()
                                .map(Detail::message)
                                .filter(each -> !each.isEmpty())
                                .toList()));
    }

    private static Set<String> names(List<Detail> details) {
        Set<String> names = new LinkedHashSet<>();
        details.forEach(detail -> names.addAll(detail.names()));
        return names;
    }
}
