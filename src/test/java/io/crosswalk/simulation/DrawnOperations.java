package io.crosswalk.simulation;

import io.crosswalk.mapping.MatchKey;
import io.crosswalk.records.Base;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Intent;
import io.crosswalk.records.Link;
import io.crosswalk.records.MatchNotes;
import io.crosswalk.records.Noted;
import io.crosswalk.records.Priority;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.records.RecordStore.Acknowledgement;
import io.crosswalk.records.RecordStore.Pair;
import io.crosswalk.rules.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/** What is asked of a store of links and its notes, drawn from a seed: few records, many turns. */
final class DrawnOperations {
    private static final Duration TURN = Duration.ofSeconds(90);
    private static final List<String> MAPPINGS = List.of("m1", "m2", MatchKey.PARTNER);

    private final SplittableRandom random;
    private final Drawing draw;
    private final VirtualClock clock;
    private final List<RecordKey> hubspot;
    private final List<RecordKey> salesforce;
    private final String object;

    /** Links as they were some time; the last ones are those of now. */
    private final List<Link> seen = new ArrayList<>();

    /**
     * @param text for people
     * @param on to be asked of each of the stores; what it answers
     */
    record Operation(String text, BiFunction<RecordStore, MatchNotes, Object> on) {}

    DrawnOperations(long seed, VirtualClock clock) {
        this.random = new SplittableRandom(seed);
        this.draw = new Drawing(random);
        this.clock = clock;
        this.object = "o" + seed;
        this.hubspot = List.of(RecordKey.hubspot(object, "501"), RecordKey.hubspot(object, "502"));
        this.salesforce =
                List.of(RecordKey.salesforce(object, "003A"), RecordKey.salesforce(object, "003B"));
    }

    String object() {
        return object;
    }

    List<RecordKey> keys() {
        List<RecordKey> keys = new ArrayList<>(hubspot);
        keys.addAll(salesforce);
        return keys;
    }

    /** Later operations may come with links as they are now. */
    void saw(Collection<Link> links) {
        seen.addAll(links);
    }

    Operation next() {
        clock.pass(random.nextInt(3) == 0 ? random.nextInt(200_000) : 0);
        return switch (random.nextInt(20)) {
            case 0, 1, 2 -> mark();
            case 3, 4 -> link();
            case 5 -> linkMany();
            case 6 -> move();
            case 7 -> unlink();
            case 8, 9 -> intend();
            case 10, 11, 12 -> acknowledge();
            case 13 -> defer();
            case 14 -> retry();
            case 15 -> retryAll();
            case 16 -> wake();
            case 17 -> forget();
            default -> note();
        };
    }

    private static Operation told(String text, BiFunction<RecordStore, MatchNotes, Object> on) {
        return new Operation(text, on);
    }

    private Operation mark() {
        Map<RecordKey, List<Noted>> hints = new LinkedHashMap<>();
        draw.some(keys()).forEach(key -> hints.put(key, draw.hints(MAPPINGS)));
        Priority priority = draw.one(List.of(Priority.values()));
        return told(
                "mark " + priority + " " + hints, (store, notes) -> store.mark(hints, priority));
    }

    private Operation link() {
        String one = draw.one(hubspot).recordId();
        String other = draw.one(salesforce).recordId();
        return told("link " + one + " " + other, (store, notes) -> store.link(object, one, other));
    }

    private Operation linkMany() {
        Map<String, String> pairs = new LinkedHashMap<>();
        draw.some(hubspot)
                .forEach(key -> pairs.put(key.recordId(), draw.one(salesforce).recordId()));
        return told("link " + pairs, (store, notes) -> store.link(object, pairs));
    }

    /** The winner is another one: no record is merged into itself. */
    private Operation move() {
        RecordKey one = draw.one(hubspot);
        RecordKey other = draw.one(salesforce);
        Pair pair = new Pair(object, one.recordId(), other.recordId());
        Side merged = draw.one(List.of(Side.values()));
        List<RecordKey> winners = new ArrayList<>(merged == Side.HUBSPOT ? hubspot : salesforce);
        winners.remove(merged == Side.HUBSPOT ? one : other);
        String winner = draw.one(winners).recordId();
        List<Noted> hints = merged == Side.HUBSPOT ? draw.hints(MAPPINGS) : List.of();
        return told(
                "move " + pair + " " + merged + " " + winner + " " + hints,
                (store, notes) -> store.move(pair, merged, winner, hints));
    }

    private Operation unlink() {
        String one = draw.one(hubspot).recordId();
        String other = draw.one(salesforce).recordId();
        return told(
                "unlink " + one + " " + other,
                (store, notes) -> {
                    store.unlink(object, one, other);
                    return true;
                });
    }

