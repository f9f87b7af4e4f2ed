package io.crosswalk.simulation;

import io.crosswalk.rules.Side;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What people do to companies, now and then; who a contact belongs to is an edit like others. */
final class CompanyPeople {
    private static final int ACTS_PER_STEP = 6;

    private final World world;
    private final @Nullable Companies companies;

    CompanyPeople(World world) {
        this.world = world;
        this.companies = world.companies;
    }

    void act(SplittableRandom random) {
        if (companies == null || random.nextInt(ACTS_PER_STEP) > 0) {
            return;
        }
        Side side = People.side(random);
        switch (random.nextInt(10)) {
            case 0 -> enter(companies, side);
            case 1, 2 -> delete(companies, side, random);
            case 3, 4 -> restore(companies.fates(side), random);
            case 5, 6 -> merge(companies, side, random);
            case 7 -> part(companies, random);
            default -> link(companies, random);
        }
    }

    private static void delete(Companies companies, Side side, SplittableRandom random) {
        String company = companies.chosen(side, random);
        if (!company.isEmpty()) {
            companies.fates(side).delete(company);
        }
    }

    private static void restore(CompanyFates fates, SplittableRandom random) {
        List<String> deleted = fates.deleted();
        if (!deleted.isEmpty()) {
            fates.restore(deleted.get(random.nextInt(deleted.size())));
        }
    }

    private static void merge(Companies companies, Side side, SplittableRandom random) {
        String winner = companies.chosen(side, random);
        String loser = companies.chosen(side, random);
        if (!winner.isEmpty() && !loser.isEmpty() && !winner.equals(loser)) {
            companies.fates(side).merge(winner, loser);
        }
    }

    /** A person parts an account from a company that is not there any more. */
    private void part(Companies companies, SplittableRandom random) {
        List<String> deleted = companies.fates(Side.HUBSPOT).deleted();
        if (!deleted.isEmpty()) {
            String company = deleted.get(random.nextInt(deleted.size()));
            String account = companies.partner(Side.HUBSPOT, company);
            if (!account.isEmpty() && world.faults.isCalm()) {
                world.part(company, account);
            }
        }
    }

    private static void enter(Companies companies, Side side) {
        SimulatedCrm crm = companies.crm(side);
        crm.add(crm.newId(), Map.of(), false);
    }

    /** A person says which account a company is: on the company, or by hand in Crosswalk. */
    private void link(Companies companies, SplittableRandom random) {
        List<String> inHubspot = companies.free(Side.HUBSPOT);
        List<String> inSalesforce = companies.free(Side.SALESFORCE);
        if (inHubspot.isEmpty() || inSalesforce.isEmpty()) {
            return;
        }
        String company = inHubspot.get(random.nextInt(inHubspot.size()));
        String account = inSalesforce.get(random.nextInt(inSalesforce.size()));
        if (random.nextInt(4) > 0 || !world.faults.isCalm()) {
            companies.name(company, account);
        } else {
            world.link(company, account);
        }
    }
}
