package io.crosswalk.console;

import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.rules.SyncRule;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which mappings the list shows, and in which order.
 *
 * @param search a part of a label or a name; empty for all
 * @param status a level; empty for all
 * @param rule a rule's name; empty for all
 * @param sort a column, with a hyphen before it to turn the order around; empty as they stand
 */
public record MappingFilter(String search, String status, String rule, String sort) {
    private static final int SEARCH_LENGTH_MAX = 100;
    static final List<String> LEVELS = List.of("issue", "warning", "ok", "off");

    private static final Map<String, Comparator<MappingRow>> COLUMNS =
            Map.of(
                    "property", Comparator.comparing(it -> folded(it.property().label())),
                    "field", Comparator.comparing(it -> folded(it.field().label())),
                    "rule", Comparator.comparing(it -> it.rule().label()),
                    "type", Comparator.comparing(it -> it.property().type() + it.field().type()),
                    "status", Comparator.comparing(it -> it.status().rank()));

    static MappingFilter of(
            @Nullable String search,
            @Nullable String status,
            @Nullable String rule,
            @Nullable String sort) {
        MappingFilter filter =
                new MappingFilter(orEmpty(search), orEmpty(status), orEmpty(rule), orEmpty(sort));
        check("search", filter.search.length() <= SEARCH_LENGTH_MAX, "at most 100 characters");
        check("status", filter.status.isEmpty() || LEVELS.contains(filter.status), "" + LEVELS);
        check("rule", filter.rule.isEmpty() || isRule(filter.rule), "a sync rule's name");
        check("sort", filter.sort.isEmpty() || COLUMNS.containsKey(filter.column()), "a column");
        return filter;
    }

    private static void check(String parameter, boolean good, String what) {
        if (!good) {
            throw new Refusal(
                    RefusalCode.PARAMETER_MALFORMED,
                    "Parameter '" + parameter + "' is " + what + ".");
        }
    }

    private static boolean isRule(String name) {
        return Stream.of(SyncRule.values()).anyMatch(it -> it.name().equals(name));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    boolean isEmpty() {
        return search.isEmpty() && status.isEmpty() && rule.isEmpty();
    }

    private String column() {
        return sort.startsWith("-") ? sort.substring(1) : sort;
    }

    List<MappingRow> apply(List<MappingRow> all) {
        String wanted = folded(search.strip());
        Stream<MappingRow> found =
                all.stream()
                        .filter(it -> wanted.isEmpty() || it.contains(wanted))
                        .filter(it -> status.isEmpty() || it.status().level().equals(status))
                        .filter(it -> rule.isEmpty() || it.rule().name().equals(rule));
        Comparator<MappingRow> order = COLUMNS.get(column());
        if (order == null) {
            return found.toList();
        }
        return found.sorted(sort.startsWith("-") ? order.reversed() : order).toList();
    }

    /** What {@code aria-sort} says of a column. */
    public String order(String name) {
        return !column().equals(name) ? "none" : sort.startsWith("-") ? "descending" : "ascending";
    }

    /** What a click on a column's heading asks for. */
    public String turned(String name) {
        return sort.equals(name) ? "-" + name : name;
    }
}