    /** Of each record at most one, as it is now or was some time. */
    private Set<Link> links() {
        Map<RecordKey, Link> links = new LinkedHashMap<>();
        for (int i = Math.min(seen.size(), 1 + random.nextInt(2)); i > 0; i--) {
            int back = random.nextInt(Math.min(seen.size(), random.nextInt(3) == 0 ? 20 : 4));
            Link link = seen.get(seen.size() - 1 - back);
            links.put(link.key(), link);
        }
        return new LinkedHashSet<>(links.values());
    }

    private Operation intend() {
        Map<Link, Map<String, Intent>> intents = new LinkedHashMap<>();
        for (Link link : links()) {
            Map<String, Intent> its = new LinkedHashMap<>();
            for (String mapping : draw.some(MAPPINGS)) {
                Side side = draw.one(List.of(Side.values()));
                its.put(mapping, new Intent(side, draw.base(), draw.journalAt()));
            }
            boolean arrived = random.nextInt(4) == 0;
            intents.put(
                    arrived ? link.withBase(Map.of(draw.one(MAPPINGS), draw.base())) : link, its);
        }
        Instant until = clock.instant().plus(TURN);
        return told(
                "intend " + intents,
                (store, notes) -> {
                    Map<RecordKey, RecordStore.Taken> taken = store.intend(intents, until);
                    taken.values().forEach(its -> seen.add(its.link()));
                    return taken;
                });
    }

    private Operation acknowledge() {
        Map<Link, Acknowledgement> acknowledgements = new LinkedHashMap<>();
        links().forEach(link -> acknowledgements.put(link, acknowledgement(link)));
        return told(
                "acknowledge " + acknowledgements,
                (store, notes) -> store.acknowledge(acknowledgements));
    }

    private Acknowledgement acknowledgement(Link link) {
        Map<String, Base> moved = new LinkedHashMap<>();
        draw.some(MAPPINGS).forEach(id -> moved.put(id, draw.base()));
        Set<Noted> kept = draw.some(link.due().hints());
        boolean again = random.nextInt(3) == 0;
        return new Acknowledgement(
                moved,
                random.nextBoolean() ? Findings.NONE : draw.findings(MAPPINGS, clock.instant()),
                draw.some(link.intents().keySet()),
                kept,
                again ? later() : null,
                again ? random.nextInt(3) : 0);
    }

    private Instant later() {
        return clock.instant().plusMillis(random.nextInt(300_000));
    }

    private Operation defer() {
        Map<Link, Instant> until = new LinkedHashMap<>();
        links().forEach(link -> until.put(link, later()));
        return told(
                "defer " + until,
                (store, notes) -> {
                    store.defer(until);
                    return true;
                });
    }

    private Operation retry() {
        RecordKey key = draw.one(keys());
        String mapping = random.nextBoolean() ? draw.one(MAPPINGS) : null;
        return told(
                "retry " + key.text() + " " + mapping, (store, notes) -> store.retry(key, mapping));
    }

    private Operation retryAll() {
        Set<RecordKey> keys = draw.some(keys());
        String mapping = random.nextBoolean() ? draw.one(MAPPINGS) : null;
        return told(
                "retry " + keys + " " + mapping, (store, notes) -> store.retryAll(keys, mapping));
    }

    private Operation wake() {
        Set<RecordKey> keys = draw.some(keys());
        return told(
                "wake " + keys,
                (store, notes) -> {
                    store.wake(keys);
                    return true;
                });
    }

    /** Only people in HubSpot are forgotten. */
    private Operation forget() {
        return links().stream()
                .filter(link -> link.key().side() == Side.HUBSPOT)
                .findFirst()
                .map(link -> told("forget " + link, (store, notes) -> store.forget(link)))
                .orElseGet(this::mark);
    }

    private Operation note() {
        RecordKey one = draw.one(hubspot);
        RecordKey other = draw.one(salesforce);
        Set<RecordKey> waitedFor = draw.some(keys());
        return switch (random.nextInt(5)) {
            case 0 -> noted("decline " + one + " " + other, notes -> notes.decline(one, other));
            case 1 -> noted("allow " + one + " " + other, notes -> notes.allow(one, other));
            case 2 -> noted("merged " + one, notes -> notes.merged(one, hubspot.get(0)));
            case 3 -> noted("await " + waitedFor, notes -> notes.await(waitedFor, one));
            default -> noted("release " + waitedFor, notes -> release(notes, waitedFor, one));
        };
    }

    private static void release(MatchNotes notes, Set<RecordKey> waitedFor, RecordKey waiting) {
        Map<RecordKey, Set<RecordKey>> released = new LinkedHashMap<>();
        waitedFor.forEach(key -> released.put(key, Set.of(waiting)));
        notes.release(released);
    }

    private interface Noting {
        void on(MatchNotes notes);
    }

    private static Operation noted(String text, Noting noting) {
        return told(
                text,
                (store, notes) -> {
                    noting.on(notes);
                    return true;
                });
    }
}
