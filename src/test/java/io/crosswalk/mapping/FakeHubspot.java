package io.crosswalk.mapping;

import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.hubspot.UnaskedHubspot;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.ReadOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Metadata only, the same for every type; new properties show after {@link #forgetMetadata()}. */
final class FakeHubspot extends UnaskedHubspot {
    private static final ReadOutcome.Failure LACKING =
            new ReadOutcome.Failure(Duration.ZERO, "MISSING_SCOPES", "HubSpot answers 403");

    private final Map<String, HubspotProperty> properties = new LinkedHashMap<>();
    private List<HubspotProperty> kept = List.of();
    final List<Owner> owners = new ArrayList<>();
    int optionWrites;
    boolean lacksScopes;
    boolean lacksReading;
    boolean ownersAway;
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
        if (lacksReading) {
            throw new CrmUnavailable("MISSING_SCOPES", "HubSpot answers 403", Duration.ZERO);
        }
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
    public HubspotProperty addOptions(
            String type, String property, List<HubspotProperty.Option> added) {
        if (lacksScopes) {
            throw new CrmUnavailable("MISSING_SCOPES", "HubSpot answers 403", Duration.ZERO);
        }
        optionWrites++;
        HubspotProperty before = properties.get(property);
        List<HubspotProperty.Option> all = new ArrayList<>(before.options());
        all.addAll(added);
        HubspotProperty now = Crm.withOptions(before, all);
        with(now);
        forgetMetadata();
        return now;
    }

    @Override
    public ReadOutcome read(String type, Collection<String> ids, Collection<String> names) {
        Set<String> asked = Set.copyOf(ids);
        return lacksReading
                ? new ReadOutcome(Map.of(), Set.of(), asked, LACKING)
                : new ReadOutcome(Map.of(), asked, Set.of(), null);
    }

    @Override
    public List<Owner> owners(boolean archived) {
        if (lacksScopes) {
            throw new CrmUnavailable("MISSING_SCOPES", "HubSpot answers 403", Duration.ZERO);
        }
        if (ownersAway) {
            throw new CrmUnavailable("TIMEOUT", "HubSpot does not answer", Duration.ZERO);
        }
        return owners;
    }

    @Override
    public boolean recognisesUs() {
        return false;
    }
}
