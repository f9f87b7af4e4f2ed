package io.crosswalk.hubspot;

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

/** Expects no call. */
public class UnaskedHubspot implements HubspotClient {
    private static AssertionError unasked() {
        return new AssertionError("not asked for");
    }

    @Override
    public SearchPage search(
            String type,
            List<SearchFilter> filters,
            String sortProperty,
            Collection<String> properties,
            int limit,
            @Nullable String after) {
        throw unasked();
    }

    @Override
    public List<HubspotProperty> properties(String type) {
        throw unasked();
    }

    @Override
    public void forgetMetadata() {
        throw unasked();
    }

    @Override
    public HubspotProperty addOptions(
            String type, String property, List<HubspotProperty.Option> added) {
        throw unasked();
    }

    @Override
    public List<Owner> owners(boolean archived) {
        throw unasked();
    }

    @Override
    public ReadOutcome read(String type, Collection<String> ids, Collection<String> names) {
        throw unasked();
    }

    @Override
    public List<WriteOutcome> write(String type, List<CrmWrite> writes) {
        throw unasked();
    }

    @Override
    public List<CreateOutcome> create(String type, List<CrmCreate> creates) {
        throw unasked();
    }

    @Override
    public Side side() {
        return Side.HUBSPOT;
    }

    @Override
    public boolean recognisesUs() {
        throw unasked();
    }

    @Override
    public Map<String, Map<String, List<Changed>>> histories(
            String type, Collection<String> ids, Collection<String> properties) {
        throw unasked();
    }
}
