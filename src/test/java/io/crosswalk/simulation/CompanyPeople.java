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
        switch (random.nextInt(3)) {
            case 0 -> enter(companies, People.side(random));
            default -> link(companies, random);
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
        if (random.nextInt(4) > 0) {
            companies.name(company, account);
        } else {
            world.link(company, account);
        }
    }
}
