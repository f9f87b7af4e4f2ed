package io.crosswalk.records;

import static io.crosswalk.records.DynamoAttributes.number;
import static io.crosswalk.records.DynamoAttributes.text;
import static io.crosswalk.records.DynamoAttributes.time;

import io.crosswalk.records.Link.Due;
import io.crosswalk.records.Link.State;
import io.crosswalk.records.Link.Turn;
import io.crosswalk.rules.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The shape of an item of the records table. */
final class DynamoLinkItem {
    static final String KEY = "key";
    static final String PARTNER = "partner";
    static final String STATE = "state";
    static final String DUE_SHARD = "dueShard";
    static final String DUE_AT = "dueAt";
    static final String DUE_SINCE = "dueSince";
    static final String MARKS = "marks";
    static final String TURN = "turn";
    static final String ATTEMPTS = "attempts";
    static final String HINTS = "hints";
    static final String BASE = "bases";
    static final String INTENTS = "intents";
    private static final String PUTS_BACK = "putsBack";
    static final String PARKED = "parked";
    static final String GONE = "gone";
    static final String HELD_UNTIL = "heldUntil";
    static final String PRIORITY = "priority";
    static final String LINK_SHARD = "linkShard";
    static final String DIFFERENCES = "differences";
    static final String COMPARED = "compared";
    static final String OVERTAKEN = "overtaken";
    static final String LOOKED_UNDER = "lookedUnder";
    static final String WRITES = "writes";
    static final String RETRIES = "retries";

    /** What looks at a link have found and intended: an acknowledgement replaces all of it. */
    static final List<String> FOUND =
            List.of(
                    BASE,
                    INTENTS,
                    PARKED,
                    GONE,
                    DIFFERENCES,
                    COMPARED,
                    WRITES,
                    RETRIES,
                    OVERTAKEN,
                    LOOKED_UNDER);

    /**
     * Spreads the sparse index, for each priority; more than enough for its write rate, few enough
     * to query.
     */
    static final int SHARDS = 4;

    private DynamoLinkItem() {}

    static Map<String, AttributeValue> key(RecordKey key) {
        return Map.of(KEY, text(key.text()));
    }

    /** Of what is due, where a record stands that is as urgent as that. */
    static AttributeValue shard(RecordKey key, Priority priority) {
        return shard(priority, Math.floorMod(key.text().hashCode(), SHARDS));
    }

    /**
     * @param number below {@link #SHARDS}
     */
    static AttributeValue shard(Priority priority, int number) {
        return text(priority.name() + "/" + number);
    }

    /**
     * The partition of the index of links: one object's links are read shard by shard.
     *
     * @param number below {@link #SHARDS}
     */
    static AttributeValue linkShard(String object, int number) {
        return text(object + "#" + number);
    }

    static AttributeValue linkShard(RecordKey key) {
        return linkShard(key.object(), Math.floorMod(key.text().hashCode(), SHARDS));
    }

    static Link read(Map<String, AttributeValue> item) {
        return new Link(
                RecordKey.parse(DynamoAttributes.required(item, KEY)),
                text(item, PARTNER),
                due(item),
                readMap(item, BASE, DynamoLinkItem::readBase),
                readMap(item, INTENTS, value -> readIntent(value.m())),
                new Findings(
                        readMap(item, PARKED, DynamoLinkItem::readBase),
                        gone(item),
                        readDifferences(item),
                        (int) number(item, COMPARED),
                        readMap(item, WRITES, value -> RecentWrites.parse(value.s())),
                        readMap(item, RETRIES, value -> Retry.parse(value.s())),
                        (int) number(item, OVERTAKEN),
                        number(item, LOOKED_UNDER)));
    }

    private static Due due(Map<String, AttributeValue> item) {
        String state = text(item, STATE);
        return new Due(
                state == null ? State.QUIET : State.valueOf(state),
                time(item, DUE_AT),
                time(item, DUE_SINCE),
                number(item, MARKS),
                new Turn(number(item, TURN), time(item, HELD_UNTIL)),
                (int) number(item, ATTEMPTS),
                priority(item),
                hints(item));
    }

