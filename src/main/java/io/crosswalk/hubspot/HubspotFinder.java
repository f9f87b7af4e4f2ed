package io.crosswalk.hubspot;

import io.crosswalk.hubspot.HubspotClient.SearchPage;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Finds records as HubSpot's own search box does. */
public interface HubspotFinder {

    /**
     * Records whose default searchable properties (of contacts the names, e-mail and phone numbers;
     * of companies name, domain and phone; of deals the name) hold the words. Search lags behind by
     * moments.
     *
     * @param words what a person typed; at most 200 characters
     * @param limit at most 200
     * @param after from the page before; null to start
     * @throws io.crosswalk.records.CrmUnavailable if HubSpot does not answer
     */
    SearchPage find(
            String type,
            String words,
            Collection<String> properties,
            int limit,
            @Nullable String after);
}
