package io.crosswalk.simulation;

import io.crosswalk.mapping.Mapping;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.Priority;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RunNote;
import io.crosswalk.rules.Side;
import io.crosswalk.simulation.World.Mapped;
import io.crosswalk.simulation.World.Pair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What people do in both CRMs, and ask of Crosswalk. */
final class People {
    private final World world;

    People(World world) {
        this.world = world;
    }

    private <T> T one(List<T> all, SplittableRandom random) {
        return all.get(random.nextInt(all.size()));
    }

    static Side side(SplittableRandom random) {
        return random.nextBoolean() ? Side.HUBSPOT : Side.SALESFORCE;
    }

    private String typed(Mapped mapped, Side side, SplittableRandom random) {
        return world.typed(mapped, side, random);
    }

    void edit(SplittableRandom random) {
        Mapped mapped = one(world.mappings, random);
        Side side = side(random);
        if (world.newcomers != null && random.nextBoolean()) {
            List<String> ids = List.copyOf(world.crm(side).records.keySet());
            world.edit(one(ids, random), mapped, side, typed(mapped, side, random));
        } else if (!world.pairs.isEmpty()) {
            world.edit(one(world.pairs, random), mapped, side, typed(mapped, side, random));
        }
    }

    /** A person enters somebody, who may be on the other side already. */
    void newcomer(SplittableRandom random) {
        if (world.newcomers == null) {
            return;
        }
        Side side = side(random);
        Map<String, String> values = new TreeMap<>();
        for (Mapped mapped : world.mappings) {
            String value = typed(mapped, side, random);
            if (random.nextInt(4) > 0 && world.takes(mapped, side, value)) {
                values.put(mapped.name(side), value);
            }
        }
        SimulatedCrm crm = world.crm(side);
        crm.add(crm.newId(), values, false);
    }

    /** A person finds two records to be the same. */
    void merge(SplittableRandom random) {
        SimulatedCrm crm = world.crm(side(random));
        List<String> ids =
                crm.records.values().stream()
                        .filter(record -> !record.deleted)
                        .map(record -> record.id)
                        .toList();
        if (world.newcomers != null && ids.size() > 1) {
            String winner = one(ids, random);
            String loser = one(ids, random);
            if (!winner.equals(loser)) {
                crm.merge(winner, loser);
            }
        }
    }

    void editBoth(SplittableRandom random) {
        if (world.pairs.isEmpty()) {
            return;
        }
        Mapped mapped = one(world.mappings, random);
        Pair pair = one(world.pairs, random);
        Side first = side(random);
        world.edit(pair, mapped, first, typed(mapped, first, random));
        world.clock.pass(random.nextInt(3) == 0 ? 2_500 : random.nextInt(400));
        world.edit(pair, mapped, first.other(), typed(mapped, first.other(), random));
    }

    /**
     * @param meanwhile events may arrive before it is taken back
     */
    void takeBack(SplittableRandom random, Consumer<SplittableRandom> meanwhile) {
        if (world.pairs.isEmpty()) {
            return;
        }
        Mapped mapped = one(world.mappings, random);
        Pair pair = one(world.pairs, random);
        Side side = side(random);
        String before = world.value(pair, mapped, side);
        world.edit(pair, mapped, side, typed(mapped, side, random));
        world.clock.pass(1 + random.nextInt(4_000));
        if (random.nextInt(3) == 0) {
            meanwhile.accept(random);
        }
        world.edit(pair, mapped, side, before);
    }

    /** Administrators make a field read-only, shorter, or hide it, and take that back. */
    void redefine(SplittableRandom random) {
        if (random.nextInt(12) > 0) {
            return;
        }
        Mapped mapped = world.mappings.get(random.nextInt(world.mappings.size()));
        if (Kind.ORDINARY.contains(mapped.kind())) {
            Side side = side(random);
            Definitions.State[] states = Definitions.State.values();
            world.crm(side)
                    .changeDefinition(mapped.name(side), states[random.nextInt(states.length)]);
        }
    }

    void changeOptions(SplittableRandom random) {
        world.crm(side(random)).changeOptions(random.nextInt(4), random.nextInt(3) > 0);
    }

    /** What a run does: it marks linked records, with a note of what is asked. */
    void backfill(int run, SplittableRandom random) {
        RunNote asked = asked("run" + run, random);
        Map<RecordKey, List<Noted>> marks = new LinkedHashMap<>();
        for (Pair pair : world.pairs) {
            Link link = world.store.link(RecordKey.hubspot("contact", pair.hubspotId()));
            if (link != null && link.partnerId() != null && random.nextInt(3) > 0) {
                marks.put(link.key(), List.of(asked.noted()));
            }
        }
        world.trace.add("backfill", asked.what(), marks.size());
        world.store.mark(marks, Priority.BACKFILL);
    }

    private RunNote asked(String run, SplittableRandom random) {
        if (random.nextInt(3) == 0) {
            return RunNote.look(run);
        }
        Mapping mapping = one(world.mappings, random).mapping();
        return RunNote.align(run, mapping.id(), mapping.choice().ruleStamp());
    }

    /** A person takes one of our writes back. */
    void undo(int run, SplittableRandom random) {
        List<JournalEntry> writes =
                world.journal.all().stream()
                        .filter(entry -> entry.verdict().writes() != null)
                        .filter(
                                entry ->
                                        entry.verdict().result().outcome()
                                                == JournalEntry.Outcome.WRITTEN)
                        .toList();
        if (!writes.isEmpty()) {
            JournalEntry entry = one(writes, random);
            world.undone.add(entry);
            world.trace.add("undo", entry.link().recordId(), entry.at());
            Noted note = RunNote.undo("run" + run, entry.key()).noted();
            world.store.mark(Map.of(entry.link(), List.of(note)));
        }
    }

    void delete(SplittableRandom random) {
        Side side = side(random);
        if (world.pairs.isEmpty()) {
            return;
        }
        String id = world.id(one(world.pairs, random), side);
        if (!world.crm(side).records.get(id).deleted) {
            world.crm(side).delete(id);
        }
    }

    /** Somebody asks to be forgotten. */
    void forget(SplittableRandom random) {
        List<String> ids =
                world.hubspot.records.values().stream()
                        .filter(record -> !record.deleted)
                        .map(record -> record.id)
                        .toList();
        if (ids.size() > 1) {
            String id = one(ids, random);
            Link link = world.store.link(RecordKey.hubspot("contact", id));
            world.hubspot.forget(id, link == null ? null : link.partnerId());
        }
    }

    void restoreAll() {
        if (world.companies != null) {
            // Contacts that were deleted with their account come back with it.
            CompanyFates accounts = world.companies.fates(Side.SALESFORCE);
            accounts.deleted().forEach(accounts::restore);
        }
        for (Side side : Side.values()) {
            for (var record : world.crm(side).records.values()) {
                if (record.deleted && !record.forgotten && record.mergedInto == null) {
                    world.crm(side).restore(record.id);
                }
            }
        }
    }
}
