package io.crosswalk.simulation;

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
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Salesforce with contacts and accounts: each call goes to those that its type names. */
record SalesforceOfBothTypes(SimulatedSalesforce contacts, SimulatedSalesforce accounts)
        implements SalesforceClient {

    private SimulatedSalesforce of(String type) {
        return type.equals(accounts.type) ? accounts : contacts;
    }

    @Override
    public Side side() {
        return Side.SALESFORCE;
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
    public List<SalesforceField> fields(String type) {
        return of(type).fields(type);
    }

    @Override
    public void forgetMetadata() {}

    @Override
    public List<Modified> modifiedSince(
            String type,
            Instant since,
            @Nullable String afterId,
            Collection<String> fields,
            int limit) {
        return of(type).modifiedSince(type, since, afterId, fields, limit);
    }

    @Override
    public List<CrmRecord> findBy(
            String type, String field, Collection<String> values, Collection<String> fields) {
        return of(type).findBy(type, field, values, fields);
    }

    @Override
    public List<CrmRecord> findContaining(
            String type, String field, Collection<String> values, Collection<String> fields) {
        return of(type).findContaining(type, field, values, fields);
    }

    @Override
    public List<Modified> fates(String type, Collection<String> ids) {
        return of(type).fates(type, ids);
    }

    @Override
    public List<User> users() {
        return contacts.users();
    }
}
