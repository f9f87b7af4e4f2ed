package io.crosswalk.simulation;

import io.crosswalk.mapping.LinkPolicy;
import io.crosswalk.mapping.MatchKey;
import io.crosswalk.records.Link;
import io.crosswalk.records.MatchNotes;
import io.crosswalk.records.MatchNotes.Notes;
import io.crosswalk.records.Problem;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.simulation.SimulatedCrm.Made;
import io.crosswalk.simulation.SimulatedRecord.Change;
import io.crosswalk.simulation.World.Mapped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who must be linked to whom, and what may have been made, by docs/linking.md. */
final class LinkCheckers {
    private final World world;
    private final LinkPolicy policy;
    private final List<String> violations = new ArrayList<>();

    LinkCheckers(World world, LinkPolicy policy) {
        this.world = world;
        this.policy = policy;
    }

    List<String> violations() {
        linksAreMutual();
        mergesAreFollowed();
        problemsHaveACause();
        for (Link link : world.store.all()) {
            if (isContact(link.key())
                    && link.key().side() == Side.HUBSPOT
                    && link.partnerId() != null) {
                pairHasAReason(link.key().recordId(), link.partnerId());
            }
        }
        for (Side side : Side.values()) {
            world.crm(side).records.values().stream()
                    .filter(record -> isFree(side, record))
                    .forEach(record -> isLeftAloneForAReason(side, record));
            noTwins(side);
            world.crm(side).made.forEach(made -> makingIsJournalled(side, made));
        }
        return violations;
    }

    /** Of a record that is linked, or not there any more, nobody need say whose partner it is. */
    private void problemsHaveACause() {
        for (Problem problem : world.problems.all()) {
            RecordKey key = problem.id().link();
            boolean aboutPartner =
                    problem.id().code() == ProblemCode.AMBIGUOUS_MATCH
                            || problem.id().code() == ProblemCode.NOT_CREATED;
            if (key != null && isContact(key) && aboutPartner) {
                SimulatedRecord record = world.crm(key.side()).records.get(key.recordId());
                boolean gone = record.deleted && !world.nobodyLooksAgain(key.side(), record.id);
                if (gone || isLinked(key.side(), key.recordId())) {
                    violations.add("10 problems have a cause: " + problem.id().text());
                }
            }
        }
    }

    private static boolean isContact(RecordKey key) {
        return key.object().equals("contact");
    }

    private void linksAreMutual() {
        for (Link link : world.store.all()) {
            if (link.partnerId() == null) {
                continue;
            }
            RecordKey other =
                    new RecordKey(link.key().object(), link.key().side().other(), link.partnerId());
            Link partner = world.store.link(other);
            if (partner == null || !link.key().recordId().equals(partner.partnerId())) {
                violations.add("7 links are mutual: " + link.key() + " " + link.partnerId());
            }
        }
    }

    /** A pair goes to the winner, unless that has a partner of its own. */
    private void mergesAreFollowed() {
        for (World.Pair pair : world.pairs) {
            for (Side side : Side.values()) {
                String winner = world.crm(side).records.get(world.id(pair, side)).mergedInto;
                boolean both =
                        world.crm(side.other()).records.get(world.id(pair, side.other())).deleted;
                if (winner != null
                        && isLinked(Side.HUBSPOT, pair.hubspotId())
                        && !both
                        && !world.mergeIsUntold(side, world.id(pair, side))
                        && isFree(side, world.crm(side).records.get(winner))
                        && !hasProblem(side, winner)) {
                    violations.add("7 merges are followed: " + pair.key() + " to " + winner);
                }
            }
        }
    }

    /** Named, of one e-mail at some time, made for each other, or come from a merge. */
    private void pairHasAReason(String hubspotId, String salesforceId) {
        SimulatedRecord hubspot = world.hubspot.records.get(hubspotId);
        SimulatedRecord salesforce = world.salesforce.records.get(salesforceId);
        boolean merged =
                wins(world.hubspot.records, hubspotId)
                        || wins(world.salesforce.records, salesforceId);
        boolean named =
                hubspot.changes(SimulatedHubspot.SALESFORCE_ID).stream()
                        .anyMatch(change -> change.value().equals(salesforceId));
        boolean made =
                isMade(world.hubspot, salesforceId, hubspotId)
                        || isMade(world.salesforce, hubspotId, salesforceId);
        boolean alike =
                addresses(Side.HUBSPOT, hubspot).stream()
                        .anyMatch(addresses(Side.SALESFORCE, salesforce)::contains);
        if (!merged && !named && !made && !alike) {
            violations.add("7 pairs have a reason: " + hubspotId + " " + salesforceId);
        }
    }

    private static boolean wins(Map<String, SimulatedRecord> records, String id) {
        return records.values().stream().anyMatch(record -> id.equals(record.mergedInto));
    }

    private static boolean isMade(SimulatedCrm crm, String origin, String id) {
        return crm.made.stream()
                .anyMatch(made -> made.origin().equals(origin) && made.id().equals(id));
    }

