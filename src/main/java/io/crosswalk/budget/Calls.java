package io.crosswalk.budget;

/**
 * Numbers of calls, per {@link Lane}.
 *
 * @param hubspot, search, salesforce not negative
 */
public record Calls(int hubspot, int search, int salesforce) {
    public static final Calls NONE = new Calls(0, 0, 0);

    private static final int HUBSPOT_BATCH = 100;

    /** Written; as few are only read at a time where hundreds of fields are mapped. */
    private static final int SALESFORCE_BATCH = 200;

    /** To read both sides of so many linked records, or to write either. */
    public static Calls onBothSides(int pairs) {
        return new Calls(ofHubspot(pairs), 0, batches(pairs, SALESFORCE_BATCH));
    }

    /** So many calls take that many records of HubSpot's. */
    public static int ofHubspot(int records) {
        return batches(records, HUBSPOT_BATCH);
    }

    public static int batches(int records, int size) {
        return (records + size - 1) / size;
    }

    public static Calls of(Lane lane, int calls) {
        return switch (lane) {
            case HUBSPOT -> new Calls(calls, 0, 0);
            case HUBSPOT_SEARCH -> new Calls(0, calls, 0);
            case SALESFORCE -> new Calls(0, 0, calls);
        };
    }

    public int of(Lane lane) {
        return switch (lane) {
            case HUBSPOT -> hubspot;
            case HUBSPOT_SEARCH -> search;
            case SALESFORCE -> salesforce;
        };
    }

    public Calls plus(Calls other) {
        if (isNone() || other.isNone()) {
            return isNone() ? other : this;
        }
        return new Calls(
                hubspot + other.hubspot, search + other.search, salesforce + other.salesforce);
    }

    /** Never below zero. */
    public Calls minus(Calls other) {
        if (isNone() || other.isNone()) {
            return this;
        }
        return new Calls(
                Math.max(0, hubspot - other.hubspot),
                Math.max(0, search - other.search),
                Math.max(0, salesforce - other.salesforce));
    }

    public boolean covers(Calls other) {
        return hubspot >= other.hubspot && search >= other.search && salesforce >= other.salesforce;
    }

    public boolean isNone() {
        return hubspot == 0 && search == 0 && salesforce == 0;
    }
}
