package io.crosswalk.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * What kind of values a mapping carries, and when two of them mean the same: written from
 * docs/semantics.md, without the engine's conversions.
 */
enum Kind {
    TEXT("string", "text", "string"),
    EMAIL("string", "text", "email"),
    NUMBER("number", "number", "double"),
    OPTION("enumeration", "select", "picklist"),
    YES_NO("bool", "booleancheckbox", "boolean"),

    /**
     * The e-mail by which contacts are matched; people have few of them, so that some share one.
     */
    ADDRESS("string", "text", "email"),

    /**
     * The company that a contact belongs to: what means the same is for {@link Companies} to say.
     */
    COMPANY("number", "number", "reference");

    /** What any mapping may carry. */
    static final List<Kind> ORDINARY = List.of(TEXT, EMAIL, NUMBER, OPTION, YES_NO);

    /** Either CRM's validation refuses what contains it, from an API. */
    static final String MARKED = "bad";

    static final List<String> HUBSPOT_OPTIONS = List.of("a", "b", "c", "d");
    static final List<String> SALESFORCE_OPTIONS = List.of("a", "b", "c", "x");

    final String hubspotType;
    final String hubspotFieldType;
    final String salesforceType;

    Kind(String hubspotType, String hubspotFieldType, String salesforceType) {
        this.hubspotType = hubspotType;
        this.hubspotFieldType = hubspotFieldType;
        this.salesforceType = salesforceType;
    }

    /** What a person types; unique by its number where the kind allows. */
    String typed(SplittableRandom random, int number, boolean inHubspot) {
        int what = random.nextInt(20);
        if (what < 4) {
            return this == YES_NO && !inHubspot ? "false" : "";
        }
        return switch (this) {
            case TEXT ->
                    what == 4
                            ? "  "
                            : what == 5
                                    ? MARKED + number
                                    : what < 8 ? " e" + number + "  " : "e" + number;
            case EMAIL -> what < 6 ? "no address " + number : "P" + number + "@Example.org";
            case NUMBER -> number + (inHubspot ? what < 12 ? ".125" : ".5" : ".25");
            case OPTION ->
                    (inHubspot ? HUBSPOT_OPTIONS : SALESFORCE_OPTIONS).get(random.nextInt(4));
            case YES_NO -> Boolean.toString(what % 2 == 0);
            case ADDRESS -> "Someone" + what % 5 + "@Example.org";
            case COMPANY -> throw new AssertionError("people choose a company");
        };
    }

    /** What HubSpot keeps of what it is given: the property {@code email} is lower-cased. */
    String keptByHubspot(String given) {
        return this == EMAIL || this == ADDRESS ? given.toLowerCase(Locale.ROOT) : given;
    }

    /** What Salesforce keeps of what it is given. */
    String keptBySalesforce(String given) {
        return switch (this) {
            case TEXT, EMAIL, ADDRESS -> given.trim();
            case NUMBER ->
                    given.isEmpty()
                            ? ""
                            : new BigDecimal(given).setScale(2, RoundingMode.HALF_UP).toString();
            case YES_NO -> given.isEmpty() ? "false" : given;
            case OPTION, COMPANY -> given;
        };
    }

    /** Whether the two sides are in step. */
    boolean inStep(String hubspot, String salesforce) {
        return switch (this) {
            case TEXT -> hubspot.trim().equals(salesforce.trim());
            case EMAIL, ADDRESS -> hubspot.trim().equalsIgnoreCase(salesforce.trim());
            case NUMBER ->
                    hubspot.isEmpty() || salesforce.isEmpty()
                            ? hubspot.equals(salesforce)
                            : rounded(hubspot).compareTo(rounded(salesforce)) == 0;
            case OPTION -> hubspot.equals(salesforce);
            case YES_NO -> Boolean.parseBoolean(hubspot) == Boolean.parseBoolean(salesforce);
            case COMPANY -> throw new AssertionError("who are partners is not known here");
        };
    }

    private static BigDecimal rounded(String number) {
        return new BigDecimal(number).setScale(2, RoundingMode.HALF_UP);
    }

    /** Whether two values of one side are the same value. */
    boolean same(String a, String b) {
        return this == NUMBER && !a.isEmpty() && !b.isEmpty()
                ? new BigDecimal(a).compareTo(new BigDecimal(b)) == 0
                : a.equals(b);
    }
}
