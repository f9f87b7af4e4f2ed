package io.crosswalk.simulation;

import io.crosswalk.mapping.MatchKey;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.JournalEntry.Outcome;
import io.crosswalk.records.Link;
import io.crosswalk.records.Link.State;
import io.crosswalk.records.Problem;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.rules.Side;
import io.crosswalk.simulation.SimulatedRecord.Change;
import io.crosswalk.simulation.World.Mapped;
import io.crosswalk.simulation.World.Pair;
import java.util.ArrayList;
import java.util.List;

/** What must hold when all is quiet. They know docs/semantics.md and no class of the engine's. */
final class Checkers {
    private final World world;
    private final List<String> violations = new ArrayList<>();

    Checkers(World world) {
        this.world = world;
    }

    List<String> violations() {
        nothingIsDue();
        for (Pair pair : world.pairs) {
            if (!isParted(pair)) {
                for (Mapped mapped : world.mappings) {
                    FieldFacts field = FieldFacts.of(world, pair, mapped);
                    new EditCheckers(field, violations).check();
                    new WriteCheckers(field, violations).check();
                    QuarrelCheckers.check(field, violations);
                }
            }
        }
        writesAreBounded();
        QuarrelCheckers.check(world, violations);
        nothingIsPaused();
        for (Problem problem : world.problems.all()) {
            for (Pair pair : world.pairs) {
                if (pair.hubspotId().equals(problem.place().hubspotId())) {
                    problemHasACause(problem, pair);
                }
            }
        }
        new PrivacyCheckers(world, violations).check();
        if (world.companies != null) {
            new CompanyCheckers(world, world.companies, violations).check();
        }
        if (world.newcomers != null) {
            violations.addAll(new LinkCheckers(world, world.newcomers).violations());
        }
        return violations;
    }

    /** Only people can say what becomes of the one that is left over, or it was forgotten. */
    private boolean isParted(Pair pair) {
        return world.hubspot.records.get(pair.hubspotId()).forgotten
                || world.hubspot.records.get(pair.hubspotId()).mergedInto != null
                || world.salesforce.records.get(pair.salesforceId()).mergedInto != null;
    }

    private void nothingIsDue() {
        for (Link link : world.store.all()) {
            // What was about to be written to a record that is gone is found out when it is back.
            // What may have been made is kept in mind while it cannot be told from others.
            boolean made =
                    link.partnerId() == null
                            && link.intents().containsKey(MatchKey.PARTNER)
                            && (link.key().side() == Side.SALESFORCE || isAmbiguous(link));
            boolean intended = !link.intents().isEmpty() && link.gone().isEmpty() && !made;
            if (link.due().state() != State.QUIET || intended) {
                violations.add("1 nothing is due: " + link.key() + " " + link.due().state());
            }
        }
    }

    private boolean isAmbiguous(Link link) {
        return world.problems.all().stream()
                .anyMatch(
                        problem ->
                                problem.cause().code() == ProblemCode.AMBIGUOUS_MATCH
                                        && link.key().equals(problem.id().link()));
    }

    /** People have released everything, and what was held was looked at. */
    private void nothingIsPaused() {
        if (!world.breaker.isQuiet("contact")) {
            violations.add("1 nothing is paused: " + world.breaker.of("contact"));
        }
        for (Problem problem : world.problems.all()) {
            if (problem.cause().code() == ProblemCode.MASS_CHANGE) {
                violations.add("10 problems have a cause: " + problem.id().text());
            }
        }
    }

    /** It is about sides that differ, a record that is not there, or what could not be put back. */
    private void problemHasACause(Problem problem, Pair pair) {
        boolean deleted =
                world.hubspot.records.get(pair.hubspotId()).deleted
                        || world.salesforce.records.get(pair.salesforceId()).deleted;
        boolean twin =
                problem.cause().code() == ProblemCode.CREATION_UNCERTAIN && world.newcomers != null;
        if (!deleted && !twin && !differs(problem, pair) && !wasNotPutBack(problem)) {
            violations.add("10 problems have a cause: " + problem.id().text());
        }
    }

    private boolean differs(Problem problem, Pair pair) {
        return world.mappings.stream()
                .filter(mapped -> mapped.mapping().id().equals(problem.place().mappingId()))
                .anyMatch(
                        mapped ->
                                !world.inStep(
                                        mapped,
                                        world.value(pair, mapped, Side.HUBSPOT),
                                        world.value(pair, mapped, Side.SALESFORCE)));
    }

    private boolean wasNotPutBack(Problem problem) {
        return world.journal.all().stream()
                .filter(entry -> entry.link().equals(problem.id().link()))
                .filter(entry -> FieldFacts.outcome(entry) == Outcome.REFUSED)
                .anyMatch(Checkers::goesBack);
    }

    private static boolean goesBack(JournalEntry entry) {
        return FieldFacts.isUndo(entry) || FieldFacts.isRestored(entry);
    }

    private void writesAreBounded() {
        int writes = world.hubspot.ourWrites.size() + world.salesforce.ourWrites.size();
        int changes = 0;
        for (Side side : Side.values()) {
            for (var record : world.crm(side).records.values()) {
                for (List<Change> history : record.history.values()) {
                    changes += (int) history.stream().filter(change -> !change.ours()).count();
                }
            }
        }
        if (writes > changes + world.undone.size() + world.faults.injected) {
            violations.add("5 writes are bounded: " + writes + " writes, " + changes + " edits");
        }
    }
}