    static Priority priority(Map<String, AttributeValue> item) {
        String priority = text(item, PRIORITY);
        return priority == null ? Priority.EDIT : Priority.valueOf(priority);
    }

    static Map<String, Difference> readDifferences(Map<String, AttributeValue> item) {
        return readMap(item, DIFFERENCES, value -> Difference.parse(value.s()));
    }

    /** Small things that have a text of their own. */
    static <T> AttributeValue texts(Map<String, T> things, Function<T, String> text) {
        Map<String, AttributeValue> values = new HashMap<>();
        things.forEach((id, thing) -> values.put(id, text(text.apply(thing))));
        return AttributeValue.fromM(values);
    }

    static AttributeValue hints(Collection<Noted> hints) {
        return AttributeValue.fromSs(hints.stream().map(Noted::text).distinct().toList());
    }

    static AttributeValue bases(Map<String, Base> bases) {
        Map<String, AttributeValue> values = new HashMap<>();
        bases.forEach((id, base) -> values.put(id, DynamoAttributes.bytes(base.bytes())));
        return AttributeValue.fromM(values);
    }

    static AttributeValue intents(Map<String, Intent> intents) {
        Map<String, AttributeValue> values = new HashMap<>();
        intents.forEach((id, intent) -> values.put(id, AttributeValue.fromM(intent(intent))));
        return AttributeValue.fromM(values);
    }

    private static Map<String, AttributeValue> intent(Intent intent) {
        Map<String, AttributeValue> value = new HashMap<>();
        value.put("side", text(intent.side().name()));
        value.put("after", DynamoAttributes.bytes(intent.after().bytes()));
        value.put("journalAt", text(intent.journalAt()));
        if (!intent.sent().equals(intent.after().of(intent.side()))) {
            value.put("sent", text(intent.sent().toString()));
        }
        if (!intent.folded().equals(intent.sent())) {
            value.put("folded", text(intent.folded().toString()));
        }
        if (intent.putsBack()) {
            value.put(PUTS_BACK, AttributeValue.fromBool(true));
        }
        return value;
    }

    static AttributeValue gone(Set<Side> sides) {
        return AttributeValue.fromSs(sides.stream().map(Side::name).toList());
    }

    private static List<Noted> hints(Map<String, AttributeValue> item) {
        AttributeValue hints = item.get(HINTS);
        if (hints == null) {
            return List.of();
        }
        List<Noted> noted = new ArrayList<>();
        hints.ss().forEach(text -> noted.add(Noted.parse(text)));
        return noted;
    }

    private static Set<Side> gone(Map<String, AttributeValue> item) {
        EnumSet<Side> sides = EnumSet.noneOf(Side.class);
        AttributeValue gone = item.get(GONE);
        if (gone != null) {
            gone.ss().forEach(side -> sides.add(Side.valueOf(side)));
        }
        return sides;
    }

    private static Base readBase(AttributeValue value) {
        return Base.of(value.b().asByteArrayUnsafe());
    }

    private static Intent readIntent(Map<String, AttributeValue> value) {
        Side side = Side.valueOf(DynamoAttributes.required(value, "side"));
        Base after = readBase(value.get("after"));
        String noted = text(value, "sent");
        Fingerprint sent = noted == null ? after.of(side) : Fingerprint.parse(noted);
        String folded = text(value, "folded");
        return new Intent(
                side,
                sent,
                folded == null ? sent : Fingerprint.parse(folded),
                after,
                DynamoAttributes.required(value, "journalAt"),
                value.containsKey(PUTS_BACK));
    }

    private static <T> Map<String, T> readMap(
            Map<String, AttributeValue> item, String name, Function<AttributeValue, T> read) {
        @Nullable AttributeValue map = item.get(name);
        Map<String, T> values = new HashMap<>();
        if (map != null) {
            map.m().forEach((id, value) -> values.put(id, read.apply(value)));
        }
        return values;
    }
}
