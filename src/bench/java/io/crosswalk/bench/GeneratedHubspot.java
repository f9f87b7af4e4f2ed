package io.crosswalk.bench;

import io.crosswalk.hubspot.UnaskedHubspot;
import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.CrmWrite;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.WriteOutcome;
import io.crosswalk.rules.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** HubSpot over {@link GeneratedContacts}: counts the calls that the real client would make. */
final class GeneratedHubspot extends UnaskedHubspot {
    private final GeneratedContacts contacts;
    int reads;
    int writes;
    int searches;

    GeneratedHubspot(GeneratedContacts contacts) {
        this.contacts = contacts;
    }

    static int calls(int records, int each) {
        return (records + each - 1) / each;
    }

    @Override
    public ReadOutcome read(String type, Collection<String> ids, Collection<String> properties) {
        reads += calls(ids.size(), 100);
        Map<String, CrmRecord> found = new HashMap<>();
        for (String id : ids) {
            found.put(
                    id,
                    contacts.record(
                            Side.HUBSPOT, GeneratedContacts.number(Side.HUBSPOT, id), properties));
        }
        return new ReadOutcome(found, Set.of(), Set.of(), null);
    }

    @Override
    public List<WriteOutcome> write(String type, List<CrmWrite> changes) {
        writes += calls(changes.size(), 100);
        List<WriteOutcome> outcomes = new ArrayList<>();
        for (CrmWrite write : changes) {
            contacts.put(
                    Side.HUBSPOT,
                    GeneratedContacts.number(Side.HUBSPOT, write.id()),
                    write.values(),
                    Instant.now());
            outcomes.add(new WriteOutcome.Written(write.id(), write.values()));
        }
        return outcomes;
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
        if (!type.equals("contacts")) {
            return new SearchPage(0, List.of(), null);
        }
        Instant since = Instant.ofEpochMilli(Long.parseLong(filters.get(0).values().get(0)));
        int from = after == null ? 0 : Integer.parseInt(after);
        List<Integer> found = contacts.modifiedSince(Side.HUBSPOT, since, from, limit);
        List<CrmRecord> records =
                found.stream().map(i -> contacts.record(Side.HUBSPOT, i, properties)).toList();
        String next = found.size() < limit ? null : Integer.toString(from + found.size());
        return new SearchPage(found.size(), records, next);
    }

    @Override
    public Map<String, Map<String, List<Changed>>> histories(
            String type, Collection<String> ids, Collection<String> properties) {
        reads += calls(ids.size(), 50);
        return Map.of();
    }

    @Override
    public boolean recognisesUs() {
        return true;
    }

    @Override
    public List<HubspotProperty> properties(String type) {
        return contacts.mappings.stream()
                .map(
                        mapping ->
                                new HubspotProperty(
                                        mapping.hubspotProperty(),
                                        "P",
                                        "string",
                                        "text",
                                        false,
                                        false,
                                        false,
                                        false,
                                        null,
                                        List.of()))
                .toList();
    }

    @Override
    public void forgetMetadata() {
        // Nothing is kept.
    }

    @Override
    public List<Owner> owners(boolean archived) {
        return List.of();
    }
}
