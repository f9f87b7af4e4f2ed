package io.crosswalk.records;

import static io.crosswalk.records.DynamoAttributes.number;
import static io.crosswalk.records.DynamoAttributes.required;
import static io.crosswalk.records.DynamoAttributes.text;
import static io.crosswalk.records.DynamoAttributes.time;

import io.crosswalk.records.BreakerStore.Release;
import io.crosswalk.records.BreakerStore.State;
import io.crosswalk.rules.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The shape of a mapping's item of part {@code breaker}: counts per sixth of the window, newest
 * first, and what a pause or a release has left.
 */
final class DynamoBreakerItem {
    static final String FROM = "from";
    static final String OVERWRITTEN = "overwritten";
    static final String CLEARED = "cleared";
    static final String PAUSED = "paused";
    static final String EXEMPT_UNTIL = "exemptUntil";
    static final String RELEASE = "release";

    /**
     * The condition on which a mapping is counted and may be paused: neither paused nor exempt. One
     * whose release made it exempt stays so until the way through its held links ends, which may
     * take longer.
     */
    static final String OPEN =
            "attribute_not_exists(#paused) AND"
                    + " (attribute_not_exists(#release) OR #exemptUntil <= #release.#at) AND"
                    + " (attribute_not_exists(#exemptUntil) OR #exemptUntil <= :now)";

    /** A window's sixths, and the one that has begun. */
    private static final int SLOTS = 7;

    private DynamoBreakerItem() {}

    static Map<String, AttributeValue> key(String object, String mappingId) {
        return Map.of("part", text("breaker"), "name", text(object + "/" + mappingId));
    }

    /** Of an expression: some of the names are words of DynamoDB's own. */
    static Map<String, String> names(String... attributes) {
        Map<String, String> names = new HashMap<>();
        for (String attribute : attributes) {
            names.put("#" + attribute, attribute);
        }
        return names;
    }

    static Instant slot(Instant now, Duration window) {
        long length = Math.max(1, window.toMillis() / (SLOTS - 1));
        return Instant.ofEpochMilli(Math.floorDiv(now.toEpochMilli(), length) * length);
    }

    static AttributeValue none() {
        return counts(new long[SLOTS]);
    }

    private static AttributeValue counts(long[] counts) {
        List<AttributeValue> list = new ArrayList<>();
        for (long count : counts) {
            list.add(number(count));
        }
        return AttributeValue.fromL(list);
    }

    static long sum(Map<String, AttributeValue> item, String name) {
        return item.get(name).l().stream().mapToLong(count -> Long.parseLong(count.n())).sum();
    }

    /** Makes room for the slots between; what leaves the window is forgotten. */
    static AttributeValue shifted(
            Map<String, AttributeValue> item, String name, Instant to, Duration window) {
        AttributeValue known = item.get(name);
        Instant from = time(item, FROM);
        if (known == null || from == null) {
            return none();
        }
        long length = Math.max(1, window.toMillis() / (SLOTS - 1));
        long steps = (to.toEpochMilli() - from.toEpochMilli() + length - 1) / length;
        long[] counts = new long[SLOTS];
        for (int i = 0; i + steps < SLOTS; i++) {
            counts[(int) (i + steps)] = Long.parseLong(known.l().get(i).n());
        }
        return counts(counts);
    }

    static boolean isExempt(Map<String, AttributeValue> item, Instant now) {
        Instant until = time(item, EXEMPT_UNTIL);
        AttributeValue release = item.get(RELEASE);
        return until != null
                && (until.isAfter(now)
                        || release != null && until.isAfter(release(release.m()).at()));
    }

    static State state(String mappingId, Map<String, AttributeValue> item) {
        AttributeValue paused = item.get(PAUSED);
        AttributeValue release = item.get(RELEASE);
        return new State(
                mappingId,
                paused == null ? null : massChange(paused.m()),
                release == null ? null : release(release.m()));
    }

    static AttributeValue write(MassChange why) {
        Map<String, AttributeValue> map = new HashMap<>();
        map.put("since", time(why.since()));
        map.put("side", text(why.side().name()));
        map.put(OVERWRITTEN, number(why.overwritten()));
        map.put(CLEARED, number(why.cleared()));
        map.put("window", number(why.window().toMillis()));
        if (why.linked() != null) {
            map.put("linked", number(why.linked()));
        }
        return AttributeValue.fromM(map);
    }

    private static MassChange massChange(Map<String, AttributeValue> map) {
        return new MassChange(
                Objects.requireNonNull(time(map, "since"), "since"),
                Side.valueOf(required(map, "side")),
                number(map, OVERWRITTEN),
                number(map, CLEARED),
                map.containsKey("linked") ? number(map, "linked") : null,
                Duration.ofMillis(number(map, "window")));
    }

    static AttributeValue write(Release release) {
        Map<String, AttributeValue> map = new HashMap<>();
        map.put("at", time(release.at()));
        map.put("passAt", time(release.passAt()));
        map.put("retried", number(release.retried()));
        @Nullable String after = release.after();
        if (after != null) {
            map.put("after", text(after));
        }
        return AttributeValue.fromM(map);
    }

    private static Release release(Map<String, AttributeValue> map) {
        return new Release(
                Objects.requireNonNull(time(map, "at"), "at"),
                Objects.requireNonNull(time(map, "passAt"), "passAt"),
                text(map, "after"),
                number(map, "retried"));
    }
}
