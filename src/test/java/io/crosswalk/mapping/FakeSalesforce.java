package io.crosswalk.mapping;

import io.crosswalk.salesforce.SalesforceField;
import io.crosswalk.salesforce.UnaskedSalesforce;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Metadata only, the same for every type. */
final class FakeSalesforce extends UnaskedSalesforce {
    private final Map<String, SalesforceField> fields = new LinkedHashMap<>();
    private List<SalesforceField> kept = List.of();
    final List<User> users = new ArrayList<>();
    int usersAsked;

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
        usersAsked++;
        return users;
    }
}
