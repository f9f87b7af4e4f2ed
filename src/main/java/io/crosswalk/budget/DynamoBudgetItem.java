package io.crosswalk.budget;

import static io.crosswalk.records.DynamoAttributes.number;
import static io.crosswalk.records.DynamoAttributes.text;
import static io.crosswalk.records.DynamoAttributes.time;

import io.crosswalk.budget.LaneBudget.Closed;
import io.crosswalk.budget.LaneUse.Spent;
import io.crosswalk.budget.SharedBudget.Held;
import io.crosswalk.rules.Side;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** {@link SharedBudget} as an item: {@code version, slot, lanes, days, held}. */
final class DynamoBudgetItem {
    private DynamoBudgetItem() {}

    static Map<String, AttributeValue> write(SharedBudget budget) {
        Map<String, AttributeValue> lanes = new HashMap<>();
        budget.lanes().forEach((lane, its) -> lanes.put(lane.name(), lane(its)));
        Map<String, AttributeValue> days = new HashMap<>();
        budget.days().forEach((side, its) -> days.put(side.name(), day(its)));
        Map<String, AttributeValue> held = new HashMap<>();
        budget.held()
                .forEach(
                        (process, its) ->
                                held.put(
                                        process,
                                        AttributeValue.fromM(
                                                Map.of(
                                                        "slots", number(its.slots()),
                                                        "until", time(its.until())))));
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("version", number(budget.version()));
        item.put("slot", number(budget.slot()));
        item.put("lanes", AttributeValue.fromM(lanes));
        item.put("days", AttributeValue.fromM(days));
        item.put("held", AttributeValue.fromM(held));
        return item;
    }

    /** Nine numbers: the slot that runs first, in each edits first. */
    private static AttributeValue lane(LaneBudget lane) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(
                "granted",
                AttributeValue.fromL(
                        List.of(lane.use().now(), lane.use().before(), lane.use().earlier())
                                .stream()
                                .flatMapToInt(
                                        its ->
                                                IntStream.of(
                                                        its.edit(),
                                                        its.reconcile(),
                                                        its.backfill()))
                                .mapToObj(calls -> number(calls))
                                .toList()));
        values.put("max", number(lane.max()));
        Closed closed = lane.closed();
        if (closed != null) {
            values.put("closedUntil", time(closed.until()));
            values.put("closedFor", text(closed.reason()));
        }
        return AttributeValue.fromM(values);
    }

    private static AttributeValue day(DayUse day) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put("limit", number(day.limit()));
        values.put("used", number(day.used()));
        values.put("since", number(day.since()));
        values.put("from", time(day.from()));
        if (day.seenAt() != null) {
            values.put("seenAt", time(day.seenAt()));
        }
        if (day.probedAt() != null) {
            values.put("probedAt", time(day.probedAt()));
        }
        return AttributeValue.fromM(values);
    }

    /**
     * @param item empty if there is none
     */
    static SharedBudget read(Map<String, AttributeValue> item) {
        if (item.isEmpty()) {
            return SharedBudget.UNUSED;
        }
        Map<Lane, LaneBudget> lanes = new EnumMap<>(Lane.class);
        for (Lane lane : Lane.values()) {
            AttributeValue value = item.get("lanes").m().get(lane.name());
            lanes.put(lane, value == null ? LaneBudget.UNUSED : readLane(value.m()));
        }
        Map<Side, DayUse> days = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            days.put(side, readDay(item.get("days").m().get(side.name()).m()));
        }
        Map<String, Held> held = new HashMap<>();
        item.get("held")
                .m()
                .forEach(
                        (process, value) ->
                                held.put(
                                        process,
                                        new Held(
                                                (int) number(value.m(), "slots"),
                                                instant(value.m(), "until"))));
        return new SharedBudget(number(item, "version"), number(item, "slot"), lanes, days, held);
    }

    private static LaneBudget readLane(Map<String, AttributeValue> values) {
        List<AttributeValue> granted = values.get("granted").l();
        Instant until = time(values, "closedUntil");
        String reason = text(values, "closedFor");
        return new LaneBudget(
                new LaneUse(spent(granted, 0), spent(granted, 3), spent(granted, 6)),
                (int) number(values, "max"),
                closed(until, reason));
    }

    private static @Nullable Closed closed(@Nullable Instant until, @Nullable String reason) {
        return until == null || reason == null ? null : new Closed(until, reason);
    }

    private static Spent spent(List<AttributeValue> numbers, int from) {
        return new Spent(
                Integer.parseInt(numbers.get(from).n()),
                Integer.parseInt(numbers.get(from + 1).n()),
                Integer.parseInt(numbers.get(from + 2).n()));
    }

    private static DayUse readDay(Map<String, AttributeValue> values) {
        return new DayUse(
                number(values, "limit"),
                number(values, "used"),
                number(values, "since"),
                instant(values, "from"),
                time(values, "seenAt"),
                time(values, "probedAt"));
    }

    private static Instant instant(Map<String, AttributeValue> values, String name) {
        return Objects.requireNonNull(time(values, name), name);
    }
}
