package io.crosswalk.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The values of one thing in both CRMs, with the gaps and differences that years of use leave. */
final class TwinValues {
    private static final int BOTH_BLANK = 8;
    private static final int HUBSPOT_BLANK = BOTH_BLANK + 3;
    private static final int SALESFORCE_BLANK = HUBSPOT_BLANK + 3;
    private static final int DIFFERENT = SALESFORCE_BLANK + 2;

    final Map<String, String> hubspot = new LinkedHashMap<>();
    final Map<String, String> salesforce = new LinkedHashMap<>();
    private final SplittableRandom random;

    TwinValues(SplittableRandom random) {
        this.random = random;
    }

    /** Set on both sides, always. */
    void same(String property, String field, String value) {
        put(property, field, value, value);
    }

    void put(String property, String field, String hubspotValue, String salesforceValue) {
        putUnlessBlank(hubspot, property, hubspotValue);
        putUnlessBlank(salesforce, field, salesforceValue);
    }

    /** Mostly the same on both sides; 8 % blank on both, 6 % on one, 2 % different. */
    void mostly(String property, String field, Supplier<String> draw) {
        mostly(property, field, draw, value -> value);
    }

    /**
     * @param toSalesforce Salesforce's form of a HubSpot value
     */
    void mostly(
            String property,
            String field,
            Supplier<String> draw,
            UnaryOperator<String> toSalesforce) {
        int chance = random.nextInt(100);
        String value = draw.get();
        String other = draw.get();
        if (chance >= BOTH_BLANK) {
            put(
                    property,
                    field,
                    chance < HUBSPOT_BLANK ? "" : value,
                    chance >= HUBSPOT_BLANK && chance < SALESFORCE_BLANK
                            ? ""
                            : toSalesforce.apply(
                                    chance >= SALESFORCE_BLANK && chance < DIFFERENT
                                            ? other
                                            : value));
        }
    }

    private static void putUnlessBlank(Map<String, String> values, String name, String value) {
        if (!value.isEmpty()) {
            values.put(name, value);
        }
    }
}
