package io.crosswalk.salesforce;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswalk.records.CreateOutcome;
import io.crosswalk.records.CrmCreate;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.CrmWrite;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.WriteOutcome;
import io.crosswalk.rules.Side;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Salesforce's REST API over HTTP/1.1. Thread-safe; opens no connection before its first call.
 * Limits per call: 2,000 records read, 200 updated.
 */
@ApplicationScoped
public class HttpSalesforceClient implements SalesforceClient {
    private final SalesforceCalls calls;
    private final Describes describes;
    private final CollectionReads reads;
    private final CollectionUpdates updates;
    private final GuardedUpdates guardedUpdates;
    private final CollectionCreates creates;
    private final Queries queries;

    @Inject
    HttpSalesforceClient(
            SalesforceConfig config,
            SalesforceCredentials credentials,
            ObjectMapper json,
            Instance<CallListener> listeners) {
        this(
                SalesforceSettings.of(config),
                credentials,
                Clock.systemUTC(),
                json,
                CallListener.all(listeners));
    }

    /**
     * @param listener {@link CallListener#NONE} if nobody counts
     */
    public HttpSalesforceClient(
            SalesforceSettings settings,
            SalesforceCredentials credentials,
            Clock clock,
            ObjectMapper json,
            CallListener listener) {
        this.calls = new SalesforceCalls(settings, credentials, clock, json, listener);
        this.describes = new Describes(calls, clock, settings.metadataTtl());
        this.reads = new CollectionReads(calls, describes, json);
        this.updates = new CollectionUpdates(calls, describes, json);
        this.guardedUpdates = new GuardedUpdates(calls, describes, json);
        this.creates = new CollectionCreates(calls, describes, json);
        this.queries = new Queries(calls, describes);
    }

    @Override
    public Side side() {
        return Side.SALESFORCE;
    }

    @Override
    public ReadOutcome read(String type, Collection<String> ids, Collection<String> names) {
        return reads.read(type, ids, names);
    }

    @Override
    public List<WriteOutcome> write(String type, List<CrmWrite> writes) {
        List<CrmWrite> guarded = new ArrayList<>();
        List<CrmWrite> others = new ArrayList<>();
        for (CrmWrite write : writes) {
            (write.unmodifiedSince() == null ? others : guarded).add(write);
        }
        Iterator<WriteOutcome> ofGuarded = guardedUpdates.write(type, guarded).iterator();
        Iterator<WriteOutcome> ofOthers = updates.write(type, others).iterator();
        List<WriteOutcome> outcomes = new ArrayList<>(writes.size());
        for (CrmWrite write : writes) {
            outcomes.add((write.unmodifiedSince() == null ? ofOthers : ofGuarded).next());
        }
        return outcomes;
    }

    @Override
    public List<CreateOutcome> create(String type, List<CrmCreate> records) {
        return creates.create(type, records);
    }

    @Override
    public List<SalesforceField> fields(String type) {
        return List.copyOf(describes.of(type).values());
    }

    @Override
    public void forgetMetadata() {
        describes.forget();
    }

    @Override
    public List<Modified> modifiedSince(
            String type,
            Instant since,
            @Nullable String afterId,
            Collection<String> fields,
            int limit) {
        return queries.modifiedSince(type, since, afterId, fields, limit);
    }

    @Override
    public List<CrmRecord> findBy(
            String type, String field, Collection<String> values, Collection<String> fields) {
        return queries.findBy(type, field, values, fields);
    }

    @Override
    public List<CrmRecord> findContaining(
            String type, String field, Collection<String> values, Collection<String> fields) {
        return queries.findContaining(type, field, values, fields);
    }

    @Override
    public List<Modified> fates(String type, Collection<String> ids) {
        return queries.fates(type, ids);
    }

    @Override
    public List<User> users() {
        return queries.users();
    }

    /** What Salesforce's header said last about its limits. */
    public CallBudget budget() {
        return calls.budget();
    }
}
