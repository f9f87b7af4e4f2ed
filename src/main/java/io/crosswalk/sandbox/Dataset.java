package io.crosswalk.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What both simulated CRMs hold at the start: the same people and companies, as two CRMs know them.
 * Deterministic; the lists make their elements anew at every access and hold nothing, so a million
 * records cost no memory here.
 *
 * <p>Nine of ten HubSpot records carry the id of their Salesforce twin. Of every tenth, some have a
 * twin that only e-mail, domain or name tells, some have none, and one per type has two candidates.
 * Salesforce has about 3 % records more that HubSpot lacks.
 */
public final class Dataset {
    /** Nothing was created after this. */
    public static final Instant END = Instant.parse("2026-10-01T00:00:00Z");

    private static final Instant START = Instant.parse("2024-04-01T00:00:00Z");

    /** Salesforce-only records are numbered from here, so that they look like no HubSpot record. */
    private static final int EXTRA = 5_000_000;

    private static final int SECOND = 6_000_000;

    /**
     * A record as its CRM stores it.
     *
     * @param type {@code contacts}, {@code companies}, {@code deals}, {@code owners}; {@code
     *     Contact}, {@code Account}, {@code Opportunity}, {@code User}
     * @param id HubSpot's number, or Salesforce's 18 characters
     * @param values wire text by property or field; blank ones are absent
     */
    public record Seed(String type, String id, Map<String, String> values, Instant createdAt) {}

    private final TwinMaker maker;
    private final int contacts;
    private final int companies;
    private final int deals;

    private Dataset(long seed, int contacts, int companies, int deals) {
        this.maker = new TwinMaker(seed);
        this.contacts = contacts;
        this.companies = companies;
        this.deals = deals;
    }

    /** Counts are HubSpot's. */
    public static Dataset generate(long seed, int contacts, int companies, int deals) {
        return new Dataset(seed, contacts, companies, deals);
    }

    /** Companies, contacts, deals; by rising id within a type. */
    public List<Seed> hubspot() {
        return joined(
                List.of(
                        new Lazy(companies, i -> hubspot("companies", i)),
                        new Lazy(contacts, i -> hubspot("contacts", i)),
                        new Lazy(deals, i -> hubspot("deals", i))));
    }

    /** Accounts, contacts, opportunities, so that references point backwards. */
    public List<Seed> salesforce() {
        return joined(
                List.of(
                        salesforce("Account", companies),
                        salesforce("Contact", contacts),
                        salesforce("Opportunity", deals)));
    }

    /** HubSpot's: six, the last but one archived. Properties of the owners API as text. */
    public static List<Seed> owners() {
        return new Lazy(People.COUNT, People::owner);
    }

    /** Salesforce's: six with the owners' e-mails, the last one inactive. */
    public static List<Seed> users() {
        return new Lazy(People.COUNT, People::user);
    }

    /** Whether the n-th record of HubSpot carries its twin's id. */
    static boolean linked(int index) {
        return index % 10 != 9;
    }

    /** The tenth of every type has two candidates. */
    static boolean ambiguous(int index) {
        return index == 9;
    }

    private static boolean hasTwin(int index) {
        return linked(index) || ambiguous(index) || index / 10 % 2 == 0;
    }

    private Seed hubspot(String type, int index) {
        Map<String, String> values = new LinkedHashMap<>(twin(type, index).hubspot);
        String owner = People.ownerId(maker.belongsTo('o', index, People.COUNT));
        values.put("hubspot_owner_id", owner);
        String twinId = type.equals("contacts") ? "salesforcecontactid" : "salesforceaccountid";
        if (type.equals("contacts") && companies > 0) {
            values.put("associatedcompanyid", hubspotId("companies", company('c', index)));
        }
        if (type.equals("deals") && companies > 0) {
            values.put(
                    "hs_primary_associated_company", hubspotId("companies", company('d', index)));
        }
        if (linked(index)) {
            values.put(
                    type.equals("deals") ? "hs_salesforceopportunityid" : twinId,
                    salesforceId(salesforceType(type), index));
        }
        return new Seed(type, hubspotId(type, index), values, createdAt(type, index));
    }