    private static List<String> addresses(Side side, SimulatedRecord record) {
        return record.changes(MatchKey.EMAIL.name(side)).stream()
                .map(change -> normal(change.value()))
                .filter(address -> !address.isEmpty())
                .toList();
    }

    /** Once it is known which record was made of which, and both have been seen. */
    private void makingIsJournalled(Side side, Made made) {
        boolean inHubspot = side == Side.HUBSPOT;
        String hubspotId = inHubspot ? made.id() : made.origin();
        String salesforceId = inHubspot ? made.origin() : made.id();
        boolean paired =
                world.pairs.stream()
                        .anyMatch(
                                pair ->
                                        pair.hubspotId().equals(hubspotId)
                                                && pair.salesforceId().equals(salesforceId));
        boolean told =
                world.journal.all().stream()
                        .anyMatch(
                                entry ->
                                        entry.link().recordId().equals(hubspotId)
                                                && entry.salesforceId().equals(salesforceId)
                                                && entry.verdict()
                                                        .decision()
                                                        .equals("CREATED_IN_" + side));
        boolean gone =
                world.hubspot.records.get(hubspotId).deleted
                        || world.salesforce.records.get(salesforceId).deleted;
        if (paired && !told && !gone && couldBeFound(side, made, Integer.MAX_VALUE)) {
            violations.add("6 makings are journalled: " + made.id() + " of " + made.origin());
        }
    }

    private static String normal(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    private static String address(Side side, SimulatedRecord record) {
        return normal(record.value(MatchKey.EMAIL.name(side)));
    }

    private boolean isFree(Side side, SimulatedRecord record) {
        return !record.deleted && !isLinked(side, record.id);
    }

    private boolean isLinked(Side side, String id) {
        Link link = world.store.link(new RecordKey("contact", side, id));
        return link != null && link.partnerId() != null;
    }

    private List<String> holders(Side side, String address, boolean free) {
        return world.crm(side).records.values().stream()
                .filter(record -> !record.deleted && address(side, record).equals(address))
                .filter(record -> !free || isFree(side, record))
                .map(record -> record.id)
                .toList();
    }

    private void isLeftAloneForAReason(Side side, SimulatedRecord record) {
        String address = address(side, record);
        if (address.isEmpty() || hasProblem(side, record.id) || isNotCarriedOver(side, record)) {
            return;
        }
        List<String> partners = holders(side.other(), address, true);
        if (partners.stream().anyMatch(id -> hasProblem(side.other(), id))) {
            // People are told there.
            return;
        }
        List<String> rivals = holders(side, address, true);
        if (!partners.isEmpty()) {
            // In an ambiguous match people are told on HubSpot's side.
            if (side == Side.HUBSPOT || partners.size() == 1 && rivals.size() == 1) {
                violations.add("7 partners are found: " + record.id + " and " + partners);
            }
        } else if (policy.create().in(side.other()) && flowsTo(side.other())) {
            violations.add("7 missing records are made: of " + record.id + " " + address);
        }
    }

    /** Its partner was forgotten. */
    private boolean isNotCarriedOver(Side side, SimulatedRecord record) {
        RecordKey key = new RecordKey("contact", side, record.id);
        return world.notes
                .load(List.of(key))
                .getOrDefault(key, Notes.NONE)
                .declines(MatchNotes.ANYBODY);
    }

    private boolean flowsTo(Side side) {
        for (Mapped mapped : world.mappings) {
            if (mapped.kind() == Kind.ADDRESS) {
                SyncRule rule = mapped.mapping().syncRule();
                return WriteCheckers.mayWrite(rule, side);
            }
        }
        return false;
    }

    private boolean hasProblem(Side side, String id) {
        RecordKey key = new RecordKey("contact", side, id);
        return world.problems.all().stream().anyMatch(problem -> key.equals(problem.id().link()));
    }

    /** No second one is made, unless people changed the first so that it cannot be found. */
    private void noTwins(Side side) {
        Map<String, Made> first = new HashMap<>();
        for (Made made : world.crm(side).made) {
            @Nullable Made before = first.putIfAbsent(made.origin(), made);
            if (before != null && couldBeFound(side, before, made.number())) {
                violations.add(
                        "7 no twins: "
                                + before.id()
                                + " and "
                                + made.id()
                                + " of "
                                + made.origin());
            }
        }
    }

    private boolean couldBeFound(Side side, Made made, int until) {
        SimulatedRecord record = world.crm(side).records.get(made.id());
        List<Change> addresses = record.changes(MatchKey.EMAIL.name(side));
        boolean moved =
                addresses.stream().anyMatch(change -> !change.ours() && change.number() < until);
        return !record.deleted && !moved && !stoodInForAnother(side, made);
    }

    /** People merged another record into it, and it has that one's partner. */
    private boolean stoodInForAnother(Side side, Made made) {
        return world.crm(side).records.values().stream()
                .anyMatch(record -> made.id().equals(record.mergedInto));
    }
}
