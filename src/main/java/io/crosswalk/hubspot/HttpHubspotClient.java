package io.crosswalk.hubspot;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswalk.records.CreateOutcome;
import io.crosswalk.records.CrmCreate;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.CrmWrite;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.WriteOutcome;
import io.crosswalk.rules.Side;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * HubSpot's API v3, and v4 for associations, over HTTP/1.1. Thread-safe; opens no connection before
 * its first call. Limits per call: 100 records read, 50 with history, 100 updated.
 */
@ApplicationScoped
public class HttpHubspotClient implements HubspotClient, HubspotFinder, HubspotAccess {
    private final HubspotCalls calls;
    private final BatchReads reads;
    private final RecordWrites writes;
    private final BatchCreates creates;
    private final PropertyDefinitions definitions;
    private final Searches searches;
    private final Owners owners;
    private final PropertyHistories histories;
    private final Introspection introspection;

    @Inject
    HttpHubspotClient(
            HubspotConfig config,
            HubspotCredentials credentials,
            ObjectMapper json,
            Instance<CallListener> listeners) {
        this(
                HubspotSettings.of(config),
                credentials,
                Clock.systemUTC(),
                json,
                CallListener.all(listeners));
    }

    /**
     * @param listener {@link CallListener#NONE} if nobody counts
     */
    public HttpHubspotClient(
            HubspotSettings settings,
            HubspotCredentials credentials,
            Clock clock,
            ObjectMapper json,
            CallListener listener) {
        this.calls = new HubspotCalls(settings, credentials, clock, json, listener);
        this.reads = new BatchReads(calls, json);
        this.writes =
                new RecordWrites(
                        new BatchWrites(calls, json, clock.millis()),
                        new PrimaryCompanies(calls, json));
        this.creates = new BatchCreates(calls, json, clock.millis());
        this.definitions = new PropertyDefinitions(calls, json, clock, settings.metadataTtl());
        this.searches = new Searches(calls, definitions, json);
        this.owners = new Owners(calls);
        this.histories = new PropertyHistories(settings.appId());
        this.introspection = new Introspection(calls, settings, json, clock);
    }

    @Override
    public Side side() {
        return Side.HUBSPOT;
    }

    @Override
    public ReadOutcome read(String type, Collection<String> ids, Collection<String> names) {
        BatchReads.Reading reading = reads.read(type, ids, names, false);
        Map<String, CrmRecord> found = new LinkedHashMap<>();
        reading.found.forEach((id, node) -> found.put(id, WireValues.record(id, node, names)));
        return new ReadOutcome(found, reading.missing, reading.notRead, reading.failure);
    }

    @Override
    public List<WriteOutcome> write(String type, List<CrmWrite> updates) {
        return writes.write(type, updates);
    }

    @Override
    public List<CreateOutcome> create(String type, List<CrmCreate> records) {
        return creates.create(type, records);
    }

    /**
     * {@inheritDoc}
     *
     * @throws CrmUnavailable if one of the calls fails: an unknown time would decide a conflict
     *     wrongly
     */
    @Override
    public Map<String, Map<String, List<Changed>>> histories(
            String type, Collection<String> ids, Collection<String> properties) {
        BatchReads.Reading reading = reads.read(type, ids, properties, true);
        ReadOutcome.Failure failure = reading.failure;
        if (failure != null) {
            throw new CrmUnavailable(
                    failure.code(),
                    "Cannot read property histories in HubSpot: " + failure.message(),
                    failure.after());
        }
        Map<String, Map<String, List<Changed>>> changes = new LinkedHashMap<>();
        reading.found.forEach((id, node) -> changes.put(id, histories.of(node, properties)));
        return changes;
    }

    @Override
    public boolean recognisesUs() {
        return histories.recognisesUs();
    }

    @Override
    public SearchPage search(
            String type,
            List<SearchFilter> filters,
            String sortProperty,
            Collection<String> properties,
            int limit,
            @Nullable String after) {
        return searches.search(type, filters, sortProperty, properties, limit, after);
    }

    @Override
    public SearchPage find(
            String type,
            String words,
            Collection<String> properties,
            int limit,
            @Nullable String after) {
        return searches.find(type, words, properties, limit, after);
    }

    @Override
    public List<HubspotProperty> properties(String type) {
        return definitions.of(type);
    }

    @Override
    public HubspotProperty addOptions(
            String type, String property, List<HubspotProperty.Option> added) {
        return definitions.addOptions(type, property, added);
    }

    @Override
    public List<Owner> owners(boolean archived) {
        return owners.all(archived);
    }

    @Override
    public Optional<Granted> granted() {
        return introspection.granted();
    }

    @Override
    public void forgetGranted() {
        introspection.forget();
    }

    @Override
    public void forgetMetadata() {
        definitions.forget();
        introspection.forget();
    }

    /** What HubSpot's headers said last about its limits. */
    public CallBudget budget() {
        return calls.budget();
    }
}
