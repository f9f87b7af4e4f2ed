package io.crosswalk.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.mapping.Quoted;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import jakarta.ws.rs.FormParam;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the form for a backfill sends: the API's own body, as far as it was filled in. */
public class BackfillForm {
    private static final String ALL = " For every record choose \"All that are linked\".";

    private static final int IDS_MAX = 1_000;

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
            case "ids" -> ids().forEach(body.putObject("filter").putArray("ids")::add);
            case "since" ->
                    body.putObject("filter")
                            .put("modifiedSince", since(given(since, "No date is given.")));
            case "property" -> property(body.putObject("filter"));
            default -> {}
        }
        return body;
    }

    /** A day begins at midnight; a time is what it says. */
    private static String since(String said) {
        return said.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? said + "T00:00:00Z" : said;
    }

    private void property(ObjectNode filter) {
        filter.put("property", given(property, "No HubSpot property is given."));
        filter.put("operator", operator);
        ArrayNode list = filter.putArray("values");
        if ("IN".equals(operator)) {
            split(values, "[,;]").forEach(list::add);
        } else if (Forms.given(values) != null) {
            list.add(Forms.given(values));
        }
    }

    /** A choice whose detail was left empty must not become every record. */
    private static String given(@Nullable String text, String otherwise) {
        String given = Forms.given(text);
        if (given == null) {
            throw new Refusal(RefusalCode.PARAMETER_MISSING, otherwise + ALL);
        }
        return given;
    }

    private List<String> ids() {
        List<String> all = split(ids, "[\\s,;]+");
        if (all.isEmpty()) {
            throw new Refusal(
                    RefusalCode.PARAMETER_MISSING,
                    "No HubSpot id is given. Write at least one, apart by commas or spaces." + ALL);
        }
        for (String id : all) {
            if (!id.matches("[0-9]{1,20}")) {
                throw new Refusal(
                        RefusalCode.PARAMETER_MALFORMED,
                        Quoted.name(id)
                                + " is no id of a HubSpot record: those are digits. Take it out, or"
                                + " write the id that is meant.");
            }
        }
        if (all.size() > IDS_MAX) {
            throw new Refusal(
                    RefusalCode.PARAMETER_MALFORMED,
                    "These are "
                            + Shown.grouped(all.size())
                            + " ids, and a backfill takes "
                            + Shown.grouped(IDS_MAX)
                            + ". Ask for several, or for all that are linked.");
        }
        return all;
    }

    private static List<String> split(@Nullable String text, String separator) {
        return text == null
                ? List.of()
                : List.of(text.split(separator)).stream()
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .toList();
    }
}
