package io.crosswalk.simulation;

import io.crosswalk.records.Link;
import io.crosswalk.records.Problem;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import io.crosswalk.simulation.SimulatedRecord.Change;
import io.crosswalk.simulation.World.Mapped;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Who of the companies are partners, and what waits for them, by docs/linking.md. */
final class CompanyCheckers {
    private final World world;
    private final Companies companies;
    private final List<String> violations;

    CompanyCheckers(World world, Companies companies, List<String> violations) {
        this.world = world;
        this.companies = companies;
        this.violations = violations;
    }

    void check() {
        for (Side side : Side.values()) {
            for (Change write : companies.crm(side).ourWrites) {
                violations.add("4 companies are left alone: " + write);
            }
        }
        linksAreMutual();
        companies.named().forEach(this::isLinked);
        for (Problem problem : world.problems.all()) {
            if (problem.cause().code() == ProblemCode.COMPANY_NOT_LINKED && !rests(problem)) {
                waitsForAReason(problem);
            }
            RecordKey key = problem.id().link();
            if (key != null && tellsOfGone(problem) && !isAnyGone(key)) {
                violations.add("10 problems have a cause: " + problem.id().text());
            }
        }
        for (Link link : world.store.all()) {
            if (isPair(link) && world.isAudited() && isAnyGone(link.key()) && !hasProblem(link)) {
                violations.add("10 people are told: " + link.key() + " " + link.partnerId());
            }
        }
    }

    private static boolean tellsOfGone(Problem problem) {
        return switch (problem.cause().code()) {
            case RECORD_GONE, MERGED_IN_HUBSPOT, MERGED_IN_SALESFORCE ->
                    Companies.OBJECT.equals(problem.place().object());
            default -> false;
        };
    }

    private static boolean isPair(Link link) {
        return link.key().object().equals(Companies.OBJECT)
                && link.key().side() == Side.HUBSPOT
                && link.partnerId() != null;
    }

    private boolean hasProblem(Link link) {
        return world.problems.all().stream()
                .anyMatch(problem -> link.key().equals(problem.id().link()));
    }

    /** Of a pair, whose problems are its HubSpot record's, or of one that names its partner. */
    private boolean isAnyGone(RecordKey company) {
        String partner = companies.partner(Side.HUBSPOT, company.recordId());
        String named =
                companies.hubspot.records.get(company.recordId()).value(Companies.SALESFORCE_ID);
        String account = partner.isEmpty() ? named : partner;
        return !companies.isThere(Side.HUBSPOT, company.recordId())
                || !account.isEmpty() && !companies.isThere(Side.SALESFORCE, account);
    }

    private void linksAreMutual() {
        for (Link link : world.store.all()) {
            RecordKey key = link.key();
            if (key.object().equals(Companies.OBJECT) && link.partnerId() != null) {
                RecordKey other = new RecordKey(key.object(), key.side().other(), link.partnerId());
                Link partner = world.store.link(other);
                if (partner == null || !key.recordId().equals(partner.partnerId())) {
                    violations.add("7 links are mutual: " + key + " " + link.partnerId());
                }
            }
        }
    }

    private void isLinked(String company, String account) {
        if (!companies.inStep(company, account)
                && !isHeldByADeletedOne(company, account)
                && Collections.frequency(companies.named().values(), account) == 1
                && !companies.wasDeleted(company)
                && !companies.wonAMerge(Side.SALESFORCE, account)
                && !companies.wonAMerge(Side.HUBSPOT, company)) {
            violations.add("7 partners are found: " + company + " names " + account);
        }
    }

    /** Its partner was deleted, and may be restored: people are told that two name it. */
    private boolean isHeldByADeletedOne(String company, String account) {
        String partner = companies.partner(Side.SALESFORCE, account);
        return !partner.isEmpty()
                && companies.wasDeleted(partner)
                && world.problems.all().stream()
                        .anyMatch(
                                problem ->
                                        problem.cause().code() == ProblemCode.AMBIGUOUS_MATCH
                                                && RecordKey.hubspot(Companies.OBJECT, company)
                                                        .equals(problem.id().link()));
    }

    /** What the contact holds has no partner, or one that is gone. */
    private void waitsForAReason(Problem problem) {
        for (Map.Entry<String, List<String>> each : problem.cause().details().entrySet()) {
            Side side = each.getKey().equals("hubspotIds") ? Side.HUBSPOT : Side.SALESFORCE;
            String company = each.getValue().get(0);
            if (companies.hasPartnerThere(side, company) || !isHeld(problem, side, company)) {
                violations.add("10 waits for a reason: " + problem.id().text() + " " + company);
            }
        }
    }

    /** While a side of it is gone, a pair is not looked at. */
    private boolean rests(Problem problem) {
        return world.pairs.stream()
                .filter(pair -> pair.hubspotId().equals(problem.place().hubspotId()))
                .anyMatch(
                        pair ->
                                world.hubspot.records.get(pair.hubspotId()).deleted
                                        || world.salesforce.records.get(pair.salesforceId())
                                                .deleted);
    }

    private boolean isHeld(Problem problem, Side side, String company) {
        for (Mapped mapped : world.mappings) {
            if (mapped.kind() == Kind.COMPANY) {
                return world.pairs.stream()
                        .filter(pair -> pair.hubspotId().equals(problem.place().hubspotId()))
                        .allMatch(pair -> world.value(pair, mapped, side).equals(company));
            }
        }
        return false;
    }
}
