package io.crosswalk.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.FormParam;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the form for a backfill sends: the API's own body, as far as it was filled in. */
public class BackfillForm {
    @FormParam("object")
    @Nullable String object;

    @FormParam("fill")
    @Nullable String fill;

    @FormParam("mappings")
    List<String> mappings = new ArrayList<>();

    @FormParam("which")
    @Nullable String which;

    @FormParam("ids")
    @Nullable String ids;

    @FormParam("since")
    @Nullable String since;

    @FormParam("property")
    @Nullable String property;

    @FormParam("operator")
    @Nullable String operator;

    @FormParam("values")
    @Nullable String values;

    ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("object", object);
        body.put("fill", fill);
        if (!mappings.isEmpty()) {
            mappings.forEach(body.putArray("mappings")::add);
        }
        String kind = which == null ? "all" : which;
        switch (kind) {
            case "ids" -> split(ids).forEach(body.putObject("filter").putArray("ids")::add);
            case "since" -> body.putObject("filter").put("modifiedSince", since(since));
            case "property" -> property(body.putObject("filter"));
            default -> {}
        }
        return body;
    }

    /** A day begins at midnight; a time is what it says. */
    private static @Nullable String since(@Nullable String said) {
        String given = Forms.given(said);
        return given != null && given.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                ? given + "T00:00:00Z"
                : given;
    }

    private void property(ObjectNode filter) {
        filter.put("property", Forms.given(property));
        filter.put("operator", operator);
        ArrayNode list = filter.putArray("values");
        if ("IN".equals(operator)) {
            split(values).forEach(list::add);
        } else if (Forms.given(values) != null) {
            list.add(values);
        }
    }

    private static List<String> split(@Nullable String text) {
        return text == null
                ? List.of()
                : List.of(text.split("[,;]")).stream()
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .toList();
    }
}
