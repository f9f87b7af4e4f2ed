package io.crosswalk.console;

import static java.util.stream.Collectors.joining;

import io.crosswalk.api.RunView.FilterView;
import io.crosswalk.api.RunView.OrderView;
import io.crosswalk.api.RunView.UndoView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run is about, in a line. */
record RunAsked(OrderView asked, MappingNames names) {

    String text() {
        List<String> parts = new ArrayList<>(List.of(asked.object()));
        if (!asked.mappings().isEmpty()) {
            parts.add(asked.mappings().stream().map(names::name).collect(joining(", ")));
        }
        if (asked.filter() != null) {
            parts.add(filter(asked.filter()));
        }
        if (asked.undo() != null) {
            parts.add(undo(asked.undo()));
        }
        return String.join(" · ", parts);
    }

    private static String filter(FilterView filter) {
        if (!filter.ids().isEmpty()) {
            return filter.ids().size() == 1
                    ? "1 named record"
                    : filter.ids().size() + " named records";
        }
        List<String> parts = new ArrayList<>();
        if (filter.property() != null) {
            parts.add(
                    (filter.property() + " " + word(filter.operator()) + " " + values(filter))
                            .strip());
        }
        if (filter.modifiedSince() != null) {
            parts.add("changed since " + Shown.shown(filter.modifiedSince()));
        }
        return String.join(", ", parts);
    }

    /** Those of a run that is over are not kept. */
    private static String values(FilterView filter) {
        String operator = filter.operator() == null ? "" : filter.operator();
        boolean dropped = filter.values().isEmpty() && !operator.endsWith("HAS_PROPERTY");
        return dropped ? "…" : String.join(", ", filter.values());
    }

    /** As the form names HubSpot's operators. */
    private static String word(@Nullable String operator) {
        return operator == null
                ? ""
                : switch (operator) {
                    case "EQ" -> "is";
                    case "NEQ" -> "is not";
                    case "IN" -> "is one of";
                    case "GTE" -> "is at least";
                    case "LTE" -> "is at most";
                    case "HAS_PROPERTY" -> "has a value";
                    case "NOT_HAS_PROPERTY" -> "is blank";
                    default -> operator;
                };
    }

    private String undo(UndoView undo) {
        if (undo.entries() != null) {
            return undo.entries() == 1 ? "one write" : undo.entries() + " writes";
        }
        return undo.run() == null
                ? "of " + names.name(String.valueOf(undo.mapping())) + since(undo.since())
                : "of run " + undo.run();
    }

    private static String since(@Nullable Instant at) {
        return at == null ? "" : " since " + Shown.shown(at);
    }
}
