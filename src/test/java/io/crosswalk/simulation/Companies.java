package io.crosswalk.simulation;

import io.crosswalk.mapping.Mapping;
import io.crosswalk.records.Link;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.simulation.World.Mapped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The companies of a run on both sides, which contacts belong to, and who is whose partner. */
final class Companies {
    static final String OBJECT = "company";
    static final ObjectPair PAIR = ObjectPairs.named(OBJECT).orElseThrow();
    static final String SALESFORCE_ID = "salesforceaccountid";

    private static final String ACCOUNT_FIELD = "AccountId";
    private static final Map<String, Kind> PROPERTIES = Map.of("name", Kind.TEXT);
    private static final Map<String, Kind> FIELDS = Map.of("Name", Kind.TEXT);

    /** Their own mapping, which people leave alone. */
    static final Mapping NAME =
            new Mapping("name", OBJECT, "name", "Name", SyncRule.TWO_WAY, Fill.NONE, false, 1);

    final SimulatedHubspot hubspot;
    final SimulatedSalesforce salesforce;
    private final InMemoryRecordStore store;
    private final SplittableRandom random;

    private final Map<Side, CompanyFates> fates;

    /** {@code 700 001…}. */
    private final Set<String> everPartners = new HashSet<>();

    Companies(World world, InMemoryRecordStore store, SplittableRandom random) {
        SimulatedHubspot contacts = world.hubspot;
        SimulatedSalesforce inSalesforce = world.salesforce;
        this.hubspot =
                new SimulatedHubspot(
                        "companies",
                        SALESFORCE_ID,
                        700,
                        world.clock,
                        world.faults,
                        world.trace,
                        PROPERTIES,
                        contacts.sequence);
        this.salesforce =
                new SimulatedSalesforce(
                        "Account",
                        "001",
                        world.clock,
                        world.faults,
                        world.trace,
                        FIELDS,
                        inSalesforce.sequence);
        this.store = store;
        this.random = random;
        contacts.has(hubspot);
        inSalesforce.has(salesforce);
        SimulatedAssociations.Told[] told = SimulatedAssociations.Told.values();
        contacts.associations =
                new SimulatedAssociations(
                        contacts, told[random.nextInt(told.length)], random.nextBoolean());
        fates =
                Map.of(
                        Side.HUBSPOT,
                        new CompanyFates(
                                contacts,
                                hubspot,
                                SimulatedAssociations.PROPERTY,
                                random.nextBoolean()),
                        Side.SALESFORCE,
                        new CompanyFates(inSalesforce, salesforce, ACCOUNT_FIELD, false));
    }

    /** The mapping of a contact's company; null in runs without companies. */
    static @Nullable Mapped reference(SplittableRandom random) {
        if (random.nextInt(4) > 0) {
            return null;
        }
        List<SyncRule> rules =
                List.of(
                        SyncRule.TWO_WAY,
                        SyncRule.TWO_WAY,
                        SyncRule.PREFER_SALESFORCE_UNLESS_BLANK,
                        SyncRule.ALWAYS_USE_SALESFORCE,
                        SyncRule.PREFER_HUBSPOT_UNLESS_BLANK,
                        SyncRule.ALWAYS_USE_HUBSPOT);
        return new Mapped(
                new Mapping(
                        "company",
                        "contact",
                        SimulatedAssociations.PROPERTY,
                        ACCOUNT_FIELD,
                        rules.get(random.nextInt(rules.size())),
                        random.nextInt(3) == 0 ? Fill.ALIGN : Fill.NONE,
                        true,
                        1),
                Kind.COMPANY);
    }

    SimulatedCrm crm(Side side) {
        return side == Side.HUBSPOT ? hubspot : salesforce;
    }

    CompanyFates fates(Side side) {
        return fates.get(side);
    }

    /** A few on both sides, most of which are partners from the start, or name each other. */
    void populate() {
        int pairs = 2 + random.nextInt(3);
        for (int i = 0; i < pairs; i++) {
            hubspot.add(hubspot.id(i), Map.of("name", "Company " + i), false);
            salesforce.add(salesforce.id(i), Map.of("Name", "Company " + i), false);
            int link = random.nextInt(6);
            if (link < 3) {
                store.link(OBJECT, hubspot.id(i), salesforce.id(i));
            } else if (link == 3) {
                name(hubspot.id(i), salesforce.id(i));
            }
        }
        notePartners();
    }

