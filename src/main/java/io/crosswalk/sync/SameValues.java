package io.crosswalk.sync;

import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.hubspot.HubspotClient.SearchFilter;
import io.crosswalk.hubspot.HubspotClient.SearchPage;
import io.crosswalk.mapping.MatchKey;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.salesforce.SalesforceClient;
import io.crosswalk.salesforce.SalesforceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the records that have given values, many values in few calls. */
final class SameValues {
    /** Of one IN; together with their length, as HubSpot refuses bodies over 3,000 characters. */
    private static final int VALUES_MAX = 100;

    private static final int VALUES_LENGTH_MAX = 2_400;
    private static final int PAGE = 200;

    /** HubSpot pages no further than 10,000 results. */
    private static final int PAGES_MAX = 50;

    private final HubspotClient hubspot;
    private final SalesforceClient salesforce;

    SameValues(HubspotClient hubspot, SalesforceClient salesforce) {
        this.hubspot = hubspot;
        this.salesforce = salesforce;
    }

    /**
     * @param byValue by normal value the ids
     * @param claimed of those that name a Salesforce record its id; that decides before all values
     */
    record InHubspot(Map<String, Set<String>> byValue, Map<String, String> claimed) {
        static InHubspot nothing() {
            return new InHubspot(new HashMap<>(), new HashMap<>());
        }
    }

    /** HubSpot's search lags behind by moments. */
    InHubspot inHubspot(ObjectPair object, MatchKey key, Set<String> values) {
        Map<String, Set<String>> found = new HashMap<>();
        Map<String, String> claimed = new HashMap<>();
        List<String> texts =
                values.stream().flatMap(value -> key.hubspotTexts(value).stream()).toList();
        for (List<String> part : parts(texts)) {
            for (CrmRecord record : search(object, key.hubspotProperty(), part)) {
                add(found, key.normal(record.values().get(key.hubspotProperty())), record.id());
                String named =
                        SalesforceId.named(record.values().get(object.salesforceIdProperty()));
                if (!named.isEmpty()) {
                    claimed.put(record.id(), named);
                }
            }
        }
        found.keySet().retainAll(values);
        return new InHubspot(found, claimed);
    }

    /**
     * Everything that a search for texts finds. One that thousands have does not hide who has the
     * others.
     *
     * @param texts in lower case; at most {@link #VALUES_MAX}
     */
    List<CrmRecord> search(ObjectPair object, String property, List<String> texts) {
        List<CrmRecord> all = new ArrayList<>();
        @Nullable String after = null;
        for (int page = 0; page < PAGES_MAX; page++) {
            SearchPage found =
                    hubspot.search(
                            object.hubspotType(),
                            List.of(new SearchFilter(property, "IN", texts)),
                            "hs_object_id",
                            new LinkedHashSet<>(
                                    List.of(property, object.salesforceIdProperty(), "createdate")),
                            PAGE,
                            after);
            all.addAll(found.records());
            after = found.after();
            if (after == null) {
                return all;
            }
        }
        if (texts.size() == 1) {
            return all;
        }
        int half = texts.size() / 2;
        List<CrmRecord> halves = new ArrayList<>(search(object, property, texts.subList(0, half)));
        halves.addAll(search(object, property, texts.subList(half, texts.size())));
        return halves;
    }

    static List<List<String>> parts(Collection<String> texts) {
        List<List<String>> parts = new ArrayList<>();
        List<String> part = new ArrayList<>();
        int length = 0;
        for (String text : texts) {
            int more = text.length() + 3;
            if (!part.isEmpty()
                    && (part.size() == VALUES_MAX || length + more > VALUES_LENGTH_MAX)) {
                parts.add(part);
                part = new ArrayList<>();
                length = 0;
            }
            part.add(text);
            length += more;
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }

    /** By normal value the ids. */
    Map<String, Set<String>> inSalesforce(ObjectPair object, MatchKey key, Set<String> values) {
        String field = key.salesforceField();
        Set<String> read = Set.of(field);
        List<CrmRecord> records =
                key.withinSalesforceText()
                        ? salesforce.findContaining(object.salesforceType(), field, values, read)
                        : salesforce.findBy(object.salesforceType(), field, values, read);
        Map<String, Set<String>> found = new HashMap<>();
        for (CrmRecord record : records) {
            add(found, key.normal(record.values().get(field)), record.id());
        }
        found.keySet().retainAll(values);
        return found;
    }

    static void add(Map<String, Set<String>> all, String value, String id) {
        all.computeIfAbsent(value, v -> new LinkedHashSet<>()).add(id);
    }
}