    private List<Seed> salesforce(String type, int count) {
        int[] twins = IntStream.range(0, count).filter(Dataset::hasTwin).toArray();
        int[] seconds = IntStream.range(0, count).filter(Dataset::ambiguous).toArray();
        return joined(
                List.of(
                        new Lazy(twins.length, i -> salesforceTwin(type, twins[i], twins[i])),
                        new Lazy(
                                seconds.length,
                                i -> salesforceTwin(type, seconds[i], SECOND + seconds[i])),
                        new Lazy(count / 30, i -> salesforceTwin(type, EXTRA + i, EXTRA + i))));
    }

    /**
     * @param index whose values it has
     * @param number what its id is made of
     */
    private Seed salesforceTwin(String type, int index, int number) {
        String hubspotType = hubspotType(type);
        Map<String, String> values = new LinkedHashMap<>(twin(hubspotType, index).salesforce);
        values.put("OwnerId", People.userId(maker.belongsTo('o', index, People.COUNT)));
        if (!type.equals("Account") && companies > 0) {
            int company = company(type.equals("Contact") ? 'c' : 'd', index);
            if (hasTwin(company)) {
                values.put("AccountId", salesforceId("Account", company));
            }
        }
        Instant createdAt = index >= EXTRA ? START : createdAt(hubspotType, index);
        return new Seed(type, salesforceId(type, number), values, createdAt);
    }

    private TwinValues twin(String type, int index) {
        switch (type) {
            case "contacts":
                return maker.contact(index, company('c', index));
            case "companies":
                return maker.company(index);
            default:
                return maker.deal(index, company('d', index));
        }
    }

    private int company(char type, int index) {
        return maker.belongsTo((char) (type + 100), index, companies);
    }

    private Instant createdAt(String type, int index) {
        int count =
                type.equals("contacts") ? contacts : type.equals("companies") ? companies : deals;
        long span = Duration.between(START, END).toMillis();
        return START.plusMillis((long) ((double) span * index / count));
    }

    private static String hubspotId(String type, int index) {
        int first =
                type.equals("contacts") ? 100_001 : type.equals("companies") ? 200_001 : 300_001;
        return Integer.toString(first + index);
    }

    private static String salesforceId(String type, int number) {
        String prefix = type.equals("Contact") ? "003" : type.equals("Account") ? "001" : "006";
        return SalesforceIds.id(prefix, 1_000L + number);
    }

    private static String salesforceType(String type) {
        return type.equals("contacts")
                ? "Contact"
                : type.equals("companies") ? "Account" : "Opportunity";
    }

    private static String hubspotType(String type) {
        return type.equals("Contact") ? "contacts" : type.equals("Account") ? "companies" : "deals";
    }

    private static List<Seed> joined(List<List<Seed>> parts) {
        int size = parts.stream().mapToInt(List::size).sum();
        List<List<Seed>> kept = new ArrayList<>(parts);
        return new Lazy(
                size,
                index -> {
                    int rest = index;
                    for (List<Seed> part : kept) {
                        if (rest < part.size()) {
                            return part.get(rest);
                        }
                        rest -= part.size();
                    }
                    throw new IndexOutOfBoundsException(index);
                });
    }

    private static final class Lazy extends AbstractList<Seed> implements RandomAccess {
        private final int size;
        private final IntFunction<Seed> element;

        Lazy(int size, IntFunction<Seed> element) {
            this.size = size;
            this.element = element;
        }

        @Override
        public Seed get(int index) {
            return element.apply(Objects.checkIndex(index, size));
        }

        @Override
        public int size() {
            return size;
        }
    }
}
