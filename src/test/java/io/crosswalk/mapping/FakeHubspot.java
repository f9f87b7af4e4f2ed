package io.crosswalk.mapping;

import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.records.CreateOutcome;
import io.crosswalk.records.CrmCreate;
import io.crosswalk.records.CrmWrite;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.WriteOutcome;
import io.crosswalk.rules.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Metadata only, the same for every type; new properties show after {@link #forgetMetadata()}. */
final class FakeHubspot implements HubspotClient {
    private final Map<String, HubspotProperty> properties = new LinkedHashMap<>();
    private List<HubspotProperty> kept = List.of();
    final List<Owner> owners = new ArrayList<>();
    int optionWrites;
    int metadataCalls;

    FakeHubspot with(String name, String type, String fieldType, String... options) {
        return with(Crm.property(name, type, fieldType, options));
    }

    FakeHubspot with(HubspotProperty property) {
        properties.put(property.name(), property);
        return this;
    }

    void without(String name) {
        properties.remove(name);
    }

    @Override
    public synchronized List<HubspotProperty> properties(String type) {
        metadataCalls++;
        if (kept.isEmpty()) {
            kept = List.copyOf(properties.values());
        }
        return kept;
    }

    @Override
    public synchronized void forgetMetadata() {
        kept = List.of();
    }

    @Override
    public HubspotProperty setOptions(
            String type, String property, List<HubspotProperty.Option> options) {
        optionWrites++;
        HubspotProperty now = Crm.withOptions(properties.get(property), options);
        with(now);
        forgetMetadata();
        return now;
    }

    @Override
    public List<Owner> owners(boolean archived) {
        return owners;
    }

    @Override
    public boolean recognisesUs() {
        return false;
    }

    @Override
    public Map<String, Map<String, List<Changed>>> histories(
            String type, Collection<String> ids, Collection<String> properties) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SearchPage search(
            String type,
            List<SearchFilter> filters,
            String sortProperty,
            Collection<String> properties,
            int limit,
            @Nullable String after) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ReadOutcome read(String type, Collection<String> ids, Collection<String> properties) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<WriteOutcome> write(String type, List<CrmWrite> writes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<CreateOutcome> create(String type, List<CrmCreate> creates) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Side side() {
        return Side.HUBSPOT;
    }
}
