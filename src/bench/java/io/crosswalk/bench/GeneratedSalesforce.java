package io.crosswalk.bench;

import io.crosswalk.salesforce.UnaskedSalesforce;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.CrmWrite;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.WriteOutcome;
import io.crosswalk.rules.Side;
import io.crosswalk.salesforce.SalesforceField;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Salesforce over {@link GeneratedContacts}: counts the calls that the real client would make. */
final class GeneratedSalesforce extends UnaskedSalesforce {
    private final GeneratedContacts contacts;
    int reads;
    int writes;
    int queries;

    GeneratedSalesforce(GeneratedContacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public ReadOutcome read(String type, Collection<String> ids, Collection<String> fields) {
        // As the real client splits them.
        int each = Math.max(200, Math.min(2_000, 40_000 / (fields.size() + 2)));
        reads += GeneratedHubspot.calls(ids.size(), each);
        Map<String, CrmRecord> found = new HashMap<>();
        for (String id : ids) {
            found.put(
                    id,
                    contacts.record(
                            Side.SALESFORCE,
                            GeneratedContacts.number(Side.SALESFORCE, id),
                            fields));
        }
        return new ReadOutcome(found, Set.of(), Set.of(), null);
    }

    @Override
    public List<WriteOutcome> write(String type, List<CrmWrite> changes) {
        writes += GeneratedHubspot.calls(changes.size(), 200);
        List<WriteOutcome> outcomes = new ArrayList<>();
        for (CrmWrite write : changes) {
            contacts.put(
                    Side.SALESFORCE,
                    GeneratedContacts.number(Side.SALESFORCE, write.id()),
                    write.values(),
                    Instant.now().truncatedTo(ChronoUnit.SECONDS));
            outcomes.add(new WriteOutcome.Written(write.id(), Map.of()));
        }
        return outcomes;
    }

    @Override
    public List<Modified> modifiedSince(
            String type,
            Instant since,
            @Nullable String afterId,
            Collection<String> fields,
            int limit) {
        queries++;
        if (!type.equals("Contact")) {
            return List.of();
        }
        int skip = 0;
        if (afterId != null) {
            int last = GeneratedContacts.number(Side.SALESFORCE, afterId);
            for (int i : contacts.modifiedSince(Side.SALESFORCE, since, 0, limit)) {
                skip++;
                if (i == last) {
                    break;
                }
            }
        }
        List<Modified> page = new ArrayList<>();
        for (int i : contacts.modifiedSince(Side.SALESFORCE, since, skip, limit)) {
            page.add(new Modified(contacts.record(Side.SALESFORCE, i, fields), false, null));
        }
        return page;
    }

    @Override
    public List<SalesforceField> fields(String type) {
        return contacts.mappings.stream()
                .map(
                        mapping ->
                                new SalesforceField(
                                        mapping.salesforceField(),
                                        "F",
                                        "string",
                                        true,
                                        255,
                                        0,
                                        0,
                                        true,
                                        false,
                                        true,
                                        false,
                                        List.of(),
                                        List.of()))
                .toList();
    }

    @Override
    public void forgetMetadata() {
        // Nothing is kept.
    }

    @Override
    public List<User> users() {
        return List.of();
    }
}
