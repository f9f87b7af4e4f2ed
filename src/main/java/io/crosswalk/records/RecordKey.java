package io.crosswalk.records;

import io.crosswalk.rules.Side;
import java.util.Locale;

/**
 * The key of a record in storage: {@code contact/hubspot/501}. A link is kept under its HubSpot
 * record's key.
 *
 * @param object the {@link ObjectPair#name()}
 * @param recordId HubSpot's object id, or Salesforce's 18-character id
 */
public record RecordKey(String object, Side side, String recordId) {

    public RecordKey {
        if (object.indexOf('/') >= 0 || recordId.isEmpty()) {
            throw new IllegalArgumentException("Not a record key: " + object + " " + recordId);
        }
    }

    /** The same in every process, unlike a constant's own: so that a run can be had again. */
    @Override
    public int hashCode() {
        return (31 * object.hashCode() + side.ordinal()) * 31 + recordId.hashCode();
    }

    public static RecordKey hubspot(String object, String recordId) {
        return new RecordKey(object, Side.HUBSPOT, recordId);
    }

    public static RecordKey salesforce(String object, String recordId) {
        return new RecordKey(object, Side.SALESFORCE, recordId);
    }

    /**
     * @throws IllegalArgumentException if it is not what {@link #text()} makes
     */
    public static RecordKey parse(String text) {
        String[] parts = text.split("/", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("Not a record key: " + text);
        }
        return new RecordKey(parts[0], Side.valueOf(parts[1].toUpperCase(Locale.ROOT)), parts[2]);
    }

    public String text() {
        return object + (side == Side.HUBSPOT ? "/hubspot/" : "/salesforce/") + recordId;
    }
}
