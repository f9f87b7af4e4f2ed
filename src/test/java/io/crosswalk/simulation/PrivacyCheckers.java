package io.crosswalk.simulation;

import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import java.util.List;

/** Of people who were forgotten nothing is left, and nobody makes them anew (docs/linking.md). */
final class PrivacyCheckers {
    private final World world;
    private final List<String> violations;

    PrivacyCheckers(World world, List<String> violations) {
        this.world = world;
        this.violations = violations;
    }

    void check() {
        for (SimulatedRecord record : world.hubspot.records.values()) {
            if (world.isForgotten(record)) {
                nothingIsLeft(record);
                nobodyIsMadeAnew(record);
            } else if (record.mergedInto != null && winnerIsForgotten(record)) {
                nothingIsLeft(record);
            }
        }
    }

    /** If everybody knows of the merges. */
    private boolean winnerIsForgotten(SimulatedRecord loser) {
        SimulatedRecord record = loser;
        while (record.mergedInto != null) {
            if (world.nobodyLooksAgain(Side.HUBSPOT, record.id)) {
                return false;
            }
            record = world.hubspot.records.get(record.mergedInto);
        }
        return world.isForgotten(record);
    }

    private void nothingIsLeft(SimulatedRecord record) {
        RecordKey key = RecordKey.hubspot("contact", record.id);
        Link link = world.store.link(key);
        if (link != null
                && (link.partnerId() != null
                        || !link.base().isEmpty()
                        || !link.intents().isEmpty()
                        || !link.parked().isEmpty()
                        || link.due().hints().stream().anyMatch(hint -> !says(hint)))) {
            violations.add("11 who is forgotten is forgotten: a link " + link);
        }
        world.journal.all().stream()
                .filter(entry -> entry.link().equals(key))
                .forEach(
                        entry ->
                                violations.add(
                                        "11 who is forgotten is forgotten: journal of "
                                                + record.id
                                                + " at "
                                                + entry.at()));
        world.problems.all().stream()
                .filter(problem -> key.equals(problem.id().link()))
                .forEach(
                        problem ->
                                violations.add(
                                        "11 who is forgotten is forgotten: "
                                                + problem.id().text()));
    }

    private static boolean says(Noted hint) {
        return hint.kind() == Noted.Kind.PRIVACY_DELETED;
    }

    private void nobodyIsMadeAnew(SimulatedRecord record) {
        String partner = record.partnerThen;
        world.hubspot.made.stream()
                .filter(made -> made.origin().equals(partner))
                .filter(made -> made.number() > record.forgottenBefore)
                .forEach(
                        made ->
                                violations.add(
                                        "11 who is forgotten is forgotten: "
                                                + made.id()
                                                + " was made of "
                                                + partner));
    }
}
