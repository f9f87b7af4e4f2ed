package io.crosswalk.hubspot;

import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.CrmRecords;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * HubSpot's CRM API, as far as Crosswalk needs it. Calls about many records answer per record; the
 * others throw {@link io.crosswalk.records.CrmUnavailable}.
 */
public interface HubspotClient extends CrmRecords {

    /**
     * The code of a read that leaves out records alone that were merged into others or are gone:
     * HubSpot does not say which, however often it is asked for so many of them at once.
     */
    String UNCLEAR = "UNCLEAR";

    /**
     * The values that properties had, newest first, as far back as HubSpot tells. 50 records per
     * call: ask only for what a decision needs.
     *
     * @return per record id and property; what is unknown is absent
     */
    Map<String, Map<String, List<Changed>>> histories(
            String type, Collection<String> ids, Collection<String> properties);

    /**
     * Whether {@link Changed#ours} can be believed: HubSpot only names apps, so ours must be known.
     */
    boolean recognisesUs();

    /**
     * @param at when the value was set, milliseconds
     * @param wire what it was set to; null when it was cleared
     * @param ours whether HubSpot says that our own client did it; false where it does not say
     */
    record Changed(Instant at, @Nullable String wire, boolean ours) {}

    /**
     * One page of a search, ascending by {@code sortProperty}. Search lags behind by moments and
     * never pages past 10,000 results: move the filter instead.
     *
     * @param filters all must hold; at most 6
     * @param limit at most 200
     * @param after from the page before
     */
    SearchPage search(
            String type,
            List<SearchFilter> filters,
            String sortProperty,
            Collection<String> properties,
            int limit,
            @Nullable String after);

    /**
     * @param operator {@code EQ}, {@code GTE}, {@code IN}, {@code HAS_PROPERTY}, ...
     * @param values one for the comparing operators, several for {@code IN}, none for {@code
     *     HAS_PROPERTY}
     */
    record SearchFilter(String property, String operator, List<String> values) {}

    /**
     * @param after to pass for the next page; null on the last
     */
    record SearchPage(long total, List<CrmRecord> records, @Nullable String after) {}

    /** All properties of a type that are not sensitive and not archived. */
    List<HubspotProperty> properties(String type);

    /**
     * Makes the next {@link #properties} ask HubSpot, and the next {@link HubspotAccess#granted}:
     * answers are kept for minutes.
     */
    void forgetMetadata();

    /**
     * Adds to a property's options as HubSpot has them now; one whose value is among those stays as
     * it is there.
     */
    HubspotProperty addOptions(String type, String property, List<HubspotProperty.Option> added);

    /** Every owner, active ones first; archived ones when asked for. */
    List<Owner> owners(boolean archived);

    /**
     * @param id what {@code hubspot_owner_id} holds; not the user id
     * @param email lower case; may be absent
     * @param name of the person or the queue; may be absent
     */
    record Owner(String id, @Nullable String email, boolean archived, @Nullable String name) {
        /** Of whom no name is known. */
        public Owner(String id, @Nullable String email, boolean archived) {
            this(id, email, archived, null);
        }
    }
}