    /** A person says which account a company is. */
    void name(String company, String account) {
        hubspot.change(company, Map.of(SALESFORCE_ID, account), false);
    }

    /** By company the account that it names, where both are there. */
    Map<String, String> named() {
        Map<String, String> named = new TreeMap<>();
        for (SimulatedRecord company : hubspot.records.values()) {
            String account = company.value(SALESFORCE_ID);
            if (!company.deleted && !account.isEmpty() && isThere(Side.SALESFORCE, account)) {
                named.put(company.id, account);
            }
        }
        return named;
    }

    boolean isThere(Side side, String id) {
        SimulatedRecord record = crm(side).records.get(id);
        return record != null && !record.deleted;
    }

    /** Whether any was deleted or merged in the run. */
    boolean anyLeft() {
        return Stream.of(Side.values())
                .flatMap(side -> crm(side).records.values().stream())
                .anyMatch(company -> company.deletedAt > 0);
    }

    /** Whether HubSpot's company was deleted at some time. */
    boolean wasDeleted(String id) {
        SimulatedRecord company = hubspot.records.get(id);
        return company != null && company.deletedAt > 0;
    }

    boolean wonAMerge(Side side, String id) {
        return crm(side).records.values().stream()
                .anyMatch(company -> id.equals(company.mergedInto));
    }

    /** Those of a side that are there and neither have a partner nor are named, nor name one. */
    List<String> free(Side side) {
        Map<String, String> named = named();
        return crm(side).records.values().stream()
                .filter(record -> !record.deleted && partner(side, record.id).isEmpty())
                .map(record -> record.id)
                .filter(id -> !named.containsValue(id))
                .filter(id -> crm(side).records.get(id).value(SALESFORCE_ID).isEmpty())
                .toList();
    }

    /** Whether it has a partner that records of the other side can belong to. */
    boolean hasPartnerThere(Side side, String id) {
        return isThere(side.other(), partner(side, id));
    }

    /** What a contact belongs to at first, on both sides. */
    List<String> first() {
        String inHubspot = chosen(Side.HUBSPOT, random);
        String partner = partner(Side.HUBSPOT, inHubspot);
        String inSalesforce =
                random.nextInt(4) > 0 && !partner.isEmpty()
                        ? partner
                        : chosen(Side.SALESFORCE, random);
        return List.of(inHubspot, inSalesforce);
    }

    /** What a person chooses for a contact; blank for none. */
    String chosen(Side side, SplittableRandom random) {
        List<String> there =
                crm(side).records.values().stream()
                        .filter(record -> !record.deleted)
                        .map(record -> record.id)
                        .toList();
        return there.isEmpty() || random.nextInt(5) == 0
                ? ""
                : there.get(random.nextInt(there.size()));
    }

    String partner(Side side, String id) {
        Link link = id.isEmpty() ? null : store.link(new RecordKey(OBJECT, side, id));
        return link == null || link.partnerId() == null ? "" : link.partnerId();
    }

    /** Whether two mean the same now. */
    boolean inStep(String hubspotId, String salesforceId) {
        return partner(Side.HUBSPOT, hubspotId).equals(salesforceId)
                && hubspotId.isEmpty() == salesforceId.isEmpty();
    }

    /** Whether two mean the same, or did. */
    boolean wereInStep(String hubspotId, String salesforceId) {
        return hubspotId.isEmpty() && salesforceId.isEmpty()
                || everPartners.contains(hubspotId + " " + salesforceId)
                // What was written to a merge's loser arrived at its winner.
                || hubspot.records.keySet().stream()
                        .filter(loser -> hubspot.became(loser, hubspotId))
                        .anyMatch(loser -> everPartners.contains(loser + " " + salesforceId));
    }

    /** Who is whose partner by now. */
    void notePartners() {
        for (Link link : store.all()) {
            if (link.key().object().equals(OBJECT)
                    && link.key().side() == Side.HUBSPOT
                    && link.partnerId() != null) {
                everPartners.add(link.key().recordId() + " " + link.partnerId());
            }
        }
    }
}
