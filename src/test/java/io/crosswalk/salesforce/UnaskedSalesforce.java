package io.crosswalk.salesforce;

import io.crosswalk.records.CreateOutcome;
import io.crosswalk.records.CrmCreate;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.CrmWrite;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.WriteOutcome;
import io.crosswalk.rules.Side;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Expects no call. */
public class UnaskedSalesforce implements SalesforceClient {
    private static AssertionError unasked() {
        return new AssertionError("not asked for");
    }

    @Override
    public List<SalesforceField> fields(String type) {
        throw unasked();
    }

    @Override
    public void forgetMetadata() {
        throw unasked();
    }

    @Override
    public List<Modified> modifiedSince(
            String type,
            Instant since,
            @Nullable String afterId,
            Collection<String> fields,
            int limit) {
        throw unasked();
    }

    @Override
    public List<CrmRecord> findBy(
            String type, String field, Collection<String> values, Collection<String> fields) {
        throw unasked();
    }

    @Override
    public List<CrmRecord> findContaining(
            String type, String field, Collection<String> values, Collection<String> fields) {
        throw unasked();
    }

    @Override
    public List<Modified> fates(String type, Collection<String> ids) {
        throw unasked();
    }

    @Override
    public List<User> users() {
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
        return Side.SALESFORCE;
    }
}
