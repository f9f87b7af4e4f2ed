package io.crosswalk.simulation;

import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.records.CreateOutcome;
import io.crosswalk.records.CrmCreate;
import io.crosswalk.records.CrmWrite;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.WriteOutcome;
import io.crosswalk.rules.Side;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** HubSpot with contacts and companies: each call goes to those that its type names. */
record HubspotOfBothTypes(SimulatedHubspot contacts, SimulatedHubspot companies)
        implements HubspotClient {

    private SimulatedHubspot of(String type) {
        return type.equals(companies.type) ? companies : contacts;
    }

    @Override
    public Side side() {
        return Side.HUBSPOT;
    }

    @Override
    public ReadOutcome read(String type, Collection<String> ids, Collection<String> names) {
        return of(type).read(type, ids, names);
    }

    @Override
    public List<WriteOutcome> write(String type, List<CrmWrite> writes) {
        return of(type).write(type, writes);
    }

    @Override
    public List<CreateOutcome> create(String type, List<CrmCreate> creates) {
        return of(type).create(type, creates);
    }

    @Override
    public Map<String, Map<String, List<Changed>>> histories(
            String type, Collection<String> ids, Collection<String> properties) {
        return of(type).histories(type, ids, properties);
    }

    @Override
    public boolean recognisesUs() {
        return contacts.recognisesUs();
    }

    @Override
    public SearchPage search(
            String type,
            List<SearchFilter> filters,
            String sortProperty,
            Collection<String> properties,
            int limit,
            @Nullable String after) {
        return of(type).search(type, filters, sortProperty, properties, limit, after);
    }

    @Override
    public List<HubspotProperty> properties(String type) {
        return of(type).properties(type);
    }

    @Override
    public void forgetMetadata() {}

    @Override
    public HubspotProperty addOptions(
            String type, String property, List<HubspotProperty.Option> added) {
        return of(type).addOptions(type, property, added);
    }

    @Override
    public List<Owner> owners(boolean archived) {
        return contacts.owners(archived);
    }
}
