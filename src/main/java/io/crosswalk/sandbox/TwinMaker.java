package io.crosswalk.sandbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes the values of the n-th contact, company or deal. A pure function of seed, type and number,
 * so that nothing needs to be kept.
 */
final class TwinMaker {
    private static final LocalDate FIRST_BIRTHDAY = LocalDate.parse("1950-01-01");
    private static final Instant FIRST_VISIT = Instant.parse("2026-01-01T00:00:00Z");
    private static final LocalDate FIRST_CLOSE = LocalDate.parse("2026-06-01");

    private static final Pattern NO_LETTER = Pattern.compile("[^a-z]");

    private final long seed;

    TwinMaker(long seed) {
        this.seed = seed;
    }

    String companyName(int index) {
        SplittableRandom random = random('n', index);
        String name =
                Believable.pick(random, Believable.COMPANY_WORDS)
                        + " "
                        + Believable.pick(random, Believable.COMPANY_KINDS)
                        + " "
                        + Believable.pick(random, Believable.COMPANY_FORMS);
        return Hostile.at(index, Hostile.COMPANIES, name);
    }

    /** One that nobody has. */
    String domain(int index) {
        String letters =
                NO_LETTER.matcher(companyName(index).toLowerCase(Locale.ROOT)).replaceAll("");
        return (letters.isEmpty() ? "company" : letters) + "-" + (index + 1) + ".example";
    }

    TwinValues company(int index) {
        SplittableRandom random = random('a', index);
        TwinValues twin = new TwinValues(random);
        String domain = domain(index);
        Place place = Believable.pick(random, Place.ALL);
        twin.same("name", "Name", companyName(index));
        twin.hubspot.put("domain", domain);
        twin.same("website", "Website", "https://www." + domain);
        twin.mostly("phone", "Phone", () -> Believable.digits(random, place.phone()));
        twin.mostly("industry", "Industry", () -> Believable.pick(random, Choices.INDUSTRIES));
        twin.mostly("type", "Type", () -> Believable.pick(random, Choices.ACCOUNT_TYPES));
        twin.mostly(
                "numberofemployees",
                "NumberOfEmployees",
                () -> Integer.toString(1 + random.nextInt(5000)));
        twin.mostly(
                "annualrevenue",
                "AnnualRevenue",
                () -> Long.toString(random.nextLong(100_000, 90_000_000) / 1000 * 1000));
        address(twin, random, place, "Billing");
        twin.mostly(
                "description", "Description", () -> Believable.pick(random, Believable.SENTENCES));
        return twin;
    }

    TwinValues contact(int index, int company) {
        SplittableRandom random = random('c', index);
        TwinValues twin = new TwinValues(random);
        Hostile.Name name =
                Hostile.at(
                        index,
                        Hostile.NAMES,
                        new Hostile.Name(
                                Believable.pick(random, Believable.FIRST_NAMES),
                                Believable.pick(random, Believable.LAST_NAMES)));
        Place place = Believable.pick(random, Place.ALL);
        twin.put("firstname", "FirstName", name.first(), cut(name.first(), 40));
        twin.put("lastname", "LastName", name.last(), cut(name.last(), 80));
        String email = "contact" + (index + 1) + "@" + domain(company);
        // Linked contacts whose e-mail only one of the CRMs knows.
        twin.put("email", "Email", index % 40 == 21 ? "" : email, index % 40 == 22 ? "" : email);
        twin.mostly("phone", "Phone", () -> Believable.digits(random, place.phone()));
        twin.mostly("mobilephone", "MobilePhone", () -> Believable.digits(random, place.phone()));
        twin.mostly("fax", "Fax", () -> Believable.digits(random, place.phone()));
        twin.mostly("jobtitle", "Title", () -> Believable.pick(random, Believable.TITLES));
        twin.mostly("salutation", "Salutation", () -> Believable.pick(random, Choices.SALUTATIONS));
        address(twin, random, place, "Mailing");
        if (random.nextInt(25) == 0) {
            twin.put("leadsource", "LeadSource", "", Choices.ONLY_SALESFORCE_LEAD_SOURCE);
        } else {
            twin.mostly(
                    "leadsource",
                    "LeadSource",
                    () -> Believable.pick(random, Choices.HUBSPOT_LEAD_SOURCES));
        }
        custom(twin, random);
        return twin;
    }

