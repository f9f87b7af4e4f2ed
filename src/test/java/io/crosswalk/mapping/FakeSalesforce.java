package io.crosswalk.mapping;

import io.crosswalk.records.CreateOutcome;
import io.crosswalk.records.CrmCreate;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.CrmWrite;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.WriteOutcome;
import io.crosswalk.rules.Side;
import io.crosswalk.salesforce.SalesforceClient;
import io.crosswalk.salesforce.SalesforceField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Metadata only, the same for every type. */
final class FakeSalesforce implements SalesforceClient {
    private final Map<String, SalesforceField> fields = new LinkedHashMap<>();
    private List<SalesforceField> kept = List.of();
    final List<User> users = new ArrayList<>();

    FakeSalesforce with(String name, String type, String... values) {
        return with(Crm.field(name, type, values));
    }

    FakeSalesforce with(SalesforceField field) {
        fields.put(field.name(), field);
        return this;
    }

    @Override
    public synchronized List<SalesforceField> fields(String type) {
        if (kept.isEmpty()) {
            kept = List.copyOf(fields.values());
        }
        return kept;
    }

    @Override
    public synchronized void forgetMetadata() {
        kept = List.of();
    }

    @Override
    public List<User> users() {
        return users;
    }

    @Override
    public List<Modified> modifiedSince(
            String type,
            Instant since,
            @Nullable String afterId,
            Collection<String> fields,
            int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<CrmRecord> findBy(
            String type, String field, Collection<String> values, Collection<String> fields) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ReadOutcome read(String type, Collection<String> ids, Collection<String> fields) {
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
    public List<CrmRecord> findContaining(
            String type, String field, Collection<String> values, Collection<String> fields) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Modified> fates(String type, Collection<String> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Side side() {
        return Side.SALESFORCE;
    }
}
