package io.crosswalk.simulation;

import io.crosswalk.rules.Side;
import io.crosswalk.simulation.SimulatedRecord.Change;
import io.crosswalk.simulation.World.Mapped;
import io.crosswalk.simulation.World.Pair;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A second system in some runs: a workflow, a flow, another integration that sets one property or
 * field to what it holds to be right, some time after we have written something else there. Draws
 * from a generator of its own.
 */
final class Answering {
    /** HubSpot's own integration takes a quarter of an hour. */
    private static final int DELAY_SECONDS_MAX = 900;

    /** People's numbers are smaller. */
    private static final int NUMBER = 9_000;

    private final World world;
    private final @Nullable Mapped mapped;
    private final Map<Side, String> right = new EnumMap<>(Side.class);
    private final long delayMillis;

    /** The numbers of the writes that it has seen to. */
    private final Set<Integer> answered = new HashSet<>();

    private Answering(World world, @Nullable Mapped mapped, long delayMillis) {
        this.world = world;
        this.mapped = mapped;
        this.delayMillis = delayMillis;
    }

    static Answering drawn(World world, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        if (random.nextInt(6) > 0) {
            return new Answering(world, null, 0);
        }
        List<Mapped> all =
                world.mappings.stream().filter(its -> Kind.ORDINARY.contains(its.kind())).toList();
        Mapped mapped = all.get(random.nextInt(all.size()));
        long seconds = 1 + random.nextInt(random.nextBoolean() ? 60 : DELAY_SECONDS_MAX);
        Answering answering = new Answering(world, mapped, seconds * 1_000);
        boolean both = random.nextBoolean();
        Side first = random.nextBoolean() ? Side.HUBSPOT : Side.SALESFORCE;
        for (Side side : Side.values()) {
            if (both || side == first) {
                boolean hubspot = side == Side.HUBSPOT;
                String value = mapped.kind().typed(random, NUMBER + side.ordinal(), hubspot);
                answering.right.put(side, value);
                world.trace.add("answers", mapped.mapping().id(), side, value, seconds);
            }
        }
        return answering;
    }

    /** Sets back what has stood long enough. */
    void act() {
        for (Pair pair : mapped == null ? List.<Pair>of() : List.copyOf(world.pairs)) {
            right.forEach(
                    (side, value) -> {
                        Change write = unanswered(pair, side);
                        if (write != null && world.crm(side).now() >= write.at() + delayMillis) {
                            answered.add(write.number());
                            if (world.edit(pair, mapped, side, value)) {
                                world.faults.counts.count(Fault.SET_BACK);
                            }
                        }
                    });
        }
    }

    /** Whether it is still to come. */
    boolean isPending() {
        return mapped != null
                && world.pairs.stream()
                        .anyMatch(
                                pair ->
                                        right.keySet().stream()
                                                .anyMatch(side -> unanswered(pair, side) != null));
    }

    private @Nullable Change unanswered(Pair pair, Side side) {
        SimulatedRecord record = world.crm(side).records.get(world.id(pair, side));
        List<Change> changes = record.changes(mapped.name(side));
        Change last = changes.isEmpty() ? null : changes.get(changes.size() - 1);
        String kept = world.crm(side).kept(mapped.name(side), right.get(side));
        boolean open =
                last != null
                        && last.ours()
                        && !record.deleted
                        && !answered.contains(last.number())
                        && !last.value().equals(kept);
        return open ? last : null;
    }
}