    private static void custom(TwinValues twin, SplittableRandom random) {
        twin.mostly(
                "birthday",
                "Birthdate",
                () -> FIRST_BIRTHDAY.plusDays(random.nextInt(20_000)).toString());
        int optin = random.nextInt(3);
        // HubSpot knows true, false and unset; Salesforce's checkboxes are never unset.
        twin.put(
                "newsletter_optin",
                "Newsletter_Opt_In__c",
                optin == 2 ? "" : Boolean.toString(optin == 1),
                Boolean.toString(optin == 1));
        int interests = 1 + random.nextInt(127);
        twin.mostly("interests", "Interests__c", () -> interests(interests));
        twin.mostly(
                "external_score",
                "Score__c",
                () -> random.nextInt(1000) + "." + random.nextInt(1, 10));
        twin.mostly(
                "last_visit",
                "Last_Visit__c",
                () -> FIRST_VISIT.plusSeconds(random.nextInt(20_000_000)).toString(),
                instant -> instant.replace("Z", ".000+0000"));
        twin.mostly("notes_long", "Notes__c", () -> Believable.pick(random, Believable.SENTENCES));
        twin.hubspot.computeIfPresent(
                "last_visit", (name, instant) -> instant.replace("Z", ".000Z"));
    }

    TwinValues deal(int index, int company) {
        SplittableRandom random = random('d', index);
        TwinValues twin = new TwinValues(random);
        String name = companyName(company) + " - " + Believable.pick(random, Believable.DEAL_KINDS);
        Map.Entry<String, String> stage = Believable.pick(random, Choices.DEAL_STAGES);
        LocalDate close = FIRST_CLOSE.plusDays(random.nextInt(400));
        twin.same("dealname", "Name", name);
        twin.put("dealstage", "StageName", stage.getKey(), stage.getValue());
        twin.hubspot.put("pipeline", "default");
        // HubSpot keeps the moment at which somebody chose the day, in office hours.
        String chosen = "T%02d:%02d:00.000Z".formatted(9 + index % 8, index * 7 % 60);
        twin.put("closedate", "CloseDate", close + chosen, close.toString());
        // The same number in the two forms in which people type it.
        String cents = random.nextBoolean() ? ".00" : "";
        twin.mostly(
                "amount",
                "Amount",
                () -> random.nextInt(5, 4000) * 100 + cents,
                amount -> amount.replace(".00", ""));
        twin.mostly("dealtype", "Type", () -> Believable.pick(random, Choices.DEAL_TYPES));
        twin.mostly(
                "hs_next_step", "NextStep", () -> Believable.pick(random, Believable.NEXT_STEPS));
        twin.mostly(
                "description", "Description", () -> Believable.pick(random, Believable.SENTENCES));
        return twin;
    }

    private static void address(
            TwinValues twin, SplittableRandom random, Place place, String prefix) {
        twin.mostly("address", prefix + "Street", () -> Believable.pick(random, place.streets()));
        twin.mostly("city", prefix + "City", place::city);
        twin.mostly("state", prefix + "State", place::state);
        twin.mostly("zip", prefix + "PostalCode", place::zip);
        twin.mostly("country", prefix + "Country", place::country);
    }

    private static String interests(int bits) {
        return Choices.INTERESTS.stream()
                .filter(interest -> (bits >> Choices.INTERESTS.indexOf(interest) & 1) == 1)
                .collect(Collectors.joining(";"));
    }

    /** What Salesforce kept of a name that was too long for it. */
    static String cut(String text, int lengthMax) {
        return text.length() <= lengthMax ? text : text.substring(0, lengthMax);
    }

    SplittableRandom random(char type, int index) {
        return new SplittableRandom((seed * 31 + type) * 1_000_003L + index);
    }

    /** Which of {@code count} people or companies the n-th record belongs to. */
    int belongsTo(char type, int index, int count) {
        return count == 0 ? 0 : random(type, index).nextInt(count);
    }
}
