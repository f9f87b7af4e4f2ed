package io.crosswalk.backfill;

import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.hubspot.UnaskedHubspot;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.CrmUnavailable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Its search finds some contacts, or says why it does not. */
final class SearchedHubspot extends UnaskedHubspot {
    static final String PROPERTY = "followers";

    private final List<String> found;
    private @Nullable CrmUnavailable answer;
    int searches;

    SearchedHubspot(String... found) {
        this.found = List.of(found);
    }

    void answers(@Nullable CrmUnavailable answer) {
        this.answer = answer;
    }

    @Override
    public SearchPage search(
            String type,
            List<SearchFilter> filters,
            String sortProperty,
            Collection<String> properties,
            int limit,
            @Nullable String after) {
        searches++;
        if (answer != null) {
            throw answer;
        }
        List<CrmRecord> records =
                found.stream()
                        .limit(limit)
                        .map(id -> new CrmRecord(id, id, Map.of(), null))
                        .toList();
        return new SearchPage(found.size(), records, null);
    }

    @Override
    public List<HubspotProperty> properties(String type) {
        return List.of(
                new HubspotProperty(
                        PROPERTY,
                        "Followers",
                        "number",
                        "number",
                        false,
                        false,
                        false,
                        false,
                        null,
                        List.of()));
    }
}
