package io.crosswalk.sandbox.salesforce;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Runs a statement: by id, by index, or along SystemModstamp. */
final class SoqlRun {
    private final Store store;
    private final Actor actor;

    /**
     * @param rows in the order asked for
     * @param fields the columns; empty for {@code COUNT()}
     */
    record Result(SObject type, List<Field> fields, List<Row> rows) {}

    SoqlRun(Store store, Actor actor) {
        this.store = store;
        this.actor = actor;
    }

    Result run(Soql soql, boolean withDeleted) {
        Table table = store.find(soql.type());
        if (table == null) {
            throw new Refused(
                    400, "INVALID_TYPE", "sObject type '" + soql.type() + "' is not supported.");
        }
        SObject type = table.type();
        List<Field> fields = soql.fields().stream().map(name -> type.field(name, actor)).toList();
        if (fields.stream().distinct().count() < fields.size()) {
            throw new Refused(400, "INVALID_FIELD", "duplicate field selected");
        }
        Predicate<Row> filter = new SoqlFilter(type, actor).compile(soql.where());
        Comparator<Row> order = order(type, soql.orderBy());
        List<Row> picked = picked(table, soql.where());
        boolean inOrder = picked == null && isStampOrder(soql.orderBy());
        Iterable<Row> rows = picked == null ? table.since(lowest(soql.where())) : picked;
        List<Row> found = new ArrayList<>();
        for (Row row : rows) {
            if (inOrder && soql.limit() >= 0 && found.size() >= soql.limit()) {
                break;
            }
            if ((withDeleted || !row.deleted()) && filter.test(row)) {
                found.add(row);
            }
        }
        if (!inOrder && order != null) {
            found.sort(order);
        }
        boolean cut = soql.limit() >= 0 && found.size() > soql.limit();
        return new Result(type, fields, cut ? found.subList(0, soql.limit()) : found);
    }

    /** The rows that an Id or indexed text names; null if the condition names none. */
    private static @Nullable List<Row> picked(Table table, Soql.@Nullable Condition where) {
        List<Soql.Condition> parts =
                where instanceof Soql.All all
                        ? all.parts()
                        : where == null ? List.of() : List.of(where);
        for (Soql.Condition part : parts) {
            if (!(part instanceof Soql.Compare compare)
                    || (compare.operator() != Soql.Operator.EQUAL
                            && compare.operator() != Soql.Operator.IN)) {
                continue;
            }
            Field field = table.type().find(compare.field());
            List<String> texts = SoqlFilter.texts(compare);
            if (field == null || texts.isEmpty()) {
                continue;
            }
            if (field.type() == FieldType.ID) {
                return texts.stream()
                        .map(Ids::full)
                        .distinct()
                        .map(table::find)
                        .filter(row -> row != null)
                        .toList();
            }
            if (table.isIndexed(field)) {
                return table.withText(field, texts);
            }
        }
        return null;
    }

    /** The earliest SystemModstamp that can satisfy the condition. */
    private static Instant lowest(Soql.@Nullable Condition where) {
        if (where instanceof Soql.Compare compare
                && compare.field().equalsIgnoreCase("SystemModstamp")) {
            Soql.Literal literal = compare.literals().get(0);
            return switch (compare.operator()) {
                case EQUAL, GREATER, AT_LEAST ->
                        literal.kind() == Soql.Literal.Kind.DATETIME
                                ? SoqlFilter.instant(literal.raw())
                                : Instant.MIN;
                case NOT_EQUAL, LESS, AT_MOST, LIKE, IN, NOT_IN -> Instant.MIN;
            };
        }
        if (where instanceof Soql.All all) {
            return all.parts().stream()
                    .map(SoqlRun::lowest)
                    .max(Comparator.naturalOrder())
                    .orElse(Instant.MIN);
        }
        if (where instanceof Soql.Any any) {
            return any.parts().stream()
                    .map(SoqlRun::lowest)
                    .min(Comparator.naturalOrder())
                    .orElse(Instant.MIN);
        }
        return Instant.MIN;
    }

    private static boolean isStampOrder(List<Soql.Order> orders) {
        boolean ascending = orders.stream().noneMatch(Soql.Order::descending);
        return orders.isEmpty()
                || (ascending
                        && orders.get(0).field().equalsIgnoreCase("SystemModstamp")
                        && (orders.size() == 1
                                || (orders.size() == 2
                                        && orders.get(1).field().equalsIgnoreCase("Id"))));
    }

    private @Nullable Comparator<Row> order(SObject type, List<Soql.Order> orders) {
        Comparator<Row> all = null;
        for (Soql.Order order : orders) {
            Field field = type.field(order.field(), actor);
            if (!field.sortable()) {
                throw new Refused(
                        400,
                        "INVALID_FIELD",
                        "field '" + field.name() + "' can not be sorted in a query call");
            }
            Comparator<Row> one =
                    (a, b) ->
                            ordered(
                                    SoqlFilter.comparable(field, a),
                                    SoqlFilter.comparable(field, b),
                                    order);
            all = all == null ? one : all.thenComparing(one);
        }
        return all;
    }

    private static int ordered(Object one, Object other, Soql.Order order) {
        boolean blank = one == SoqlFilter.BLANK || other == SoqlFilter.BLANK;
        int natural = SoqlFilter.order(one, other);
        if (blank) {
            return order.nullsLast() ? -natural : natural;
        }
        return order.descending() ? -natural : natural;
    }
}
